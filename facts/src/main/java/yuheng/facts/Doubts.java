package yuheng.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import yuheng.plan.Plan;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;

/// The soft checks (软校验): what is unlikely of a figure, seen against those around it. A doubt is no
/// refusal; it asks for a reason.
///
/// | check | doubted |
/// |---|---|
/// | order of magnitude | 5 times the median of the nearest four periods or more, or a fifth or less; the bound grows by 30 % a year of distance |
/// | year to date | falls within the year |
/// | parts | one is over its whole, or the districts or pillars together are |
/// | growth | printed and computed from the year before are more than 10 points apart |
/// | revision | more than 3 times the usual, and more than half a percent or half a point |
/// | heard | before its period ended |
final class Doubts {
  private static final int NEAREST = 4;
  private static final double FACTOR = 5;
  private static final double FACTOR_A_YEAR = 1.3;
  private static final BigDecimal GROWTH_APART = BigDecimal.TEN;
  private static final BigDecimal TIMES_USUAL = BigDecimal.valueOf(3);
  private static final BigDecimal SMALLEST_REVISION = new BigDecimal("0.5");

  /// Sums of rounded parts may be over their whole by this, in parts of the whole.
  private static final BigDecimal ROUNDING = new BigDecimal("0.002");

  private final Plan plan;
  private final SequencedMap<String, District> districts;
  private final Surroundings known;
  private final Surroundings all;
  private final Revisions revisions;
  private final Map<Whole, Optional<Fault>> partsOfWhole = new HashMap<>();

  private record Whole(String series, Period about, boolean pillars) {}

  Doubts(Plan plan, OfficialFigures figures, Collection<Figure> offered) {
    this.plan = plan;
    this.districts = figures.districts();
    this.known = new Surroundings(figures.all());
    this.all = new Surroundings(Stream.concat(figures.all().stream(), offered.stream()).toList());
    this.revisions = new Revisions(figures.all());
  }

  /// The figure used so far for the same series, scope and period.
  Optional<Figure> before(Figure figure) {
    return known.at(figure, figure.scope(), figure.about());
  }

  /// What is unlikely of an offered figure.
  List<Fault> of(Offered offered) {
    var found = new ArrayList<Fault>();
    magnitude(offered).ifPresent(found::add);
    yearToDate(offered).ifPresent(found::add);
    overItsWhole(offered).or(() -> together(offered)).ifPresent(found::add);
    growth(offered).ifPresent(found::add);
    revision(offered).ifPresent(found::add);
    heardEarly(offered).ifPresent(found::add);
    return found;
  }

  private Optional<Fault> magnitude(Offered offered) {
    Figure figure = offered.figure();
    List<Figure> near = all.nearest(figure, NEAREST);
    if (near.isEmpty() || Revisions.isShare(figure.series())) {
      return Optional.empty();
    }
    List<BigDecimal> sizes = near.stream().map(f -> Surroundings.amount(f).abs()).sorted().toList();
    double median = sizes.get((sizes.size() - 1) / 2).doubleValue();
    double ratio = Math.abs(Surroundings.amount(figure).doubleValue()) / median;
    int years = Math.abs(near.getFirst().about().end().getYear() - figure.about().end().getYear());
    double bound = FACTOR * Math.pow(FACTOR_A_YEAR, Math.max(0, years - 1.0));
    boolean unlikely = median > 0 && (ratio >= bound || ratio <= 1 / bound);
    return unlikely
        ? Optional.of(
            DoubtFaults.magnitude(
                offered, near.getFirst(), new BigDecimal(ratio).round(new MathContext(2))))
        : Optional.empty();
  }

  private Optional<Fault> yearToDate(Offered offered) {
    Figure figure = offered.figure();
    boolean running = figure.about().isYearToDate() || figure.about().isYear();
    if (!running
        || figure.series().time() != TimeShape.FLOW
        || Revisions.isShare(figure.series())) {
      return Optional.empty();
    }
    BigDecimal amount = Surroundings.amount(figure);
    for (Figure other : all.sinceJanuary(figure)) {
      int order = Integer.compare(other.about().months(), figure.about().months());
      int size = Surroundings.amount(other).compareTo(amount);
      if (order < 0 && size > 0) {
        return Optional.of(DoubtFaults.falls(offered, other, figure));
      }
      if (order > 0 && size < 0) {
        return Optional.of(DoubtFaults.falls(offered, figure, other));
      }
    }
    return Optional.empty();
  }

  private boolean adds(Figure figure) {
    TimeShape time = figure.series().time();
    return (time == TimeShape.FLOW || time == TimeShape.STOCK)
        && !Revisions.isShare(figure.series());
  }

  private Optional<Fault> overItsWhole(Offered offered) {
    Figure figure = offered.figure();
    if (figure.scope().equals(Plan.WHOLE) || !adds(figure)) {
      return Optional.empty();
    }
    return all.at(figure, Plan.WHOLE, figure.about())
        .filter(whole -> Surroundings.amount(figure).compareTo(Surroundings.amount(whole)) > 0)
        .map(whole -> DoubtFaults.overWhole(offered, whole));
  }

  private Optional<Fault> together(Offered offered) {
    Figure figure = offered.figure();
    boolean pillar = plan.pillars().containsKey(figure.scope());
    boolean whole = figure.scope().equals(Plan.WHOLE);
    if (!adds(figure) || (!whole && !pillar && !districts.containsKey(figure.scope()))) {
      return Optional.empty();
    }
    return whole ? sum(offered, true).or(() -> sum(offered, false)) : sum(offered, pillar);
  }

  /// Told once for each whole, at the first of its figures that is offered.
  private Optional<Fault> sum(Offered offered, boolean pillars) {
    Figure figure = offered.figure();
    var key = new Whole(figure.series().id(), figure.about(), pillars);
    if (partsOfWhole.containsKey(key)) {
      return Optional.empty();
    }
    Optional<Fault> fault =
        all.at(figure, Plan.WHOLE, figure.about()).flatMap(whole -> sum(offered, whole, pillars));
    partsOfWhole.put(key, fault);
    return fault;
  }

  private Optional<Fault> sum(Offered offered, Figure whole, boolean pillars) {
    BigDecimal sum = BigDecimal.ZERO;
    int parts = 0;
    LocalDate day = whole.about().lastDay();
    for (Figure part : all.scopes(whole).values()) {
      boolean counts =
          pillars
              ? plan.pillars().containsKey(part.scope())
              : districts.containsKey(part.scope())
                  && districts.get(part.scope()).standsOn(day)
                  && districts.get(part.scope()).mergedInto().isEmpty();
      if (counts) {
        sum = sum.add(Surroundings.amount(part));
        parts++;
      }
    }
    BigDecimal most = Surroundings.amount(whole).multiply(BigDecimal.ONE.add(ROUNDING));
    return parts > 1 && sum.compareTo(most) > 0
        ? Optional.of(DoubtFaults.together(offered, whole, sum, parts, pillars))
        : Optional.empty();
  }

  private Optional<Fault> growth(Offered offered) {
    Figure figure = offered.figure();
    Optional<Figure> yearBefore = all.at(figure, figure.scope(), figure.about().yearBefore());
    if (figure.growth().isEmpty() || yearBefore.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal from = Surroundings.amount(yearBefore.get());
    if (from.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal computed =
        Surroundings.amount(figure)
            .subtract(from)
            .movePointRight(2)
            .divide(from, MathContext.DECIMAL64)
            .setScale(1, RoundingMode.HALF_EVEN);
    boolean apart = computed.subtract(figure.growth().get()).abs().compareTo(GROWTH_APART) > 0;
    return apart
        ? Optional.of(DoubtFaults.growth(offered, yearBefore.get(), computed))
        : Optional.empty();
  }

  private Optional<Fault> revision(Offered offered) {
    Figure figure = offered.figure();
    Optional<Figure> before = before(figure);
    Optional<BigDecimal> size = before.flatMap(one -> Revisions.size(one, figure));
    Optional<Revisions.Usual> usual = revisions.usual(figure.series());
    if (size.isEmpty() || size.get().compareTo(SMALLEST_REVISION) <= 0) {
      return Optional.empty();
    }
    boolean larger =
        usual.map(u -> size.get().compareTo(u.size().multiply(TIMES_USUAL)) > 0).orElse(true);
    return larger
        ? Optional.of(DoubtFaults.revision(offered, before.orElseThrow(), size.get(), usual))
        : Optional.empty();
  }

  private static Optional<Fault> heardEarly(Offered offered) {
    Figure figure = offered.figure();
    return figure.heard().isBefore(figure.about().lastDay())
        ? Optional.of(DoubtFaults.early(offered))
        : Optional.empty();
  }
}
