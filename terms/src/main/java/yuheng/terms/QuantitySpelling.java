package yuheng.terms;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How quantities are read and shown.
final class QuantitySpelling {
  private static final Pattern DIGITS =
      Pattern.compile(
          "([-−+]?\\d{1,3}(?:[,\\u2009\\u202F"
              + " ]\\d{3})+(?:\\.\\d+)?|[-−+]?\\d+(?:\\.\\d+)?)\\s*(.*)");
  private static final Pattern CHINESE = Pattern.compile("([零〇一二两三四五六七八九十百千万亿]+)(.*)");
  private static final List<String> ENGLISH =
      List.of(
          "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");
  private static final int LONGEST = 200;
  private static final char THIN = '\u2009';
  private static final char NARROW_NO_BREAK = '\u202F';

  private QuantitySpelling() {}

  static Optional<Quantity> read(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = halfWidth(text.strip());
    Matcher digits = DIGITS.matcher(plain);
    if (digits.matches()) {
      String number = digits.group(1).replaceAll("[,\\u2009\\u202F +]", "").replace('−', '-');
      return Unit.read(digits.group(2)).map(unit -> new Quantity(new BigDecimal(number), unit));
    }
    Matcher chinese = CHINESE.matcher(plain);
    if (chinese.matches()) {
      // 一万亿元 and 三千亿 end their number where the unit's own scale may begin.
      for (int cut = chinese.group(1).length(); cut > 0; cut--) {
        Optional<BigDecimal> number = chineseNumber(chinese.group(1).substring(0, cut));
        Optional<Unit> unit = Unit.read(plain.substring(cut));
        if (number.isPresent() && unit.isPresent()) {
          return Optional.of(new Quantity(number.get(), unit.get()));
        }
      }
      return Optional.empty();
    }
    String[] words = plain.split("\\s+", 2);
    int number = ENGLISH.indexOf(words[0].toLowerCase(Locale.ROOT));
    if (number < 0) {
      return Optional.empty();
    }
    return Unit.read(words.length == 1 ? "" : words[1])
        .map(unit -> new Quantity(new BigDecimal(number), unit));
  }

  private static String halfWidth(String text) {
    var plain = new StringBuilder();
    text.codePoints()
        .map(c -> c >= 0xFF01 && c <= 0xFF5E ? c - 0xFEE0 : c)
        .forEach(plain::appendCodePoint);
    return plain.toString();
  }

  /// 七 = 7, 两 = 2, 十二 = 12, 三百 = 300, 一千万 = 10 000 000.
  static Optional<BigDecimal> chineseNumber(String text) {
    long total = 0;
    long section = 0;
    long digit = -1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int value = "零一二三四五六七八九".indexOf(c == '〇' ? '零' : c == '两' ? '二' : c);
      if (value >= 0) {
        if (digit > 0) {
          return Optional.empty();
        }
        digit = value;
        continue;
      }
      long one = digit < 0 ? (c == '十' && section == 0 ? 1 : -1) : digit;
      switch (c) {
        case '十', '百', '千' -> {
          if (one < 0) {
            return Optional.empty();
          }
          section += one * (c == '十' ? 10 : c == '百' ? 100 : 1000);
        }
        default -> {
          long all = section + Math.max(digit, 0);
          if (all == 0) {
            return Optional.empty();
          }
          total = (total + all) * (c == '万' ? 10_000 : 100_000_000);
          section = 0;
        }
      }
      digit = -1;
    }
    return Optional.of(BigDecimal.valueOf(total + section + Math.max(digit, 0)));
  }

  static String show(Quantity quantity, Language language) {
    return switch (language) {
      case ZH -> spaced(quantity.amount(), THIN) + unit(quantity.unit().symbol());
      case EN -> english(quantity);
    };
  }

  private static String unit(String symbol) {
    return symbol.isEmpty() ? "" : symbol.equals("%") ? "%" : NARROW_NO_BREAK + symbol;
  }

  private static String english(Quantity quantity) {
    Unit unit = quantity.unit();
    if (unit.hasTheDimensionOf(Unit.PERCENT)) {
      return grouped(quantity.amount()) + (unit.symbol().equals("%") ? "%" : unit(unit.english()));
    }
    // What the English name stands for: a hectare is 10 000 m², a yuan is a yuan.
    BigDecimal named =
        Unit.read(unit.english())
            .filter(unit::hasTheDimensionOf)
            .map(Unit::scale)
            .orElse(BigDecimal.ONE);
    BigDecimal whole =
        quantity.amount().multiply(unit.scale()).divide(named, MathContext.DECIMAL128);
    String name = unit.english().isEmpty() ? "" : " " + unit.english();
    if (isPerMany(unit, named)) {
      // 台/万人: counted for as many as the writer counted for.
      BigDecimal many = named.divide(unit.scale(), MathContext.DECIMAL128);
      return grouped(rounded(quantity.amount()))
          + name.replaceFirst("/", " per " + grouped(many) + " ");
    }
    BigDecimal size = whole.abs();
    String word = "";
    BigDecimal scale = BigDecimal.ONE;
    for (String[] candidate :
        new String[][] {{"1e12", " trillion"}, {"1e9", " billion"}, {"1e6", " million"}}) {
      if (size.compareTo(new BigDecimal(candidate[0])) >= 0) {
        scale = new BigDecimal(candidate[0]);
        word = candidate[1];
        break;
      }
    }
    return grouped(rounded(whole.divide(scale, MathContext.DECIMAL128))) + word + name;
  }

  private static boolean isPerMany(Unit unit, BigDecimal named) {
    return unit.english().contains("/")
        && unit.scale().multiply(new BigDecimal(100)).compareTo(named) <= 0
        && unit.scale().unscaledValue().equals(BigInteger.ONE);
  }

  /// To four decimals, and no less than four digits.
  private static BigDecimal rounded(BigDecimal amount) {
    BigDecimal bare = amount.stripTrailingZeros();
    int decimals = Math.max(4, 4 + bare.scale() - bare.precision());
    return bare.scale() <= decimals
        ? bare
        : bare.setScale(decimals, RoundingMode.HALF_EVEN).stripTrailingZeros();
  }

  private static String grouped(BigDecimal amount) {
    return spaced(amount, ',');
  }

  private static String spaced(BigDecimal amount, char separator) {
    String plain = amount.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    var text = new StringBuilder(amount.signum() < 0 ? "−" : "");
    for (int i = 0; i < whole.length(); i++) {
      if (i > 0 && (whole.length() - i) % 3 == 0 && whole.length() > 4) {
        text.append(separator);
      }
      text.append(whole.charAt(i));
    }
    return text.append(point < 0 ? "" : plain.substring(point)).toString();
  }
}
