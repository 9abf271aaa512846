package yuheng.plan;

import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Findings.Range;
import yuheng.plan.Findings.Said;
import yuheng.plan.Relation.Auxiliary;
import yuheng.plan.Relation.Compared;
import yuheng.plan.Relation.Implies;
import yuheng.terms.Language;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Implied quantities by interval arithmetic; their quantities are never negative.
final class Implications {
  private final Plan plan;
  private final SequencedMap<String, Range> ranges;

  Implications(Plan plan, SequencedMap<String, Range> ranges) {
    this.plan = plan;
    this.ranges = ranges;
  }

  /// What the relation forces, as a range.
  Said of(Implies implies) {
    Interval value = interval(implies.formula(), implies, Interval.exactly(Rational.ZERO));
    Words range =
        Findings.both(
            language -> implies.name().in(language) + " " + range(value, implies.unit(), language));
    Words arithmetic =
        Findings.both(
            language ->
                written(implies.formula(), language)
                    + " "
                    + range(value, implies.unit(), language));
    if (implies.compared().isPresent()) {
      Compared against = implies.compared().get();
      Interval compared = interval(against.formula(), implies, value);
      Words shown =
          Findings.both(
              language ->
                  against.name().in(language) + " " + range(compared, against.unit(), language));
      arithmetic =
          new Words(arithmetic.zh() + "；" + shown.zh(), arithmetic.en() + "; " + shown.en());
      range = range.followedBy("；" + shown.zh(), "; " + shown.en());
    }
    String zh = implies.reading().map(words -> words.zh() + "：").orElse("");
    String en = implies.reading().map(words -> words.en() + ": ").orElse("");
    return new Said(
        "implied",
        new Words(
            zh + range.zh() + "。" + implies.why().zh(),
            en + range.en() + ". " + implies.why().en()),
        arithmetic,
        implies
            .formula()
            .published()
            .map(part -> part.series().id())
            .filter(plan.targets()::containsKey)
            .distinct()
            .toList());
  }

  /// A range of a quantity that need not be zero or more.
  static String shown(Range range, Unit unit, Language language) {
    Optional<String> least = range.least().map(end -> Shown.in(end, unit).show(language));
    Optional<String> most = range.most().map(end -> Shown.in(end, unit).show(language));
    if (least.isPresent() && least.equals(most)) {
      return "= " + least.get();
    }
    if (least.isPresent() && most.isPresent()) {
      return least.get() + " – " + most.get();
    }
    return least
        .map(end -> "≥ " + end)
        .or(() -> most.map(end -> "≤ " + end))
        .orElse(language == Language.ZH ? "不受限" : "unbounded");
  }

  private static String range(Interval value, Unit unit, Language language) {
    String low = Shown.in(value.low(), unit).show(language);
    if (value.isOnePoint()) {
      return "= " + low;
    }
    @Nullable Rational end = value.high();
    if (end == null) {
      return value.low().signum() == 0
          ? (language == Language.ZH ? "不受限" : "unbounded")
          : "≥ " + low;
    }
    String high = Shown.in(end, unit).show(language);
    return value.low().signum() == 0 ? "≤ " + high : low + " – " + high;
  }

  /// The formula with the committed numbers in it.
  private String written(Formula formula, Language language) {
    return switch (formula) {
      case Formula.Constant(var constant) -> constant.show(language);
      case Formula.Published(var series, _) -> {
        @Nullable Target target = plan.targets().get(series.id());
        @Nullable Auxiliary auxiliary = plan.relations().auxiliaries().get(series.id());
        yield target != null
            ? target.value().show(language)
            : auxiliary != null ? auxiliary.name().in(language) : series.id();
      }
      case Formula.Sum(var left, var right, var minus) ->
          written(left, language) + (minus ? " − " : " + ") + written(right, language);
      case Formula.Product(var left, var right) ->
          grouped(left, language) + " × " + grouped(right, language);
      case Formula.Ratio(var over, var under) ->
          grouped(over, language) + " ÷ " + divisor(under, language);
      case Formula.Growth _, Formula.YearToDate _, Formula.Total _ -> formula.written();
    };
  }

  private String grouped(Formula formula, Language language) {
    String text = written(formula, language);
    return formula instanceof Formula.Sum ? "(" + text + ")" : text;
  }

  private String divisor(Formula formula, Language language) {
    boolean product = formula instanceof Formula.Ratio || formula instanceof Formula.Product;
    return product ? "(" + written(formula, language) + ")" : grouped(formula, language);
  }

  private Interval interval(Formula formula, Implies implies, Interval implied) {
    return switch (formula) {
      case Formula.Constant(var constant) -> Interval.exactly(LinearModel.base(constant));
      case Formula.Published(var series, _) -> {
        @Nullable Target target = plan.targets().get(series.id());
        @Nullable Range range = ranges.get(series.id());
        yield target != null
            ? interval(target, implies.at().contains(target.id()))
            : range != null ? interval(range) : implied;
      }
      case Formula.Sum(var left, var right, var minus) -> {
        Interval a = interval(left, implies, implied);
        Interval b = interval(right, implies, implied);
        yield minus ? a.minus(b) : a.plus(b);
      }
      case Formula.Product(var left, var right) ->
          interval(left, implies, implied).times(interval(right, implies, implied));
      case Formula.Ratio(var over, var under) ->
          interval(over, implies, implied).per(interval(under, implies, implied));
      case Formula.Growth _, Formula.YearToDate _, Formula.Total _ ->
          throw new IllegalStateException("relations have no periods: " + formula.written());
    };
  }

  private static Interval interval(Range range) {
    Rational least = range.least().filter(end -> end.signum() > 0).orElse(Rational.ZERO);
    return new Interval(least, range.most().orElse(null));
  }

  private static Interval interval(Target target, boolean atItsNumber) {
    Rational number = LinearModel.base(target.value());
    if (atItsNumber) {
      return Interval.exactly(number);
    }
    return switch (target.sense()) {
      case AT_LEAST, MORE_THAN -> Interval.from(number);
      case AT_MOST -> Interval.upTo(number);
      case EXACTLY -> Interval.exactly(number);
      case ABOUT -> {
        Rational margin = number.times(Rational.of(Sense.ABOUT_PERCENT)).per(Rational.of(100));
        yield new Interval(number.minus(margin), number.plus(margin));
      }
    };
  }
}
