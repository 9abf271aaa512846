package yuheng.prose;

import java.math.BigDecimal;

/// A number as it is written, without its unit.
///
/// @param start of its first letter
/// @param end behind its last
/// @param value exact
/// @param scale the ten-thousands and hundred-millions at its end, 1 if there are none: a range
///   shares them (3—5万)
/// @param spelling how it is written
/// @param vague whether it says 多 or 余: a little more than the value
record Numeral(
    int start, int end, BigDecimal value, BigDecimal scale, Spelling spelling, boolean vague) {

  enum Spelling {
    /// 15, 1.5万亿
    DIGITS,
    /// 三, 二十五, 一千万
    CHINESE,
    /// 百, 千亿, 万: a size, seldom a number
    SCALE_ALONE,
    /// 二〇一一, 三五: digits in a row, a year or a manner of speaking
    ROW,
    /// twenty-five, in an English text
    WORDS
  }
}
