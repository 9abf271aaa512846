package yuheng.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Problems.Spot;
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

/// Reads `targets.yaml`.
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
  record Entry(
      Spot id,
      @Nullable Indicator indicator,
      Optional<Spot> sense,
      Optional<Sense> declared,
      Optional<Period> period,
      Optional<Words> reading,
      Optional<Baseline> baseline,
      List<Step> path,
      Optional<Anchor> text,
      Optional<Words> note,
      Optional<String> owner,
      List<String> serves) {}

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

  /// Ids of what `targets.yaml` declares, whether the rest of it fits or not.
  Set<String> ids() {
    return entries.keySet();
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
            entry.words("note"),
            owner(entry),
            serves(entry));
    problems.stands("target " + id.text(), id.span());
    entry.nothingElse();
    return read;
  }

  private Optional<String> owner(YamlMap entry) {
    Optional<Spot> owner = entry.find("owner");
    if (owner.isPresent() && !header.offices().containsKey(owner.get().text())) {
      problems.unknown(
          "PL038",
          "office",
          owner.get(),
          header.offices().keySet(),
          "offices are declared in plan.yaml");
    }
    return owner.or(header::owner).map(Spot::text);
  }

  private List<String> serves(YamlMap entry) {
    List<Spot> serves = entry.texts("serves");
    for (Spot one : serves) {
      if (!header.principles().containsKey(one.text())) {
        problems.unknown(
            "PL039",
            "principle",
            one,
            header.principles().keySet(),
            "principles are declared in plan.yaml");
      }
    }
    return serves.stream().map(Spot::text).toList();
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
    return new TargetBinder(entries, indicators, problems).bind(chinese, english);
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
