package yuheng.plan;

import java.util.List;
import java.util.Optional;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Words;

/// One committed number of the strategy (目标).
///
/// @param number 1-based, in the order of the prose
/// @param indicator the quantity it is about
/// @param value as the prose says it, at the indicator's prices
/// @param period when it is to be reached; a range of years for a total over them
/// @param article where it stands, see [Article#id()]
/// @param reading how an open word of the text is read here
/// @param path yearly tasks, by year
/// @param owner the office that answers for it, a code of [Plan#offices()]
/// @param serves codes of [Plan#principles()]
public record Target(
    String id,
    int number,
    Indicator indicator,
    Quantity value,
    Sense sense,
    Period period,
    String article,
    Optional<Words> reading,
    Optional<Baseline> baseline,
    List<Step> path,
    Optional<Anchor> text,
    Optional<Words> note,
    Optional<String> owner,
    List<String> serves) {
  public Target {
    path = List.copyOf(path);
    serves = List.copyOf(serves);
  }

  /// Where progress is counted from (基期).
  ///
  /// @param value as given in the plan; empty when published figures are to say it
  public record Baseline(Period period, Optional<Quantity> value, Optional<String> source) {}

  /// A yearly task (年度任务).
  ///
  /// @param source who set it; empty means that it is this plan's own proposal
  public record Step(Period period, Quantity value, Optional<String> source) {}

  /// The number in the official text.
  ///
  /// @param start 0-based, in code points
  /// @param end one past the last code point
  public record Anchor(int start, int end, String quote) {}
}
