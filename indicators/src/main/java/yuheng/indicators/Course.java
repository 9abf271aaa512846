package yuheng.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yuheng.terms.Period;
import yuheng.terms.Quantity;

/// What a chart of a target shows (走势).
///
/// @param actual values by period, oldest first, only those that answer the target
/// @param near stand-in values, oldest first, never joined with `actual`
/// @param required from baseline to target; empty without a baseline
/// @param breaks days at which the definition changed
public record Course(
    List<Reckoning> actual, List<Reckoning> near, List<Step> required, List<LocalDate> breaks) {
  public Course {
    actual = List.copyOf(actual);
    near = List.copyOf(near);
    required = List.copyOf(required);
    breaks = List.copyOf(breaks);
  }

  /// The stand-in value of a period, the first of them where several formulas give one.
  public Optional<Reckoning> near(Period period) {
    return near.stream().filter(one -> one.period().equals(period)).findFirst();
  }

  /// A point of the required path.
  ///
  /// @param day by the end of which `value` is asked
  /// @param proposal nobody set it; it lies on the straight line
  public record Step(LocalDate day, Quantity value, boolean proposal) {}
}
