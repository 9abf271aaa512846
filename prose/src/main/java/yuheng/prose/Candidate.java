package yuheng.prose;

import java.math.BigDecimal;

/// A number with its unit, before anything is known of what the text does with it.
///
/// @param start of the number in code points
/// @param end behind the unit
/// @param value in the unit's base
/// @param unit what it counts
/// @param spelling how the number is written
/// @param shape what construction it stands in
/// @param vague whether the number says 多 or 余
record Candidate(
    int start,
    int end,
    BigDecimal value,
    Units.Unit unit,
    Numeral.Spelling spelling,
    Shape shape,
    boolean vague) {

  enum Shape {
    PLAIN,
    /// The lower end of 3—5家.
    LOW,
    /// The upper end.
    HIGH,
    /// 翻一番, 翻两番, 倍增: always a rise.
    DOUBLING,
    /// 七大, 十大.
    GREAT,
    /// 6000亿, 1299.8万: the unit is left out.
    NO_UNIT,
    /// 8:50:42 and the like.
    RATIO
  }

  Units.Kind kind() {
    return unit.kind();
  }

  boolean isCount() {
    return unit.kind().isCount();
  }
}
