package yuheng.web;

import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import yuheng.plan.Form;
import yuheng.terms.Period;

/// Which form and period a page of offices is about, and which others there are.
///
/// @param forms to choose from
/// @param periods of the form, the last first
record ReportChoice(Form asked, Period about, List<Option> forms, List<Option> periods) {
  private static final int YEARS = 3;
  private static final int MONTHS = 12;

  /// One that can be chosen.
  record Option(String code, String name, boolean chosen) {}

  /// What an address asks for; without, the first form and its last period by the month that pages
  /// are asked as of.
  static ReportChoice of(Reporting reporting, Asked asked, String form, String period) {
    Form chosen = form.isEmpty() ? reporting.forms().getFirst() : reporting.form(form);
    YearMonth today = YearMonth.from(reporting.today());
    YearMonth month = asked.asOf().isAfter(today) ? today : asked.asOf();
    Period about =
        period.isEmpty()
            ? reporting
                .latest(chosen, month)
                .or(() -> reporting.latest(chosen, today))
                .orElseThrow(NoSuchElementException::new)
            // A period of another form: the one that ends with it.
            : Period.read(period)
                .flatMap(
                    one ->
                        Optional.of(one)
                            .filter(
                                same ->
                                    chosen
                                        .closing(YearMonth.from(same.lastDay()))
                                        .equals(Optional.of(same)))
                            .or(() -> reporting.latest(chosen, YearMonth.from(one.lastDay()))))
                .orElseThrow(NoSuchElementException::new);
    YearMonth last = YearMonth.from(about.lastDay()).plusMonths(MONTHS);
    YearMonth until = last.isAfter(today) ? today : last;
    return new ReportChoice(
        chosen,
        about,
        reporting.forms().stream()
            .map(one -> new Option(one.id(), asked.t(one.words()), one.equals(chosen)))
            .toList(),
        reporting.periods(chosen, until.minusMonths(YEARS * MONTHS), until).stream()
            .map(
                one ->
                    new Option(
                        one.toString(), asked.t(chosen.about(one).words()), one.equals(about)))
            .toList());
  }

  Map<String, String> more() {
    var more = new LinkedHashMap<String, String>();
    more.put("form", asked.id());
    more.put("period", about.toString());
    return more;
  }
}
