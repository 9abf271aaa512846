package yuheng.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import yuheng.plan.Problems.Spot;
import yuheng.plan.SynthRules.Calibration;
import yuheng.plan.SynthRules.Holds;
import yuheng.plan.SynthRules.IndustryClass;
import yuheng.plan.SynthRules.Range;
import yuheng.plan.SynthRules.Recipe;
import yuheng.plan.SynthRules.Role;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Reads `synth.yaml`: what a synthetic city is made of.
final class SynthReader {
  private static final BigDecimal ALL = BigDecimal.ONE;
  private static final Recipe UNREAD = new Recipe.Total();

  private final Header header;
  private final Collection<String> series;
  private final Map<String, Register> registers;
  private final Map<String, Form> forms;
  private final Problems problems;

  SynthReader(
      Header header,
      Collection<String> series,
      Map<String, Register> registers,
      Map<String, Form> forms,
      Problems problems) {
    this.header = header;
    this.series = series;
    this.registers = registers;
    this.forms = forms;
    this.problems = problems;
  }

  /// The rules, or nothing and at least one problem.
  Optional<SynthRules> read(YamlMap file) {
    int before = problems.count();
    Optional<Spot> register = file.needSpot("register");
    Optional<Integer> enterprises = file.needInteger("enterprises");
    Optional<Words> source = file.needWords("source");
    Map<Role, String> attributes =
        file.needMap("attributes").map(map -> attributes(map, register)).orElse(Map.of());
    Optional<Quantity> threshold = file.needSpot("threshold").flatMap(this::quantity);
    Optional<BigDecimal> aboveScale = file.needSpot("above-scale").flatMap(this::number);
    Optional<BigDecimal> growth = file.needSpot("growth").flatMap(this::number);
    SequencedMap<String, IndustryClass> classes =
        file.needMap("classes").map(this::classes).orElse(new LinkedHashMap<>());
    SequencedMap<String, BigDecimal> districts =
        file.needMap("districts").map(this::numbers).orElse(new LinkedHashMap<>());
    SequencedMap<String, SequencedMap<String, BigDecimal>> lists = lists(file.map("lists"));
    SequencedMap<String, Quantity> sizes =
        file.map("sizes").map(this::quantities).orElse(new LinkedHashMap<>());
    SequencedMap<String, List<String>> cuts =
        file.map("cuts").map(this::cuts).orElse(new LinkedHashMap<>());
    SequencedMap<String, BigDecimal> units =
        file.map("units").map(this::numbers).orElse(new LinkedHashMap<>());
    SequencedMap<String, BigDecimal> references =
        file.map("references").map(this::numbers).orElse(new LinkedHashMap<>());
    SequencedMap<String, Recipe> items =
        file.needMap("items").map(this::items).orElse(new LinkedHashMap<>());
    var calibrations = new ArrayList<Calibration>();
    for (YamlMap map : file.maps("calibrations")) {
      calibration(map, items).ifPresent(calibrations::add);
    }
    file.nothingElse();
    if (before == 0) { // what is wrong with the forms themselves is told first
      register.ifPresent(spot -> everyCellIsReckoned(spot, items));
    }
    if (problems.count() > before) {
      return Optional.empty();
    }
    return Optional.of(
        new SynthRules(
            register.orElseThrow().text(),
            enterprises.orElseThrow(),
            source.orElseThrow(),
            attributes,
            threshold.orElseThrow(),
            aboveScale.orElseThrow(),
            growth.orElseThrow(),
            classes,
            districts,
            lists,
            sizes,
            cuts,
            units,
            references,
            items,
            calibrations));
  }

  private Map<Role, String> attributes(YamlMap map, Optional<Spot> register) {
    var found = new EnumMap<Role, String>(Role.class);
    Set<String> kept = new HashSet<>();
    register
        .filter(_ -> problems.count() == 0)
        .map(spot -> registers.get(spot.text()))
        .ifPresent(one -> one.attributes().forEach(attribute -> kept.add(attribute.id())));
    for (Role role : Role.values()) {
      Optional<Spot> attribute = map.needSpot(role.code());
      if (attribute.isPresent() && !kept.isEmpty() && !kept.contains(attribute.get().text())) {
        problems.unknown(
            "PL123", "attribute", attribute.get(), kept, "the register keeps what is named here");
      }
      attribute.ifPresent(spot -> found.put(role, spot.text()));
    }
    map.nothingElse();
    return found;
  }

  /// The forms of the register ask what is reckoned here, and nothing else.
  private void everyCellIsReckoned(Spot register, Map<String, Recipe> items) {
    if (!registers.containsKey(register.text())) {
      problems.unknown(
          "PL123",
          "register",
          register,
          registers.keySet(),
          "registers are declared in registers/*.yaml");
      return;
    }
    Set<String> asked = new HashSet<>();
    forms.values().stream()
        .filter(form -> form.register().equals(register.text()))
        .flatMap(form -> form.items().stream())
        .forEach(item -> asked.add(item.id()));
    for (String item : new TreeSet<>(asked)) {
      if (!items.containsKey(item)) {
        problems.add(
            "PL125",
            "it is not said how `%s` is reckoned".formatted(item),
            register.span(),
            "a synthetic unit fills every cell that it is asked",
            "add it below `items`");
      }
    }
    for (String item : items.keySet()) {
      if (!asked.contains(item)) {
        problems.add(
            "PL125",
            "no form of `%s` asks `%s`".formatted(register.text(), item),
            register.span(),
            "what is reckoned is reported on a form",
            "take it out of `items`, or ask it on a form");
      }
    }
  }

  private SequencedMap<String, IndustryClass> classes(YamlMap map) {
    var classes = new LinkedHashMap<String, IndustryClass>();
    for (Spot code : map.keys()) {
      Optional<YamlMap> one = map.map(code.text());
      Optional<BigDecimal> firms = one.flatMap(m -> m.needSpot("firms")).flatMap(this::number);
      Optional<BigDecimal> output = one.flatMap(m -> m.needSpot("output")).flatMap(this::number);
      Optional<String> word = one.flatMap(m -> m.need("word"));
      one.ifPresent(YamlMap::nothingElse);
      firms.ifPresent(
          f ->
              output.ifPresent(
                  o -> word.ifPresent(w -> classes.put(code.text(), new IndustryClass(f, o, w)))));
    }
    return classes;
  }

  private SequencedMap<String, SequencedMap<String, BigDecimal>> lists(Optional<YamlMap> map) {
    var lists = new LinkedHashMap<String, SequencedMap<String, BigDecimal>>();
    map.ifPresent(
        all -> {
          for (Spot attribute : all.keys()) {
            all.map(attribute.text())
                .ifPresent(codes -> lists.put(attribute.text(), numbers(codes)));
          }
        });
    return lists;
  }

  private SequencedMap<String, BigDecimal> numbers(YamlMap map) {
    var numbers = new LinkedHashMap<String, BigDecimal>();
    for (Spot key : map.keys()) {
      map.find(key.text())
          .flatMap(this::number)
          .ifPresent(number -> numbers.put(key.text(), number));
    }
    return numbers;
  }

  private SequencedMap<String, Quantity> quantities(YamlMap map) {
    var quantities = new LinkedHashMap<String, Quantity>();
    for (Spot key : map.keys()) {
      map.find(key.text())
          .flatMap(this::quantity)
          .ifPresent(quantity -> quantities.put(key.text(), quantity));
    }
    return quantities;
  }

  private SequencedMap<String, List<String>> cuts(YamlMap map) {
    Set<String> scopes = new HashSet<>(header.scopes().keySet());
    scopes.addAll(header.pillars().keySet());
    var cuts = new LinkedHashMap<String, List<String>>();
    for (Spot scope : map.keys()) {
      List<String> beginnings = map.texts(scope.text()).stream().map(Spot::text).toList();
      if (!scopes.contains(scope.text())) {
        problems.unknown(
            "PL044", "scope", scope, scopes, "a figure is about a scope that the plan declares");
      }
      cuts.put(scope.text(), beginnings);
    }
    return cuts;
  }

  private SequencedMap<String, Recipe> items(YamlMap map) {
    var items = new LinkedHashMap<String, Recipe>();
    for (Spot item : map.keys()) {
      Optional<Recipe> recipe = map.map(item.text()).flatMap(one -> recipe(one, item, items));
      items.put(item.text(), recipe.orElse(UNREAD)); // told already; nothing more follows from it
    }
    return items;
  }

  private Optional<Recipe> recipe(YamlMap map, Spot item, Map<String, Recipe> above) {
    Optional<Spot> of = map.find("of");
    Optional<Spot> written = map.find("ratio");
    Optional<Range> ratio = written.flatMap(this::range);
    Optional<YamlMap> by = map.map("by");
    Optional<BigDecimal> among = map.find("among").flatMap(this::number);
    Optional<YamlMap> sum = map.map("sum");
    Optional<Spot> positive = map.find("positive");
    Optional<BigDecimal> times = map.find("times").flatMap(this::number);
    Optional<Spot> mean = map.find("mean");
    map.nothingElse();
    for (Optional<Spot> one : List.of(of, positive, mean)) {
      one.ifPresent(spot -> knownItem(spot, above));
    }
    SequencedMap<String, BigDecimal> parts = sum.map(this::numbers).orElse(new LinkedHashMap<>());
    sum.ifPresent(all -> all.keys().forEach(part -> knownItem(part, above)));
    if (of.isPresent() && ratio.isPresent()) {
      return Optional.of(
          new Recipe.PerOther(
              of.get().text(),
              ratio.get(),
              by.map(this::ranges).orElse(new LinkedHashMap<>()),
              among.orElse(ALL)));
    } else if (!parts.isEmpty()) {
      return Optional.of(new Recipe.Weighted(parts));
    } else if (positive.isPresent()) {
      return Optional.of(new Recipe.Positive(positive.get().text(), times.orElse(ALL)));
    } else if (mean.isPresent()) {
      return Optional.of(new Recipe.Mean(mean.get().text()));
    } else if (above.isEmpty()) {
      return Optional.of(new Recipe.Total());
    }
    if (written.isPresent() && ratio.isEmpty()) {
      return Optional.empty();
    }
    problems.add(
        "PL122",
        "it is not said how `%s` is reckoned".formatted(item.text()),
        item.span(),
        "only the first item is the total; every other one is reckoned from items above it",
        "write `of` and `ratio`, or one of `sum`, `positive`, `mean`");
    return Optional.empty();
  }

  private void knownItem(Spot item, Map<String, Recipe> above) {
    if (!above.containsKey(item.text())) {
      problems.unknown(
          "PL123",
          "item",
          item,
          above.keySet(),
          "an item is reckoned from items that stand above it in this file");
    }
  }

  private SequencedMap<String, Range> ranges(YamlMap map) {
    var ranges = new LinkedHashMap<String, Range>();
    for (Spot key : map.keys()) {
      map.find(key.text()).flatMap(this::range).ifPresent(range -> ranges.put(key.text(), range));
    }
    return ranges;
  }

  private Optional<Range> range(Spot spot) {
    String[] ends = spot.text().split("\\.\\.", -1);
    Optional<BigDecimal> low = pure(ends[0]);
    Optional<BigDecimal> high = ends.length == 2 ? pure(ends[1]) : Optional.empty();
    if (low.isEmpty() || high.isEmpty() || low.get().compareTo(high.get()) > 0) {
      problems.add(
          "PL121",
          "`%s` is not a range".formatted(spot.text()),
          spot.span(),
          "a ratio is drawn from one pure number to a greater one",
          "write it like 5%..40% or 20..60");
      return Optional.empty();
    }
    return Optional.of(new Range(low.get(), high.get()));
  }

  private static Optional<BigDecimal> pure(String text) {
    return Quantity.read(text)
        .filter(one -> one.unit().dimension().isEmpty())
        .map(one -> one.in(Unit.ONE).amount());
  }

  private Optional<BigDecimal> number(Spot spot) {
    Optional<BigDecimal> number = pure(spot.text());
    if (number.isEmpty()) {
      problems.add(
          "PL121",
          "`%s` is not a pure number".formatted(spot.text()),
          spot.span(),
          "weights and shares have no unit",
          "write it like 12 or 15%");
    }
    return number;
  }

  private Optional<Quantity> quantity(Spot spot) {
    return Written.quantity(spot, problems);
  }

  private Optional<Calibration> calibration(YamlMap map, Map<String, Recipe> items) {
    Optional<Spot> of = map.needSpot("series");
    Optional<Spot> total = map.find("total");
    Optional<Spot> share = map.find("share");
    Optional<Spot> over = map.find("over");
    Optional<Spot> under = map.find("under");
    Optional<BigDecimal> times = map.find("times").flatMap(this::number);
    boolean whole = map.oneOf("periods", Map.of("years", true, "all", false)).orElse(false);
    Optional<Integer> from = map.integer("from");
    map.nothingElse();
    of.filter(spot -> !series.contains(spot.text()))
        .ifPresent(
            spot ->
                problems.unknown(
                    "PL041", "series", spot, series, "series are declared in series.yaml"));
    for (Optional<Spot> one : List.of(total, share, over, under)) {
      one.ifPresent(spot -> knownItem(spot, items));
    }
    Holds holds;
    if (over.isPresent() && under.isPresent()) {
      reachable(over.get(), under.get(), items);
      holds = new Holds.RatioOf(over.get().text(), under.get().text(), times.orElse(ALL));
    } else if (total.isPresent()) {
      reachable(total.get(), total.get(), items);
      holds = new Holds.TotalOf(total.get().text());
    } else if (share.isPresent()) {
      holds = new Holds.ShareOf(share.get().text());
    } else {
      holds = new Holds.Count();
    }
    return of.map(spot -> new Calibration(spot.text(), holds, whole, from));
  }

  /// What is held to figures is the total, or reckoned from it without a step between.
  private void reachable(Spot one, Spot other, Map<String, Recipe> items) {
    boolean totalIn = items.get(one.text()) instanceof Recipe.Total;
    Spot reckoned = totalIn ? other : one;
    boolean direct =
        items.get(reckoned.text()) instanceof Recipe.PerOther(var of, _, _, _)
            && items.get(of) instanceof Recipe.Total;
    boolean alone = one.text().equals(other.text());
    boolean sound =
        alone
            ? totalIn || direct
            : direct && (totalIn || items.get(other.text()) instanceof Recipe.Total);
    if (!sound && items.containsKey(one.text()) && items.containsKey(other.text())) {
      problems.add(
          "PL124",
          "`%s` cannot be held to figures".formatted(reckoned.text()),
          reckoned.span(),
          "only the total item, and what is reckoned from it directly, can",
          "reckon it `of` the total item, or leave this calibration out");
    }
  }
}
