package yuheng.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.plan.Problems.Spot;
import yuheng.plan.Relation.Auxiliary;
import yuheng.plan.Relation.Compared;
import yuheng.plan.Relation.Implies;
import yuheng.terms.PriceBasis;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Reads `implies` in `relations.yaml`: formulas over targets and auxiliary quantities.
final class ImplicationReader {
  private final Map<String, Target> targets;
  private final SequencedMap<String, Auxiliary> auxiliaries;
  private final Problems problems;

  ImplicationReader(
      Map<String, Target> targets, SequencedMap<String, Auxiliary> auxiliaries, Problems problems) {
    this.targets = targets;
    this.auxiliaries = auxiliaries;
    this.problems = problems;
  }

  Optional<Implies> read(Spot id, Words why, List<String> at, YamlMap map) {
    Optional<Words> name = map.needWords("name");
    Optional<Unit> unit = map.needUnit("unit");
    var known = new LinkedHashMap<String, Series>();
    targets.forEach((key, target) -> known.put(key, asSeries(key, target.indicator().unit())));
    auxiliaries.forEach((key, one) -> known.put(key, asSeries(key, one.unit())));
    Optional<Formula> formula = map.needSpot("formula").flatMap(spot -> formula(spot, known, unit));
    Optional<Compared> compared = Optional.empty();
    if (unit.isPresent()) {
      known.put("implied", asSeries("implied", unit.get()));
      compared = map.map("compared").flatMap(entry -> compared(entry, known));
    }
    Optional<Words> reading = map.words("reading");
    map.nothingElse("at", "compared");
    if (name.isEmpty() || unit.isEmpty() || formula.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Implies(id.text(), why, name.get(), unit.get(), formula.get(), at, compared, reading));
  }

  private Optional<Compared> compared(YamlMap entry, Map<String, Series> known) {
    Optional<Words> name = entry.needWords("name");
    Optional<Unit> unit = entry.needUnit("unit");
    Optional<Formula> formula =
        entry.needSpot("formula").flatMap(spot -> formula(spot, known, unit));
    entry.nothingElse();
    return name.flatMap(n -> unit.flatMap(u -> formula.map(f -> new Compared(n, u, f))));
  }

  /// A target in a formula: prices are those of the plan throughout, so they are left open here.
  private static Series asSeries(String id, Unit unit) {
    Unit plain =
        new Unit(unit.symbol(), unit.english(), unit.dimension(), unit.scale(), PriceBasis.OPEN);
    return new Series(id, Words.same(id), plain, TimeShape.RATE, Indicator.OPEN);
  }

  private Optional<Formula> formula(Spot spot, Map<String, Series> known, Optional<Unit> unit) {
    Optional<Formula> formula =
        FormulaReader.read(spot, known, new LinkedHashSet<>(List.of(Plan.WHOLE)), problems);
    if (formula.isPresent()
        && unit.isPresent()
        && !formula.get().unit().hasTheDimensionOf(unit.get())) {
      problems.add(
          "PL064",
          "the formula comes to %s, but %s is asked".formatted(formula.get().unit(), unit.get()),
          spot.span(),
          "an implied quantity is counted in the unit it is declared in",
          "correct the formula or `unit`");
      return Optional.empty();
    }
    if (formula.filter(ImplicationReader::speaksOfTime).isPresent()) {
      problems.add(
          "PL066",
          "this formula speaks of other periods",
          spot.span(),
          "relations hold between the plan's numbers, which have one period each",
          "write it without yoy, ytd and total");
      return Optional.empty();
    }
    return formula;
  }

  private static boolean speaksOfTime(Formula formula) {
    return switch (formula) {
      case Formula.Constant _, Formula.Published _ -> false;
      case Formula.Sum(var left, var right, _) -> speaksOfTime(left) || speaksOfTime(right);
      case Formula.Product(var left, var right) -> speaksOfTime(left) || speaksOfTime(right);
      case Formula.Ratio(var over, var under) -> speaksOfTime(over) || speaksOfTime(under);
      case Formula.Growth _, Formula.YearToDate _, Formula.Total _ -> true;
    };
  }
}
