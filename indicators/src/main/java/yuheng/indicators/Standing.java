package yuheng.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import yuheng.plan.Target;
import yuheng.terms.Quantity;
import yuheng.terms.Value;
import yuheng.terms.Words;

/// Where one target stands (目标进度).
///
/// @param value in the indicator's unit, or why there is none
/// @param reckoning how the value was come by; present exactly when it is known
/// @param beside further figures near the quantity, not used for grade and state
/// @param distance to the target; only when the figure may be compared
/// @param pace so far and required; only where progress can be counted from a baseline
/// @param reasons grade and state in sentences
public record Standing(
    Target target,
    Grade grade,
    State state,
    Value value,
    Optional<Reckoning> reckoning,
    List<Reckoning> beside,
    Optional<Distance> distance,
    Optional<Pace> pace,
    List<Words> reasons) {
  public Standing {
    beside = List.copyOf(beside);
    reasons = List.copyOf(reasons);
  }

  /// How far the value is from the target.
  ///
  /// @param gap value minus target; percentage points for shares
  /// @param percent the gap in percent of the target
  public record Distance(Quantity gap, BigDecimal percent) {}

  /// Progress per year since the baseline, and what is needed per year from now to the target.
  ///
  /// @param soFar per year, in the unit of the gap
  /// @param required per year; empty when no time is left
  /// @param done percent of the way from baseline to target
  /// @param scheduled percent of the way that the schedule asks by the figure's last day
  public record Pace(
      Quantity soFar, Optional<Quantity> required, BigDecimal done, BigDecimal scheduled) {}
}
