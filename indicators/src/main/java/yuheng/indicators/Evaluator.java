package yuheng.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import yuheng.facts.Figure;
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
import yuheng.plan.Indicator;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Value;
import yuheng.terms.Words;

/// Evaluates formulas over what was known on one day about no later month than asked.
///
/// All parts of a formula are taken for one and the same period. Of several figures about the same
/// thing the one used is the last by [Figure#PREFERENCE]; the others are kept beside it, and no two
/// are ever averaged.
final class Evaluator {
  private final OfficialFigures figures;
  private final Period span;
  private final LocalDate end;
  private final LocalDate knownOn;

  Evaluator(OfficialFigures figures, Period span, Question question) {
    this(figures, span, question.end(), question.knownOn());
  }

  /// @param end first day that no figure may reach beyond
  Evaluator(OfficialFigures figures, Period span, LocalDate end, LocalDate knownOn) {
    this.figures = figures;
    this.span = span;
    this.end = end;
    this.knownOn = knownOn;
  }

  /// A value for one period and the figures that it rests on.
  private record Part(Quantity value, List<Figure> used) {
    Part with(Part that, Quantity combined) {
      var all = new ArrayList<>(used);
      all.addAll(that.used);
      return new Part(combined, all);
    }
  }

  /// The indicator's own formula for the period that answers it best.
  Optional<Reckoning> latest(Indicator indicator) {
    return indicator
        .formula()
        .flatMap(formula -> latest(formula, indicator, indicator.coverage(), Optional.empty()));
  }

  /// A formula for the period that answers best.
  Optional<Reckoning> latest(
      Formula formula, Indicator indicator, String coverage, Optional<Words> differs) {
    return best(periods(formula), indicator.time())
        .flatMap(period -> at(formula, period, indicator, coverage, differs));
  }

  /// A formula for every period that it has a value for, oldest first.
  List<Reckoning> all(
      Formula formula, Indicator indicator, String coverage, Optional<Words> differs) {
    return periods(formula).stream()
        .sorted()
        .flatMap(period -> at(formula, period, indicator, coverage, differs).stream())
        .toList();
  }

  private Optional<Period> best(Set<Period> periods, TimeShape time) {
    Comparator<Period> latest = Comparator.naturalOrder();
    LocalDate aYearAgo = end.minusYears(1);
    Optional<Period> whole =
        switch (time) {
          case FLOW, RATE ->
              periods.stream().filter(p -> p.isYear() && !p.end().isBefore(aYearAgo)).max(latest);
          case CUMULATIVE ->
              periods.stream().filter(p -> p.start().equals(span.start())).max(latest);
          case STOCK -> Optional.empty();
        };
    return whole.or(() -> periods.stream().max(latest));
  }

  /// A formula for one period, in the indicator's unit.
  Optional<Reckoning> at(
      Formula formula,
      Period period,
      Indicator indicator,
      String coverage,
      Optional<Words> differs) {
    return value(formula, period)
        .map(
            part -> {
              Quantity value = part.value.at(indicator.unit().prices()).in(indicator.unit());
              List<Figure> used = part.used.stream().distinct().toList();
              return new Reckoning(
                  formula.isOneFigure() ? value : value.rounded(indicator.decimals()),
                  period,
                  used.stream().map(Figure::heard).max(Comparator.naturalOrder()).orElse(knownOn),
                  coverage,
                  formula,
                  used,
                  others(used),
                  differs);
            });
  }

  /// A value in the formula's own unit, and the figures that it rests on.
  record Amount(Quantity value, List<Figure> figures) {}

  /// A formula for one period, in its own unit and unrounded.
  Optional<Amount> amount(Formula formula, Period period) {
    return value(formula, period).map(part -> new Amount(part.value, part.used));
  }

  private List<Figure> others(List<Figure> used) {
    return used.stream()
        .flatMap(
            one ->
                vintages(one.series().id(), one.scope()).stream()
                    .filter(other -> other.about().equals(one.about())))
        .filter(other -> !used.contains(other))
        .distinct()
        .toList();
  }

  /// Why a formula has no value at all.
  Value.Reason whyNone(Formula formula) {
    for (Published part : formula.published().toList()) {
      List<Figure> ever = figures.vintages(part.series().id(), part.scope()).toList();
      if (ever.isEmpty()) {
        return Value.Reason.NOT_PUBLISHED;
      }
      if (ever.stream().allMatch(figure -> figure.heard().isAfter(knownOn))) {
        return Value.Reason.NOT_YET_HEARD;
      }
      if (vintages(part.series().id(), part.scope()).isEmpty()) {
        return Value.Reason.NOT_YET_ABOUT;
      }
    }
    return periods(formula).isEmpty()
        ? Value.Reason.NO_COMMON_PERIOD
        : Value.Reason.DIVIDES_BY_ZERO;
  }

  private List<Figure> vintages(String series, String scope) {
    return figures.knownOn(series, scope, knownOn).stream()
        .filter(figure -> !figure.about().end().isAfter(end))
        .toList();
  }

  /// The periods that a formula can have a value for.
  private Set<Period> periods(Formula formula) {
    return switch (formula) {
      case Constant _ -> Set.of();
      case Published(var series, var scope) ->
          vintages(series.id(), scope).stream()
              .map(Figure::about)
              .collect(Collectors.toCollection(TreeSet::new));
      case Sum(var left, var right, _) -> common(left, right);
      case Product(var left, var right) -> common(left, right);
      case Ratio(var over, var under) -> common(over, under);
      case Growth(var of) -> periods(of);
      case YearToDate(var of) -> yearsToDate(periods(of));
      case Total(_, var years) -> years.end().isAfter(end) ? Set.of() : Set.of(years);
    };
  }

  private Set<Period> common(Formula left, Formula right) {
    if (left instanceof Constant) {
      return periods(right);
    }
    var both = new TreeSet<>(periods(left));
    if (!(right instanceof Constant)) {
      both.retainAll(periods(right));
    }
    return both;
  }

  private static Set<Period> yearsToDate(Set<Period> published) {
    var found = new LinkedHashSet<Period>();
    for (Period period : published) {
      if (period.isYearToDate()) {
        found.add(period);
      } else if (period.months() == 1) {
        found.add(new Period(period.start().withMonth(1), period.end()));
      }
    }
    return found;
  }

  private Optional<Part> value(Formula formula, Period period) {
    return switch (formula) {
      case Constant(var constant) -> Optional.of(new Part(constant, List.of()));
      case Published published ->
          figure(published, period).map(f -> new Part(f.value(), List.of(f)));
      case Sum(var left, var right, var minus) ->
          value(left, period)
              .flatMap(
                  a ->
                      value(right, period)
                          .map(
                              b ->
                                  a.with(
                                      b, minus ? a.value.minus(b.value) : a.value.plus(b.value))));
      case Product(var left, var right) ->
          value(left, period)
              .flatMap(a -> value(right, period).map(b -> a.with(b, a.value.times(b.value))));
      case Ratio(var over, var under) ->
          value(over, period)
              .flatMap(
                  a ->
                      value(under, period)
                          .flatMap(b -> a.value.per(b.value).map(ratio -> a.with(b, ratio))));
      case Growth(var of) -> growth(of, period);
      case YearToDate(var of) -> yearToDate(of, period);
      case Total(var of, var years) -> total(of, years);
    };
  }

  private Optional<Figure> figure(Published published, Period period) {
    return vintages(published.series().id(), published.scope()).stream()
        .filter(figure -> figure.about().equals(period))
        .max(Figure.PREFERENCE);
  }

  /// Growth as printed. Published levels of two years are never divided, because the base of a
  /// printed growth rate is recomputed on this year's set of enterprises (National Bureau of
  /// Statistics, notes on main indicators); only computed amounts are compared by their levels.
  private Optional<Part> growth(Formula of, Period period) {
    if (of instanceof Published published) {
      return figure(published, period)
          .flatMap(f -> f.growth().map(g -> new Part(new Quantity(g, Unit.PERCENT), List.of(f))));
    }
    return value(of, period)
        .flatMap(
            now ->
                value(of, period.yearBefore())
                    .flatMap(
                        before ->
                            now.value
                                .minus(before.value)
                                .per(before.value)
                                .map(rate -> now.with(before, rate.in(Unit.PERCENT)))));
  }

  private Optional<Part> yearToDate(Formula of, Period period) {
    Optional<Part> printed = value(of, period);
    if (printed.isPresent()) {
      return printed;
    }
    Optional<Part> sum = Optional.of(new Part(of.zero(), List.of()));
    for (LocalDate month = period.start();
        month.isBefore(period.end());
        month = month.plusMonths(1)) {
      var one = new Period(month, month.plusMonths(1));
      sum = sum.flatMap(a -> value(of, one).map(b -> a.with(b, a.value.plus(b.value))));
    }
    return sum;
  }

  private Optional<Part> total(Formula of, Period years) {
    Optional<Part> sum = Optional.of(new Part(of.zero(), List.of()));
    for (int year = years.start().getYear(); year <= years.lastDay().getYear(); year++) {
      Period one = Period.year(year);
      sum = sum.flatMap(a -> value(of, one).map(b -> a.with(b, a.value.plus(b.value))));
    }
    return sum;
  }
}
