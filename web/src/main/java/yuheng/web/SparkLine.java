package yuheng.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import yuheng.indicators.PartStanding.Point;

/// A small chart of a year: percent of the task done by each month, and a dashed line from the
/// start of the year to what the schedule asks. All rows of a table have the same scale: 0 to 120
/// percent.
///
/// @param done points of the line, empty for none
/// @param asked end of the dashed line: `x,y`; empty for none
/// @param x of the last point
/// @param y of the last point
record SparkLine(String done, String asked, String x, String y) {
  private static final double WIDTH = 96;
  private static final double HEIGHT = 28;
  private static final double TOP = 120;
  private static final int MONTHS = 12;

  /// @param month the last month that has a figure
  static SparkLine of(List<Point> line, Optional<BigDecimal> asked, int month) {
    String points =
        line.stream()
            .map(one -> x(one.month()) + "," + y(one.percent()))
            .collect(Collectors.joining(" "));
    return new SparkLine(
        line.isEmpty() ? "" : x(0) + "," + y(BigDecimal.ZERO) + " " + points,
        asked.map(percent -> x(month) + "," + y(percent)).orElse(""),
        line.isEmpty() ? "" : x(line.getLast().month()),
        line.isEmpty() ? "" : y(line.getLast().percent()));
  }

  private static String x(int month) {
    return number(2 + (WIDTH - 4) * month / MONTHS);
  }

  private static String y(BigDecimal percent) {
    double capped = Math.max(0, Math.min(TOP, percent.doubleValue()));
    return number(HEIGHT - 2 - (HEIGHT - 4) * capped / TOP);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
