package yuheng.prose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import yuheng.testing.Golden;

/// Sentences of our own in the styles of policy documents, and what is found in each.
///
/// `-Dgolden.write=true` rewrites the findings; `git diff` is the review.
class ProseCasesTest {
  private static final Path CASES = Golden.home().resolve("cases");

  static Stream<String> files() throws IOException {
    return Stream.concat(in("prose"), in("prose-en"));
  }

  private static Stream<String> in(String folder) throws IOException {
    try (Stream<Path> files = Files.list(CASES.resolve(folder))) {
      return files.map(file -> folder + "/" + file.getFileName()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void everySentenceGivesWhatItsCaseSays(String name) throws IOException {
    String file = Files.readString(CASES.resolve(name));
    Golden.hold(CASES.resolve(name), CaseFile.rewritten(file));
  }

  @ParameterizedTest
  @CsvSource({"prose, 350", "prose-en, 100"})
  void thereAreManyOfThem(String folder, int least) throws IOException {
    int sentences = 0;
    for (String name : in(folder).toList()) {
      sentences += CaseFile.count(Files.readString(CASES.resolve(name)));
    }
    assertThat(sentences).isGreaterThanOrEqualTo(least);
  }
}
