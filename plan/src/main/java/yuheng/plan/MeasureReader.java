package yuheng.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Measure.Assigned;
import yuheng.plan.Problems.Spot;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Words;

/// Reads the files of `measures/`.
final class MeasureReader {
  private static final Map<String, Assigned> ASSIGNED =
      Map.of("text", Assigned.TEXT, "proposal", Assigned.PROPOSAL);

  private final Header header;
  private final Set<String> articles;
  private final Collection<String> targets;
  private final Problems problems;
  private final SequencedMap<String, Spot> seen = new LinkedHashMap<>();
  private final SequencedMap<String, Measure> measures = new LinkedHashMap<>();

  /// @param targets ids of the plan's targets
  MeasureReader(Header header, List<Article> prose, Collection<String> targets, Problems problems) {
    this.header = header;
    this.articles = prose.stream().map(Article::id).collect(Collectors.toSet());
    this.targets = targets;
    this.problems = problems;
  }

  void read(YamlMap file) {
    file.needMap("measures")
        .ifPresent(all -> all.keys().forEach(id -> all.map(id.text()).ifPresent(m -> read(id, m))));
    file.nothingElse();
  }

  SequencedMap<String, Measure> measures() {
    return measures;
  }

  private void read(Spot id, YamlMap entry) {
    onlyOnce(id);
    Optional<Words> words = entry.needWords("words");
    Optional<Spot> article =
        known(entry.needSpot("article"), "PL070", "article", articles, "articles stand in plan.md");
    Optional<Spot> owner = office(entry.needSpot("owner"));
    Optional<Assigned> assigned = entry.needOneOf("assigned", ASSIGNED);
    List<String> helpers =
        entry.texts("helpers").stream()
            .flatMap(one -> office(Optional.of(one)).stream())
            .map(Spot::text)
            .toList();
    Optional<LocalDate> deadline = entry.needDay("deadline").filter(day -> withinPlan(day, entry));
    Optional<Words> evidence = entry.needWords("evidence");
    List<String> moves = moves(id, entry);
    entry.nothingElse();
    if (words.isPresent()
        && article.isPresent()
        && owner.isPresent()
        && assigned.isPresent()
        && deadline.isPresent()
        && evidence.isPresent()) {
      measures.put(
          id.text(),
          new Measure(
              id.text(),
              words.get(),
              article.get().text(),
              owner.get().text(),
              assigned.get(),
              helpers,
              deadline.get(),
              evidence.get(),
              moves));
    }
  }

  private void onlyOnce(Spot id) {
    @Nullable Spot before = seen.putIfAbsent(id.text(), id);
    if (before != null) {
      problems.add(
          "PL074",
          "the measure `%s` is written down twice".formatted(id.text()),
          List.of(new Marked(id.span(), ""), new Marked(before.span(), "the other")),
          "a measure has one owner and one deadline",
          "keep one of the two, or give one another name");
    }
  }

  private Optional<Spot> office(Optional<Spot> office) {
    return known(
        office, "PL038", "office", header.offices().keySet(), "offices are declared in plan.yaml");
  }

  private List<String> moves(Spot id, YamlMap entry) {
    List<Spot> written = entry.texts("moves");
    if (written.isEmpty()) {
      problems.add(
          "PL072",
          "the measure `%s` moves no target".formatted(id.text()),
          id.span(),
          "whether a measure works is read off the targets it must move, not off what is said of"
              + " it",
          "add `moves: […]` with at least one target");
    }
    var moves = new ArrayList<String>();
    for (Spot one : written) {
      known(Optional.of(one), "PL077", "target", targets, "a measure moves targets of targets.yaml")
          .ifPresent(spot -> moves.add(spot.text()));
    }
    return moves;
  }

  private Optional<Spot> known(
      Optional<Spot> spot, String code, String kind, Collection<String> known, String why) {
    if (spot.isPresent() && !known.contains(spot.get().text())) {
      problems.unknown(code, kind, spot.get(), known, why);
      return Optional.empty();
    }
    return spot;
  }

  private boolean withinPlan(LocalDate deadline, YamlMap entry) {
    boolean within =
        !deadline.isBefore(header.span().start()) && deadline.getYear() <= header.horizon();
    if (!within) {
      problems.add(
          "PL073",
          "the deadline %s lies outside the strategy's years, %d to %d"
              .formatted(deadline, header.span().start().getYear(), header.horizon()),
          entry.find("deadline").orElseThrow().span(),
          "a measure is to be done within the strategy's span or by its horizon",
          "correct the deadline, or `span` and `horizon` in plan.yaml");
    }
    return within;
  }
}
