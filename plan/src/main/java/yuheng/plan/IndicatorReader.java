package yuheng.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import yuheng.plan.Indicator.DefinitionBreak;
import yuheng.plan.Indicator.OpenReading;
import yuheng.plan.Indicator.StandIn;
import yuheng.plan.Problems.Spot;
import yuheng.terms.PriceBasis;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Trust;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Reads `series.yaml` and `indicators/*.yaml`.
final class IndicatorReader {
  static final Map<String, TimeShape> TIMES =
      Map.of(
          "flow", TimeShape.FLOW,
          "stock", TimeShape.STOCK,
          "rate", TimeShape.RATE,
          "cumulative", TimeShape.CUMULATIVE);

  private static final int DEFAULT_DECIMALS = 2;
  private static final Words UNSAID = Words.same("?");

  private final Header header;
  private final Problems problems;
  final SequencedMap<String, Series> series = new LinkedHashMap<>();
  final SequencedMap<String, Indicator> indicators = new LinkedHashMap<>();

  /// Where each indicator's unit is declared, for problems that point at it.
  final Map<String, Spot> unitPlaces = new HashMap<>();

  private final Map<String, Spot> idPlaces = new HashMap<>();

  IndicatorReader(Header header, Problems problems) {
    this.header = header;
    this.problems = problems;
  }

  void readSeries(YamlMap file) {
    file.needMap("series")
        .ifPresent(
            all -> {
              for (Spot id : all.keys()) {
                Written.kebab(id, problems);
                problems.stands("series " + id.text(), id.span());
                all.map(id.text()).ifPresent(entry -> series(id.text(), entry));
              }
            });
    file.nothingElse();
  }

  private void series(String id, YamlMap entry) {
    Optional<Words> name = entry.needWords("name");
    Optional<Unit> unit = entry.needUnit("unit");
    Optional<TimeShape> time = entry.needOneOf("time", TIMES);
    Optional<Spot> coverage = entry.needSpot("coverage");
    coverage.ifPresent(this::coverage);
    Optional<PriceBasis> prices = Written.prices(entry, unit, Optional.empty(), problems);
    entry.nothingElse("name", "unit", "time", "coverage", "prices");
    series.put(
        id,
        new Series(
            id,
            name.orElse(UNSAID),
            unit.orElse(Unit.ONE).at(prices.orElse(PriceBasis.OPEN)),
            time.orElse(TimeShape.RATE),
            coverage.map(Spot::text).orElse(Indicator.OPEN)));
  }

  private void coverage(Spot code) {
    if (!header.coverages().containsKey(code.text())) {
      problems.unknown(
          "PL031",
          "coverage",
          code,
          header.coverages().keySet(),
          "coverages are declared in plan.yaml");
    }
  }

  void readIndicators(YamlMap file) {
    file.needMap("indicators")
        .ifPresent(
            all -> {
              for (Spot id : all.keys()) {
                Written.kebab(id, problems);
                problems.stands("indicator " + id.text(), id.span());
                Spot before = idPlaces.putIfAbsent(id.text(), id);
                if (before != null) {
                  problems.add(
                      "PL007",
                      "the indicator `%s` is declared twice".formatted(id.text()),
                      List.of(new Marked(id.span(), ""), new Marked(before.span(), "first here")),
                      "a name means one thing",
                      "rename or remove one of them");
                }
                all.map(id.text()).ifPresent(entry -> indicator(id, entry));
              }
            });
    file.nothingElse();
  }

  private void indicator(Spot id, YamlMap entry) {
    Optional<Words> name = entry.needWords("name");
    Optional<Unit> unit = entry.needUnit("unit");
    entry.find("unit").ifPresent(spot -> unitPlaces.put(id.text(), spot));
    Optional<TimeShape> time = entry.needOneOf("time", TIMES);
    Optional<Boolean> lower = entry.needOneOf("better", Map.of("higher", false, "lower", true));
    Optional<Spot> coverage = entry.needSpot("coverage");
    coverage.ifPresent(this::coverage);
    Optional<Spot> pillar = entry.find("pillar");
    pillar
        .filter(p -> !header.pillars().containsKey(p.text()))
        .ifPresent(
            p ->
                problems.unknown(
                    "PL032",
                    "pillar",
                    p,
                    header.pillars().keySet(),
                    "pillars are declared in plan.yaml"));
    Unit priced =
        unit.orElse(Unit.ONE)
            .at(Written.prices(entry, unit, Optional.empty(), problems).orElse(PriceBasis.OPEN));
    Optional<Words> definition = entry.needWords("definition");
    Optional<String> source = entry.need("source");
    Optional<Trust> trust =
        entry.needOneOf("trust", Map.of("P", Trust.P, "S", Trust.S, "M", Trust.M));
    Optional<Formula> formula = entry.find("formula").flatMap(this::formula);
    if (unit.isPresent()) {
      formula.ifPresent(f -> fits(f, priced, entry.find("formula"), true));
    }
    List<StandIn> standIns = standIns(entry, unit.map(_ -> priced));
    Optional<Words> needs = entry.words("needs");
    if (entry.find("formula").isEmpty() && needs.isEmpty()) {
      problems.add(
          "PL050",
          "`%s` has no formula and does not say what it needs".formatted(id.text()),
          id.span(),
          "an indicator that cannot be measured says what would make it measurable",
          "add `needs: {zh: …, en: …}`, or a formula");
    }
    indicators.put(
        id.text(),
        new Indicator(
            id.text(),
            name.orElse(UNSAID),
            priced,
            time.orElse(TimeShape.RATE),
            lower.orElse(false),
            coverage.map(Spot::text).orElse(Indicator.OPEN),
            pillar.map(Spot::text),
            definition.orElse(UNSAID),
            source.orElse("?"),
            trust.orElse(Trust.M),
            formula,
            entry.integer("decimals").orElse(DEFAULT_DECIMALS),
            readings(entry),
            standIns,
            breaks(entry),
            needs));
    entry.nothingElse();
  }

  private Optional<Formula> formula(Spot written) {
    Set<String> scopes = header.allScopes();
    return FormulaReader.read(written, series, scopes, problems);
  }

  private void fits(Formula formula, Unit unit, Optional<Spot> written, boolean own) {
    boolean openPrices = unit.prices().equals(PriceBasis.OPEN) || !own;
    boolean fits =
        openPrices
            ? formula.unit().hasTheDimensionOf(unit)
            : formula.unit().measuresTheSameAs(unit);
    if (!fits) {
      problems.add(
          "PL043",
          "the formula comes to %s (%s), but the indicator is in %s (%s)"
              .formatted(
                  formula.unit().symbol().isEmpty() ? "a pure number" : formula.unit(),
                  formula.unit().prices().words().en(),
                  unit,
                  unit.prices().words().en()),
          written.orElseThrow().span(),
          "a formula measures what its indicator measures",
          "correct the formula or the indicator's unit");
    }
  }

  private List<OpenReading> readings(YamlMap entry) {
    var readings = new ArrayList<OpenReading>();
    for (YamlMap one : entry.maps("readings")) {
      var id = one.need("id");
      var words = one.wordsHere();
      var declared = one.needDay("declared");
      if (id.isPresent() && words.isPresent() && declared.isPresent()) {
        readings.add(new OpenReading(id.get(), words.get(), declared.get()));
      }
      one.nothingElse();
    }
    return readings;
  }

  private List<StandIn> standIns(YamlMap entry, Optional<Unit> unit) {
    var standIns = new ArrayList<StandIn>();
    for (YamlMap one : entry.maps("stand-ins")) {
      Optional<Spot> written = one.needSpot("formula");
      Optional<Formula> formula = written.flatMap(this::formula);
      formula.ifPresent(f -> unit.ifPresent(u -> fits(f, u, written, false)));
      Optional<Spot> coverage = one.needSpot("coverage");
      coverage.ifPresent(this::coverage);
      Optional<Words> differs = one.needWords("differs");
      if (formula.isPresent() && coverage.isPresent() && differs.isPresent()) {
        standIns.add(new StandIn(formula.get(), coverage.get().text(), differs.get()));
      }
      one.nothingElse("formula", "coverage", "differs");
    }
    return standIns;
  }

  private List<DefinitionBreak> breaks(YamlMap entry) {
    var breaks = new ArrayList<DefinitionBreak>();
    for (YamlMap one : entry.maps("breaks")) {
      var after = one.needInteger("after");
      var before = one.needInteger("before");
      var why = one.needWords("why");
      var source = one.need("source");
      if (after.isPresent() && before.isPresent() && after.get() >= before.get()) {
        problems.add(
            "PL052",
            "a break after %d cannot end before %d".formatted(after.get(), before.get()),
            one.place(),
            "`after` is the last year of the old definition, `before` the first of the new",
            "write the earlier year under `after`");
      } else if (after.isPresent() && before.isPresent() && why.isPresent() && source.isPresent()) {
        breaks.add(new DefinitionBreak(after.get(), before.get(), why.get(), source.get()));
      }
      one.nothingElse("why");
    }
    return breaks;
  }
}
