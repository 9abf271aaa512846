package yuheng.reports;

import java.time.YearMonth;
import java.util.Optional;
import yuheng.plan.Form;
import yuheng.terms.Period;

/// Periods of a form.
final class Periods {
  private static final int YEAR = 12;

  private Periods() {}

  /// Whether a form is asked for a period.
  static boolean isOf(Form form, Period period) {
    return form.closing(YearMonth.from(period.lastDay())).filter(period::equals).isPresent();
  }

  /// The period of the report before, of the same year where the form is year-to-date.
  static Optional<Period> before(Form form, Period period) {
    YearMonth end = YearMonth.from(period.lastDay());
    for (int back = 1; back <= YEAR; back++) {
      YearMonth month = end.minusMonths(back);
      if (form.yearToDate() && month.getYear() != end.getYear()) {
        return Optional.empty();
      }
      Optional<Period> found = form.closing(month);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
