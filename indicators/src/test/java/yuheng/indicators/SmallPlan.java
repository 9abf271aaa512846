package yuheng.indicators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Objects;
import java.util.stream.Stream;
import yuheng.facts.OfficialFigures;
import yuheng.plan.Plan;
import yuheng.testing.Golden;

/// The small example with figures of a test's own.
final class SmallPlan {
  private static final String HEAD =
      "series,scope,period,value,unit,growth,heard,heard_basis,entered,authority,source,note\n";

  private final Path folder;

  private SmallPlan(Path folder) {
    this.folder = folder;
  }

  /// A copy in `folder` whose figures are `lines`: `series,period,value,unit,heard,authority`.
  static SmallPlan with(Path folder, String... lines) {
    try {
      Path small = Golden.home().resolve("examples/small");
      try (Stream<Path> files = Files.walk(small)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path copy = folder.resolve(small.relativize(file).toString());
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
      var csv = new StringBuilder(HEAD);
      for (String line : lines) {
        String[] cells = line.split(",", -1);
        csv.append(
            "%s,city,%s,%s,%s,,%s,printed,2016-03-01,%s,table %s,%n"
                .formatted(
                    cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], line.hashCode()));
      }
      Files.writeString(folder.resolve("data/official.csv"), csv.toString());
      return new SmallPlan(folder);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  SmallPlan edited(String file, String before, String after) {
    try {
      String text = Files.readString(folder.resolve(file));
      if (!text.contains(before)) {
        throw new IllegalArgumentException(file + " does not contain " + before);
      }
      Files.writeString(folder.resolve(file), text.replace(before, after));
      return this;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  Standing standing(String target, String asOf, String knownOn) {
    Plan plan = plan();
    return measurement(plan)
        .standing(
            Objects.requireNonNull(plan.targets().get(target)),
            new Question(YearMonth.parse(asOf), LocalDate.parse(knownOn)));
  }

  Plan plan() {
    var reading = Plan.read(folder);
    return reading
        .plan()
        .orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
  }

  static Measurement measurement(Plan plan) {
    OfficialFigures.Loaded loaded = OfficialFigures.load(plan);
    return new Measurement(
        plan,
        loaded
            .figures()
            .orElseThrow(() -> new IllegalStateException(loaded.problems().toString())));
  }
}
