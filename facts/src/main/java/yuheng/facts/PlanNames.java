package yuheng.facts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import yuheng.plan.Plan;
import yuheng.plan.Series;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// The names that people may give to a plan's series, scopes and coverages (名称): code, Chinese or
/// English; and which of them a free text is likest to.
public final class PlanNames {
  private static final double LEAST_LIKENESS = 0.3;

  private final Plan plan;
  private final SequencedMap<String, District> districts;
  private final SequencedMap<String, Words> scopes = new LinkedHashMap<>();

  public PlanNames(Plan plan, OfficialFigures figures) {
    this.plan = plan;
    this.districts = figures.districts();
    scopes.putAll(plan.scopes());
    plan.pillars().forEach((id, pillar) -> scopes.putIfAbsent(id, pillar.name()));
    districts.forEach((code, district) -> scopes.putIfAbsent(code, district.name()));
  }

  /// Everything that a figure can be about, by code.
  public SequencedMap<String, Words> scopes() {
    return new LinkedHashMap<>(scopes);
  }

  /// What a scope code means.
  public Words scope(String code) {
    return scopes.getOrDefault(code, Words.same(code));
  }

  /// The series called so.
  public Optional<Series> series(String written) {
    String plain = plain(written);
    return plan.series().values().stream()
        .filter(series -> isCalled(plain, series.id(), series.name()))
        .findFirst();
  }

  /// The scopes called so; of several districts of one name only those that stood in the period.
  List<String> scopes(String written, Optional<Period> about) {
    if (scopes.containsKey(written)) {
      return List.of(written);
    }
    String plain = plain(written);
    List<String> found =
        scopes.entrySet().stream()
            .filter(entry -> isCalled(plain, entry.getKey(), entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (found.size() < 2 || about.isEmpty()) {
      return found;
    }
    List<String> standing = found.stream().filter(code -> stands(code, about.get())).toList();
    return standing.isEmpty() ? found : standing;
  }

  private boolean stands(String code, Period about) {
    return !districts.containsKey(code) || districts.get(code).standsOn(about.lastDay());
  }

  /// The coverage called so, by its code.
  Optional<String> coverage(String written) {
    String plain = plain(written);
    return plan.coverages().entrySet().stream()
        .filter(entry -> isCalled(plain, entry.getKey(), entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static boolean isCalled(String plain, String code, Words name) {
    return plain.equals(plain(code))
        || plain.equals(plain(name.zh()))
        || plain.equals(plain(name.en()));
  }

  private static String plain(String text) {
    return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /// The series whose names are likest to a text, likest first.
  ///
  /// Likeness is that of the sets of pairs of neighbouring characters (Dice 1945: twice what both
  /// have over the sum of what each has).
  public List<Series> likest(String text, int most) {
    return plan.series().values().stream()
        .map(series -> new Likeness(series, likeness(text, series)))
        .filter(one -> one.share >= LEAST_LIKENESS)
        .sorted(Comparator.comparingDouble(Likeness::share).reversed())
        .limit(most)
        .map(Likeness::series)
        .toList();
  }

  private record Likeness(Series series, double share) {}

  private static double likeness(String text, Series series) {
    return Math.max(
        likeness(text, series.name().zh()),
        Math.max(likeness(text, series.name().en()), likeness(text, series.id())));
  }

  static double likeness(String a, String b) {
    Set<String> left = pairs(a);
    Set<String> right = pairs(b);
    var both = new HashSet<>(left);
    both.retainAll(right);
    return left.isEmpty() || right.isEmpty() ? 0 : 2.0 * both.size() / (left.size() + right.size());
  }

  private static Set<String> pairs(String text) {
    String plain = text.toLowerCase(Locale.ROOT).replaceAll("[\\s（）()“”、，,]", "");
    var pairs = new HashSet<String>();
    for (int i = 0; i + 1 < plain.length(); i++) {
      pairs.add(plain.substring(i, i + 2));
    }
    if (plain.length() == 1) {
      pairs.add(plain);
    }
    return pairs;
  }

  /// The names of scopes likest to a text, for suggestions.
  List<String> likestScopes(String text, int most) {
    var names = new ArrayList<String>();
    scopes.forEach(
        (code, name) -> names.add(name.zh().equals(code) ? code : name.zh() + "=" + code));
    return names.stream()
        .filter(name -> likeness(text, name.split("=", 2)[0]) >= LEAST_LIKENESS)
        .sorted(Comparator.comparingDouble((String name) -> -likeness(text, name.split("=", 2)[0])))
        .limit(most)
        .toList();
  }
}
