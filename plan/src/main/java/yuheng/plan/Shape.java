package yuheng.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What the reader of a mapping asks it for. It is noted down while packages are read, so that the
/// JSON Schemas of the files are those of the reader itself.
final class Shape {
  private final Map<String, Key> keys = new TreeMap<>();
  private boolean closed;
  private boolean open;
  private @Nullable Key others;

  /// What is known of a key.
  private static final class Key {
    boolean needed;
    Map<String, Object> schema = Map.of("type", List.of("string", "number", "boolean"));
    @Nullable Shape below;
    boolean list;
  }

  /// The shapes of a package's files.
  static final class Files {
    private final Map<String, Shape> byFile = new TreeMap<>();

    /// The files of a folder have one shape: that of `indicators/` is `indicators.yaml`.
    Shape of(String file) {
      int folder = file.indexOf('/');
      String name = folder < 0 ? file : file.substring(0, folder) + ".yaml";
      return byFile.computeIfAbsent(name, _ -> new Shape());
    }

    Map<String, Shape> all() {
      return byFile;
    }
  }

  /// The keys are names that the author chooses; those asked for by then are not.
  void anyKey() {
    open = true;
  }

  private Key key(String name) {
    @Nullable Key known = keys.get(name);
    if (known != null) {
      return known;
    }
    if (!open) {
      return keys.computeIfAbsent(name, _ -> new Key());
    }
    Key any = others == null ? new Key() : others;
    others = any;
    return any;
  }

  void asked(String name) {
    key(name);
  }

  void needed(String name) {
    key(name).needed = true;
  }

  Shape below(String name) {
    Key key = key(name);
    Shape below = key.below == null ? new Shape() : key.below;
    key.below = below;
    return below;
  }

  Shape listOf(String name) {
    key(name).list = true;
    return below(name);
  }

  void texts(String name) {
    key(name).schema =
        Map.of("type", "array", "items", Map.of("type", List.of("string", "number")));
  }

  void words(String name) {
    key(name).schema = Map.of("$ref", "#/$defs/words");
  }

  void text(String name, String format) {
    key(name).schema = Map.of("type", "string", "format", format);
  }

  void integer(String name) {
    key(name).schema = Map.of("type", "integer", "minimum", 0);
  }

  void yesNo(String name) {
    key(name).schema = Map.of("type", "boolean");
  }

  void oneOf(String name, Set<String> codes) {
    key(name).schema = Map.of("enum", List.copyOf(new TreeSet<>(codes)));
  }

  /// Nothing but what was asked for may stand here.
  void nothingElse() {
    closed = true;
  }

  /// The JSON Schema of a whole file.
  Map<String, Object> schema(String title) {
    var whole = new LinkedHashMap<String, Object>();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.put("title", title);
    whole.putAll(schema());
    Map<String, Object> text = Map.of("type", "string");
    var both = new LinkedHashMap<String, Object>();
    both.put("type", "object");
    both.put("properties", new TreeMap<>(Map.of("zh", text, "en", text)));
    both.put("required", List.of("zh", "en"));
    both.put("additionalProperties", false);
    whole.put(
        "$defs",
        Map.of(
            "words", Map.of("anyOf", List.of(Map.of("type", List.of("string", "number")), both))));
    return whole;
  }

  private Map<String, Object> schema() {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    var properties = new LinkedHashMap<String, Object>();
    var needed = new ArrayList<String>();
    keys.forEach(
        (name, key) -> {
          properties.put(name, schema(key));
          if (key.needed) {
            needed.add(name);
          }
        });
    if (!properties.isEmpty()) {
      schema.put("properties", properties);
    }
    if (!needed.isEmpty()) {
      schema.put("required", needed);
    }
    if (others != null) {
      schema.put("additionalProperties", schema(others));
    } else if (closed && !open) {
      schema.put("additionalProperties", false);
    }
    return schema;
  }

  private static Map<String, Object> schema(Key key) {
    if (key.below == null) {
      return key.schema;
    }
    Map<String, Object> below = key.below.schema();
    return key.list ? Map.of("type", "array", "items", below) : below;
  }
}
