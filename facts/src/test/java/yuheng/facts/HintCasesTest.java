package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yuheng.plan.Plan;
import yuheng.plan.Reading;
import yuheng.terms.Problem;
import yuheng.testing.Golden;

/// Every hint of the lint, with edits of `examples/small` that bring it up, and behind `+++++`
/// edits that settle it. Behind `=====` stands what the author is told; `-Dgolden.write=true`
/// rewrites it.
class HintCasesTest {
  private static final Path CASES = Golden.home().resolve("cases/hints");
  private static final Path SMALL = Golden.home().resolve("examples/small");
  private static final String GOOD = "+++++\n";
  private static final String RULE = "=====\n";

  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aHintComesUpAndCanBeSettled(String name, @TempDir Path folder) throws IOException {
    String code = name.substring(0, "LN000".length());
    String text = Files.readString(CASES.resolve(name));
    String given = text.substring(0, text.indexOf(RULE));
    EditedPackage.copy(SMALL, folder);
    EditedPackage.edit(folder, given.substring(0, given.indexOf(GOOD)));
    Golden.hold(CASES.resolve(name), given + RULE + told(folder, code));
    assertThat(told(folder, code)).startsWith("hint " + code);

    EditedPackage.edit(folder, given.substring(given.indexOf(GOOD)));
    assertThat(told(folder, code)).as("settled").isEmpty();
  }

  @Test
  void theSmallExampleItselfLeavesNothingOpen() {
    Reading reading = Plan.read(SMALL);
    assertThat(reading.hints()).isEmpty();
  }

  private static String told(Path folder, String code) {
    Reading reading = Plan.read(folder);
    assertThat(reading.problems()).isEmpty();
    return reading.hints().stream()
        .filter(hint -> hint.code().equals(code))
        .map(HintCasesTest::said)
        .collect(Collectors.joining());
  }

  private static String said(Problem hint) {
    return "hint %s  %s%n  why:  %s%n  mend: %s%n"
        .formatted(hint.code(), hint.what(), hint.why(), hint.mend());
  }
}
