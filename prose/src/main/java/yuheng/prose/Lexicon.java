package yuheng.prose;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The word lists of `words.tsv`: general words of policy Chinese, each list under the name of what
/// it tells.
final class Lexicon {
  private static final Map<Family, Lexicon> LISTS = read();

  /// What a list of words tells. The lists and their reasons stand in `words.tsv`.
  enum Family {
    REVIEW_HEADING,
    PLAN_HEADING,
    REVIEW_OPENING,
    PLAN_OPENING,
    PAST,
    PAST_SOFT,
    FUTURE,
    FUTURE_SOFT,
    PAST_HINT,
    COMPARISON,
    FUTURE_HINT,
    RESULT_ADVERB,
    RESULT_VERB,
    STATE,
    BUILD,
    PUSH,
    SUPPORT,
    CARRIED_OUT,
    CONDUCT,
    REACH,
    MORE,
    NOT_LESS,
    NOT_MORE,
    LESS,
    NEAR,
    RISE,
    FALL,
    SPEND,
    CLASS_NOUN,
    FACILITY_NOUN,
    LEVEL_NOUN,
    COMMUNITY_NOUN,
    BODY_NOUN,
    ABSTRACT_NOUN,
    PERSON_NOUN,
    HOUSEHOLD_NOUN,
    PLACE_WHOLE,
    FILLER,
    KEPT_START,
    MEASURE_NOUN,
    SHARED_START,
    KEPT_VERB,
    GREAT_VERB,
    PROMISE,
    NOT_CLASSIFIER,
    HIT,
    NEVER_COUNTED,
    USED_FOR,
    DESCRIBED,
    PLANNED,
    SERVING
  }

  private final Set<String> words = new HashSet<>();

  /// By the first letter of a word, and by its last, the length of the longest.
  private final byte[] longestFrom = new byte[Character.MAX_VALUE + 1];

  private final byte[] longestTo = new byte[Character.MAX_VALUE + 1];

  private Lexicon() {}

  static Lexicon of(Family family) {
    return Objects.requireNonNull(LISTS.get(family));
  }

  /// Length of the longest word of the list that begins at an offset, 0 if none does.
  int startsAt(String text, int at) {
    if (at < 0 || at >= text.length()) {
      return 0;
    }
    int longest = longestFrom[text.charAt(at)];
    for (int length = Math.min(longest, text.length() - at); length > 0; length--) {
      if (words.contains(text.substring(at, at + length))) {
        return length;
      }
    }
    return 0;
  }

  /// Length of the longest word of the list that ends at an offset, 0 if none does.
  int endsAt(String text, int end) {
    if (end <= 0 || end > text.length()) {
      return 0;
    }
    int longest = longestTo[text.charAt(end - 1)];
    for (int length = Math.min(longest, end); length > 0; length--) {
      if (words.contains(text.substring(end - length, end))) {
        return length;
      }
    }
    return 0;
  }

  /// Where the last word of the list within a stretch begins, -1 if there is none.
  int lastIn(String text, int from, int to) {
    for (int at = to - 1; at >= from; at--) {
      int length = startsAt(text, at);
      if (length > 0 && at + length <= to) {
        return at;
      }
    }
    return -1;
  }

  /// Where the first word of the list within a stretch begins, -1 if there is none.
  int firstIn(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      int length = startsAt(text, at);
      if (length > 0 && at + length <= to) {
        return at;
      }
    }
    return -1;
  }

  private void add(String word) {
    words.add(word);
    char first = word.charAt(0);
    char last = word.charAt(word.length() - 1);
    longestFrom[first] = (byte) Math.max(longestFrom[first], word.length());
    longestTo[last] = (byte) Math.max(longestTo[last], word.length());
  }

  boolean anyIn(String text) {
    return firstIn(text, 0, text.length()) >= 0;
  }

  /// All words of the lists, for the test that none of them names a place, a firm or an industry.
  static Set<String> all() {
    var all = new HashSet<String>();
    LISTS.values().forEach(list -> all.addAll(list.words));
    return all;
  }

  private static Map<Family, Lexicon> read() {
    var lists = new EnumMap<Family, Lexicon>(Family.class);
    for (Family family : Family.values()) {
      lists.put(family, new Lexicon());
    }
    var byName = new HashMap<String, Family>();
    for (Family family : Family.values()) {
      byName.put(family.name(), family);
    }
    for (String[] row : Tables.rows("words.tsv")) {
      Family family = byName.get(row[0]);
      Lexicon list = family == null ? null : lists.get(family);
      if (list == null || row.length < 2) {
        throw new IllegalStateException("words.tsv names no family: «%s».".formatted(row[0]));
      }
      for (String word : row[1].strip().split(" +", -1)) {
        list.add(word);
      }
    }
    return lists;
  }

  /// The tables that stand beside the classes.
  static final class Tables {
    private Tables() {}

    /// The rows of a table, comments and blank lines left out.
    static List<String[]> rows(String name) {
      var rows = new ArrayList<String[]>();
      var stream = Objects.requireNonNull(Lexicon.class.getResourceAsStream(name), name);
      try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
          if (!line.isBlank() && !line.startsWith("#")) {
            rows.add(line.split("\t", -1));
          }
        }
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
      return rows;
    }
  }
}
