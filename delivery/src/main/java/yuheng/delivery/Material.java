package yuheng.delivery;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import yuheng.facts.Breakdown;
import yuheng.facts.BreakdownVersion;
import yuheng.facts.Breakdowns;
import yuheng.facts.Dimension;
import yuheng.facts.Figure;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Measurement;
import yuheng.indicators.Question;
import yuheng.indicators.Ranking;
import yuheng.indicators.Rankings;
import yuheng.indicators.Standing;
import yuheng.indicators.YearSchedule;
import yuheng.plan.BulletinRules;
import yuheng.plan.Plan;
import yuheng.plan.Target;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// What a bulletin is written from.
record Material(
    Plan plan,
    OfficialFigures figures,
    Breakdowns breakdowns,
    Measurement measurement,
    Question question,
    List<Standing> standings,
    List<Duty> duties) {

  static Material of(
      Plan plan,
      OfficialFigures figures,
      Breakdowns breakdowns,
      Question question,
      List<Duty> duties) {
    var measurement = new Measurement(plan, figures);
    return new Material(
        plan, figures, breakdowns, measurement, question, measurement.standings(question), duties);
  }

  BulletinRules rules() {
    return plan.bulletin();
  }

  /// How a year's task is asked for by a month: as the plan declares, else a twelfth each.
  YearSchedule.Method schedule() {
    return plan.progress().path().isPresent()
        ? YearSchedule.Method.PATH
        : YearSchedule.Method.LINEAR;
  }

  /// Where the districts stand on this year's task of a target.
  Ranking ranking(String target) {
    return new Rankings(plan, figures, breakdowns)
        .ranking(
            Objects.requireNonNull(plan.targets().get(target)),
            Dimension.DISTRICTS,
            question,
            schedule());
  }

  /// The yearly tasks that held in the month asked about.
  Optional<BreakdownVersion> yearlyTasks(Target target) {
    var key = new Breakdown.Key(target.id(), Dimension.YEARS, target.period());
    LocalDate known =
        question.knownOn().isBefore(figures.lastHeard()) ? question.knownOn() : LocalDate.MAX;
    return breakdowns.on(key, question.asOf().atEndOfMonth(), known);
  }

  /// First day after the month asked about.
  LocalDate end() {
    return question.asOf().plusMonths(1).atDay(1);
  }

  Optional<Standing> standing(String target) {
    return standings.stream().filter(one -> one.target().id().equals(target)).findFirst();
  }

  /// The figure to use for a period, of those that were known.
  Optional<Figure> figure(String series, String scope, Period about) {
    return figures.knownOn(series, scope, question.knownOn()).stream()
        .filter(figure -> figure.about().equals(about))
        .max(Figure.PREFERENCE);
  }

  /// The figure about the latest period within the last twelve months, the longest of those that
  /// end then.
  Optional<Figure> latest(String series, String scope) {
    return figures.knownOn(series, scope, question.knownOn()).stream()
        .filter(figure -> !figure.about().end().isAfter(end()))
        .filter(figure -> figure.about().end().isAfter(end().minusYears(1)))
        .max(LATEST);
  }

  /// The last figure before one about a part of the same year, or else that of a year before.
  Optional<Figure> before(Figure figure) {
    Period about = figure.about();
    return figures.knownOn(figure.series().id(), figure.scope(), question.knownOn()).stream()
        .filter(
            other ->
                other.about().start().equals(about.start())
                    && other.about().end().isBefore(about.end()))
        .max(LATEST)
        .or(() -> figure(figure.series().id(), figure.scope(), about.yearBefore()));
  }

  private static final Comparator<Figure> LATEST =
      Comparator.comparing((Figure figure) -> figure.about().end())
          .thenComparingInt(figure -> figure.about().months())
          .thenComparing(Figure.PREFERENCE);

  /// The figures that a target's way is counted from.
  List<Figure> origin(Standing standing) {
    return measurement.origin(standing.target(), question);
  }

  /// Every figure that a standing rests on, the way's beginning too.
  List<Figure> restsOn(Standing standing) {
    return Stream.concat(
            standing.reckoning().stream().flatMap(one -> one.figures().stream()),
            origin(standing).stream())
        .distinct()
        .toList();
  }

  Words scope(String code) {
    return Optional.ofNullable(plan.pillars().get(code))
        .map(Plan.Pillar::name)
        .or(() -> Optional.ofNullable(plan.scopes().get(code)))
        .or(() -> Optional.ofNullable(figures.districts().get(code)).map(one -> one.name()))
        .orElse(Words.same(code));
  }

  Words office(String code) {
    return Optional.ofNullable(plan.offices().get(code)).orElse(Words.same(code));
  }
}
