package yuheng.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// How a plan asks for progress within a year, and when it lights which lamp (进度与亮灯).
///
/// @param path what the plan itself asks by the end of given months; empty when it says nothing
public record Progress(Lamps lamps, Optional<Path> path) {
  private static final int MONTHS = 12;
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  /// What holds for a plan that declares nothing: our own choice of the thresholds of the
  /// supervision rule of Yinchuan (银川市督查工作亮灯规则: 10 to 30 points behind, yellow; more, red;
  /// secondary copy, m.qlbk.net/news/3Ww4l7bw75.html). A straight path is every plan's to ask for.
  public static final Progress OURS =
      new Progress(
          new Lamps(
              new BigDecimal(10),
              new BigDecimal(30),
              "银川市督查工作亮灯规则（二手转载 m.qlbk.net/news/3Ww4l7bw75.html）",
              true),
          Optional.empty());

  /// Thresholds in points behind schedule: percent of the year's task asked minus percent done.
  ///
  /// @param behind more than so many is yellow
  /// @param atRisk more than so many is red
  /// @param source who set them
  /// @param ours the plan declares none and these are the house's own choice
  public record Lamps(BigDecimal behind, BigDecimal atRisk, String source, boolean ours) {}

  /// Percent of a year's task asked by the end of months (序时进度), straight between them, from 0 at
  /// the start of the year to 100 at its end.
  ///
  /// @param byMonth 1 to 12, rising
  public record Path(SortedMap<Integer, BigDecimal> byMonth, String source) {
    public Path {
      byMonth = Collections.unmodifiableSortedMap(new TreeMap<>(byMonth));
    }

    /// Percent asked by the end of a month, to four decimals.
    public BigDecimal by(int month) {
      int from = 0;
      BigDecimal at = BigDecimal.ZERO;
      var whole = new TreeMap<>(byMonth);
      whole.putIfAbsent(MONTHS, HUNDRED);
      for (Map.Entry<Integer, BigDecimal> step : whole.entrySet()) {
        if (month <= step.getKey()) {
          return at.add(
              step.getValue()
                  .subtract(at)
                  .multiply(BigDecimal.valueOf(month - from))
                  .divide(BigDecimal.valueOf(step.getKey() - from), 4, RoundingMode.HALF_EVEN));
        }
        from = step.getKey();
        at = step.getValue();
      }
      return HUNDRED;
    }
  }
}
