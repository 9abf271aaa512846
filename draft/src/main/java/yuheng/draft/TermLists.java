package yuheng.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The word lists of this room, from its resources: lines `left = right`, `#` for remarks.
final class TermLists {
  private TermLists() {}

  /// The pairs of a list, those with the longest left side first.
  static Map<String, String> longestFirst(Map<String, String> pairs) {
    var sorted = new ArrayList<>(pairs.entrySet());
    sorted.sort(Comparator.comparingInt(pair -> -pair.getKey().length()));
    var map = new LinkedHashMap<String, String>();
    sorted.forEach(pair -> map.put(pair.getKey(), pair.getValue()));
    return map;
  }

  /// The pairs of a resource, left to right.
  static Map<String, String> read(String name) {
    var pairs = new LinkedHashMap<String, String>();
    for (String line : lines(name)) {
      int sign = line.indexOf('=');
      if (sign >= 0 && !line.startsWith("#")) {
        pairs.put(line.substring(0, sign).strip(), line.substring(sign + 1).strip());
      }
    }
    return pairs;
  }

  private static List<String> lines(String name) {
    try (InputStream stream = TermLists.class.getResourceAsStream(name)) {
      byte[] bytes = Objects.requireNonNull(stream, name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
