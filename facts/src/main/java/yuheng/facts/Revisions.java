package yuheng.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import yuheng.plan.Series;
import yuheng.terms.Period;

/// How much the figures of a series are usually revised (修订幅度): from each vintage to the one heard
/// next, in percent of the former, or in points where the series itself is in percent.
final class Revisions {
  private static final int FEWEST = 3;

  private final Map<String, List<BigDecimal>> ofSeries = new HashMap<>();
  private final Map<Boolean, List<BigDecimal>> ofAll = new HashMap<>();

  private record Subject(String series, String scope, Period about) {}

  Revisions(Collection<Figure> known) {
    Map<Subject, List<Figure>> vintages = new HashMap<>();
    for (Figure figure : known) {
      vintages
          .computeIfAbsent(
              new Subject(figure.series().id(), figure.scope(), figure.about()),
              _ -> new ArrayList<>())
          .add(figure);
    }
    for (List<Figure> one : vintages.values()) {
      one.sort(
          Comparator.comparing(Figure::heard).thenComparing(Figure::origin, Figure.Origin.ORDER));
      for (int i = 1; i < one.size(); i++) {
        size(one.get(i - 1), one.get(i))
            .filter(size -> size.signum() > 0)
            .ifPresent(add(one.get(i)));
      }
    }
  }

  private Consumer<BigDecimal> add(Figure figure) {
    Series series = figure.series();
    return size -> {
      ofSeries.computeIfAbsent(series.id(), _ -> new ArrayList<>()).add(size);
      ofAll.computeIfAbsent(isShare(series), _ -> new ArrayList<>()).add(size);
    };
  }

  /// Counted in percent, so that changes are in points.
  static boolean isShare(Series series) {
    return series.unit().dimension().isEmpty() && !series.unit().counts();
  }

  /// How far it is from one vintage to another; empty when the former is zero.
  static Optional<BigDecimal> size(Figure before, Figure now) {
    BigDecimal from = Surroundings.amount(before);
    BigDecimal change = Surroundings.amount(now).subtract(from).abs();
    if (isShare(now.series())) {
      return Optional.of(change);
    }
    return from.signum() == 0
        ? Optional.empty()
        : Optional.of(change.movePointRight(2).divide(from.abs(), MathContext.DECIMAL32));
  }

  /// What is usual, and how that is known.
  ///
  /// @param size median of the revisions looked at
  /// @param count how many they are
  /// @param own they are of the series itself, not of all series of its kind
  record Usual(BigDecimal size, int count, boolean own) {}

  /// What is usual for a series; empty while too little is known.
  Optional<Usual> usual(Series series) {
    List<BigDecimal> own = ofSeries.getOrDefault(series.id(), List.of());
    List<BigDecimal> all = ofAll.getOrDefault(isShare(series), List.of());
    boolean enough = own.size() >= FEWEST;
    List<BigDecimal> sizes = enough ? own : all;
    if (sizes.size() < FEWEST) {
      return Optional.empty();
    }
    List<BigDecimal> sorted = sizes.stream().sorted().toList();
    return Optional.of(new Usual(sorted.get(sorted.size() / 2), sorted.size(), enough));
  }
}
