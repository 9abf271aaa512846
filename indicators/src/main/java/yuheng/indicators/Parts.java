package yuheng.indicators;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.facts.Dimension;
import yuheng.facts.District;
import yuheng.facts.OfficialFigures;
import yuheng.plan.Formula;
import yuheng.plan.Formula.Constant;
import yuheng.plan.Formula.Growth;
import yuheng.plan.Formula.Product;
import yuheng.plan.Formula.Published;
import yuheng.plan.Formula.Ratio;
import yuheng.plan.Formula.Sum;
import yuheng.plan.Formula.Total;
import yuheng.plan.Formula.YearToDate;
import yuheng.plan.Plan;
import yuheng.plan.Plan.Pillar;
import yuheng.plan.Target;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// The parts that a plan's targets come down to: which there are on a day, what they are called,
/// and how a formula reads for one of them.
public final class Parts {
  private final Plan plan;
  private final OfficialFigures figures;
  private final Lineage lineage;

  public Parts(Plan plan, OfficialFigures figures) {
    this.plan = plan;
    this.figures = figures;
    this.lineage = new Lineage(figures.districts());
  }

  /// The parts of a dimension on a day, by code, in the order of the code list. Parks have no
  /// register here: whoever breaks a target down names them.
  ///
  /// @param target whose years are meant
  public SequencedMap<String, Words> on(Dimension dimension, Target target, LocalDate day) {
    var parts = new LinkedHashMap<String, Words>();
    switch (dimension) {
      case DISTRICTS ->
          lineage.standing(day).forEach(code -> parts.put(code, name(dimension, code)));
      case PILLARS -> plan.pillars().values().forEach(one -> parts.put(one.id(), one.name()));
      case PARKS -> {}
      case YEARS -> {
        int first = Math.max(target.period().start().getYear(), plan.span().start().getYear());
        if (!target.period().isYears()) {
          first = plan.span().start().getYear();
        }
        for (int year = first; year <= target.period().lastDay().getYear(); year++) {
          parts.put(Integer.toString(year), Period.year(year).words());
        }
      }
    }
    return parts;
  }

  /// What a part is called.
  public Words name(Dimension dimension, String code) {
    return switch (dimension) {
      case DISTRICTS ->
          Optional.ofNullable(figures.districts().get(code))
              .map(District::name)
              .orElse(Words.same(code));
      case PILLARS ->
          Optional.ofNullable(plan.pillars().get(code)).map(Pillar::name).orElse(Words.same(code));
      case PARKS -> Words.same(code);
      case YEARS -> Period.read(code).map(Period::words).orElse(Words.same(code));
    };
  }

  Lineage lineage() {
    return lineage;
  }

  /// A formula about the whole, read for one part and period; empty when its figures speak of a
  /// scope of their own, or when nothing was then what the part is now.
  ///
  /// @param asAt the day that says what a district consists of
  Optional<Formula> of(
      Formula formula, Dimension dimension, String part, Period period, LocalDate asAt) {
    List<String> codes =
        dimension == Dimension.DISTRICTS
            ? lineage.then(part, period.lastDay(), asAt)
            : List.of(part);
    Optional<Formula> all = Optional.empty();
    for (String code : codes) {
      Optional<Formula> one = scoped(formula, code);
      if (one.isEmpty() || (codes.size() > 1 && !isAmount(formula))) {
        return Optional.empty();
      }
      all = all.isPresent() ? Optional.of(new Sum(all.get(), one.get(), false)) : one;
    }
    return all;
  }

  /// Parts of it may be added: a sum of published amounts.
  private static boolean isAmount(Formula formula) {
    return switch (formula) {
      case Published(var series, _) -> series.time() != TimeShape.RATE;
      case Sum(var left, var right, _) -> isAmount(left) && isAmount(right);
      case YearToDate(var of) -> isAmount(of);
      case Total(var of, _) -> isAmount(of);
      case Constant _, Product _, Ratio _, Growth _ -> false;
    };
  }

  private static Optional<Formula> scoped(Formula formula, String scope) {
    return switch (formula) {
      case Constant same -> Optional.of(same);
      case Published(var series, var of) ->
          of.equals(Plan.WHOLE) ? Optional.of(new Published(series, scope)) : Optional.empty();
      case Sum(var left, var right, var minus) ->
          scoped(left, scope).flatMap(a -> scoped(right, scope).map(b -> new Sum(a, b, minus)));
      case Product(var left, var right) ->
          scoped(left, scope).flatMap(a -> scoped(right, scope).map(b -> new Product(a, b)));
      case Ratio(var over, var under) ->
          scoped(over, scope).flatMap(a -> scoped(under, scope).map(b -> new Ratio(a, b)));
      case Growth(var of) -> scoped(of, scope).map(Growth::new);
      case YearToDate(var of) -> scoped(of, scope).map(YearToDate::new);
      case Total(var of, var years) -> scoped(of, scope).map(a -> new Total(a, years));
    };
  }
}
