package yuheng.facts;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.terms.Period;

/// A period as people write it in tables: `2012年1-9月`, `2012年前三季度`, `2012.09`, `Jan–Sep 2012`.
final class WrittenPeriod {
  private static final String TO = "(?:-|—|–|－|~|～|至|到|\\.\\.)";
  private static final String YEAR = "(\\d{4})年?";
  private static final Pattern YEARS = Pattern.compile("(\\d{4})年?" + TO + "(\\d{4})年?");
  private static final Pattern MONTHS =
      Pattern.compile(YEAR + "(\\d{1,2})月?" + TO + "(\\d{1,2})月(?:累计|份)?");
  private static final Pattern MONTHS_ACROSS =
      Pattern.compile(YEAR + "[-./]?(\\d{1,2})月?" + TO + YEAR + "[-./]?(\\d{1,2})月?");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})[年./-](\\d{1,2})月?(?:当月|份)?");
  private static final Pattern COMPACT = Pattern.compile("(\\d{4})(0[1-9]|1[0-2])");
  private static final Pattern HALF = Pattern.compile(YEAR + "(上|下)半年");
  private static final Pattern QUARTER = Pattern.compile(YEAR + "第?([一二三四1-4])季度?");
  private static final Pattern QUARTERS = Pattern.compile(YEAR + "(?:前|1-|一至)([二三两23])(?:个)?季度?");
  private static final Pattern WHOLE = Pattern.compile("(\\d{4})年(?:度|全年)?");
  private static final Pattern ENGLISH =
      Pattern.compile("([a-z]{3})[a-z]*\\.?(?:" + TO + "([a-z]{3})[a-z]*\\.?)?,?(\\d{4})");
  private static final Pattern ENGLISH_ACROSS =
      Pattern.compile("([a-z]{3})[a-z]*\\.?(\\d{4})" + TO + "([a-z]{3})[a-z]*\\.?(\\d{4})");
  private static final Pattern ENGLISH_HALF = Pattern.compile("(first|second)halfof(\\d{4})");
  private static final List<String> MONTH_NAMES =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private WrittenPeriod() {}

  /// The period meant; empty when the text is none.
  static Optional<Period> read(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replaceAll("\\s", "")
            .toLowerCase(Locale.ROOT);
    Optional<Period> exact = Period.read(plain.toUpperCase(Locale.ROOT));
    if (exact.isPresent()) {
      return exact;
    }
    try {
      return chinese(plain).or(() -> english(plain));
    } catch (DateTimeException | IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Period> chinese(String text) {
    Matcher m;
    if ((m = MONTHS.matcher(text)).matches()) {
      return of(m.group(1), m.group(2), m.group(1), m.group(3));
    }
    if ((m = MONTHS_ACROSS.matcher(text)).matches()) {
      return of(m.group(1), m.group(2), m.group(3), m.group(4));
    }
    if ((m = YEARS.matcher(text)).matches()) {
      return of(m.group(1), "1", m.group(2), "12");
    }
    if ((m = MONTH.matcher(text)).matches() || (m = COMPACT.matcher(text)).matches()) {
      return of(m.group(1), m.group(2), m.group(1), m.group(2));
    }
    if ((m = HALF.matcher(text)).matches()) {
      boolean first = m.group(2).equals("上");
      return of(m.group(1), first ? "1" : "7", m.group(1), first ? "6" : "12");
    }
    if ((m = QUARTER.matcher(text)).matches()) {
      int nth = "一二三四1234".indexOf(m.group(2)) % 4;
      return of(m.group(1), "" + (3 * nth + 1), m.group(1), "" + (3 * nth + 3));
    }
    if ((m = QUARTERS.matcher(text)).matches()) {
      return of(m.group(1), "1", m.group(1), "三3".contains(m.group(2)) ? "9" : "6");
    }
    if ((m = WHOLE.matcher(text)).matches()) {
      return of(m.group(1), "1", m.group(1), "12");
    }
    return Optional.empty();
  }

  private static Optional<Period> english(String text) {
    Matcher m;
    if ((m = ENGLISH_HALF.matcher(text)).matches()) {
      boolean first = m.group(1).equals("first");
      return of(m.group(2), first ? "1" : "7", m.group(2), first ? "6" : "12");
    }
    if ((m = ENGLISH_ACROSS.matcher(text)).matches()) {
      return of(m.group(2), month(m.group(1)), m.group(4), month(m.group(3)));
    }
    if ((m = ENGLISH.matcher(text)).matches()) {
      String last = m.group(2) == null ? m.group(1) : m.group(2);
      return of(m.group(3), month(m.group(1)), m.group(3), month(last));
    }
    return Optional.empty();
  }

  private static String month(String name) {
    return Integer.toString(MONTH_NAMES.indexOf(name) + 1); // 0 is no month and ends in «none»
  }

  private static Optional<Period> of(String fromYear, String from, String toYear, String to) {
    YearMonth first = YearMonth.of(Integer.parseInt(fromYear), Integer.parseInt(from));
    YearMonth last = YearMonth.of(Integer.parseInt(toYear), Integer.parseInt(to));
    return Optional.of(new Period(first.atDay(1), last.plusMonths(1).atDay(1)));
  }
}
