package yuheng.prose;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// A mention as the row of a labelled file (one JSON object a line).
///
/// Values are texts and numbers only; a missing period is `null` there, so it is left to the
/// writer: the map lacks the key.
public final class GuideRow {
  private GuideRow() {}

  /// The fields in the order of the labelling rules: id, article, subject_zh, scope_zh, comparator,
  /// value, unit, raw, period, char_start, char_end, and bound where a change has one.
  ///
  /// Every value is a `String`, an `Integer` or a `BigDecimal`.
  public static Map<String, Object> of(String id, Mention mention) {
    var row = new LinkedHashMap<String, Object>();
    row.put("id", id);
    row.put("article", mention.article());
    row.put("subject_zh", mention.subject());
    row.put("scope_zh", mention.scope());
    row.put("comparator", mention.comparator().sign());
    row.put("value", mention.value());
    row.put("unit", mention.unit());
    row.put("raw", mention.raw());
    String period = period(mention.timing());
    if (!period.isEmpty()) {
      row.put("period", period);
    }
    row.put("char_start", mention.start());
    row.put("char_end", mention.end());
    mention.bound().ifPresent(bound -> row.put("bound", bound.sign()));
    return row;
  }

  /// `2015`, `2011-2015`, `annual`; empty when the text does not say.
  static String period(Mention.Timing timing) {
    return switch (timing) {
      case Mention.Timing.In(var period) -> period.toString().replace("..", "-");
      case Mention.Timing.EveryYear() -> "annual";
      case Mention.Timing.Unstated() -> "";
    };
  }

  /// The row as one line of JSON, a missing period as `null`.
  public static String line(String id, Mention mention) {
    var row = new LinkedHashMap<String, Object>(of(id, mention));
    var line = new StringBuilder("{");
    for (Map.Entry<String, Object> field : row.entrySet()) {
      if (field.getKey().equals("char_start") && !row.containsKey("period")) {
        line.append("\"period\": null, ");
      }
      line.append('"').append(field.getKey()).append("\": ").append(json(field.getValue()));
      line.append(", ");
    }
    line.setLength(line.length() - 2);
    return line.append('}').toString();
  }

  private static String json(Object value) {
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof Integer number ? number.toString() : quoted(value.toString());
  }

  private static String quoted(String text) {
    var quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '"' || letter == '\\') {
        quoted.append('\\').append(letter);
      } else if (letter < ' ' || Character.isSurrogate(letter)) {
        quoted.append("\\u%04x".formatted((int) letter));
      } else {
        quoted.append(letter);
      }
    }
    return quoted.append('"').toString();
  }
}
