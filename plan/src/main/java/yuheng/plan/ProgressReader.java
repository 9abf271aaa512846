package yuheng.plan;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;
import yuheng.plan.Problems.Spot;
import yuheng.plan.Progress.Lamps;
import yuheng.plan.Progress.Path;

/// Reads `progress` of `plan.yaml`.
final class ProgressReader {
  private static final int MONTHS = 12;
  private static final int WHOLE = 100;

  private final Problems problems;

  ProgressReader(Problems problems) {
    this.problems = problems;
  }

  Progress read(YamlMap entry) {
    Lamps lamps = entry.map("lamps").flatMap(this::lamps).orElse(Progress.OURS.lamps());
    Optional<Path> path = entry.map("path").flatMap(this::path);
    entry.nothingElse();
    return new Progress(lamps, path);
  }

  private Optional<Lamps> lamps(YamlMap map) {
    Optional<Integer> behind = map.needInteger("behind");
    Optional<Integer> atRisk = map.needInteger("at-risk");
    Optional<String> source = map.need("source");
    map.nothingElse();
    if (behind.isEmpty() || atRisk.isEmpty() || source.isEmpty()) {
      return Optional.empty();
    }
    if (behind.get() >= atRisk.get()) {
      problems.add(
          "PL071",
          "yellow begins at %d points behind, red at %d".formatted(behind.get(), atRisk.get()),
          map.find("at-risk").orElseThrow().span(),
          "red is further behind schedule than yellow",
          "let `at-risk` be more than `behind`");
      return Optional.empty();
    }
    return Optional.of(
        new Lamps(
            BigDecimal.valueOf(behind.get()),
            BigDecimal.valueOf(atRisk.get()),
            source.get(),
            false));
  }

  private Optional<Path> path(YamlMap map) {
    Optional<String> source = map.need("source");
    var byMonth = new TreeMap<Integer, BigDecimal>();
    boolean rises = true;
    int month = 0;
    int percent = 0;
    for (Spot key : map.keys()) {
      if (key.text().equals("source")) {
        continue;
      }
      int next = key.text().matches("\\d{1,2}") ? Integer.parseInt(key.text()) : 0;
      Optional<Integer> asked = map.integer(key.text());
      if (asked.isEmpty()) {
        return Optional.empty();
      }
      boolean fits =
          next > month && next <= MONTHS && asked.get() >= percent && asked.get() <= WHOLE;
      if (!fits || (next == MONTHS && asked.get() != WHOLE)) {
        notRising(key);
        rises = false;
      }
      month = next;
      percent = asked.get();
      byMonth.put(month, BigDecimal.valueOf(percent));
    }
    return rises ? source.map(from -> new Path(byMonth, from)) : Optional.empty();
  }

  private void notRising(Spot key) {
    problems.add(
        "PL071",
        "the path does not rise at month `%s`".formatted(key.text()),
        key.span(),
        "a path within a year goes by months 1 to 12 from 0 to 100 percent and never falls",
        "write months in order with rising percentages, for example {3: 20, 6: 47, 9: 72, 12:"
            + " 100}");
  }
}
