package yuheng.delivery;

import java.util.List;
import yuheng.terms.Words;

/// A number of a bulletin, bound to what it came from.
///
/// @param name what it is, the same for every version of the number: `gross-output@city value`
/// @param shown as printed
/// @param about the period it is about, as people say it; empty for a count
/// @param figures ids of the published figures that the number was read from or computed of
/// @param evidence where one who doubts it goes
public record Bound(
    String name, Words shown, String about, List<String> figures, Evidence evidence) {
  public Bound {
    figures = List.copyOf(figures);
  }

  /// Where the evidence of a number is shown.
  ///
  /// @param id of a figure, a target, a breakdown, or a state's code
  public record Evidence(Kind kind, String id) {}

  /// What the evidence of a number is.
  public enum Kind {
    /// One published figure.
    FIGURE,
    /// A target with its standing.
    TARGET,
    /// The targets in one state.
    STATE,
    /// The districts and their figures.
    DISTRICTS,
    /// A breakdown, by its key.
    BREAKDOWN,
    /// The ranking of a target's districts.
    RANKING
  }
}
