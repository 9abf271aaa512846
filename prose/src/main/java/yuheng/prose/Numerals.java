package yuheng.prose;

import java.math.BigDecimal;
import java.util.Optional;

/// Reads numerals: Arabic, Chinese and mixed.
final class Numerals {
  private static final String DIGITS = "零一二三四五六七八九";
  private static final String SCALES = "十百千万亿";
  private static final String METRIC_AFTER_THOUSAND = "瓦米克伏卡帕焦赫兆字";
  private static final int LONGEST = 40;

  private final Letters letters;

  Numerals(Letters letters) {
    this.letters = letters;
  }

  /// The numeral that begins exactly at an offset, if one does.
  Optional<Numeral> at(int start) {
    char first = letters.at(start);
    if (isDigit(first)) {
      return Optional.of(arabic(start));
    }
    return digit(first) >= 0 || isScale(start) ? Optional.of(chinese(start)) : Optional.empty();
  }

  static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  static boolean isChinese(char letter) {
    return digit(letter) >= 0 || SCALES.indexOf(letter) >= 0;
  }

  private Numeral arabic(int start) {
    int end = start;
    while (end - start < LONGEST && (isDigit(letters.at(end)) || groups(end))) {
      end++;
    }
    if (letters.at(end) == '.' && isDigit(letters.at(end + 1))) {
      end++;
      while (end - start < LONGEST && isDigit(letters.at(end))) {
        end++;
      }
    }
    var value = new BigDecimal(letters.from(start, end).replace(",", ""));
    return scaled(start, end, value);
  }

  private boolean groups(int at) {
    return letters.at(at) == ',' && isDigit(letters.at(at + 1));
  }

  private Numeral scaled(int start, int digitsEnd, BigDecimal value) {
    int end = digitsEnd;
    boolean vague = isMore(end);
    int from = vague ? end + 1 : end;
    if (letters.at(from) == ' ' && isScale(from + 1)) {
      from++;
    }
    BigDecimal scale = BigDecimal.ONE;
    while (isScale(from)) {
      scale = scale.multiply(scale(letters.at(from)));
      from++;
      end = from;
    }
    if (vague && end == digitsEnd) {
      end = digitsEnd + 1;
    } else if (isMore(end)) {
      vague = true;
      end++;
    }
    return new Numeral(start, end, value.multiply(scale), scale, Numeral.Spelling.DIGITS, vague);
  }

  /// 多 or 余 as in 200多家, not as in 20余热利用项目.
  private boolean isMore(int at) {
    char letter = letters.at(at);
    return letter == '多' || (letter == '余' && letters.at(at + 1) != '热');
  }

  private Numeral chinese(int start) {
    int end = start;
    boolean anyDigit = false;
    boolean anyScale = false;
    boolean row = false;
    while (end - start < LONGEST && (digit(letters.at(end)) >= 0 || isScale(end))) {
      boolean isDigit = digit(letters.at(end)) >= 0;
      row |= isDigit && end > start && digit(letters.at(end - 1)) > 0;
      anyDigit |= isDigit;
      anyScale |= !isDigit;
      end++;
    }
    String written = letters.from(start, end);
    if (row || (written.length() > 1 && !anyScale)) {
      return new Numeral(start, end, row(written), BigDecimal.ONE, Numeral.Spelling.ROW, false);
    }
    if (letters.at(end) == '点' && digit(letters.at(end + 1)) >= 0) {
      return decimal(start, end, value(written));
    }
    boolean bare = !anyDigit && !written.equals("十");
    boolean vague = isMore(end);
    return new Numeral(
        start,
        vague ? end + 1 : end,
        value(written),
        BigDecimal.ONE,
        bare ? Numeral.Spelling.SCALE_ALONE : Numeral.Spelling.CHINESE,
        vague);
  }

  /// 四点五.
  private Numeral decimal(int start, int point, BigDecimal whole) {
    int end = point + 1;
    BigDecimal value = whole;
    BigDecimal place = BigDecimal.ONE;
    while (end - point < LONGEST && digit(letters.at(end)) >= 0) {
      place = place.movePointLeft(1);
      value = value.add(place.multiply(BigDecimal.valueOf(digit(letters.at(end)))));
      end++;
    }
    return new Numeral(start, end, value, BigDecimal.ONE, Numeral.Spelling.CHINESE, false);
  }

  private static BigDecimal row(String written) {
    var digits = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      digits.append(Math.max(0, digit(written.charAt(i))));
    }
    return new BigDecimal(digits.toString());
  }

  private static BigDecimal value(String written) {
    BigDecimal whole = BigDecimal.ZERO;
    BigDecimal section = BigDecimal.ZERO;
    BigDecimal digit = BigDecimal.ZERO;
    for (int i = 0; i < written.length(); i++) {
      char letter = written.charAt(i);
      if (digit(letter) >= 0) {
        digit = BigDecimal.valueOf(digit(letter));
      } else if (letter == '万' || letter == '亿') {
        BigDecimal head = section.add(digit);
        whole = whole.add(head.signum() == 0 && whole.signum() == 0 ? BigDecimal.ONE : head);
        whole = whole.multiply(scale(letter));
        section = BigDecimal.ZERO;
        digit = BigDecimal.ZERO;
      } else {
        section = section.add(digit.max(BigDecimal.ONE).multiply(scale(letter)));
        digit = BigDecimal.ZERO;
      }
    }
    return whole.add(section).add(digit);
  }

  private boolean isScale(int at) {
    char letter = letters.at(at);
    if (letter == '千' && METRIC_AFTER_THOUSAND.indexOf(letters.at(at + 1)) >= 0) {
      return false;
    }
    if (letter == '百' && letters.at(at + 1) == '分') {
      return false;
    }
    return SCALES.indexOf(letter) >= 0;
  }

  private static int digit(char letter) {
    return switch (letter) {
      case '两' -> 2;
      case '〇', '○' -> 0;
      default -> DIGITS.indexOf(letter);
    };
  }

  private static BigDecimal scale(char letter) {
    return BigDecimal.TEN.pow(
        switch (letter) {
          case '十' -> 1;
          case '百' -> 2;
          case '千' -> 3;
          case '万' -> 4;
          default -> 8;
        });
  }
}
