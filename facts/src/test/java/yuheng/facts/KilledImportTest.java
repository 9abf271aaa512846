package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.plan.Plan;
import yuheng.testing.Golden;

/// An import that is killed is in the journal whole or not at all, and the journal stays sound.
class KilledImportTest {
  private static final int ROWS = 400;

  @TempDir private Path folder;

  /// A process that imports tables of 400 figures one after another and says so, until it is
  /// killed.
  static final class Importer {
    private Importer() {}

    /// Imports into the journal in the file of the first argument.
    @SuppressWarnings("InfiniteLoopStatement")
    public static void main(String[] arguments) {
      Plan plan = Plan.read(Path.of(arguments[1])).plan().orElseThrow();
      try (Journal journal = Journal.open(Path.of(arguments[0]))) {
        OfficialFigures known = OfficialFigures.load(plan, journal).figures().orElseThrow();
        while (true) {
          known = known.upTo(journal);
          Intake.of(plan, known, LocalDate.parse("2026-11-24"), List.of(table(journal.last())))
              .because(_ -> Optional.of("核对过"))
              .take(journal, "li", "import")
              .ifPresent(act -> System.out.println(act.number()));
        }
      }
    }

    private static FigureTable table(long after) {
      var text = new StringBuilder("series,scope,period,value,unit,source\n");
      for (int row = 0; row < ROWS; row++) {
        text.append(
            "grain-output,city,2014,%d.%03d1,万吨,第%d期\n".formatted(30 + row % 9, row, after));
      }
      return FigureTable.read("t.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void anImportSurvivesItsEndWholeOrNotAtAll() throws IOException, InterruptedException {
    int kills = Boolean.getBoolean("yuheng.deep") ? 50 : 5;
    Path file = folder.resolve("journal.db");
    Path small = Golden.home().resolve("examples/small");
    for (int i = 0; i < kills; i++) {
      Process importer =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-XX:+UseSerialGC",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Importer.class.getName(),
                  file.toString(),
                  small.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var said = importer.inputReader()) {
        assertThat(said.readLine()).as("the first act").isNotNull();
        Thread.sleep(17L * i % 150);
        importer.destroyForcibly();
        assertThat(importer.waitFor(1, TimeUnit.MINUTES)).isTrue();
      }
    }
    try (Journal journal = Journal.open(file)) {
      assertThat(journal.verify()).isEmpty();
      assertThat(journal.last()).isGreaterThanOrEqualTo(kills);
      assertThat(journal.acts(JournalFigures.KIND))
          .hasSize((int) journal.last())
          .allSatisfy(act -> assertThat(act.said()).hasSize(ROWS));
    }
  }
}
