package yuheng.indicators;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import yuheng.facts.Dimension;
import yuheng.facts.Figure;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Evaluator.Amount;
import yuheng.indicators.PartStanding.Cell;
import yuheng.plan.Formula;
import yuheng.plan.Formula.Growth;
import yuheng.plan.Formula.Published;
import yuheng.plan.Formula.YearToDate;
import yuheng.plan.Plan;
import yuheng.terms.Language;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Value.Reason;
import yuheng.terms.Words;

/// What was published for one part within one year, by one formula: year to date, the month alone,
/// growth on last year and change on the month before, each or the reason there is none.
final class PartReading {
  private static final int MONTHS = 12;

  private final Evaluator evaluator;
  private final OfficialFigures figures;
  private final Parts parts;
  private final Dimension dimension;
  private final String part;
  private final Formula formula;
  private final Unit unit;
  private final boolean accumulates;
  private final LocalDate asAt;
  private final LocalDate knownOn;

  /// @param part a code of the dimension, or [Plan#WHOLE]
  /// @param formula about the whole
  /// @param unit to count in
  /// @param accumulates amounts add up through the year
  /// @param asAt the day that says what a district consists of
  PartReading(
      Evaluator evaluator,
      OfficialFigures figures,
      Parts parts,
      Dimension dimension,
      String part,
      Formula formula,
      Unit unit,
      boolean accumulates,
      LocalDate asAt,
      LocalDate knownOn) {
    this.evaluator = evaluator;
    this.figures = figures;
    this.parts = parts;
    this.dimension = dimension;
    this.part = part;
    this.formula = formula;
    this.unit = unit;
    this.accumulates = accumulates;
    this.asAt = asAt;
    this.knownOn = knownOn;
  }

  private Optional<Formula> read(Formula whole, Period period) {
    return part.equals(Plan.WHOLE)
        ? Optional.of(whole)
        : parts.of(whole, dimension, part, period, asAt);
  }

  /// January to a month of a year.
  static Period toDate(int year, int month) {
    LocalDate start = LocalDate.of(year, 1, 1);
    return new Period(start, start.plusMonths(month));
  }

  private static Period oneMonth(int year, int month) {
    LocalDate start = LocalDate.of(year, month, 1);
    return new Period(start, start.plusMonths(1));
  }

  /// By the end of a month: added up since January, or the level then.
  Optional<Cell> by(int year, int month) {
    Period toDate = toDate(year, month);
    if (accumulates) {
      return amount(new YearToDate(formula), toDate);
    }
    return amount(formula, oneMonth(year, month)).or(() -> amount(formula, toDate));
  }

  private Optional<Cell> amount(Formula whole, Period period) {
    return read(whole, period)
        .flatMap(one -> evaluator.amount(one, period))
        .map(found -> Cell.of(counted(found), period, found.figures()));
  }

  private Quantity counted(Amount found) {
    return found.value().at(unit.prices()).in(unit);
  }

  /// By the end of the latest month of a year, up to one, that has a figure.
  Cell done(int year, int month) {
    for (int last = month; last >= 1; last--) {
      Optional<Cell> found = by(year, last);
      if (found.isPresent()) {
        return found.get();
      }
    }
    return missing(year);
  }

  private Cell missing(int year) {
    Optional<Figure> latest =
        formula
            .published()
            .flatMap(this::vintages)
            .filter(figure -> !figure.heard().isAfter(knownOn))
            .max(Comparator.comparing(Figure::about));
    if (latest.isEmpty()) {
      boolean later = formula.published().flatMap(this::vintages).findAny().isPresent();
      Reason reason = later ? Reason.NOT_YET_HEARD : Reason.NOT_PUBLISHED;
      return Cell.none(reason, Wording.missing(reason));
    }
    Figure one = latest.get();
    return Cell.none(
        Reason.NO_COMMON_PERIOD,
        new Words(
            "%d年截至所问月份没有公布；已公布的是%s的%s。"
                .formatted(year, one.about().words().zh(), one.value().show(Language.ZH)),
            "Nothing was published for %d up to the month asked; there is %s for %s."
                .formatted(year, one.value().show(Language.EN), one.about().words().en())));
  }

  private Stream<Figure> vintages(Published published) {
    return read(published, oneMonth(asAt.getYear(), asAt.getMonthValue())).stream()
        .flatMap(Formula::published)
        .flatMap(one -> figures.vintages(one.series().id(), one.scope()));
  }

  /// The month alone: as published, or the difference of two totals since January.
  private Optional<Cell> alone(int year, int month) {
    Optional<Cell> printed = amount(formula, oneMonth(year, month));
    if (printed.isPresent() || !accumulates || month == 1) {
      return printed;
    }
    return by(year, month)
        .flatMap(now -> by(year, month - 1).map(before -> minus(now, before)))
        .map(cell -> new Cell(cell.value(), Optional.of(oneMonth(year, month)), cell.figures()));
  }

  private static Cell minus(Cell now, Cell before) {
    var used = new ArrayList<>(now.figures());
    used.addAll(before.figures());
    Quantity difference = now.known().orElseThrow().minus(before.known().orElseThrow());
    return Cell.of(difference, now.about().orElseThrow(), used);
  }

  /// The month alone, or why it is not known.
  Cell month(int year, int month) {
    Words why =
        accumulates
            ? new Words(
                "没有公布当月数，也没有可以相减的两个累计数。",
                "Neither the month nor two totals to take the difference of were published.")
            : new Words("没有公布当月数。", "The month was not published.");
    return alone(year, month).orElseGet(() -> Cell.none(Reason.NOT_PUBLISHED, why));
  }

  /// Growth on the same months of last year: as printed. Published levels of two years are never
  /// divided, see [Evaluator].
  Cell growth(Cell done) {
    Optional<Period> about = done.about();
    Optional<Formula> own = about.flatMap(period -> read(formula, period));
    boolean added = own.filter(one -> one instanceof Formula.Sum).isPresent();
    if (about.isEmpty() || own.isEmpty() || added) {
      return noGrowth();
    }
    return evaluator
        .amount(new Growth(own.get()), about.get())
        .map(found -> Cell.of(found.value().rounded(2), about.get(), found.figures()))
        .orElseGet(PartReading::noGrowth);
  }

  private static Cell noGrowth() {
    return Cell.none(
        Reason.NOT_PUBLISHED,
        new Words(
            "没有公布同比增速；两年的公布数不相除。",
            "No growth was printed; published levels of two years are not divided."));
  }

  /// Change of a month on the one before, within one year.
  Cell change(int year, int month) {
    if (month == 1) {
      return Cell.none(
          Reason.NO_COMMON_PERIOD,
          new Words(
              "一月与上年十二月的企业范围不同，不作环比。",
              "January and last December cover different enterprises; no change is given."));
    }
    Optional<Cell> now = alone(year, month);
    Optional<Cell> before = alone(year, month - 1);
    if (now.isEmpty() || before.isEmpty()) {
      return Cell.none(
          Reason.NOT_PUBLISHED,
          new Words("缺少本月或上月的当月数。", "This month or the one before is missing."));
    }
    Quantity base = before.get().known().orElseThrow();
    Cell difference = minus(now.get(), before.get());
    return difference
        .known()
        .orElseThrow()
        .per(base)
        .map(
            rate ->
                Cell.of(
                    rate.in(Unit.PERCENT).rounded(2),
                    now.get().about().orElseThrow(),
                    difference.figures()))
        .orElseGet(
            () -> Cell.none(Reason.DIVIDES_BY_ZERO, Wording.missing(Reason.DIVIDES_BY_ZERO)));
  }

  /// Percent of a year that was done by a month of it, to four decimals.
  Optional<BigDecimal> profile(int year, int month) {
    Optional<Quantity> whole = by(year, MONTHS).flatMap(Cell::known);
    return by(year, month)
        .flatMap(Cell::known)
        .flatMap(
            part ->
                whole
                    .filter(all -> all.amount().signum() > 0)
                    .map(
                        all ->
                            part.amount()
                                .scaleByPowerOfTen(2)
                                .divide(all.amount(), MathContext.DECIMAL128)
                                .setScale(4, RoundingMode.HALF_EVEN)));
  }
}
