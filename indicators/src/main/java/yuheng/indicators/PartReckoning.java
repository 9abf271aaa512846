package yuheng.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import yuheng.facts.Dimension;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.PartStanding.Cell;
import yuheng.indicators.PartStanding.Point;
import yuheng.plan.Formula;
import yuheng.plan.Formula.Published;
import yuheng.plan.Formula.Total;
import yuheng.plan.Indicator;
import yuheng.plan.Plan;
import yuheng.plan.Relation.SumsTo;
import yuheng.plan.Series;
import yuheng.plan.Target;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Value;
import yuheng.terms.Words;

/// Reckons where one part, or the whole, stands on its task of a year by a month.
final class PartReckoning {
  private static final BigDecimal HUNDRED = new BigDecimal(100);
  private static final int MONTHS = 12;

  private final Plan plan;
  private final OfficialFigures figures;
  private final Parts parts;
  private final Target target;
  private final Dimension dimension;
  private final Optional<Series> countedIn;
  private final Question question;
  private final YearSchedule.Method method;
  private final Evaluator evaluator;
  private final Unit unit;
  private final boolean accumulates;
  private final int year;
  private final int month;

  /// @param countedIn the series that the tasks are counted in, when that is declared
  PartReckoning(
      Plan plan,
      OfficialFigures figures,
      Parts parts,
      Target target,
      Dimension dimension,
      Optional<Series> countedIn,
      Question question,
      YearSchedule.Method method) {
    this.plan = plan;
    this.figures = figures;
    this.parts = parts;
    this.target = target;
    this.dimension = dimension;
    this.countedIn = countedIn;
    this.question = question;
    this.method = method;
    this.evaluator = new Evaluator(figures, plan.span(), question);
    this.unit = target.indicator().unit();
    TimeShape time = target.indicator().time();
    this.accumulates = time == TimeShape.FLOW || time == TimeShape.CUMULATIVE;
    this.year = question.asOf().getYear();
    this.month = question.asOf().getMonthValue();
  }

  /// A way to measure a part.
  ///
  /// @param differs how it differs from what the task asks; then it is shown and never compared
  private record Way(Formula formula, Optional<Words> differs) {}

  private List<Way> ways(String part) {
    if (countedIn.isPresent()) {
      return List.of(new Way(new Published(countedIn.get(), Plan.WHOLE), Optional.empty()));
    }
    Indicator indicator =
        dimension == Dimension.PILLARS && !part.equals(Plan.WHOLE)
            ? ofPillar(part).orElse(target.indicator())
            : target.indicator();
    Optional<Words> open =
        indicator.coverage().equals(Indicator.OPEN)
            ? Optional.of(new Words("原文未说明统计范围", "the text does not say what it covers"))
            : Optional.empty();
    return Stream.concat(
            indicator.formula().stream().map(one -> new Way(yearly(one), open)),
            indicator.standIns().stream()
                .map(one -> new Way(yearly(one.formula()), Optional.of(one.differs()))))
        .toList();
  }

  /// What a total over years adds in each of them.
  private static Formula yearly(Formula formula) {
    return formula instanceof Total(var of, _) ? of : formula;
  }

  /// The indicator of the pillar's own target, where the plan says that those sum to this one.
  private Optional<Indicator> ofPillar(String pillar) {
    return plan.relations().all().stream()
        .flatMap(one -> one instanceof SumsTo sum ? Stream.of(sum) : Stream.<SumsTo>empty())
        .filter(sum -> sum.whole().equals(target.id()))
        .flatMap(sum -> sum.parts().stream())
        .flatMap(one -> Optional.ofNullable(plan.targets().get(one.target())).stream())
        .map(Target::indicator)
        .filter(one -> one.pillar().filter(pillar::equals).isPresent())
        .findFirst();
  }

  private PartReading reading(String part, Formula formula) {
    boolean own = part.equals(Plan.WHOLE) || formula.published().anyMatch(PartReckoning::isScoped);
    return new PartReading(
        evaluator,
        figures,
        parts,
        dimension,
        own ? Plan.WHOLE : part,
        formula,
        unit,
        accumulates,
        question.asOf().atEndOfMonth(),
        question.knownOn());
  }

  private static boolean isScoped(Published published) {
    return !published.scope().equals(Plan.WHOLE);
  }

  PartStanding standing(String part, Words name, Optional<BigDecimal> task, List<Words> known) {
    List<Way> ways = ways(part);
    if (ways.isEmpty()) {
      return nothing(part, name, task, known);
    }
    Way way = ways.getFirst();
    for (Way one : ways) {
      if (reading(part, one.formula).done(year, month).known().isPresent()) {
        way = one;
        break;
      }
    }
    PartReading reading = reading(part, way.formula);
    Cell done = reading.done(year, month);
    var notes = new ArrayList<>(known);
    if (done.known().isPresent()) {
      way.differs.ifPresent(
          differs -> notes.add(differs.followedBy("，不与任务比较", "; not compared with the task")));
    }
    boolean compares = way.differs.isEmpty();
    Formula formula = way.formula;
    Optional<YearSchedule> schedule =
        compares ? done.about().flatMap(about -> schedule(part, formula, about)) : Optional.empty();
    return compared(part, name, task, reading, done, schedule, compares, notes);
  }

  private PartStanding compared(
      String part,
      Words name,
      Optional<BigDecimal> task,
      PartReading reading,
      Cell done,
      Optional<YearSchedule> schedule,
      boolean compares,
      List<Words> notes) {
    Optional<BigDecimal> amount = done.known().map(Quantity::amount);
    Optional<BigDecimal> percent =
        compares
            ? task.filter(one -> one.signum() > 0)
                .flatMap(one -> amount.map(reached -> percent(reached, one)))
            : Optional.empty();
    Optional<BigDecimal> behind =
        percent.flatMap(
            reached ->
                schedule.map(
                    asked ->
                        signed(asked.percent().subtract(reached))
                            .setScale(2, RoundingMode.HALF_EVEN)));
    Optional<Quantity> gap =
        task.flatMap(
            one ->
                amount.flatMap(
                    reached ->
                        schedule.map(
                            asked ->
                                new Quantity(
                                    signed(scheduled(one, asked).subtract(reached)), unit))));
    return new PartStanding(
        part,
        name,
        task.map(one -> new Quantity(one, unit)),
        done,
        reading.month(year, month),
        reading.growth(done),
        reading.change(year, month),
        schedule,
        percent.map(one -> one.setScale(2, RoundingMode.HALF_EVEN)),
        behind,
        behind.map(points -> Lamp.of(points, plan.progress().lamps())).orElse(Lamp.NONE),
        gap,
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        compares ? line(reading, task) : List.of(),
        notes);
  }

  /// What a schedule asks of a task, exactly.
  static BigDecimal scheduled(BigDecimal task, YearSchedule schedule) {
    return task.multiply(schedule.percent()).scaleByPowerOfTen(-2);
  }

  /// Of a quantity that should fall, more is behind.
  private BigDecimal signed(BigDecimal points) {
    return target.indicator().lowerIsBetter() ? points.negate() : points;
  }

  private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
    return part.multiply(HUNDRED).divide(whole, MathContext.DECIMAL64);
  }

  private List<Point> line(PartReading reading, Optional<BigDecimal> task) {
    var points = new ArrayList<Point>();
    if (accumulates && task.filter(one -> one.signum() > 0).isPresent()) {
      for (int last = 1; last <= month; last++) {
        Optional<Quantity> by = reading.by(year, last).flatMap(Cell::known);
        if (by.isPresent()) {
          points.add(
              new Point(
                  last,
                  percent(by.get().amount(), task.get()).setScale(2, RoundingMode.HALF_EVEN)));
        }
      }
    }
    return points;
  }

  /// What the method asks by the last month of a period; nothing for levels and ratios, which do
  /// not add up through the year.
  private Optional<YearSchedule> schedule(String part, Formula formula, Period about) {
    if (!accumulates) {
      return Optional.empty();
    }
    int by = about.lastDay().getMonthValue();
    return switch (method) {
      case LINEAR ->
          Optional.of(
              new YearSchedule(
                  new BigDecimal(by)
                      .multiply(HUNDRED)
                      .divide(new BigDecimal(MONTHS), 4, RoundingMode.HALF_EVEN),
                  new Words("%d/12".formatted(by), "%d/12".formatted(by))));
      case SEASONAL -> seasonal(part, formula, by);
      case PATH ->
          plan.progress()
              .path()
              .map(path -> new YearSchedule(path.by(by), Words.same(path.source())));
    };
  }

  private Optional<YearSchedule> seasonal(String part, Formula formula, int by) {
    Optional<YearSchedule> own =
        reading(part, formula)
            .profile(year - 1, by)
            .map(
                percent ->
                    new YearSchedule(
                        percent,
                        new Words(
                            "自身%d年同期占全年的比例".formatted(year - 1),
                            "its own share of %d done by then".formatted(year - 1))));
    return own.or(
        () ->
            reading(Plan.WHOLE, wholeFormula())
                .profile(year - 1, by)
                .map(
                    percent ->
                        new YearSchedule(
                            percent,
                            new Words(
                                "缺%d年数，用全域同期占全年的比例".formatted(year - 1),
                                "no figures of its own for %d; the share of the whole"
                                    .formatted(year - 1)))));
  }

  private Formula wholeFormula() {
    return ways(Plan.WHOLE).getFirst().formula;
  }

  private PartStanding nothing(
      String part, Words name, Optional<BigDecimal> task, List<Words> known) {
    Words why =
        target
            .indicator()
            .needs()
            .map(Wording::needs)
            .orElse(Wording.missing(Value.Reason.NOT_PUBLISHED));
    Cell none = Cell.none(Value.Reason.NOT_PUBLISHED, why);
    return new PartStanding(
        part,
        name,
        task.map(one -> new Quantity(one, unit)),
        none,
        none,
        none,
        none,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Lamp.NONE,
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty(),
        OptionalInt.empty(),
        List.of(),
        known);
  }
}
