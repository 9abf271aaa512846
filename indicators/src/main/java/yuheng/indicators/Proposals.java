package yuheng.indicators;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.facts.Breakdown;
import yuheng.facts.Breakdown.Whole;
import yuheng.facts.Dimension;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Apportionment.Left;
import yuheng.indicators.Apportionment.Method;
import yuheng.indicators.Apportionment.Row;
import yuheng.indicators.LargestRemainder.Portion;
import yuheng.plan.Plan;
import yuheng.plan.Target;
import yuheng.plan.TimeShape;
import yuheng.terms.Language;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Proposes how a target could come down to parts and years. Nothing is kept here.
public final class Proposals {
  private static final int YUAN_DECIMALS = 8;
  private static final int OTHER_DECIMALS = 2;

  private final Plan plan;
  private final OfficialFigures figures;
  private final Parts parts;

  public Proposals(Plan plan, OfficialFigures figures) {
    this.plan = plan;
    this.figures = figures;
    this.parts = new Parts(plan, figures);
  }

  /// What came of proposing: amounts, or everything that is in the way.
  public sealed interface Proposed {
    /// A proposal.
    record Shared(Apportionment apportionment) implements Proposed {}

    /// Why there is none, each in a sentence that says what to do.
    record Refused(List<Words> why) implements Proposed {
      public Refused {
        why = List.copyOf(why);
      }
    }
  }

  /// What is asked for.
  ///
  /// @param whole to be shared out
  /// @param knownOn figures heard later do not count
  /// @param entered weights that a person gives for parts without a published figure, by part;
  ///   taken as the amount that the first series would have said
  public record Wish(
      Breakdown.Key key,
      Whole whole,
      Method method,
      LocalDate knownOn,
      SequencedMap<String, BigDecimal> entered) {}

  /// The smallest amount that a unit is dealt in: one yuan, one of what is counted, else a
  /// hundredth.
  public static BigDecimal step(Unit unit) {
    if (unit.hasTheDimensionOf(Unit.of("元"))) {
      return BigDecimal.ONE.divide(unit.scale()).stripTrailingZeros();
    }
    BigDecimal one = BigDecimal.ONE.movePointLeft(YUAN_DECIMALS);
    return unit.counts()
            && unit.scale().compareTo(BigDecimal.ONE.movePointRight(YUAN_DECIMALS)) <= 0
        ? BigDecimal.ONE.divide(unit.scale()).max(one).stripTrailingZeros()
        : BigDecimal.ONE.movePointLeft(OTHER_DECIMALS);
  }

  /// Shares a whole out to the parts of a dimension.
  public Proposed propose(Target target, Wish wish) {
    LocalDate day = wish.key.period().start();
    SequencedMap<String, Words> among = parts.on(wish.key.dimension(), target, day);
    wish.entered
        .keySet()
        .forEach(part -> among.putIfAbsent(part, parts.name(wish.key.dimension(), part)));
    Weighing weighing = new Weighing(plan, figures, parts, wish);
    List<Words> faults = new ArrayList<>(weighing.faults(target));
    if (among.isEmpty()) {
      faults.add(
          new Words(
              "没有可分的%s。园区要先写明名称。".formatted(wish.key.dimension().words().zh()),
              "There are no %s to share out to; parks have to be named first."
                  .formatted(wish.key.dimension().words().en())));
    }
    BigDecimal step = step(target.indicator().unit());
    BigDecimal[] units = wish.whole.amount().divideAndRemainder(step);
    if (units[1].signum() != 0 || units[0].signum() < 0) {
      faults.add(
          new Words(
              "总数 %s 不是 %s 的整数倍。"
                  .formatted(wish.whole.amount().toPlainString(), step.toPlainString()),
              "The whole, %s, is no multiple of %s."
                  .formatted(wish.whole.amount().toPlainString(), step.toPlainString())));
    }
    if (!faults.isEmpty()) {
      return new Proposed.Refused(faults);
    }
    SequencedMap<String, Weighing.Weight> weights = weighing.weights(among.sequencedKeySet());
    BigDecimal all =
        weights.values().stream()
            .map(Weighing.Weight::amount)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (all.signum() <= 0) {
      return new Proposed.Refused(List.of(nothingToGoBy(wish)));
    }
    return new Proposed.Shared(
        shared(wish, step, units[0].toBigIntegerExact(), among, weights, weighing));
  }

  private Words nothingToGoBy(Wish wish) {
    return new Words(
        "没有一个%s有可用的公布数（%s）。换一个数列或年份，或手工填写基数。"
            .formatted(wish.key.dimension().words().zh(), Weighing.words(plan, wish.method).zh()),
        "None of the %s has a published figure to go by (%s). Choose another series or year, or enter weights."
            .formatted(wish.key.dimension().words().en(), Weighing.words(plan, wish.method).en()));
  }

  private Apportionment shared(
      Wish wish,
      BigDecimal step,
      BigInteger units,
      SequencedMap<String, Words> among,
      SequencedMap<String, Weighing.Weight> weights,
      Weighing weighing) {
    var amounts = new LinkedHashMap<String, BigDecimal>();
    weights.forEach((part, weight) -> amounts.put(part, weight.amount()));
    var rows = new ArrayList<Row>();
    for (Portion one : LargestRemainder.of(units, amounts)) {
      Weighing.Weight weight = Objects.requireNonNull(weights.get(one.part()));
      rows.add(
          new Row(
              one.part(),
              parts.name(wish.key.dimension(), one.part()),
              weight.bases(),
              weight.figures(),
              percent(one.exact(), units),
              one.exact().multiply(step),
              new BigDecimal(one.floor()).multiply(step),
              one.place(),
              one.raised(),
              new BigDecimal(one.units()).multiply(step)));
    }
    var left = new ArrayList<Left>();
    among.forEach(
        (part, name) -> {
          if (!weights.containsKey(part)) {
            left.add(new Left(part, name, weighing.why(part)));
          }
        });
    return new Apportionment(
        wish.key, wish.whole, step, rows, left, Weighing.words(plan, wish.method));
  }

  private static BigDecimal percent(BigDecimal part, BigInteger whole) {
    return whole.signum() == 0
        ? BigDecimal.ZERO
        : part.scaleByPowerOfTen(2)
            .divide(new BigDecimal(whole), MathContext.DECIMAL128)
            .setScale(6, RoundingMode.HALF_EVEN);
  }

  /// Yearly tasks on a straight line: of a total, equal amounts that add up to it exactly; of
  /// anything else, steps from the baseline to the target; where only a stand-in tells the
  /// baseline, from that, and its method says so. Empty where there is no baseline.
  public Optional<Breakdown> yearlyTasks(Target target, LocalDate knownOn) {
    var key = new Breakdown.Key(target.id(), Dimension.YEARS, target.period());
    Unit unit = target.indicator().unit();
    BigDecimal goal = target.value().in(unit).amount();
    var rows = new LinkedHashMap<String, Breakdown.Row>();
    boolean total = target.indicator().time() == TimeShape.CUMULATIVE && target.period().isYears();
    if (total) {
      BigDecimal step = step(unit);
      var weights = new LinkedHashMap<String, BigDecimal>();
      parts
          .on(Dimension.YEARS, target, target.period().start())
          .keySet()
          .forEach(year -> weights.put(year, BigDecimal.ONE));
      for (Portion one : LargestRemainder.of(goal.divide(step).toBigInteger(), weights)) {
        rows.put(one.part(), row(new BigDecimal(one.units()).multiply(step)));
      }
    }
    Optional<Start> start = total ? Optional.empty() : start(target, knownOn);
    start.ifPresent(from -> levels(target, goal, from.amount, rows));
    return rows.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Breakdown(
                key,
                unit,
                rows,
                total
                    ? Optional.of(new Whole(goal, new Words("目标本身", "the target itself")))
                    : Optional.empty(),
                new Breakdown.Origin.Proposal(
                    start
                        .flatMap(Start::standIn)
                        .orElse(
                            new Words(
                                "按直线：自基期到目标每年相等",
                                "on a straight line from the baseline to the target"))),
                Optional.empty(),
                plan.span().start(),
                Optional.empty()));
  }

  /// Where a straight line begins.
  ///
  /// @param standIn said of a line from a stand-in
  private record Start(BigDecimal amount, Optional<Words> standIn) {}

  private Optional<Start> start(Target target, LocalDate knownOn) {
    if (target.baseline().isEmpty()) {
      return Optional.empty();
    }
    Period from = target.baseline().get().period();
    Course course =
        new Measurement(plan, figures)
            .course(target, new Question(YearMonth.from(target.period().lastDay()), knownOn));
    return course.required().stream()
        .filter(step -> step.day().equals(from.end()))
        .map(step -> new Start(step.value().amount(), Optional.empty()))
        .findFirst()
        .or(() -> course.near(from).map(near -> standIn(near, target.indicator().unit())));
  }

  private Start standIn(Reckoning near, Unit unit) {
    Quantity value = near.value().at(unit.prices()).in(unit);
    Words coverage = plan.coverage(near.coverage());
    return new Start(
        value.amount(),
        Optional.of(
            new Words(
                "按直线：自%s的近似口径数%s（%s）到目标每年相等"
                    .formatted(
                        near.period().words().zh(),
                        value.show(Language.ZH).replaceAll("[\\s\\u2009\\u202F\\u00A0]", ""),
                        coverage.zh()),
                "on a straight line to the target from a stand-in of %s: %s (%s)"
                    .formatted(
                        near.period().words().en(), value.show(Language.EN), coverage.en()))));
  }

  private static void levels(
      Target target, BigDecimal goal, BigDecimal base, Map<String, Breakdown.Row> rows) {
    int first = target.baseline().orElseThrow().period().lastDay().getYear();
    int last = target.period().lastDay().getYear();
    BigDecimal years = BigDecimal.valueOf(last - first);
    for (int year = first + 1; year <= last; year++) {
      BigDecimal way = goal.subtract(base).multiply(BigDecimal.valueOf(year - first));
      BigDecimal value = base.add(way.divide(years, MathContext.DECIMAL128));
      rows.put(
          Integer.toString(year),
          row(year == last ? goal : value.setScale(OTHER_DECIMALS, RoundingMode.HALF_EVEN)));
    }
  }

  private static Breakdown.Row row(BigDecimal amount) {
    return new Breakdown.Row(amount, Optional.empty());
  }
}
