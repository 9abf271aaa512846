package yuheng.delivery;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import yuheng.delivery.Bulletin.Chart;
import yuheng.delivery.Bulletin.Line;
import yuheng.delivery.Bulletin.Point;
import yuheng.facts.Breakdown;
import yuheng.facts.BreakdownVersion;
import yuheng.facts.Figure;
import yuheng.indicators.Course;
import yuheng.indicators.Course.Step;
import yuheng.indicators.Proposals;
import yuheng.indicators.Reckoning;
import yuheng.indicators.Standing;
import yuheng.plan.Target;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// What was asked of a target year by year, beside what was published.
final class PathChart {
  private static final int SHOWN_DECIMALS = 1;

  private final Material material;
  private final Target target;
  private final Unit unit;
  private final Course course;
  private final Optional<BreakdownVersion> tasks;

  PathChart(Material material, Target target) {
    this.material = material;
    this.target = target;
    this.unit = target.indicator().unit();
    this.course = material.measurement().course(target, material.question());
    // The yearly tasks of a total are amounts of a year, not the way to the total.
    this.tasks =
        target.indicator().time() == TimeShape.CUMULATIVE
            ? Optional.empty()
            : material.yearlyTasks(target).filter(version -> version.number() > 0);
  }

  /// Empty where nothing is asked before the end and nothing was published.
  Optional<Chart> chart() {
    List<Step> required = course.required();
    List<Integer> years =
        IntStream.rangeClosed(
                material.plan().span().start().getYear() - 1, target.period().lastDay().getYear())
            .boxed()
            .toList();
    var lines = new ArrayList<Line>();
    if (tasks.isPresent()) {
      lines.add(tasksLine(tasks.get().breakdown(), years));
    } else {
      Optional<Line> ours = required.size() == 1 ? proposed(years) : Optional.empty();
      ours.or(() -> required(required, years)).ifPresent(lines::add);
    }
    measured().forEach((name, values) -> lines.add(line(name, values, years)));
    toDate(years).ifPresent(lines::add);
    lines.removeIf(line -> line.points().stream().allMatch(Point.GAP::equals));
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Chart(
            "targets.path",
            Chart.Kind.LINE,
            target.indicator().name().followedBy("进度", ", its way"),
            Printed.unit(unit),
            years.stream().map(year -> new Words(year + "年", Integer.toString(year))).toList(),
            lines,
            left(required)));
  }

  private Optional<Line> required(List<Step> required, List<Integer> years) {
    return required.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Line(
                new Words("进度要求", "required"),
                true,
                years.stream().map(year -> asked(required, year)).toList()));
  }

  /// Yearly tasks as they were set or proposed, and where they start from.
  private Line tasksLine(Breakdown yearly, List<Integer> years) {
    Words whose = yearly.origin().words();
    return new Line(
        new Words("年度任务（" + whose.zh() + "）", "yearly tasks (" + whose.en() + ")"),
        true,
        years.stream()
            .map(
                year ->
                    yearly
                        .amount(Integer.toString(year))
                        .map(amount -> new Point(Optional.of(shown(amount.amount())), List.of()))
                        .orElse(Point.GAP))
            .toList());
  }

  /// The way from a stand-in of the baseline, where no figure of the target's own tells it: ours,
  /// and said to be.
  private Optional<Line> proposed(List<Integer> years) {
    Optional<Reckoning> start = target.baseline().flatMap(base -> course.near(base.period()));
    Optional<Breakdown> line =
        start.flatMap(
            _ ->
                new Proposals(material.plan(), material.figures())
                    .yearlyTasks(target, material.question().knownOn()));
    return line.map(
        tasks ->
            new Line(
                new Words(
                    "建议进度（自%s%s起）"
                        .formatted(
                            start.orElseThrow().period().words().zh(),
                            coverage(start.orElseThrow()).zh()),
                    "proposed way (from %s of %s)"
                        .formatted(
                            coverage(start.orElseThrow()).en(),
                            start.orElseThrow().period().words().en())),
                true,
                years.stream().map(year -> proposed(tasks, start.orElseThrow(), year)).toList()));
  }

  private Point proposed(Breakdown tasks, Reckoning start, int year) {
    if (start.period().lastDay().getYear() == year) {
      return point(start);
    }
    boolean last = target.period().lastDay().getYear() == year;
    return tasks
        .amount(Integer.toString(year))
        .map(
            amount ->
                new Point(
                    Optional.of(shown(amount.amount())),
                    last ? List.of() : Printed.ids(start.figures())))
        .orElse(Point.GAP);
  }

  private Optional<Words> left(List<Step> required) {
    if (tasks.isPresent()) {
      return Optional.of(
          new Words(
              "年度任务：%s。近似口径的公布数只作参考，不与要求比较。"
                  .formatted(tasks.get().breakdown().origin().detail().zh()),
              "Yearly tasks: %s. Figures of another definition are indicative."
                  .formatted(tasks.get().breakdown().origin().detail().en())));
    }
    if (required.size() == 1
        && target.baseline().flatMap(base -> course.near(base.period())).isPresent()) {
      return Optional.of(
          new Words(
              "没有与目标同口径的基期数；虚线是本系统的建议：自近似口径的基期数每年等量增加到目标，不是下达的要求。公布数只作参考，不与目标比较。",
              "No figure of the target's own definition to start from. The dashed line is our own"
                  + " proposal, in equal yearly steps from a stand-in of the baseline, and nobody"
                  + " set it. What was published is indicative and not compared with the target."));
    }
    if (required.size() == 1) {
      return Optional.of(
          new Words(
              "没有与目标同口径的基期数，期间要求无法推算，只标出目标；公布数只作参考，不与目标比较。",
              "No figure of the target's own definition to start from: only the target itself is"
                  + " marked. What was published is indicative and not compared with it."));
    }
    return course.near().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Words("近似口径的公布数只作参考，不与要求比较。", "Figures of another definition are indicative."));
  }

  /// The months of a year that has not ended, which never lie on the line of whole years.
  private Optional<Line> toDate(List<Integer> years) {
    return material
        .standing(target.id())
        .flatMap(Standing::reckoning)
        .filter(one -> one.period().isYearToDate())
        .map(
            one ->
                new Line(
                    one.period()
                        .words()
                        .followedBy("累计", " to date")
                        .followedBy(
                            "（" + coverage(one).zh() + "）", " (" + coverage(one).en() + ")"),
                    false,
                    years.stream()
                        .map(
                            year -> year == one.period().start().getYear() ? point(one) : Point.GAP)
                        .toList()));
  }

  private Words coverage(Reckoning one) {
    return material.plan().coverage(one.coverage());
  }

  private Point point(Reckoning one) {
    return new Point(Optional.of(shown(one.value().in(unit).amount())), Printed.ids(one.figures()));
  }

  /// Whole years by what they cover.
  private Map<Words, List<Reckoning>> measured() {
    var lines = new LinkedHashMap<Words, List<Reckoning>>();
    Stream.concat(course.actual().stream(), course.near().stream())
        .filter(one -> one.period().isYear())
        .forEach(one -> lines.computeIfAbsent(coverage(one), _ -> new ArrayList<>()).add(one));
    return lines;
  }

  private Line line(Words name, List<Reckoning> values, List<Integer> years) {
    return new Line(
        name,
        false,
        years.stream()
            .map(
                year ->
                    values.stream()
                        .filter(one -> one.period().equals(Period.year(year)))
                        .findFirst()
                        .map(this::point)
                        .orElse(Point.GAP))
            .toList());
  }

  /// On the straight line between two steps; that is how progress is judged too.
  private Point asked(List<Step> steps, int year) {
    for (int i = 0; i + 1 < steps.size(); i++) {
      int from = steps.get(i).day().minusDays(1).getYear();
      int to = steps.get(i + 1).day().minusDays(1).getYear();
      if (year >= from && year <= to && to > from) {
        BigDecimal start = steps.get(i).value().in(unit).amount();
        BigDecimal end = steps.get(i + 1).value().in(unit).amount();
        BigDecimal value =
            start.add(
                end.subtract(start)
                    .multiply(BigDecimal.valueOf((long) year - from))
                    .divide(BigDecimal.valueOf((long) to - from), MathContext.DECIMAL64));
        return new Point(Optional.of(shown(value)), i == 0 && year < to ? origin() : List.of());
      }
    }
    Step last = steps.getLast();
    return last.day().minusDays(1).getYear() == year
        ? new Point(Optional.of(shown(last.value().in(unit).amount())), List.of())
        : Point.GAP;
  }

  /// The figures that the way is counted from, where the plan leaves its beginning to them.
  private List<String> origin() {
    return target
        .baseline()
        .filter(base -> base.value().isEmpty())
        .flatMap(
            base ->
                course.actual().stream()
                    .filter(one -> one.period().equals(base.period()))
                    .findFirst())
        .map(one -> one.figures().stream().map(Figure::id).toList())
        .orElse(List.of());
  }

  private static String shown(BigDecimal value) {
    BigDecimal rounded =
        value.scale() > SHOWN_DECIMALS
            ? value.setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN)
            : value;
    return rounded.stripTrailingZeros().toPlainString();
  }
}
