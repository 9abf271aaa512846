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

  private static final String HINTS =
      """
      # Hints

      A plan whose parts fit can still leave something open. `./yuheng check PLAN` says so in hints, one for each rule, with
      every place it concerns; they never make a check fail. This page is made from the cases in `cases/hints`: each edits
      `examples/small` so that the hint comes up, and then settles it.

      """;

  @Test
  void thePageOfProblemsIsThatOfTheCases() throws IOException {
    hold("problems.md", HEAD, "cases/problems");
  }

  @Test
  void thePageOfHintsIsThatOfTheCases() throws IOException {
    hold("hints.md", HINTS, "cases/hints");
  }

  private static void hold(String name, String head, String folder) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(Golden.home().resolve(folder))) {
      files = list.sorted().toList();
    }
    var page = new StringBuilder(head);
    for (Path file : files) {
      String text = Files.readString(file);
      int rule = text.indexOf("=====\n");
      int title = text.indexOf('\n');
      String given = text.substring(title + 1, rule).stripTrailing();
      page.append("## ").append(file.getFileName().toString(), 0, 5).append("\n\n");
      page.append(text, 0, title).append("\n\n```\n");
      page.append(given.replace("+++++\n", "```\n\nSettled by\n\n```\n"));
      page.append("\n```\n\n```\n");
      page.append(text.substring(rule + 6).stripTrailing()).append("\n```\n\n");
    }
    Golden.hold(Golden.home().resolve("docs/book/reference").resolve(name), page.toString());
  }
}
