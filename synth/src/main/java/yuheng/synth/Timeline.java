package yuheng.synth;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import yuheng.terms.Period;

/// The months that are reckoned, by number from 0: two years before the first one that is reported,
/// so that the figures of the year before are there, to the end of the last year.
///
/// @param first January
/// @param from number of the first month reported
/// @param until number after the last month reported
/// @param count how many months; whole years
record Timeline(YearMonth first, int from, int until, int count) {
  private static final int YEARS_BEFORE = 2;
  static final int YEAR = 12;

  static Timeline of(YearMonth from, int months) {
    YearMonth first = YearMonth.of(from.getYear() - YEARS_BEFORE, 1);
    int start = (int) first.until(from, ChronoUnit.MONTHS);
    int until = start + months;
    return new Timeline(first, start, until, (until + YEAR - 1) / YEAR * YEAR);
  }

  int years() {
    return count / YEAR;
  }

  YearMonth month(int number) {
    return first.plusMonths(number);
  }

  /// Number of the first month of a period; negative before the first.
  int start(Period period) {
    return (int) first.until(YearMonth.from(period.start()), ChronoUnit.MONTHS);
  }

  /// Number after the last month of a period.
  int end(Period period) {
    return (int) first.until(YearMonth.from(period.end()), ChronoUnit.MONTHS);
  }

  boolean reckons(Period period) {
    return start(period) >= 0 && end(period) <= count;
  }

  boolean reports(Period period) {
    return start(period) >= from && end(period) <= until;
  }
}
