package yuheng.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import yuheng.testing.Golden;

/// Sentences of our own in the styles of policy documents, and what is found in each.
///
/// `-Dgolden.write=true` rewrites the findings; `git diff` is the review.
class ProseCasesTest {
  private static final Path CASES = Golden.home().resolve("cases/prose");
  private static final int AT_LEAST = 300;

  static Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everySentenceGivesWhatItsCaseSays(String name) throws IOException {
    String file = Files.readString(CASES.resolve(name));
    Golden.hold(CASES.resolve(name), CaseFile.rewritten(file));
  }

  @Test
  void thereAreHundredsOfThem() throws IOException {
    int sentences = 0;
    for (String name : files().toList()) {
      sentences += CaseFile.count(Files.readString(CASES.resolve(name)));
    }
    assertThat(sentences).isGreaterThanOrEqualTo(AT_LEAST);
  }
}
