package yuheng.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yuheng.terms.Trust;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// What a quantity of the strategy is (指标): its definition, unit, coverage, and how published
/// figures come to it.
///
/// @param unit with its price basis, where money is in it; values are given in it
/// @param lowerIsBetter whether less is better
/// @param coverage what the strategy asks about; [#OPEN] where its text does not say
/// @param pillar a code of [Plan#pillars()], if it belongs to one
/// @param source where the definition stands
/// @param formula the quantity itself from published series; empty when nothing published answers
///   it
/// @param decimals how a derived value is rounded
/// @param standIns figures near the quantity but not it, best first
/// @param needs what would make it measurable
public record Indicator(
    String id,
    Words name,
    Unit unit,
    TimeShape time,
    boolean lowerIsBetter,
    String coverage,
    Optional<String> pillar,
    Words definition,
    String source,
    Trust trust,
    Optional<Formula> formula,
    int decimals,
    List<OpenReading> readings,
    List<StandIn> standIns,
    List<DefinitionBreak> breaks,
    Optional<Words> needs) {
  /// The coverage of a quantity whose text does not say what it covers.
  public static final String OPEN = "open";

  public Indicator {
    readings = List.copyOf(readings);
    standIns = List.copyOf(standIns);
    breaks = List.copyOf(breaks);
  }

  /// A named, dated reading of a term that the text leaves open (口径解读).
  public record OpenReading(String id, Words words, LocalDate declared) {}

  /// A figure near the quantity but not it (近似口径).
  ///
  /// @param coverage what it covers
  /// @param differs how it differs, in one sentence
  public record StandIn(Formula formula, String coverage, Words differs) {}

  /// A change of definition (口径调整): figures about years up to `after` and from `before` on are not
  /// comparable.
  public record DefinitionBreak(int after, int before, Words why, String source) {}
}
