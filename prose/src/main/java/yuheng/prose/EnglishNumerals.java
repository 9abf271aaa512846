package yuheng.prose;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads English numerals: 1,200, 4.5 million, twenty-five, half a million, a dozen.
final class EnglishNumerals {
  private static final Map<String, BigDecimal> SMALL = small();
  private static final Map<String, BigDecimal> SCALES =
      Map.of(
          "hundred", BigDecimal.valueOf(100),
          "thousand", BigDecimal.valueOf(1_000),
          "million", BigDecimal.valueOf(1_000_000),
          "mln", BigDecimal.valueOf(1_000_000),
          "mn", BigDecimal.valueOf(1_000_000),
          "billion", BigDecimal.valueOf(1_000_000_000),
          "bln", BigDecimal.valueOf(1_000_000_000),
          "bn", BigDecimal.valueOf(1_000_000_000),
          "trillion", BigDecimal.valueOf(1_000_000_000_000L),
          "tn", BigDecimal.valueOf(1_000_000_000_000L));
  private static final List<String> ARTICLES = List.of("a", "half a");
  private static final int LONGEST = 40;

  private final EnglishText text;

  EnglishNumerals(EnglishText text) {
    this.text = text;
  }

  /// The numeral that begins exactly at an offset, if one does.
  Optional<Numeral> at(int start) {
    if (isLetterOrDigit(text.at(start - 1))) {
      return Optional.empty();
    }
    if (isDigit(text.at(start))) {
      return Optional.of(digits(start));
    }
    return Character.isLetter(text.at(start)) ? words(start) : Optional.empty();
  }

  static boolean isDigit(char letter) {
    return letter >= '0' && letter <= '9';
  }

  static boolean isLetterOrDigit(char letter) {
    return isDigit(letter) || Character.isLetter(letter);
  }

  /// The numeral in digits at an offset where a digit stands.
  Numeral digits(int start) {
    int end = start;
    while (end - start < LONGEST && (isDigit(text.at(end)) || groups(end))) {
      end++;
    }
    if (text.at(end) == '.' && isDigit(text.at(end + 1))) {
      end++;
      while (end - start < LONGEST && isDigit(text.at(end))) {
        end++;
      }
    }
    var value = new BigDecimal(text.from(start, end).replace(",", ""));
    return scaled(start, end, value, Numeral.Spelling.DIGITS);
  }

  private boolean groups(int at) {
    return text.at(at) == ','
        && isDigit(text.at(at + 1))
        && isDigit(text.at(at + 2))
        && isDigit(text.at(at + 3))
        && !isDigit(text.at(at + 4));
  }

  /// With the hundred, million, billion behind it.
  private Numeral scaled(int start, int numberEnd, BigDecimal value, Numeral.Spelling spelling) {
    int end = numberEnd;
    BigDecimal scale = BigDecimal.ONE;
    while (true) {
      int from = text.at(end) == ' ' || text.at(end) == '-' ? end + 1 : end;
      String word = word(from);
      BigDecimal times = SCALES.get(word);
      if (times == null) {
        break;
      }
      scale = scale.multiply(times);
      end = from + word.length();
    }
    boolean vague = text.at(end) == '+';
    return new Numeral(start, end, value.multiply(scale), scale, spelling, vague);
  }

  /// The word that begins at an offset, in small letters.
  private String word(int start) {
    int end = start;
    while (end - start < LONGEST && Character.isLetter(text.at(end))) {
      end++;
    }
    return text.small(start, end);
  }

  private Optional<Numeral> words(int start) {
    for (String article : ARTICLES) {
      boolean stands = text.lower().startsWith(article + " ", start);
      String next = stands ? word(start + article.length() + 1) : "";
      if (SCALES.containsKey(next)) {
        var one = article.equals("a") ? BigDecimal.ONE : new BigDecimal("0.5");
        return Optional.of(scaled(start, start + article.length(), one, Numeral.Spelling.WORDS));
      }
    }
    if (text.lower().startsWith("a dozen", start) && !Character.isLetter(text.at(start + 7))) {
      return Optional.of(
          new Numeral(
              start,
              start + 7,
              BigDecimal.valueOf(12),
              BigDecimal.ONE,
              Numeral.Spelling.WORDS,
              false));
    }
    return spelledOut(start);
  }

  /// twenty-five, one hundred and twenty, three hundred thousand.
  private Optional<Numeral> spelledOut(int start) {
    BigDecimal whole = BigDecimal.ZERO;
    BigDecimal section = BigDecimal.ZERO;
    int at = start;
    int end = start;
    boolean any = false;
    for (int step = 0; step < 12; step++) {
      String word = word(at);
      BigDecimal small = SMALL.get(word);
      BigDecimal scale = SCALES.get(word);
      if (small != null) {
        section = section.add(small);
      } else if (any && scale != null) {
        boolean hundred = word.equals("hundred");
        section = section.multiply(scale);
        whole = hundred ? whole : whole.add(section);
        section = hundred ? section : BigDecimal.ZERO;
      } else if (!(any
          && word.equals("and")
          && SMALL.containsKey(word(at + 4))
          && isHundreds(section))) {
        break;
      }
      any = true;
      at += word.length();
      end = word.equals("and") ? end : at;
      if (text.at(at) != ' ' && text.at(at) != '-') {
        break;
      }
      at++;
    }
    return any
        ? Optional.of(
            new Numeral(
                start, end, whole.add(section), BigDecimal.ONE, Numeral.Spelling.WORDS, false))
        : Optional.empty();
  }

  /// Whether «and» may go on behind it: one hundred and twenty, not five and six.
  private static boolean isHundreds(BigDecimal section) {
    return section.compareTo(BigDecimal.valueOf(100)) >= 0;
  }

  private static Map<String, BigDecimal> small() {
    String[] units =
        ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                + " fifteen sixteen seventeen eighteen nineteen")
            .split(" ", -1);
    String[] tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ", -1);
    var small = new HashMap<String, BigDecimal>();
    for (int i = 0; i < units.length; i++) {
      small.put(units[i], BigDecimal.valueOf(i));
    }
    for (int i = 0; i < tens.length; i++) {
      small.put(tens[i], BigDecimal.valueOf(10L * (i + 2)));
    }
    return Map.copyOf(small);
  }
}
