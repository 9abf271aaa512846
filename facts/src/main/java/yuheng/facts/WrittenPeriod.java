package yuheng.facts;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.terms.Period;

/// A period as people write it in tables: `2012年1-9月`, `2012年前三季度`, `2012.09`, `Jan–Sep 2012`.
public final class WrittenPeriod {
  private static final String TO = "(?:-|—|–|－|~|～|至|到|\\.\\.)";
  private static final Pattern SPACE = Pattern.compile("\\s");
  private static final String YEAR = "(\\d{4})年?";
  private static final String MONTH_NAME = "([a-z]{3})[a-z]*\\.?";

  private static final List<String> MONTH_NAMES =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final List<Spelling> SPELLINGS =
      List.of(
          spelling(
              YEAR + "(\\d{1,2})月?" + TO + "(\\d{1,2})月(?:累计|份)?",
              m -> of(m.group(1), m.group(2), m.group(1), m.group(3))),
          spelling(
              YEAR + "[-./]?(\\d{1,2})月?" + TO + YEAR + "[-./]?(\\d{1,2})月?",
              m -> of(m.group(1), m.group(2), m.group(3), m.group(4))),
          spelling(YEAR + TO + YEAR, m -> of(m.group(1), "1", m.group(2), "12")),
          spelling("(\\d{4})[年./-](\\d{1,2})月?(?:当月|份)?", WrittenPeriod::month),
          spelling("(\\d{4})(0[1-9]|1[0-2])", WrittenPeriod::month),
          spelling(YEAR + "(上|下)半年", m -> half(m.group(1), m.group(2).equals("上"))),
          spelling(
              YEAR + "第?([一二三四1-4])季度?",
              m -> quarter(m.group(1), "一二三四1234".indexOf(m.group(2)) % 4)),
          spelling(
              YEAR + "(?:前|1-|一至)([二三两23])(?:个)?季度?",
              m -> of(m.group(1), "1", m.group(1), "三3".contains(m.group(2)) ? "9" : "6")),
          spelling("(\\d{4})年(?:度|全年)?", m -> of(m.group(1), "1", m.group(1), "12")),
          spelling(
              "(first|second)halfof(\\d{4})", m -> half(m.group(2), m.group(1).equals("first"))),
          spelling(
              MONTH_NAME + "(\\d{4})" + TO + MONTH_NAME + "(\\d{4})",
              m -> of(m.group(2), number(m.group(1)), m.group(4), number(m.group(3)))),
          spelling(
              MONTH_NAME + TO + MONTH_NAME + ",?(\\d{4})",
              m -> of(m.group(3), number(m.group(1)), m.group(3), number(m.group(2)))),
          spelling(
              MONTH_NAME + ",?(\\d{4})",
              m -> of(m.group(2), number(m.group(1)), m.group(2), number(m.group(1)))));

  private WrittenPeriod() {}

  /// One way to write a period, and what is meant by the parts found.
  private record Spelling(Pattern pattern, Function<Matcher, Optional<Period>> meaning) {}

  private static Spelling spelling(String pattern, Function<Matcher, Optional<Period>> meaning) {
    return new Spelling(Pattern.compile(pattern), meaning);
  }

  /// The period meant; empty when the text is none.
  public static Optional<Period> read(String text) {
    String plain = SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC)).replaceAll("");
    Optional<Period> exact = Period.read(plain.toUpperCase(Locale.ROOT));
    if (exact.isPresent()) {
      return exact;
    }
    for (Spelling spelling : SPELLINGS) {
      Matcher found = spelling.pattern.matcher(plain.toLowerCase(Locale.ROOT));
      if (found.matches()) {
        try {
          return spelling.meaning.apply(found);
        } catch (DateTimeException | IllegalArgumentException notOne) {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<Period> month(Matcher m) {
    return of(m.group(1), m.group(2), m.group(1), m.group(2));
  }

  private static Optional<Period> half(String year, boolean first) {
    return of(year, first ? "1" : "7", year, first ? "6" : "12");
  }

  private static Optional<Period> quarter(String year, int zeroBased) {
    return of(year, "" + (3 * zeroBased + 1), year, "" + (3 * zeroBased + 3));
  }

  private static String number(String name) {
    return Integer.toString(MONTH_NAMES.indexOf(name) + 1); // 0 is no month and ends in «none»
  }

  private static Optional<Period> of(String fromYear, String from, String toYear, String to) {
    YearMonth first = YearMonth.of(Integer.parseInt(fromYear), Integer.parseInt(from));
    YearMonth last = YearMonth.of(Integer.parseInt(toYear), Integer.parseInt(to));
    return Optional.of(new Period(first.atDay(1), last.plusMonths(1).atDay(1)));
  }
}
