package yuheng.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
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
import yuheng.plan.TargetReader.Entry;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Quantity;

/// Binds the numbers of the prose to what `targets.yaml` says of them.
final class TargetBinder {
  private final SequencedMap<String, Entry> entries;
  private final IndicatorReader indicators;
  private final Problems problems;

  TargetBinder(SequencedMap<String, Entry> entries, IndicatorReader indicators, Problems problems) {
    this.entries = entries;
    this.indicators = indicators;
    this.problems = problems;
  }

  /// The targets in the order of the Chinese prose; problems where prose and targets do not fit.
  ///
  /// @param english the same as `chinese` for a package in one language
  SequencedMap<String, Target> bind(Prose chinese, Prose english) {
    Map<String, BoundNumber> zh = onceEach(chinese);
    unbound(zh.keySet(), chinese.file());
    Map<String, BoundNumber> en = zh;
    if (!english.equals(chinese)) {
      en = onceEach(english);
      unbound(en.keySet(), english.file());
    }
    var targets = new LinkedHashMap<String, Target>();
    for (BoundNumber number : chinese.numbers()) {
      @Nullable Entry entry = entries.get(number.target().text());
      if (entry == null || entry.indicator() == null || targets.containsKey(entry.id().text())) {
        continue;
      }
      Optional<Quantity> value = value(number, entry.indicator());
      @Nullable BoundNumber other = en.get(entry.id().text());
      if (value.isPresent() && other != null) {
        sameInBoth(number, value.get(), other, entry.indicator());
      }
      Sense sense = sense(number, entry, other);
      if (value.isPresent() && entry.period().isPresent()) {
        targets.put(
            entry.id().text(),
            new Target(
                entry.id().text(),
                targets.size() + 1,
                entry.indicator(),
                value.get(),
                sense,
                entry.period().get(),
                number.article(),
                entry.reading(),
                entry.baseline(),
                entry.path(),
                entry.text(),
                entry.note(),
                entry.owner(),
                entry.serves()));
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
          Objects.requireNonNull(entries.get(id)).id().span(),
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
    Indicator indicator = Objects.requireNonNull(entry.indicator());
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
    if (entry.declared().isPresent()
        && entry.declared().get() != said
        && entry.reading().isEmpty()) {
      problems.add(
          "PL026",
          "the words say `%s`, the target says `%s`"
              .formatted(said.code(), entry.declared().get().code()),
          List.of(
              new Marked(entry.sense().orElseThrow().span(), ""),
              new Marked(number.quantity().span(), said.code())),
          "a sense other than what the words say is a reading, and readings are declared",
          "remove `sense`, or add `reading: {zh: …, en: …}` that says why");
    }
    return entry.declared().orElse(said);
  }
}
