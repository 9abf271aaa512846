package yuheng.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import yuheng.testing.Golden;

/// Holds `docs/book/reference/problems.md` to the cases that it is made from.
class ProblemCatalogueTest {
  private static final String HEAD =
      """
      # Problems

      Every problem has a code that never changes its meaning, says what is wrong and where, the rule that is broken, and how
      to mend it. `PL` is the plan language, `FA` the figures. This page is made from the cases in `cases/problems`: each edits
      `examples/small` and shows what its author is told. `PL002` (a file is not UTF-8) has no case, because such bytes
      cannot stand in one.

      """;

  @Test
  void thePageOfProblemsIsThatOfTheCases() throws IOException {
    Path cases = Golden.home().resolve("cases/problems");
    List<Path> files;
    try (Stream<Path> list = Files.list(cases)) {
      files = list.sorted().toList();
    }
    var page = new StringBuilder(HEAD);
    for (Path file : files) {
      String text = Files.readString(file);
      int rule = text.indexOf("=====\n");
      int title = text.indexOf('\n');
      page.append("## ").append(file.getFileName().toString(), 0, 5).append("\n\n");
      page.append(text, 0, title).append("\n\n```\n");
      page.append(text.substring(title + 1, rule).stripTrailing()).append("\n```\n\n```\n");
      page.append(text.substring(rule + 6).stripTrailing()).append("\n```\n\n");
    }
    Golden.hold(Golden.home().resolve("docs/book/reference/problems.md"), page.toString());
  }
}
