package yuheng.draft;

import java.util.List;
import java.util.Optional;
import yuheng.terms.Quantity;

/// Small whole numbers as headings write them.
final class Numerals {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final List<String> ROMAN =
      List.of("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I");
  private static final List<Integer> VALUES =
      List.of(1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1);

  private Numerals() {}

  /// 1 to 99 as 一 to 九十九; others in digits.
  static String chinese(int value) {
    if (value < 1 || value > 99) {
      return Integer.toString(value);
    }
    int tens = value / 10;
    int ones = value % 10;
    String before = tens == 0 ? "" : tens == 1 ? "十" : DIGITS.charAt(tens) + "十";
    return before + (ones == 0 ? "" : DIGITS.substring(ones, ones + 1));
  }

  /// 1 to 3999 as I to MMMCMXCIX; others in digits.
  static String roman(int value) {
    if (value < 1 || value > 3999) {
      return Integer.toString(value);
    }
    var text = new StringBuilder();
    int left = value;
    for (int i = 0; i < VALUES.size(); i++) {
      while (left >= VALUES.get(i)) {
        text.append(ROMAN.get(i));
        left -= VALUES.get(i);
      }
    }
    return text.toString();
  }

  /// The whole number that a heading writes, Chinese or digits.
  static Optional<Integer> read(String written) {
    return Quantity.read(written.strip() + "个").map(quantity -> quantity.amount().intValue());
  }
}
