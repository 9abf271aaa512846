package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yuheng.plan.Layout;
import yuheng.plan.Plan;
import yuheng.plan.Reading;
import yuheng.terms.Problem;
import yuheng.testing.Golden;

/// Every way to write a package wrongly, and what its author is told.
///
/// A case is a file of `cases/problems`: a title, edits of `examples/small`, tables brought to it
/// (`--- import FILE`, on 24 November 2026), and behind `=====` the words that come out.
/// `-Dgolden.write=true` rewrites the words; `git diff` is the review.
class ProblemCasesTest {
  private static final Path CASES = Golden.home().resolve("cases/problems");
  private static final Path SMALL = Golden.home().resolve("examples/small");
  private static final String RULE = "=====\n";

  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theAuthorIsToldWhatWhereWhyAndHowToMendIt(String name, @TempDir Path folder)
      throws IOException {
    String text = Files.readString(CASES.resolve(name));
    String given = text.substring(0, text.indexOf(RULE));
    EditedPackage.copy(SMALL, folder);
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      BroughtTables.take(folder, given, journal);
      EditedPackage.edit(folder, given);
      String told = told(folder, journal) + BroughtTables.told(folder, given, journal);
      Golden.hold(CASES.resolve(name), given + RULE + told);
      assertThat(told).contains(name.substring(0, "PL000".length()));
    }
  }

  @Test
  void theSmallExampleItselfHasNoProblem(@TempDir Path folder) {
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      assertThat(told(SMALL, journal)).isEmpty();
    }
  }

  @Test
  void aFolderThatIsNotThereIsAProblemNotAnException(@TempDir Path folder) {
    try (Journal journal = Journal.open(folder.resolve("journal.db"))) {
      assertThat(told(folder.resolve("nowhere"), journal))
          .contains("PL001", "there is no plan package");
    }
  }

  private static String told(Path folder, Journal journal) {
    Reading reading = Plan.read(folder);
    List<Problem> problems = new ArrayList<>(reading.problems());
    reading
        .plan()
        .ifPresent(plan -> problems.addAll(OfficialFigures.load(plan, journal).problems()));
    if (problems.isEmpty()) {
      problems.addAll(Layout.of(folder).problems());
    }
    return String.join("\n", problems.stream().map(problem -> problem.render(reading)).toList());
  }
}
