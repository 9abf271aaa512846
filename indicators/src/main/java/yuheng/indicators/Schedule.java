package yuheng.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yuheng.facts.Figure;
import yuheng.indicators.Course.Step;
import yuheng.indicators.Standing.Pace;
import yuheng.plan.Indicator;
import yuheng.plan.Plan;
import yuheng.plan.Sense;
import yuheng.plan.Target;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Quantity;

/// The way that a target asks for: from its baseline over its yearly tasks to its number.
final class Schedule {
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final BigDecimal DAYS_PER_YEAR = new BigDecimal("365.25");

  private final Plan plan;
  private final Target target;
  private final Indicator indicator;
  private final Quantity goal;
  private final Evaluator evaluator;

  Schedule(Plan plan, Target target, Evaluator evaluator) {
    this.plan = plan;
    this.target = target;
    this.indicator = target.indicator();
    this.goal = target.value().in(indicator.unit());
    this.evaluator = evaluator;
  }

  /// What the target asks, by its sense.
  boolean isReachedBy(Quantity value) {
    int order = value.comparedTo(goal);
    return switch (target.sense()) {
      case AT_LEAST -> order >= 0;
      case MORE_THAN -> order > 0;
      case AT_MOST -> order <= 0;
      case EXACTLY -> order == 0;
      case ABOUT -> {
        BigDecimal margin =
            goal.amount()
                .abs()
                .multiply(new BigDecimal(Sense.ABOUT_PERCENT))
                .divide(HUNDRED, MathContext.DECIMAL64);
        yield value.amount().subtract(goal.amount()).abs().compareTo(margin) <= 0;
      }
    };
  }

  /// A cap or a floor rather than a way to go: the baseline is on the right side of the number.
  boolean heldAtFirst() {
    return origin().filter(origin -> isReachedBy(origin.value)).isPresent();
  }

  /// Where progress is counted from: the day, and the value on it.
  private record Origin(LocalDate day, Quantity value) {}

  private Optional<Origin> origin() {
    if (target.baseline().isPresent()) {
      Period base = target.baseline().get().period();
      Optional<Quantity> given = target.baseline().get().value();
      Optional<Quantity> value =
          given
              .map(quantity -> quantity.in(indicator.unit()))
              .or(() -> published(base).map(Reckoning::value));
      return value.map(quantity -> new Origin(base.end(), quantity));
    }
    return indicator.time() == TimeShape.CUMULATIVE
        ? Optional.of(
            new Origin(plan.span().start(), new Quantity(BigDecimal.ZERO, indicator.unit())))
        : Optional.empty();
  }

  private Optional<Reckoning> published(Period base) {
    return indicator
        .formula()
        .flatMap(
            formula ->
                evaluator.at(formula, base, indicator, indicator.coverage(), Optional.empty()));
  }

  /// The published figures that the way is counted from; none where the plan gives its beginning.
  List<Figure> originFigures() {
    return target
        .baseline()
        .filter(base -> base.value().isEmpty())
        .flatMap(base -> published(base.period()))
        .map(Reckoning::figures)
        .orElse(List.of());
  }

  Optional<Pace> pace(Reckoning own) {
    Optional<Origin> origin = origin();
    LocalDate now = own.period().end();
    if (origin.isEmpty()
        || heldAtFirst()
        || !now.isAfter(origin.get().day)
        || origin.get().value.amount().compareTo(goal.amount()) == 0) {
      return Optional.empty();
    }
    BigDecimal way = goal.amount().subtract(origin.get().value.amount());
    BigDecimal gone = own.value().amount().subtract(origin.get().value.amount());
    BigDecimal asked = required(origin.get(), now).subtract(origin.get().value.amount());
    Quantity soFar = perYear(own.value().minus(origin.get().value), origin.get().day, now);
    Optional<Quantity> still =
        now.isBefore(target.period().end())
            ? Optional.of(perYear(goal.minus(own.value()), now, target.period().end()))
            : Optional.empty();
    return Optional.of(new Pace(soFar, still, percent(gone, way), percent(asked, way)));
  }

  /// What the path asks by a day: between its steps it is straight.
  private BigDecimal required(Origin origin, LocalDate day) {
    LocalDate from = origin.day;
    BigDecimal value = origin.value.amount();
    for (Step step : steps()) {
      if (!day.isAfter(step.day())) {
        BigDecimal share =
            new BigDecimal(ChronoUnit.DAYS.between(from, day))
                .divide(
                    new BigDecimal(ChronoUnit.DAYS.between(from, step.day())),
                    MathContext.DECIMAL64);
        return value.add(step.value().amount().subtract(value).multiply(share));
      }
      from = step.day();
      value = step.value().amount();
    }
    return value;
  }

  private List<Step> steps() {
    var steps = new ArrayList<Step>();
    for (Target.Step task : target.path()) {
      steps.add(
          new Step(
              task.period().end(), task.value().in(indicator.unit()), task.source().isEmpty()));
    }
    steps.add(new Step(target.period().end(), goal, false));
    return steps;
  }

  private static Quantity perYear(Quantity change, LocalDate from, LocalDate to) {
    BigDecimal years =
        new BigDecimal(ChronoUnit.DAYS.between(from, to))
            .divide(DAYS_PER_YEAR, MathContext.DECIMAL64);
    return new Quantity(change.amount().divide(years, MathContext.DECIMAL64), change.unit())
        .rounded(2);
  }

  /// From the baseline, where there is one, to the target.
  List<Step> path() {
    var path = new ArrayList<Step>();
    origin().ifPresent(from -> path.add(new Step(from.day, from.value, false)));
    path.addAll(steps());
    return path;
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED)
        .divide(whole, MathContext.DECIMAL64)
        .setScale(1, RoundingMode.HALF_EVEN);
  }
}
