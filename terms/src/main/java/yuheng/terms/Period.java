package yuheng.terms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A stretch of whole months that a figure is **about**: half-open, from the first day of its first
/// month to the first day after its last.
///
/// | written              | is                                                   |
/// |----------------------|------------------------------------------------------|
/// | `2015`               | a year                                               |
/// | `2012H1`, `2012Q3`   | a half year, a quarter                               |
/// | `2012-09`            | a month                                              |
/// | `2012-01..2012-09`   | months from to; year to date when it starts in January |
/// | `2011..2015`, `十二五` | years from to; a five-year plan                    |
///
/// The same days are the same period however they are written: `2012-01..2012-06` is `2012H1`.
///
/// @param start first day; the first of a month
/// @param end first day after; the first of a month
public record Period(LocalDate start, LocalDate end) implements Comparable<Period> {
  private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:\\.\\.(\\d{4}))?");
  private static final Pattern PART = Pattern.compile("(\\d{4})([QH])(\\d)");
  private static final Pattern MONTHS =
      Pattern.compile("(\\d{4}-\\d{2})(?:\\.\\.(\\d{4}-\\d{2}))?");
  private static final Pattern PLAN = Pattern.compile("[“\"]?十([一二三四五])五[”\"]?|(\\d\\d)FYP");
  private static final int FIRST_YEAR_OF_TENTH_PLAN = 2001;

  public Period {
    if (start.getDayOfMonth() != 1 || end.getDayOfMonth() != 1 || !start.isBefore(end)) {
      throw new IllegalArgumentException(
          "A period is whole months from a day to a later one, but got %s to %s."
              .formatted(start, end));
    }
  }

  /// Reads what the table above shows; empty when the text is not a period.
  public static Optional<Period> read(String text) {
    try {
      return Optional.ofNullable(parse(text.strip()));
    } catch (DateTimeException | IllegalArgumentException notOne) {
      return Optional.empty();
    }
  }

  /// Reads a period that is known to be one.
  public static Period of(String text) {
    return read(text)
        .orElseThrow(() -> new IllegalArgumentException("Not a period: «%s».".formatted(text)));
  }

  /// One calendar year.
  public static Period year(int year) {
    return new Period(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1));
  }

  private static @Nullable Period parse(String text) {
    Matcher years = YEARS.matcher(text);
    if (years.matches()) {
      int from = Integer.parseInt(years.group(1));
      int to = years.group(2) == null ? from : Integer.parseInt(years.group(2));
      return new Period(LocalDate.of(from, 1, 1), LocalDate.of(to + 1, 1, 1));
    }
    Matcher part = PART.matcher(text);
    if (part.matches()) {
      int months = part.group(2).equals("Q") ? 3 : 6;
      int nth = Integer.parseInt(part.group(3));
      if (nth < 1 || nth > 12 / months) {
        return null;
      }
      var start = LocalDate.of(Integer.parseInt(part.group(1)), 1 + (nth - 1) * months, 1);
      return new Period(start, start.plusMonths(months));
    }
    Matcher months = MONTHS.matcher(text);
    if (months.matches()) {
      var from = YearMonth.parse(months.group(1));
      var to = months.group(2) == null ? from : YearMonth.parse(months.group(2));
      return new Period(from.atDay(1), to.plusMonths(1).atDay(1));
    }
    Matcher plan = PLAN.matcher(text);
    if (plan.matches()) {
      int number =
          plan.group(1) == null
              ? Integer.parseInt(plan.group(2))
              : 10 + "一二三四五".indexOf(plan.group(1)) + 1;
      int first = FIRST_YEAR_OF_TENTH_PLAN + 5 * (number - 10);
      return new Period(LocalDate.of(first, 1, 1), LocalDate.of(first + 5, 1, 1));
    }
    return null;
  }

  /// Last day of the period.
  public LocalDate lastDay() {
    return end.minusDays(1);
  }

  /// How many months it spans.
  public int months() {
    return (int)
        (YearMonth.from(end).getLong(ChronoField.PROLEPTIC_MONTH)
            - YearMonth.from(start).getLong(ChronoField.PROLEPTIC_MONTH));
  }

  /// Exactly one calendar year.
  public boolean isYear() {
    return start.getMonthValue() == 1 && months() == 12;
  }

  /// Two or more whole calendar years.
  public boolean isYears() {
    return start.getMonthValue() == 1 && months() > 12 && months() % 12 == 0;
  }

  /// Starts in January and ends within the same year (累计): 2012-01..2012-09.
  public boolean isYearToDate() {
    return start.getMonthValue() == 1 && months() < 12;
  }

  /// The same stretch one year earlier (上年同期).
  public Period yearBefore() {
    return new Period(start.minusYears(1), end.minusYears(1));
  }

  /// No day of this period comes after `that` period's last.
  public boolean endsBy(Period that) {
    return !end.isAfter(that.end);
  }

  /// Every day of `that` is a day of this.
  public boolean contains(Period that) {
    return !that.start.isBefore(start) && !that.end.isAfter(end);
  }

  /// As people say it.
  public Words words() {
    int from = start.getYear();
    int to = lastDay().getYear();
    if (isYear()) {
      return new Words(from + "年", Integer.toString(from));
    }
    if (isYears()) {
      return new Words(from + "—" + to + "年", from + "–" + to);
    }
    int first = start.getMonthValue();
    int last = lastDay().getMonthValue();
    if (months() == 1) {
      return new Words(from + "年" + first + "月", month(first) + " " + from);
    }
    if (months() == 6 && (first == 1 || first == 7)) {
      return first == 1
          ? new Words(from + "年上半年", "first half of " + from)
          : new Words(from + "年下半年", "second half of " + from);
    }
    return from == to
        ? new Words(
            "%d年%d—%d月".formatted(from, first, last),
            "%s–%s %d".formatted(month(first), month(last), from))
        : new Words(
            "%d年%d月—%d年%d月".formatted(from, first, to, last),
            "%s %d – %s %d".formatted(month(first), from, month(last), to));
  }

  private static String month(int number) {
    return Month.of(number).getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }

  /// By last day, then the longer first.
  @Override
  public int compareTo(Period that) {
    int byEnd = end.compareTo(that.end);
    return byEnd != 0 ? byEnd : that.start.compareTo(start);
  }

  /// The shortest of the spellings in the table that means these days.
  @Override
  public String toString() {
    YearMonth first = YearMonth.from(start);
    YearMonth last = YearMonth.from(lastDay());
    if (isYear()) {
      return Integer.toString(first.getYear());
    }
    if (isYears()) {
      return first.getYear() + ".." + last.getYear();
    }
    int zeroBased = first.getMonthValue() - 1;
    int months = months();
    if (months == 1) {
      return first.toString();
    }
    if (months == 3 && zeroBased % 3 == 0) {
      return first.getYear() + "Q" + (zeroBased / 3 + 1);
    }
    if (months == 6 && zeroBased % 6 == 0) {
      return first.getYear() + "H" + (zeroBased / 6 + 1);
    }
    return first + ".." + last;
  }
}
