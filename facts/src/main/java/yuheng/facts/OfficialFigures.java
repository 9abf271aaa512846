package yuheng.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import yuheng.plan.Plan;
import yuheng.terms.Problem;

/// The published figures of a plan package, and its districts.
public final class OfficialFigures {
  private final List<Figure> all;
  private final Map<String, Figure> byId = new LinkedHashMap<>();
  private final Map<Key, List<Figure>> bySeries = new LinkedHashMap<>();
  private final SequencedMap<String, District> districts;

  /// A series about one scope.
  private record Key(String series, String scope) {}

  OfficialFigures(List<Figure> all, SequencedMap<String, District> districts) {
    this.all = List.copyOf(all);
    this.districts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(districts));
    for (Figure figure : all) {
      byId.put(figure.id(), figure);
      bySeries
          .computeIfAbsent(new Key(figure.series().id(), figure.scope()), _ -> new ArrayList<>())
          .add(figure);
    }
  }

  /// What came of loading.
  ///
  /// @param figures present only when there is no problem
  public record Loaded(Optional<OfficialFigures> figures, List<Problem> problems) {
    public Loaded {
      problems = problems.stream().sorted().toList();
    }
  }

  /// Reads the figures and code lists of a package: all of them, or everything that is wrong.
  public static Loaded load(Plan plan) {
    return new FigureReader(plan).load();
  }

  /// Every figure, in the order of the file.
  public List<Figure> all() {
    return all;
  }

  /// Every vintage of a series about a scope that was heard by a day, in the order of the file.
  public List<Figure> knownOn(String series, String scope, LocalDate day) {
    return vintages(series, scope).filter(figure -> !figure.heard().isAfter(day)).toList();
  }

  /// Every vintage of a series about a scope.
  public Stream<Figure> vintages(String series, String scope) {
    return bySeries.getOrDefault(new Key(series, scope), List.of()).stream();
  }

  /// The figure with an id.
  public Optional<Figure> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /// The day by which everything here was heard and entered.
  public LocalDate lastHeard() {
    return all.stream()
        .flatMap(figure -> Stream.of(figure.heard(), figure.entered()))
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.EPOCH);
  }

  /// Districts of all times by code, in the order of the code list.
  public SequencedMap<String, District> districts() {
    return districts;
  }
}
