package yuheng.draft;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import yuheng.terms.Words;

/// Writes YAML values the way the layout of packages keeps them: plain where nothing could be
/// misread, else in single quotes.
final class YamlText {
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{IsHan}A-Za-z][\\p{IsHan}A-Za-z0-9_（）、。，；：“”《》·/.\\-]*");
  private static final Set<String> RESERVED =
      Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

  private YamlText() {}

  /// One value; line ends in it become blanks.
  static String value(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\x{2028}\\x{2029}\\x{FEFF}]+", " ").strip();
    boolean plain =
        PLAIN.matcher(line).matches() && !RESERVED.contains(line.toLowerCase(Locale.ROOT));
    return plain ? line : "'" + line.replace("'", "''") + "'";
  }

  /// Words in both languages, on one line.
  static String words(Words words) {
    return words.zh().equals(words.en()) ? value(words.zh()) : both(words);
  }

  /// Words in both languages where a single value will not do.
  static String both(Words words) {
    return "{zh: " + value(words.zh()) + ", en: " + value(words.en()) + "}";
  }
}
