package yuheng.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import yuheng.facts.Breakdown;
import yuheng.facts.Breakdown.Row;
import yuheng.facts.Breakdown.Whole;
import yuheng.facts.BreakdownVersion;
import yuheng.facts.Breakdowns;
import yuheng.facts.Dimension;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Ranking.Gap;
import yuheng.plan.Plan;
import yuheng.plan.Target;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Ranks the parts of a target on their tasks of the year.
public final class Rankings {
  private final Plan plan;
  private final OfficialFigures figures;
  private final Breakdowns breakdowns;
  private final Parts parts;

  public Rankings(Plan plan, OfficialFigures figures, Breakdowns breakdowns) {
    this.plan = plan;
    this.figures = figures;
    this.breakdowns = breakdowns;
    this.parts = new Parts(plan, figures);
  }

  /// Where the parts of a target stand in the month asked about, by a schedule.
  public Ranking ranking(
      Target target, Dimension dimension, Question question, YearSchedule.Method method) {
    Ranking now = ranked(target, dimension, question, method);
    if (question.asOf().getMonthValue() == 1) {
      return now;
    }
    var before = new Question(question.asOf().minusMonths(1), question.knownOn());
    var ranks = new HashMap<String, Integer>();
    for (PartStanding one : ranked(target, dimension, before, method).parts()) {
      one.rank().ifPresent(rank -> ranks.put(one.part(), rank));
    }
    List<PartStanding> moved =
        now.parts().stream()
            .map(
                one ->
                    one.rank().isPresent() && ranks.containsKey(one.part())
                        ? one.ranked(
                            one.rank(),
                            OptionalInt.of(ranks.get(one.part()) - one.rank().getAsInt()),
                            one.shareOfGap())
                        : one)
            .toList();
    return new Ranking(
        target,
        dimension,
        question.asOf(),
        method,
        now.lamps(),
        now.tasks(),
        now.whole(),
        moved,
        now.gap(),
        now.notes());
  }

  /// A part's task, and what has to be said of it.
  private record Task(Optional<BigDecimal> amount, List<Words> notes) {}

  private Ranking ranked(
      Target target, Dimension dimension, Question question, YearSchedule.Method method) {
    var key = new Breakdown.Key(target.id(), dimension, Period.year(question.asOf().getYear()));
    LocalDate day = question.asOf().atEndOfMonth();
    Optional<BreakdownVersion> tasks = breakdowns.on(key, day, known(question));
    Optional<Breakdown> breakdown = tasks.map(BreakdownVersion::breakdown);
    var reckoning =
        new PartReckoning(
            plan,
            figures,
            parts,
            target,
            dimension,
            breakdown
                .flatMap(Breakdown::series)
                .flatMap(id -> Optional.ofNullable(plan.series().get(id))),
            question,
            method);
    PartStanding whole =
        reckoning.standing(Plan.WHOLE, wholeName(), wholeTask(key, breakdown), List.of());
    List<PartStanding> all =
        tasks(dimension, target, day, breakdown).entrySet().stream()
            .map(
                one ->
                    reckoning.standing(
                        one.getKey(),
                        parts.name(dimension, one.getKey()),
                        one.getValue().amount,
                        one.getValue().notes))
            .toList();
    Optional<Gap> gap = gap(whole, all, target.indicator().unit());
    return new Ranking(
        target,
        dimension,
        question.asOf(),
        method,
        plan.progress().lamps(),
        tasks,
        whole,
        inOrder(whole, all, gap),
        gap,
        notes(target, dimension, tasks, method));
  }

  private Words wholeName() {
    return Optional.ofNullable(plan.scopes().get(Plan.WHOLE)).orElse(new Words("全域", "the whole"));
  }

  /// Breakdowns are entered after the figures of a package; who asks for all that is known asks for
  /// them too.
  private LocalDate known(Question question) {
    return question.knownOn().isBefore(figures.lastHeard()) ? question.knownOn() : LocalDate.MAX;
  }

  private Optional<BigDecimal> wholeTask(Breakdown.Key key, Optional<Breakdown> breakdown) {
    return breakdown.flatMap(Breakdown::whole).or(() -> breakdowns.whole(key)).map(Whole::amount);
  }

  /// The tasks by the part that each has become: of a district that was merged since, the task goes
  /// with it.
  private SequencedMap<String, Task> tasks(
      Dimension dimension, Target target, LocalDate day, Optional<Breakdown> breakdown) {
    var tasks = new LinkedHashMap<String, Task>();
    Map<String, Row> rows = breakdown.map(one -> (Map<String, Row>) one.rows()).orElse(Map.of());
    for (Map.Entry<String, Row> row : rows.entrySet()) {
      String code = row.getKey();
      String now = dimension == Dimension.DISTRICTS ? parts.lineage().on(code, day) : code;
      var notes = new ArrayList<Words>();
      if (!now.equals(code)) {
        Words old = parts.name(dimension, code);
        notes.add(
            new Words(
                "任务含%s（区划已变）".formatted(old.zh()), "task includes that of %s".formatted(old.en())));
      }
      tasks.merge(now, new Task(Optional.of(row.getValue().amount()), notes), Rankings::together);
    }
    for (String code : parts.on(dimension, target, day).keySet()) {
      List<Words> none =
          rows.isEmpty() ? List.of() : List.of(new Words("没有分到任务", "was given no task"));
      tasks.putIfAbsent(code, new Task(Optional.empty(), none));
    }
    return tasks;
  }

  private static Task together(Task one, Task other) {
    var notes = new ArrayList<>(one.notes);
    notes.addAll(other.notes);
    return new Task(one.amount.flatMap(a -> other.amount.map(a::add)), notes);
  }

  private static List<PartStanding> inOrder(
      PartStanding whole, List<PartStanding> all, Optional<Gap> gap) {
    Comparator<PartStanding> byPoints =
        Comparator.comparing((PartStanding one) -> one.behind().orElseThrow())
            .thenComparing(PartStanding::part);
    List<PartStanding> ranked =
        all.stream().filter(one -> one.behind().isPresent()).sorted(byPoints).toList();
    var ordered = new ArrayList<PartStanding>();
    int rank = 0;
    for (PartStanding one : ranked) {
      boolean equal = !ordered.isEmpty() && ordered.getLast().behind().equals(one.behind());
      rank = equal ? rank : ordered.size() + 1;
      ordered.add(one.ranked(OptionalInt.of(rank), OptionalInt.empty(), Optional.empty()));
    }
    all.stream()
        .filter(one -> one.behind().isEmpty())
        .sorted(Comparator.comparing(PartStanding::part))
        .forEach(ordered::add);
    return ordered.stream().map(one -> contributing(one, whole, gap)).toList();
  }

  private static PartStanding contributing(
      PartStanding one, PartStanding whole, Optional<Gap> gap) {
    if (gap.isEmpty() || !sameTime(one, whole)) {
      return one.withoutGap();
    }
    Optional<BigDecimal> share =
        one.gap()
            .filter(_ -> gap.get().whole().amount().signum() != 0)
            .map(
                own ->
                    own.amount()
                        .scaleByPowerOfTen(2)
                        .divide(gap.get().whole().amount(), MathContext.DECIMAL64)
                        .setScale(1, RoundingMode.HALF_EVEN));
    return one.ranked(one.rank(), one.moved(), share);
  }

  private static boolean sameTime(PartStanding one, PartStanding whole) {
    return one.gap().isPresent() && one.done().about().equals(whole.done().about());
  }

  private static Optional<Gap> gap(PartStanding whole, List<PartStanding> all, Unit unit) {
    if (whole.gap().isEmpty() || whole.schedule().isEmpty()) {
      return Optional.empty();
    }
    var zero = new Quantity(BigDecimal.ZERO, unit);
    Quantity parts = zero;
    Quantity asked = asked(whole);
    Quantity reached = whole.done().known().orElseThrow();
    for (PartStanding one : all) {
      if (sameTime(one, whole)) {
        parts = parts.plus(one.gap().orElseThrow());
        asked = asked.minus(asked(one));
        reached = reached.minus(one.done().known().orElseThrow());
      }
    }
    return Optional.of(new Gap(whole.gap().get(), parts, asked, reached));
  }

  private static Quantity asked(PartStanding one) {
    Quantity task = one.task().orElseThrow();
    return new Quantity(
        PartReckoning.scheduled(task.amount(), one.schedule().orElseThrow()), task.unit());
  }

  private List<Words> notes(
      Target target,
      Dimension dimension,
      Optional<BreakdownVersion> tasks,
      YearSchedule.Method method) {
    var notes = new ArrayList<Words>();
    if (tasks.isEmpty()) {
      notes.add(
          new Words(
              "本年任务还没有分解到%s，所以没有完成进度和名次。".formatted(dimension.words().zh()),
              "This year's task has not been broken down to %s, so there is no progress and no rank."
                  .formatted(dimension.words().en())));
    }
    if (method == YearSchedule.Method.PATH && plan.progress().path().isEmpty()) {
      notes.add(
          new Words(
              "规划没有声明年内进度（plan.yaml 的 progress.path），改用别的方法。",
              "The plan declares no path within the year (progress.path in plan.yaml); choose"
                  + " another schedule."));
    }
    switch (target.indicator().time()) {
      case FLOW, CUMULATIVE -> {}
      case STOCK, RATE ->
          notes.add(
              new Words(
                  "时点数和比率不按月累计，没有序时进度，不亮灯。",
                  "Levels and ratios do not add up through the year: no schedule and no lamp."));
    }
    return notes;
  }
}
