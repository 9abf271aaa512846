package yuheng.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yuheng.facts.Figure;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Standing.Distance;
import yuheng.indicators.Standing.Pace;
import yuheng.plan.Indicator;
import yuheng.plan.Indicator.DefinitionBreak;
import yuheng.plan.Indicator.StandIn;
import yuheng.plan.Plan;
import yuheng.plan.Sense;
import yuheng.plan.Target;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Value;
import yuheng.terms.Words;

/// Judges one target: which figure answers it, how well, and how the target fares.
///
/// The rules stand in `docs/book/reference/grades-and-states.md`. Progress lamps by points behind
/// schedule (10 and 30) follow the supervision rule of Yinchuan (银川市督查亮灯, 10–30 points yellow, more
/// red; m.qlbk.net/news/3Ww4l7bw75.html).
final class Judgement {
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final BigDecimal BEHIND_POINTS = new BigDecimal(10);
  private static final BigDecimal AT_RISK_POINTS = new BigDecimal(30);
  private static final int YEARS_BEFORE_SPAN = 5;

  private final Plan plan;
  private final Target target;
  private final Indicator indicator;
  private final Quantity goal;
  private final LocalDate end;
  private final Evaluator evaluator;
  private final Schedule schedule;
  private final List<Words> reasons = new ArrayList<>();

  Judgement(Plan plan, OfficialFigures figures, Target target, Question question) {
    this.plan = plan;
    this.target = target;
    this.indicator = target.indicator();
    this.goal = target.value().in(indicator.unit());
    LocalDate asked = question.end();
    LocalDate due = target.period().end();
    this.end = asked.isBefore(due) ? asked : due;
    this.evaluator = new Evaluator(figures, plan.span(), end, question.knownOn());
    this.schedule = new Schedule(plan, target, evaluator);
  }

  /// The published figures that the way is counted from.
  List<Figure> origin() {
    return schedule.originFigures();
  }

  Standing standing() {
    Optional<Reckoning> own = evaluator.latest(indicator);
    List<Reckoning> near = standIns();
    if (own.isPresent() && answers(own.get())) {
      return judged(own.get(), near);
    }
    var others = new ArrayList<Reckoning>();
    own.map(reckoning -> reckoning.withDifference(howItDiffers(reckoning))).ifPresent(others::add);
    others.addAll(near);
    return others.isEmpty() ? unmeasured() : indicative(others);
  }

  private List<Reckoning> standIns() {
    return indicator.standIns().stream()
        .flatMap(
            near ->
                evaluator
                    .latest(near.formula(), indicator, near.coverage(), Optional.of(near.differs()))
                    .stream())
        .toList();
  }

  /// The figure is about what the target asks: its coverage is settled, its period has the shape of
  /// the target's, and it ends within a year before the day asked.
  private boolean answers(Reckoning own) {
    return !indicator.coverage().equals(Indicator.OPEN) && hasShape(own.period()) && isRecent(own);
  }

  private boolean hasShape(Period period) {
    return switch (indicator.time()) {
      case FLOW -> period.isYear();
      case CUMULATIVE -> period.start().equals(plan.span().start());
      case RATE, STOCK -> true;
    };
  }

  private boolean isRecent(Reckoning own) {
    return !own.period().end().isBefore(end.minusYears(1));
  }

  private Words howItDiffers(Reckoning own) {
    if (!isRecent(own)) {
      Words period = own.period().words();
      return new Words(
          "时期不同：数据为" + period.zh() + "，距所问时点超过一年",
          "other period: the figure is about %s, more than a year before the day asked"
              .formatted(period.en()));
    }
    if (!hasShape(own.period())) {
      Words period = own.period().words();
      return new Words(
          "时期不同：数据只涉及" + period.zh(),
          "other period: the figure is about %s only".formatted(period.en()));
    }
    return new Words("原文未说明统计范围", "the text does not say what it covers");
  }

  private Standing unmeasured() {
    Value.Reason reason =
        Stream.concat(
                indicator.formula().stream(), indicator.standIns().stream().map(StandIn::formula))
            .map(evaluator::whyNone)
            .findFirst()
            .orElse(Value.Reason.NOT_PUBLISHED);
    Words detail = Wording.missing(reason);
    reasons.add(detail);
    indicator.needs().ifPresent(needs -> reasons.add(Wording.needs(needs)));
    return new Standing(
        target,
        Grade.NONE,
        State.NOT_MEASURABLE,
        new Value.Missing(reason, detail),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        reasons);
  }

  private Standing indicative(List<Reckoning> near) {
    Reckoning shown = near.getFirst();
    reasons.add(Wording.indicative(shown));
    return new Standing(
        target,
        Grade.INDICATIVE,
        State.NOT_COMPARABLE,
        new Value.Known(shown.value()),
        Optional.of(shown),
        near.subList(1, near.size()),
        Optional.empty(),
        Optional.empty(),
        reasons);
  }

  private Standing judged(Reckoning own, List<Reckoning> near) {
    Grade grade = own.formula().isOneFigure() ? Grade.MEASURED : Grade.DERIVED;
    reasons.add(Wording.graded(grade, own));
    Optional<DefinitionBreak> broken = breakBefore(own.period());
    if (broken.isPresent()) {
      reasons.add(Wording.broken(broken.get()));
      return new Standing(
          target,
          grade,
          State.NOT_COMPARABLE,
          new Value.Known(own.value()),
          Optional.of(own),
          near,
          Optional.empty(),
          Optional.empty(),
          reasons);
    }
    Distance distance = distance(own.value());
    Optional<Pace> pace = schedule.pace(own);
    State state = state(own, distance, pace);
    return new Standing(
        target,
        grade,
        state,
        new Value.Known(own.value()),
        Optional.of(own),
        near,
        Optional.of(distance),
        pace,
        reasons);
  }

  /// The definition changed between the day the target was set and the figure's period.
  private Optional<DefinitionBreak> breakBefore(Period period) {
    int set = plan.issued().getYear();
    int about = period.lastDay().getYear();
    return indicator.breaks().stream()
        .filter(
            change ->
                (set <= change.after() && about > change.after())
                    || (set >= change.before() && about < change.before()))
        .findFirst();
  }

  private Distance distance(Quantity value) {
    BigDecimal percent =
        value
            .amount()
            .subtract(goal.amount())
            .multiply(HUNDRED)
            .divide(goal.amount(), MathContext.DECIMAL64)
            .setScale(2, RoundingMode.HALF_EVEN);
    return new Distance(value.minus(goal), percent);
  }

  private State state(Reckoning own, Distance distance, Optional<Pace> pace) {
    LocalDate due = target.period().end();
    boolean reached = schedule.isReachedBy(own.value());
    boolean over = !end.isBefore(due);
    boolean lastWord = !own.period().end().isBefore(due);
    if (reached && (over || keeps())) {
      reasons.add(Wording.met(target, own, distance));
      return State.MET;
    }
    if (lastWord) {
      reasons.add(Wording.missed(target, own, distance));
      return State.MISSED;
    }
    if (reached) {
      reasons.add(Wording.reachedEarly(target, own));
      return State.ON_COURSE;
    }
    if (schedule.heldAtFirst()) {
      reasons.add(Wording.lost(target, own));
      return State.AT_RISK;
    }
    if (pace.isEmpty()) {
      reasons.add(Wording.noBaseline());
      return State.NOT_COMPARABLE;
    }
    BigDecimal behind = pace.get().scheduled().subtract(pace.get().done());
    reasons.add(Wording.progress(pace.get()));
    if (over) {
      reasons.add(Wording.lastPeriodUnpublished(target, own));
    }
    if (behind.compareTo(AT_RISK_POINTS) > 0) {
      return State.AT_RISK;
    }
    return behind.compareTo(BEHIND_POINTS) > 0 ? State.BEHIND : State.ON_COURSE;
  }

  /// Once reached it stays reached: an amount that only adds up.
  private boolean keeps() {
    return indicator.time() == TimeShape.CUMULATIVE
        && !indicator.unit().dimension().isEmpty()
        && (target.sense() == Sense.AT_LEAST || target.sense() == Sense.MORE_THAN);
  }

  Course course() {
    List<Reckoning> actual =
        indicator
            .formula()
            .map(
                formula ->
                    evaluator.all(formula, indicator, indicator.coverage(), Optional.empty()))
            .orElse(List.of());
    List<Reckoning> near =
        indicator.standIns().stream()
            .flatMap(
                one ->
                    evaluator
                        .all(one.formula(), indicator, one.coverage(), Optional.of(one.differs()))
                        .stream())
            .sorted(Comparator.comparing(Reckoning::period))
            .toList();
    List<LocalDate> breaks =
        indicator.breaks().stream().map(one -> LocalDate.of(one.after() + 1, 1, 1)).toList();
    return new Course(drawn(actual), drawn(near), schedule.path(), breaks);
  }

  /// Not older than a few years before the span; of flows and ratios only whole years where there
  /// are any, because part of a year does not lie on their line.
  private List<Reckoning> drawn(List<Reckoning> values) {
    LocalDate oldest = plan.span().start().minusYears(YEARS_BEFORE_SPAN);
    List<Reckoning> recent =
        values.stream()
            .filter(one -> hasShape(one.period()) || !one.differs().isEmpty())
            .filter(one -> one.period().end().isAfter(oldest))
            .toList();
    boolean byYear =
        (indicator.time() == TimeShape.FLOW || indicator.time() == TimeShape.RATE)
            && recent.stream().anyMatch(one -> one.period().isYear());
    return byYear ? recent.stream().filter(one -> one.period().isYear()).toList() : recent;
  }
}
