package yuheng.synth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.stream.Stream;
import yuheng.facts.OfficialFigures;
import yuheng.plan.Plan;
import yuheng.testing.Golden;

/// Chongqing's package, as it is or with other figures.
record Chongqing(Plan plan, OfficialFigures figures) {
  static final Path FOLDER = Golden.home().resolve("plans/chongqing-2012");
  static final LocalDate NOW = LocalDate.of(2026, 11, 24);
  static final YearMonth JANUARY = YearMonth.of(2011, 1);

  static Chongqing read(Path folder) {
    var reading = Plan.read(folder);
    Plan plan =
        reading.plan().orElseThrow(() -> new IllegalStateException(reading.problems().toString()));
    var loaded = OfficialFigures.load(plan);
    return new Chongqing(
        plan,
        loaded
            .figures()
            .orElseThrow(() -> new IllegalStateException(loaded.problems().toString())));
  }

  /// A copy of the package with one text in its figures exchanged.
  static Chongqing with(Path folder, String said, String instead) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(FOLDER.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    Path figures = folder.resolve("data/official.csv");
    String text = Files.readString(figures);
    if (!text.contains(said)) {
      throw new IllegalArgumentException("No figure says «%s».".formatted(said));
    }
    Files.writeString(figures, text.replace(said, instead));
    return read(folder);
  }

  SyntheticCity city(Wishes wishes) {
    return SyntheticCity.of(plan, figures, wishes);
  }
}
