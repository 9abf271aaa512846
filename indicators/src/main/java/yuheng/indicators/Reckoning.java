package yuheng.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yuheng.facts.Figure;
import yuheng.plan.Formula;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Words;

/// A value and how it was come by (测算).
///
/// @param value in the indicator's unit
/// @param period what it is about
/// @param heard the day its last part was heard
/// @param coverage a code of the plan; `mixed` when its parts differ
/// @param formula what was computed
/// @param figures the published figures used, in the order of the formula
/// @param others vintages of the same figures that were not used: revised or conflicting
/// @param differs how it differs from what the target asks; empty when it doesn't
public record Reckoning(
    Quantity value,
    Period period,
    LocalDate heard,
    String coverage,
    Formula formula,
    List<Figure> figures,
    List<Figure> others,
    Optional<Words> differs) {
  /// Coverage of a value whose parts cover different things.
  public static final String MIXED = "mixed";

  public Reckoning {
    figures = List.copyOf(figures);
    others = List.copyOf(others);
  }

  Reckoning withDifference(Words difference) {
    return new Reckoning(
        value, period, heard, coverage, formula, figures, others, Optional.of(difference));
  }

  /// The sources of the figures used, each once.
  public List<String> sources() {
    return figures.stream().map(Figure::source).distinct().toList();
  }
}
