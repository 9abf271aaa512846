package yuheng.synth;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// A positive level that moves evenly, in proportion, between known moments, and at a stated rate
/// before the first and after the last.
final class Trend {
  private final TreeMap<Double, Double> knots = new TreeMap<>();
  private final double before;
  private final double after;

  /// @param levels by month number, halves between
  /// @param before growth of the logarithm for each month before the first
  /// @param after the same after the last
  Trend(Map<Double, Double> levels, double before, double after) {
    levels.forEach((month, level) -> knots.put(month, Math.log(level)));
    this.before = before;
    this.after = after;
  }

  /// Growth of the logarithm for each month between the two knots at one end.
  static double slope(NavigableMap<Double, Double> levels, boolean atEnd) {
    Map.Entry<Double, Double> outer = atEnd ? levels.lastEntry() : levels.firstEntry();
    Map.Entry<Double, Double> inner =
        atEnd ? levels.lowerEntry(outer.getKey()) : levels.higherEntry(outer.getKey());
    return (Math.log(outer.getValue()) - Math.log(inner.getValue()))
        / (outer.getKey() - inner.getKey());
  }

  double at(double month) {
    Map.Entry<Double, Double> left = knots.floorEntry(month);
    Map.Entry<Double, Double> right = knots.ceilingEntry(month);
    double log;
    if (left == null) {
      log = knots.firstEntry().getValue() + before * (month - knots.firstKey());
    } else if (right == null) {
      log = left.getValue() + after * (month - left.getKey());
    } else if (left.getKey().equals(right.getKey())) {
      log = left.getValue();
    } else {
      double way = (month - left.getKey()) / (right.getKey() - left.getKey());
      log = left.getValue() + way * (right.getValue() - left.getValue());
    }
    return Math.exp(log);
  }
}
