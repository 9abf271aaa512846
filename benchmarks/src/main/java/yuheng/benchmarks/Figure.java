package yuheng.benchmarks;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// One measured figure.
///
/// @param name as scripts read it: `p99_ms`
/// @param value in the unit
/// @param ours the value as people read it
/// @param peer the same of whom we are compared with; empty where nobody is
/// @param what it was measured on, and how
record Figure(
    String bench,
    String name,
    BigDecimal value,
    String unit,
    String ours,
    Optional<String> peer,
    String what) {
  private static final MathContext DIGITS = new MathContext(4);

  /// A figure compared with nobody's.
  static Figure own(String bench, String name, double value, String unit, String what) {
    BigDecimal rounded = new BigDecimal(value).round(DIGITS).stripTrailingZeros();
    BigDecimal plain = rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    return new Figure(
        bench,
        name,
        plain,
        unit,
        plain.toPlainString() + (unit.equals("1") ? "" : " " + unit),
        Optional.empty(),
        what);
  }

  /// One line of JSON.
  String json() {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      json.writeStartObject();
      json.writeStringProperty("bench", bench);
      json.writeStringProperty("figure", name);
      json.writeNumberProperty("value", value);
      json.writeStringProperty("unit", unit);
      json.writeStringProperty("ours", ours);
      peer.ifPresent(other -> json.writeStringProperty("peer", other));
      json.writeStringProperty("what", what);
      json.writeEndObject();
    }
    return text.toString();
  }
}
