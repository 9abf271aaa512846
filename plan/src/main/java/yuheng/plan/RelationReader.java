package yuheng.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Problems.Spot;
import yuheng.plan.Relation.Acknowledged;
import yuheng.plan.Relation.Compared;
import yuheng.plan.Relation.Counts;
import yuheng.plan.Relation.Implies;
import yuheng.plan.Relation.Part;
import yuheng.plan.Relation.PerYear;
import yuheng.plan.Relation.SumsTo;
import yuheng.terms.PriceBasis;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Reads `relations.yaml`.
final class RelationReader {
  private static final Words UNSAID = Words.same("?");

  private final Map<String, Target> targets;
  private final Problems problems;
  private final List<Relation> relations = new ArrayList<>();
  private final List<Acknowledged> acknowledged = new ArrayList<>();

  RelationReader(Map<String, Target> targets, Problems problems) {
    this.targets = targets;
    this.problems = problems;
  }

  List<Relation> relations() {
    return List.copyOf(relations);
  }

  List<Acknowledged> acknowledged() {
    return List.copyOf(acknowledged);
  }

  void read(YamlMap file) {
    Optional<YamlMap> all = file.needMap("relations");
    if (all.isPresent()) {
      for (Spot id : all.get().keys()) {
        all.get().map(id.text()).ifPresent(entry -> relation(id, entry));
      }
      checkInsteadOf(all.get());
    }
    file.map("acknowledged")
        .ifPresent(
            map -> {
              for (Spot id : map.keys()) {
                map.map(id.text()).ifPresent(entry -> acknowledge(id, entry));
              }
            });
    file.nothingElse();
  }

  private void acknowledge(Spot id, YamlMap entry) {
    var by = entry.need("by");
    var on = entry.needDay("on");
    var why = entry.needWords("why");
    entry.nothingElse("why");
    if (by.isPresent() && on.isPresent() && why.isPresent()) {
      acknowledged.add(new Acknowledged(id.text(), by.get(), on.get().toString(), why.get()));
    }
  }

  private void relation(Spot id, YamlMap entry) {
    Words why = entry.needWords("why").orElse(UNSAID);
    Optional<YamlMap> sums = entry.map("sums-to");
    Optional<YamlMap> counts = entry.map("counts");
    Optional<YamlMap> implies = entry.map("implies");
    Optional<YamlMap> perYear = entry.map("per-year");
    sums.ifPresent(map -> sumsTo(id, why, map));
    counts.ifPresent(map -> counts(id, why, map));
    implies.ifPresent(map -> implies(id, why, map));
    perYear.ifPresent(map -> perYear(id, why, map));
    long kinds =
        List.of(sums, counts, implies, perYear).stream().filter(Optional::isPresent).count();
    if (kinds != 1) {
      problems.add(
          "PL060",
          "`%s` is %s"
              .formatted(id.text(), kinds == 0 ? "no relation" : "several relations at once"),
          id.span(),
          "a relation says one thing: sums-to, counts, implies or per-year",
          kinds == 0 ? "add one of them" : "give each a name of its own");
    }
    entry.nothingElse("why");
  }

  private Optional<Target> target(Spot name) {
    @Nullable Target target = targets.get(name.text());
    if (target == null) {
      problems.unknown(
          "PL061", "target", name, targets.keySet(), "relations hold between the plan's targets");
    }
    return Optional.ofNullable(target);
  }

  private void sumsTo(Spot id, Words why, YamlMap map) {
    Optional<Target> whole = map.needSpot("whole").flatMap(this::target);
    var parts = new ArrayList<Part>();
    for (Spot written : map.texts("parts")) {
      boolean taken = written.text().startsWith("-");
      var name = taken ? new Spot(written.text().substring(1).strip(), written.span()) : written;
      Optional<Target> part = target(name);
      part.ifPresent(p -> parts.add(new Part(p.id(), taken)));
      if (whole.isPresent() && part.isPresent()) {
        sameKind(whole.get(), part.get(), name);
      }
    }
    Optional<Boolean> more = map.needOneOf("remainder", Map.of("none", false, "some", true));
    List<String> at = at(map);
    Optional<Words> reading = map.words("reading");
    Optional<String> insteadOf = map.find("instead-of").map(Spot::text);
    map.nothingElse("reading", "parts", "at");
    if (whole.isPresent() && more.isPresent()) {
      relations.add(
          new SumsTo(id.text(), why, whole.get().id(), parts, more.get(), at, reading, insteadOf));
    }
  }

  private void sameKind(Target whole, Target part, Spot where) {
    if (!whole.indicator().unit().hasTheDimensionOf(part.indicator().unit())) {
      problems.add(
          "PL062",
          "`%s` (%s) is no part of `%s` (%s)"
              .formatted(part.id(), part.indicator().unit(), whole.id(), whole.indicator().unit()),
          where.span(),
          "a whole and its parts are counted in units of one kind",
          "leave the part out, or correct its indicator's unit");
    } else if (!whole.period().equals(part.period())) {
      problems.add(
          "PL063",
          "`%s` is about %s, `%s` about %s"
              .formatted(part.id(), part.period(), whole.id(), whole.period()),
          where.span(),
          "a whole and its parts are about the same period",
          "correct one of the periods in targets.yaml");
    }
  }

  private List<String> at(YamlMap map) {
    return map.texts("at").stream().flatMap(one -> target(one).stream()).map(Target::id).toList();
  }

  private void counts(Spot id, Words why, YamlMap map) {
    Optional<Target> number = map.needSpot("number").flatMap(this::target);
    var named = new ArrayList<Words>();
    for (YamlMap one : map.maps("named")) {
      one.wordsHere().ifPresent(named::add);
      one.nothingElse();
    }
    map.nothingElse();
    number.ifPresent(target -> relations.add(new Counts(id.text(), why, target.id(), named)));
  }

  private void implies(Spot id, Words why, YamlMap map) {
    Optional<Words> name = map.needWords("name");
    Optional<Unit> unit = map.needUnit("unit");
    var known = new LinkedHashMap<String, Series>();
    targets.forEach((key, target) -> known.put(key, asSeries(key, target.indicator().unit())));
    Optional<Formula> formula = map.needSpot("formula").flatMap(spot -> formula(spot, known, unit));
    List<String> at = at(map);
    Optional<Compared> compared = Optional.empty();
    if (unit.isPresent()) {
      known.put("implied", asSeries("implied", unit.get()));
      compared = map.map("compared").flatMap(entry -> compared(entry, known));
    }
    map.nothingElse("at", "compared");
    if (name.isPresent() && unit.isPresent() && formula.isPresent()) {
      relations.add(
          new Implies(id.text(), why, name.get(), unit.get(), formula.get(), at, compared));
    }
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
    if (formula.filter(RelationReader::speaksOfTime).isPresent()) {
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

  private void perYear(Spot id, Words why, YamlMap map) {
    Optional<Target> target = map.needSpot("target").flatMap(this::target);
    Optional<Integer> years = map.needInteger("years");
    Optional<Boolean> falls = map.needOneOf("direction", Map.of("falls", true, "rises", false));
    map.nothingElse();
    if (target.isPresent() && years.isPresent() && falls.isPresent()) {
      relations.add(new PerYear(id.text(), why, target.get().id(), years.get(), falls.get()));
    }
  }

  private void checkInsteadOf(YamlMap all) {
    var ids = relations.stream().map(Relation::id).toList();
    for (Relation relation : relations) {
      if (relation instanceof SumsTo sums && sums.insteadOf().isPresent()) {
        String other = sums.insteadOf().get();
        if (!ids.contains(other)) {
          Spot where =
              all.keys().stream()
                  .filter(key -> key.text().equals(relation.id()))
                  .findFirst()
                  .orElseThrow();
          problems.unknown(
              "PL065",
              "relation",
              new Spot(other, where.span()),
              ids,
              "`instead-of` names a relation of this file");
        }
      }
    }
  }
}
