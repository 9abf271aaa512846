package yuheng.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import yuheng.facts.Breakdowns;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Measurement;
import yuheng.indicators.Question;
import yuheng.indicators.Standing;
import yuheng.plan.Plan;
import yuheng.testing.Golden;

/// Chongqing's package, as it is or with other figures.
record Chongqing(Plan plan, OfficialFigures figures) {
  static final Path FOLDER = Golden.home().resolve("plans/chongqing-2012");
  static final Question SEPTEMBER = new Question(YearMonth.of(2012, 9), LocalDate.of(2026, 11, 24));

  static Chongqing asItIs() {
    return read(FOLDER);
  }

  static Chongqing read(Path folder) {
    var reading = Plan.read(folder);
    Plan plan =
        reading.plan().orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
    return withFigures(plan);
  }

  /// The plan with the figures that stand in its folder now.
  static Chongqing withFigures(Plan plan) {
    var loaded = OfficialFigures.load(plan);
    return new Chongqing(
        plan,
        loaded
            .figures()
            .orElseThrow(() -> new IllegalStateException(loaded.problems().toString())));
  }

  /// A copy of the package whose files may be changed.
  static Chongqing copiedTo(Path folder) {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(FOLDER.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return read(folder);
  }

  List<Standing> standings(Question question) {
    return new Measurement(plan, figures).standings(question);
  }

  Bulletin bulletin() {
    return Bulletin.of(plan, figures, Breakdowns.of(plan), SEPTEMBER, List.of());
  }
}
