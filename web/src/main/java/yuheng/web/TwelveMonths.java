package yuheng.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The stretch of reports that a page lists: the last twelve months, or a year that its address
/// names.
final class TwelveMonths {
  private static final int DECEMBER = 12;

  private TwelveMonths() {}

  /// Its last month.
  static YearMonth last(Reporting reporting, String year) {
    return year.matches("20\\d\\d")
        ? YearMonth.of(Integer.parseInt(year), DECEMBER)
        : YearMonth.from(reporting.today());
  }

  /// All that there are.
  static List<Frame.Place> years(Reporting reporting, Asked asked, String path, String chosen) {
    int first = reporting.forms().stream().mapToInt(form -> form.from().getYear()).min().orElse(0);
    var years = new ArrayList<Frame.Place>();
    years.add(
        new Frame.Place(asked.t("近12个月", "last 12 months"), asked.href(path), chosen.isEmpty()));
    for (int year = reporting.today().getYear(); year >= first; year--) {
      String named = Integer.toString(year);
      years.add(
          new Frame.Place(named, asked.href(path, Map.of("year", named)), chosen.equals(named)));
    }
    return years;
  }
}
