package yuheng.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import yuheng.facts.Figure;
import yuheng.facts.OfficialFigures;
import yuheng.plan.Indicator;
import yuheng.plan.Plan;
import yuheng.plan.Target;
import yuheng.terms.Period;

/// Measures a plan's targets with published figures.
public final class Measurement {
  private final Plan plan;
  private final OfficialFigures figures;

  public Measurement(Plan plan, OfficialFigures figures) {
    this.plan = plan;
    this.figures = figures;
  }

  /// Every target, in the order of the prose.
  public List<Standing> standings(Question question) {
    return plan.targets().values().stream().map(target -> standing(target, question)).toList();
  }

  /// One target.
  public Standing standing(Target target, Question question) {
    return new Judgement(plan, figures, target, question).standing();
  }

  /// The value of an indicator's own formula for the latest period that answers it; empty when
  /// there is none.
  public Optional<Reckoning> latest(Indicator indicator, Question question) {
    return new Evaluator(figures, plan.span(), question).latest(indicator);
  }

  /// The published figures that progress towards a target is counted from; none where the plan
  /// itself gives the baseline.
  public List<Figure> origin(Target target, Question question) {
    return new Judgement(plan, figures, target, question).origin();
  }

  /// What a chart of a target shows.
  public Course course(Target target, Question question) {
    return new Judgement(plan, figures, target, question).course();
  }

  /// The value of a published series for each district that had one in the year, in the order of
  /// the code list.
  public List<DistrictFigure> byDistrict(String series, Period year, LocalDate knownOn) {
    return new Districts(figures).figures(series, year, knownOn);
  }
}
