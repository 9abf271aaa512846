package yuheng.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Problems.Spot;
import yuheng.plan.Relation.Acknowledged;
import yuheng.plan.Relation.Auxiliary;
import yuheng.plan.Relation.Bounds;
import yuheng.plan.Relation.Counts;
import yuheng.plan.Relation.Part;
import yuheng.plan.Relation.PerYear;
import yuheng.plan.Relation.RatioOf;
import yuheng.plan.Relation.SumsTo;
import yuheng.terms.Period;
import yuheng.terms.PriceBasis;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Reads `relations.yaml`.
final class RelationReader {
  private static final Words UNSAID = Words.same("?");

  private final Map<String, Target> targets;
  private final Problems problems;
  private final List<Relation> relations = new ArrayList<>();
  private final SequencedMap<String, Auxiliary> auxiliaries = new LinkedHashMap<>();
  private final List<Acknowledged> acknowledged = new ArrayList<>();

  RelationReader(Map<String, Target> targets, Problems problems) {
    this.targets = targets;
    this.problems = problems;
  }

  Relations relations() {
    return new Relations(relations, auxiliaries, acknowledged);
  }

  void read(YamlMap file) {
    file.map("auxiliaries")
        .ifPresent(
            map -> {
              for (Spot id : map.keys()) {
                map.map(id.text()).ifPresent(entry -> auxiliary(id, entry));
              }
            });
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

  private void auxiliary(Spot id, YamlMap entry) {
    problems.stands("auxiliary " + id.text(), id.span());
    Optional<Words> name = entry.needWords("name");
    Optional<Unit> unit = entry.needUnit("unit");
    entry.nothingElse("name");
    if (targets.containsKey(id.text())) {
      problems.add(
          "PL067",
          "`%s` is a target already".formatted(id.text()),
          id.span(),
          "an auxiliary quantity is one that no target names",
          "give it another name, or use the target");
    } else if (name.isPresent() && unit.isPresent()) {
      auxiliaries.put(id.text(), new Auxiliary(id.text(), name.get(), unit.get()));
    }
  }

  private void relation(Spot id, YamlMap entry) {
    Words why = entry.needWords("why").orElse(UNSAID);
    int kinds = 0;
    for (var kind : KINDS.entrySet()) {
      Optional<YamlMap> map = entry.map(kind.getKey());
      map.ifPresent(found -> kind.getValue().read(this, id, why, found));
      kinds += map.isPresent() ? 1 : 0;
    }
    if (kinds != 1) {
      problems.add(
          "PL060",
          "`%s` is %s"
              .formatted(id.text(), kinds == 0 ? "no relation" : "several relations at once"),
          id.span(),
          "a relation says one thing: " + String.join(", ", KINDS.keySet()),
          kinds == 0 ? "add one of them" : "give each a name of its own");
    }
    entry.nothingElse("why");
  }

  private interface Kind {
    void read(RelationReader reader, Spot id, Words why, YamlMap map);
  }

  private static final SequencedMap<String, Kind> KINDS = new LinkedHashMap<>();

  static {
    KINDS.put("sums-to", RelationReader::sumsTo);
    KINDS.put("counts", RelationReader::counts);
    KINDS.put("ratio-of", RelationReader::ratioOf);
    KINDS.put("implies", RelationReader::implies);
    KINDS.put("bounds", RelationReader::bounds);
    KINDS.put("per-year", RelationReader::perYear);
  }

  private Optional<Target> target(Spot name) {
    @Nullable Target target = targets.get(name.text());
    if (target == null) {
      problems.unknown(
          "PL061", "target", name, targets.keySet(), "relations hold between the plan's targets");
    }
    return Optional.ofNullable(target);
  }

  /// A target or an auxiliary quantity, and what it is counted in.
  ///
  /// @param period empty for an auxiliary quantity
  private record Variable(String id, Unit unit, Optional<Period> period) {}

  private Optional<Variable> variable(Spot name) {
    @Nullable Auxiliary auxiliary = auxiliaries.get(name.text());
    if (auxiliary != null) {
      return Optional.of(new Variable(auxiliary.id(), auxiliary.unit(), Optional.empty()));
    }
    return target(name)
        .map(t -> new Variable(t.id(), t.indicator().unit(), Optional.of(t.period())));
  }

  private void sumsTo(Spot id, Words why, YamlMap map) {
    Optional<Variable> whole = map.needSpot("whole").flatMap(this::variable);
    var parts = new ArrayList<Part>();
    for (Spot written : map.texts("parts")) {
      boolean taken = written.text().startsWith("-");
      var name = taken ? new Spot(written.text().substring(1).strip(), written.span()) : written;
      Optional<Variable> part = variable(name);
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

  private void sameKind(Variable whole, Variable part, Spot where) {
    if (!whole.unit().hasTheDimensionOf(part.unit())) {
      problems.add(
          "PL062",
          "`%s` (%s) is no part of `%s` (%s)"
              .formatted(part.id(), part.unit(), whole.id(), whole.unit()),
          where.span(),
          "a whole and its parts are counted in units of one kind",
          "leave the part out, or correct its indicator's unit");
    } else if (whole.period().isPresent()
        && part.period().isPresent()
        && !whole.period().equals(part.period())) {
      problems.add(
          "PL063",
          "`%s` is about %s, `%s` about %s"
              .formatted(part.id(), part.period().get(), whole.id(), whole.period().get()),
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

  private void ratioOf(Spot id, Words why, YamlMap map) {
    Optional<Variable> over = map.needSpot("over").flatMap(this::variable);
    Optional<Variable> under = map.needSpot("under").flatMap(this::variable);
    Optional<Spot> named = map.needSpot("ratio");
    Optional<Target> ratio = named.flatMap(this::target);
    map.nothingElse();
    if (over.isPresent() && under.isPresent() && ratio.isPresent()) {
      Unit quotient = quotient(over.get(), under.get());
      Unit unit = ratio.get().indicator().unit();
      if (!quotient.hasTheDimensionOf(unit)) {
        problems.add(
            "PL064",
            "`%s` over `%s` comes to %s, but `%s` is counted in %s"
                .formatted(over.get().id(), under.get().id(), quotient, ratio.get().id(), unit),
            named.orElseThrow().span(),
            "a ratio is counted in the quotient of its units",
            "name the target that commits to this quotient");
      } else {
        relations.add(
            new RatioOf(id.text(), why, over.get().id(), under.get().id(), ratio.get().id()));
      }
    }
  }

  /// A relation is about amounts; at which prices they are counted is the indicators' matter.
  private static Unit quotient(Variable over, Variable under) {
    return over.unit().at(PriceBasis.OPEN).per(under.unit().at(PriceBasis.OPEN));
  }

  private void bounds(Spot id, Words why, YamlMap map) {
    Optional<Variable> quantity = map.needSpot("quantity").flatMap(this::variable);
    Optional<Variable> per = map.find("per").flatMap(this::variable);
    Optional<Unit> unit = quantity.map(q -> per.map(p -> quotient(q, p)).orElse(q.unit()));
    Optional<Quantity> atLeast = bound(map, "at-least", unit);
    Optional<Quantity> atMost = bound(map, "at-most", unit);
    Optional<String> source = map.need("source");
    map.nothingElse("at-least", "at-most", "per");
    if (map.find("at-least").isEmpty() && map.find("at-most").isEmpty()) {
      problems.add(
          "PL005",
          "`at-least` or `at-most` is missing here",
          map.place(),
          "a bound bounds from below, from above, or both",
          "add a line `at-most: …`");
    } else if (quantity.isPresent() && source.isPresent()) {
      relations.add(
          new Bounds(
              id.text(),
              why,
              quantity.get().id(),
              per.map(Variable::id),
              atLeast,
              atMost,
              source.get()));
    }
  }

  private Optional<Quantity> bound(YamlMap map, String key, Optional<Unit> unit) {
    Optional<Quantity> read = map.quantity(key);
    if (read.isPresent() && unit.isPresent() && !read.get().unit().hasTheDimensionOf(unit.get())) {
      problems.add(
          "PL064",
          "the bound is in %s, but what it bounds is counted in %s"
              .formatted(read.get().unit(), unit.get()),
          map.find(key).orElseThrow().span(),
          "a bound is a number of what it bounds",
          "write it in %s".formatted(unit.get()));
      return Optional.empty();
    }
    return read;
  }

  private void implies(Spot id, Words why, YamlMap map) {
    new ImplicationReader(targets, auxiliaries, problems)
        .read(id, why, at(map), map)
        .ifPresent(relations::add);
  }

  private void perYear(Spot id, Words why, YamlMap map) {
    Optional<Target> target = map.needSpot("target").flatMap(this::target);
    Optional<Integer> years = map.needInteger("years");
    Optional<PerYear.Kind> kind =
        map.needOneOf(
            "direction",
            Map.of(
                "falls", PerYear.Kind.FALLS,
                "rises", PerYear.Kind.RISES,
                "reaches", PerYear.Kind.REACHES,
                "totals", PerYear.Kind.TOTALS));
    Optional<Quantity> from = bound(map, "from", target.map(t -> t.indicator().unit()));
    Optional<String> source = map.find("source").map(Spot::text);
    map.nothingElse();
    if (kind.isPresent() && from.isPresent() != needsStart(kind.get())) {
      problems.add(
          "PL068",
          from.isPresent()
              ? "a change needs no `from`"
              : "`from` is missing: nothing says where the way starts",
          map.place(),
          "a level or a total grows from the year before the first; a change is relative already",
          from.isPresent() ? "remove the line" : "add `from:` with its `source:`");
    } else if (target.isPresent() && years.filter(n -> n > 0).isPresent() && kind.isPresent()) {
      relations.add(
          new PerYear(id.text(), why, target.get().id(), years.get(), kind.get(), from, source));
    }
  }

  private static boolean needsStart(PerYear.Kind kind) {
    return kind == PerYear.Kind.REACHES || kind == PerYear.Kind.TOTALS;
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
