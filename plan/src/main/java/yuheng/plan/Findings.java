package yuheng.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Proof.Conflict;
import yuheng.plan.Proof.Finding;
import yuheng.plan.Proof.Slack;
import yuheng.plan.Relation.Acknowledged;
import yuheng.plan.Relation.Compared;
import yuheng.plan.Relation.Counts;
import yuheng.plan.Relation.Implies;
import yuheng.plan.Relation.Part;
import yuheng.plan.Relation.PerYear;
import yuheng.plan.Relation.SumsTo;
import yuheng.terms.Language;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Says in words what a proof found, each with its arithmetic written out.
final class Findings {
  private static final int STEPS = 60;
  private static final MathContext DIGITS = new MathContext(40);
  private static final BigDecimal TWO = new BigDecimal(2);

  private final Plan plan;
  private final List<Slack> slacks;
  private final List<Conflict> conflicts;
  private final List<Finding> found = new ArrayList<>();

  Findings(Plan plan, List<Slack> slacks, List<Conflict> conflicts) {
    this.plan = plan;
    this.slacks = slacks;
    this.conflicts = conflicts;
  }

  List<Finding> all() {
    for (Relation relation : plan.relations()) {
      switch (relation) {
        case SumsTo sum -> sum(sum);
        case Counts counts -> counts(counts);
        case Implies implies -> implies(implies);
        case PerYear perYear -> perYear(perYear);
      }
    }
    conflicts.forEach(this::conflict);
    return found;
  }

  private Target target(String id) {
    return Objects.requireNonNull(plan.targets().get(id));
  }

  private void add(String id, Words what, Words arithmetic, List<String> targets) {
    Optional<Acknowledged> seen =
        plan.acknowledged().stream().filter(one -> one.finding().equals(id)).findFirst();
    found.add(new Finding(id, what, arithmetic, targets, seen));
  }

  private void sum(SumsTo sum) {
    Target whole = target(sum.whole());
    String reading = sum.reading().isPresent() ? sum.id() : Proof.DECLARED;
    Optional<Quantity> slack =
        slacks.stream()
            .filter(one -> one.target().equals(whole) && one.reading().equals(reading))
            .findFirst()
            .flatMap(Slack::slack);
    if (slack.isEmpty()) {
      return;
    }
    Words arithmetic = both(language -> addition(sum, language));
    String zh = sum.reading().map(words -> words.zh() + "：").orElse("");
    String en = sum.reading().map(words -> words.en() + ": ").orElse("");
    int sign = slack.get().amount().signum();
    if (sign < 0) {
      String zhGap =
          new Quantity(slack.get().amount().negate(), slack.get().unit()).show(Language.ZH);
      String enGap =
          new Quantity(slack.get().amount().negate(), slack.get().unit()).show(Language.EN);
      add(
          sum.id() + ".short",
          sum.more()
              ? new Words(
                  zh + "没有列出的部分须补足" + zhGap + "。",
                  en + "the parts that are not listed have to make up " + enGap + ".")
              : new Words(
                  zh + "按各部分的承诺，合计比总目标少" + zhGap + "。",
                  en + "what the parts commit to is " + enGap + " less than the whole."),
          arithmetic,
          List.of(whole.id()));
    } else if (sign == 0 && whole.sense() == Sense.MORE_THAN) {
      add(
          sum.id() + ".not-secured",
          new Words(
              zh + "各部分恰好等于总目标，“超过”没有余量：任何一项差一点，总目标就落空。",
              en
                  + "the parts come to the number itself, so «more than» is not secured: if any of"
                  + " them is a little short, the whole fails."),
          arithmetic,
          List.of(whole.id()));
    } else if (sign == 0) {
      add(
          sum.id() + ".no-reserve",
          new Words(
              zh + "各部分恰好等于总目标，没有预留。",
              en + "the parts come to the number itself; there is no reserve."),
          arithmetic,
          List.of(whole.id()));
    }
  }

  private String addition(SumsTo sum, Language language) {
    var text = new StringBuilder();
    Rational total = Rational.ZERO;
    for (Part part : sum.parts()) {
      Target target = target(part.target());
      Rational value = Prover.base(target.value());
      total = part.taken() ? total.minus(value) : total.plus(value);
      text.append(text.isEmpty() ? "" : part.taken() ? " − " : " + ")
          .append(target.value().show(language));
    }
    return text + " = " + Shown.in(total, target(sum.whole())).show(language);
  }

  private void counts(Counts counts) {
    Target number = target(counts.number());
    Rational asked = Prover.base(number.value());
    Rational named = Rational.of(counts.named().size());
    boolean about = number.sense() == Sense.ABOUT;
    Rational margin = asked.times(Rational.of(Sense.ABOUT_PERCENT)).per(Rational.of(100));
    Rational gap = asked.minus(named);
    boolean fits = about ? gap.compareTo(margin) <= 0 : gap.signum() <= 0;
    Words list =
        both(
            language ->
                counts.named().stream()
                    .map(words -> words.in(language))
                    .collect(Collectors.joining(language == Language.ZH ? "、" : ", ")));
    String asks = number.value().digits();
    add(
        counts.id() + (fits ? ".named" : ".not-all-named"),
        fits
            ? new Words(
                "点名%s个，与“%s%s”相符。".formatted(named, asks, about ? "左右" : ""),
                "%s are named, which fits %s%s.".formatted(named, about ? "about " : "", asks))
            : new Words(
                "要求%s个，只点名%s个；其余没有说明。".formatted(asks, named),
                "%s are asked, only %s are named; the rest is left open.".formatted(asks, named)),
        list,
        List.of(number.id()));
  }

  private void implies(Implies implies) {
    Interval value = interval(implies.formula(), implies, Interval.exactly(Rational.ZERO));
    Words range =
        both(
            language -> implies.name().in(language) + " " + range(value, implies.unit(), language));
    Words arithmetic =
        both(
            language ->
                written(implies.formula(), language)
                    + " "
                    + range(value, implies.unit(), language));
    if (implies.compared().isPresent()) {
      Compared against = implies.compared().get();
      Interval compared = interval(against.formula(), implies, value);
      Words shown =
          both(
              language ->
                  against.name().in(language) + " " + range(compared, against.unit(), language));
      arithmetic =
          new Words(arithmetic.zh() + "；" + shown.zh(), arithmetic.en() + "; " + shown.en());
      range = range.followedBy("；" + shown.zh(), "; " + shown.en());
    }
    add(
        implies.id() + ".implied",
        new Words(range.zh() + "。" + implies.why().zh(), range.en() + ". " + implies.why().en()),
        arithmetic,
        implies.formula().published().map(part -> part.series().id()).distinct().toList());
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
        yield target == null ? series.id() : target.value().show(language);
      }
      case Formula.Sum(var left, var right, var minus) ->
          written(left, language) + (minus ? " − " : " + ") + written(right, language);
      case Formula.Product(var left, var right) ->
          grouped(left, language) + " × " + grouped(right, language);
      case Formula.Ratio(var over, var under) ->
          grouped(over, language) + " ÷ " + grouped(under, language);
      case Formula.Growth _, Formula.YearToDate _, Formula.Total _ -> formula.written();
    };
  }

  private String grouped(Formula formula, Language language) {
    String text = written(formula, language);
    return formula instanceof Formula.Sum ? "(" + text + ")" : text;
  }

  private Interval interval(Formula formula, Implies implies, Interval implied) {
    return switch (formula) {
      case Formula.Constant(var constant) -> Interval.exactly(Prover.base(constant));
      case Formula.Published(var series, _) -> {
        @Nullable Target target = plan.targets().get(series.id());
        yield target == null ? implied : interval(target, implies.at().contains(target.id()));
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

  private static Interval interval(Target target, boolean atItsNumber) {
    Rational number = Prover.base(target.value());
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

  /// The yearly change r with (1 ± r)^years = 1 ± total, in percent to two decimals.
  private void perYear(PerYear perYear) {
    Target target = target(perYear.target());
    BigDecimal total = target.value().in(Unit.ONE).amount();
    BigDecimal goal = perYear.falls() ? BigDecimal.ONE.subtract(total) : BigDecimal.ONE.add(total);
    BigDecimal low = BigDecimal.ZERO;
    BigDecimal high = perYear.falls() ? BigDecimal.ONE : BigDecimal.ONE.add(total);
    for (int i = 0; i < STEPS; i++) {
      BigDecimal middle = low.add(high).divide(TWO);
      BigDecimal factor =
          perYear.falls() ? BigDecimal.ONE.subtract(middle) : BigDecimal.ONE.add(middle);
      boolean tooLittle =
          perYear.falls() == (factor.pow(perYear.years(), DIGITS).compareTo(goal) > 0);
      low = tooLittle ? middle : low;
      high = tooLittle ? high : middle;
    }
    Quantity rate =
        new Quantity(low.movePointRight(2).setScale(2, RoundingMode.HALF_EVEN), Unit.PERCENT);
    String sign = perYear.falls() ? "−" : "+";
    String written =
        "(1 %s %s)^%d = 1 %s %s"
            .formatted(sign, rate, perYear.years(), sign, target.value().show(Language.ZH));
    add(
        perYear.id() + ".per-year",
        new Words(
            "%d年累计%s%s，相当于每年%s。"
                .formatted(
                    perYear.years(),
                    perYear.falls() ? "下降" : "增长",
                    target.value().show(Language.ZH),
                    rate),
            "%s of %s over %d years is %s a year."
                .formatted(
                    perYear.falls() ? "A fall" : "A rise",
                    target.value().show(Language.EN),
                    perYear.years(),
                    rate)),
        Words.same(written),
        List.of(target.id()));
  }

  private void conflict(Conflict conflict) {
    Words members =
        both(
            language ->
                conflict.members().stream()
                    .map(
                        target ->
                            target.id()
                                + " "
                                + (conflict.reading().equals(Proof.EXACTLY)
                                        && target.sense() != Sense.MORE_THAN
                                    ? "="
                                    : target.sense().words().in(language))
                                + " "
                                + target.value().show(language))
                    .collect(Collectors.joining(language == Language.ZH ? "；" : "; ")));
    boolean declared = conflict.reading().equals(Proof.DECLARED);
    add(
        "conflict." + conflict.reading(),
        declared
            ? new Words(
                "这些目标互相矛盾，去掉任何一个才能相容。",
                "These targets contradict each other; without any one of them the others can be"
                    + " met.")
            : new Words(
                "若各数都读作“正好”，这些目标互相矛盾。",
                "If every number is read as exact, these targets contradict each other."),
        members,
        conflict.members().stream().map(Target::id).toList());
  }

  private interface InLanguage {
    String in(Language language);
  }

  private static Words both(InLanguage text) {
    return new Words(text.in(Language.ZH), text.in(Language.EN));
  }
}
