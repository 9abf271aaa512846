package yuheng.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Problems.Spot;
import yuheng.plan.ProseReader.BoundNumber;
import yuheng.plan.ProseReader.Prose;
import yuheng.plan.Target.Anchor;
import yuheng.plan.Target.Baseline;
import yuheng.plan.Target.Step;
import yuheng.terms.Period;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Quantity;
import yuheng.terms.Span;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Binds the numbers of the prose to what `targets.yaml` says of them.
final class TargetReader {
  private static final Map<String, Sense> SENSES = new LinkedHashMap<>();

  static {
    for (Sense sense : Sense.values()) {
      SENSES.put(sense.code(), sense);
    }
  }

  private final Header header;
  private final IndicatorReader indicators;
  private final Problems problems;
  private final SequencedMap<String, Entry> entries = new LinkedHashMap<>();

  /// What `targets.yaml` says of one target.
  private record Entry(
      Spot id,
      @Nullable Indicator indicator,
      Optional<Spot> sense,
      Optional<Sense> declared,
      Optional<Period> period,
      Optional<Words> reading,
      Optional<Baseline> baseline,
      List<Step> path,
      Optional<Anchor> text,
      Optional<Words> note) {}

  TargetReader(Header header, IndicatorReader indicators, Problems problems) {
    this.header = header;
    this.indicators = indicators;
    this.problems = problems;
  }

  void read(YamlMap file) {
    file.needMap("targets")
        .ifPresent(
            all -> {
              for (Spot id : all.keys()) {
                all.map(id.text()).ifPresent(entry -> entries.put(id.text(), entry(id, entry)));
              }
            });
    file.nothingElse();
  }

  private Entry entry(Spot id, YamlMap entry) {
    Spot name = entry.find("indicator").orElse(id);
    @Nullable Indicator indicator = indicators.indicators.get(name.text());
    if (indicator == null) {
      problems.unknown(
          "PL030",
          "indicator",
          name,
          indicators.indicators.keySet(),
          "a target is a number of an indicator");
    }
    Optional<Spot> sense = entry.find("sense");
    var read =
        new Entry(
            id,
            indicator,
            sense,
            entry.oneOf("sense", SENSES),
            entry.needPeriod("period").filter(period -> withinPlan(period, entry)),
            entry.words("reading"),
            entry.map("baseline").flatMap(map -> baseline(map, indicator)),
            path(entry, indicator),
            entry.map("text").flatMap(this::anchor),
            entry.words("note"));
    entry.nothingElse();
    return read;
  }

  private boolean withinPlan(Period period, YamlMap entry) {
    boolean within =
        !period.start().isBefore(header.span().start())
            && period.lastDay().getYear() <= header.horizon();
    if (!within) {
      problems.add(
          "PL037",
          "%s lies outside the strategy's years, %s to %d"
              .formatted(period, header.span().start().getYear(), header.horizon()),
          entry.find("period").orElseThrow().span(),
          "a target is to be reached within the strategy's span or by its horizon",
          "correct the period, or `span` and `horizon` in plan.yaml");
    }
    return within;
  }

  private Optional<Baseline> baseline(YamlMap map, @Nullable Indicator indicator) {
    Optional<Period> period = map.needPeriod("period");
    Optional<Quantity> value =
        map.find("value").flatMap(spot -> inUnitOf(indicator, spot, "the baseline"));
    Optional<String> source = map.find("source").map(Spot::text);
    map.nothingElse();
    return period.map(p -> new Baseline(p, value, source));
  }

  private List<Step> path(YamlMap entry, @Nullable Indicator indicator) {
    Optional<YamlMap> map = entry.map("path");
    if (map.isEmpty()) {
      return List.of();
    }
    Optional<String> source = map.get().find("source").map(Spot::text);
    var steps = new ArrayList<Step>();
    for (Spot key : map.get().keys()) {
      if (!key.text().equals("source")) {
        Optional<Period> period = Written.period(key, problems);
        Optional<Quantity> value =
            map.get()
                .find(key.text())
                .flatMap(spot -> inUnitOf(indicator, spot, "the yearly task"));
        if (period.isPresent() && value.isPresent()) {
          steps.add(new Step(period.get(), value.get(), source));
        }
      }
    }
    return steps;
  }

  private Optional<Quantity> inUnitOf(@Nullable Indicator indicator, Spot spot, String what) {
    Optional<Quantity> quantity = Written.quantity(spot, problems);
    if (indicator == null || quantity.isEmpty()) {
      return quantity;
    }
    Unit unit = indicator.unit();
    if (!quantity.get().unit().hasTheDimensionOf(unit)) {
      problems.add(
          "PL033",
          "%s is in %s, but `%s` is counted in %s"
              .formatted(what, quantity.get().unit(), indicator.id(), unit),
          spot.span(),
          "a target and what it is compared with are numbers of the same thing",
          "write it in %s".formatted(unit));
      return Optional.empty();
    }
    return quantity.map(q -> q.at(unit.prices()));
  }

  private Optional<Anchor> anchor(YamlMap map) {
    Optional<Integer> start = map.needInteger("start");
    Optional<Integer> end = map.needInteger("end");
    Optional<Spot> quote = map.needSpot("quote");
    map.nothingElse();
    if (start.isEmpty() || end.isEmpty() || quote.isEmpty()) {
      return Optional.empty();
    }
    int length = quote.get().text().codePointCount(0, quote.get().text().length());
    if (end.get() - start.get() != length) {
      problems.add(
          "PL034",
          "the quote has %d characters, but %d to %d is a stretch of %d"
              .formatted(length, start.get(), end.get(), end.get() - start.get()),
          quote.get().span(),
          "an anchor is a stretch of the official text, counted in characters from 0",
          "let `end` be `start` + %d".formatted(length));
      return Optional.empty();
    }
    return Optional.of(new Anchor(start.get(), end.get(), quote.get().text()));
  }

  /// The targets in the order of the Chinese prose; problems where prose and targets do not fit.
  SequencedMap<String, Target> bind(Prose chinese, Prose english) {
    Map<String, BoundNumber> zh = onceEach(chinese);
    Map<String, BoundNumber> en = onceEach(english);
    unbound(zh.keySet(), chinese.file());
    unbound(en.keySet(), english.file());
    var targets = new LinkedHashMap<String, Target>();
    for (BoundNumber number : chinese.numbers()) {
      @Nullable Entry entry = entries.get(number.target().text());
      if (entry == null || entry.indicator == null || targets.containsKey(entry.id.text())) {
        continue;
      }
      Optional<Quantity> value = value(number, entry.indicator);
      @Nullable BoundNumber other = en.get(entry.id.text());
      if (value.isPresent() && other != null) {
        sameInBoth(number, value.get(), other, entry.indicator);
      }
      Sense sense = sense(number, entry, other);
      if (value.isPresent() && entry.period.isPresent()) {
        targets.put(
            entry.id.text(),
            new Target(
                entry.id.text(),
                targets.size() + 1,
                entry.indicator,
                value.get(),
                sense,
                entry.period.get(),
                number.article(),
                entry.reading,
                entry.baseline,
                entry.path,
                entry.text,
                entry.note));
      }
    }
    return targets;
  }

  private Map<String, BoundNumber> onceEach(Prose prose) {
    var once = new HashMap<String, BoundNumber>();
    for (BoundNumber number : prose.numbers()) {
      Spot name = number.target();
      if (!entries.containsKey(name.text())) {
        problems.unknown(
            "PL020",
            "target",
            name,
            entries.keySet(),
            "a committed number is bound to a target of targets.yaml");
        continue;
      }
      @Nullable BoundNumber before = once.putIfAbsent(name.text(), number);
      if (before != null) {
        problems.add(
            "PL022",
            "`%s` is bound twice".formatted(name.text()),
            List.of(
                new Marked(name.span(), "again here"),
                new Marked(before.target().span(), "first here")),
            "a target stands once in the prose of each language",
            "make one of them plain text, or a target of its own");
      }
    }
    return once;
  }

  private void unbound(Set<String> bound, String file) {
    var missing = new LinkedHashSet<>(entries.keySet());
    missing.removeAll(bound);
    for (String id : missing) {
      problems.add(
          "PL021",
          "`%s` is bound to no number of %s".formatted(id, file),
          Objects.requireNonNull(entries.get(id)).id.span(),
          "a target is a number that the strategy's prose commits to, in each language",
          "link the number in %s: [number](target:%s)".formatted(file, id));
    }
  }

  private Optional<Quantity> value(BoundNumber number, Indicator indicator) {
    Optional<Quantity> read = Quantity.read(number.quantity().text());
    if (read.isEmpty()) {
      notOne(number);
      return Optional.empty();
    }
    if (!read.get().unit().hasTheDimensionOf(indicator.unit())) {
      var where = new ArrayList<Marked>();
      where.add(new Marked(number.quantity().span(), unitOf(read.get())));
      @Nullable Spot declared = indicators.unitPlaces.get(indicator.id());
      if (declared != null) {
        where.add(new Marked(declared.span(), "the indicator's unit"));
      }
      problems.add(
          "PL024",
          "`%s` is in %s, but `%s` is counted in %s"
              .formatted(
                  number.quantity().text(), unitOf(read.get()), indicator.id(), indicator.unit()),
          where,
          "a number can only be bound to a quantity of its own kind",
          "bind it to another target, give the whole quantity as the link's title, or correct the"
              + " indicator's unit");
      return Optional.empty();
    }
    return read.map(quantity -> quantity.at(indicator.unit().prices()));
  }

  private static String unitOf(Quantity quantity) {
    return quantity.unit().symbol().isEmpty() ? "a bare number" : quantity.unit().symbol();
  }

  private void notOne(BoundNumber number) {
    problems.add(
        "PL023",
        "`%s` is not a quantity".formatted(number.quantity().text()),
        number.quantity().span(),
        "a bound number is a number with its unit",
        "put number and unit into the link, or the whole quantity into its title: [25元](target:…"
            + " \"25元/立方米\")");
  }

  private void sameInBoth(
      BoundNumber number, Quantity value, BoundNumber other, Indicator indicator) {
    Optional<Quantity> read = Quantity.read(other.quantity().text());
    if (read.isEmpty()) {
      notOne(other);
      return;
    }
    BigDecimal here = value.amount().multiply(value.unit().scale());
    BigDecimal there = read.get().amount().multiply(read.get().unit().scale());
    boolean bareCount = read.get().unit().counts() && value.unit().counts();
    boolean sameKind = bareCount || read.get().unit().hasTheDimensionOf(indicator.unit());
    if (!sameKind || here.compareTo(there) != 0) {
      problems.add(
          "PL025",
          "the two languages disagree: %s and %s"
              .formatted(number.quantity().text(), other.quantity().text()),
          List.of(
              new Marked(other.quantity().span(), ""),
              new Marked(number.quantity().span(), "the Chinese prose")),
          "both languages commit to the same number",
          "the Chinese prose says %s".formatted(value));
    }
  }

  private Sense sense(BoundNumber number, Entry entry, @Nullable BoundNumber other) {
    Indicator indicator = Objects.requireNonNull(entry.indicator);
    Sense byDefault = indicator.lowerIsBetter() ? Sense.AT_MOST : Sense.AT_LEAST;
    Sense said = SenseOfWords.around(number.before(), number.after()).orElse(byDefault);
    if (other != null) {
      Sense alsoSaid = SenseOfWords.around(other.before(), other.after()).orElse(byDefault);
      if (alsoSaid != said) {
        problems.add(
            "PL029",
            "the words say `%s` in Chinese and `%s` in English"
                .formatted(said.code(), alsoSaid.code()),
            List.of(
                new Marked(other.quantity().span(), alsoSaid.code()),
                new Marked(number.quantity().span(), said.code())),
            "both languages commit to the same thing",
            "use the words of the table in docs/book/reference/plan-package.md");
      }
    }
    if (entry.declared.isPresent() && entry.declared.get() != said && entry.reading.isEmpty()) {
      problems.add(
          "PL026",
          "the words say `%s`, the target says `%s`"
              .formatted(said.code(), entry.declared.get().code()),
          List.of(
              new Marked(entry.sense.orElseThrow().span(), ""),
              new Marked(number.quantity().span(), said.code())),
          "a sense other than what the words say is a reading, and readings are declared",
          "remove `sense`, or add `reading: {zh: …, en: …}` that says why");
    }
    return entry.declared.orElse(said);
  }

  /// Every place where the same stretch of the official text is claimed twice.
  void overlaps() {
    @Nullable Entry last = null;
    var anchored =
        entries.values().stream()
            .filter(entry -> entry.text.isPresent())
            .sorted(Comparator.comparingInt(entry -> entry.text.orElseThrow().start()))
            .toList();
    for (Entry entry : anchored) {
      if (last != null && entry.text.orElseThrow().start() < last.text.orElseThrow().end()) {
        Span other = last.id.span();
        problems.add(
            "PL035",
            "`%s` and `%s` are anchored to the same words"
                .formatted(entry.id.text(), last.id.text()),
            List.of(new Marked(entry.id.span(), ""), new Marked(other, "the other")),
            "each number of the official text is one target",
            "correct the offsets of one of them");
      }
      last = entry;
    }
  }
}
