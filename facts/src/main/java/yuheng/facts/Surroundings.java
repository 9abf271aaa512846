package yuheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import yuheng.terms.Period;

/// The figures around a figure: other periods, other scopes. Of several vintages the preferred one.
final class Surroundings {
  private final Map<Shape, NavigableMap<LocalDate, Figure>> byTime = new HashMap<>();
  private final Map<Moment, Map<String, Figure>> byScope = new HashMap<>();

  /// A series about one scope, for stretches of one length.
  private record Shape(String series, String scope, int months) {}

  /// A series about one period.
  private record Moment(String series, Period about) {}

  Surroundings(Collection<Figure> figures) {
    for (Figure figure : figures) {
      byTime
          .computeIfAbsent(shape(figure, figure.about().months()), _ -> new TreeMap<>())
          .merge(figure.about().end(), figure, Surroundings::preferred);
      byScope
          .computeIfAbsent(
              new Moment(figure.series().id(), figure.about()), _ -> new LinkedHashMap<>())
          .merge(figure.scope(), figure, Surroundings::preferred);
    }
  }

  private static Figure preferred(Figure one, Figure other) {
    return Figure.PREFERENCE.compare(one, other) >= 0 ? one : other;
  }

  private static Shape shape(Figure figure, int months) {
    return new Shape(figure.series().id(), figure.scope(), months);
  }

  /// A figure's amount in the unit of its series.
  static BigDecimal amount(Figure figure) {
    return figure.value().in(figure.series().unit()).amount();
  }

  /// The figure of the same series for a scope and a period.
  Optional<Figure> at(Figure figure, String scope, Period about) {
    return Optional.ofNullable(
        byTime
            .getOrDefault(new Shape(figure.series().id(), scope, about.months()), new TreeMap<>())
            .get(about.end()));
  }

  /// The nearest other periods of the same length, nearest first.
  List<Figure> nearest(Figure figure, int most) {
    NavigableMap<LocalDate, Figure> line =
        byTime.getOrDefault(shape(figure, figure.about().months()), new TreeMap<>());
    LocalDate end = figure.about().end();
    var near = new ArrayList<Figure>();
    take(line.headMap(end, false).descendingMap().values().iterator(), most, near);
    take(line.tailMap(end, false).values().iterator(), most, near);
    near.sort(
        Comparator.comparingLong(
            other -> Math.abs(ChronoUnit.DAYS.between(other.about().end(), end))));
    return near.stream().limit(most).toList();
  }

  private static void take(Iterator<Figure> from, int most, List<Figure> to) {
    for (int i = 0; i < most && from.hasNext(); i++) {
      to.add(from.next());
    }
  }

  /// Of the same year and scope, whatever starts in January.
  List<Figure> sinceJanuary(Figure figure) {
    var found = new ArrayList<Figure>();
    for (int months = 1; months <= 12; months++) {
      LocalDate end = figure.about().start().plusMonths(months);
      @Nullable Figure one = byTime.getOrDefault(shape(figure, months), new TreeMap<>()).get(end);
      if (one != null && one.about().start().equals(figure.about().start())) {
        found.add(one);
      }
    }
    return found;
  }

  /// The same series and period for every scope.
  Map<String, Figure> scopes(Figure figure) {
    return byScope.getOrDefault(new Moment(figure.series().id(), figure.about()), Map.of());
  }
}
