package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static yuheng.testing.ForAll.forAll;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Journal.Kept;

/// What is once said stays said.
class JournalTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("journal.db");
  }

  private static Said figure(String subject, String value) {
    return new Said("figure", subject, Map.of("value", value, "unit", "亿元"));
  }

  @Test
  void whatWasSaidIsThereAfterReopening() {
    Act act;
    try (Journal journal = Journal.open(file())) {
      act =
          journal.append(
              "li", "import", List.of(figure("gross-output", "9621"), figure("va", "1")));
      journal.append("li", "comment", List.of(new Said("comment", "d-1", Map.of("text", "催报"))));
    }
    try (Journal journal = Journal.open(file())) {
      assertThat(journal.last()).isEqualTo(2);
      assertThat(journal.find(1)).contains(act);
      assertThat(journal.acts("figure")).containsExactly(act);
      assertThat(journal.acts("figure", "va"))
          .singleElement()
          .satisfies(one -> assertThat(one.said()).containsExactly(figure("va", "1")));
      assertThat(journal.since(1, 10)).extracting(Act::what).containsExactly("comment");
      assertThat(journal.verify()).isEmpty();
    }
  }

  @Test
  void theStoreItselfRefusesToChangeOrDelete() throws SQLException {
    try (Journal journal = Journal.open(file())) {
      journal.append("li", "import", List.of(figure("gross-output", "9621")));
      for (String change :
          List.of(
              "update said set fields = '{}'",
              "delete from said",
              "update act set by = 'wang'",
              "delete from act")) {
        assertThatThrownBy(() -> raw(change)).hasMessageContaining("only added to");
      }
      assertThat(journal.verify()).isEmpty();
    }
  }

  private void raw(String... changes) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        Statement statement = connection.createStatement()) {
      for (String change : changes) {
        statement.execute(change);
      }
    }
  }

  @Test
  void whoeverForcesAChangeIsFoundOut() throws SQLException {
    try (Journal journal = Journal.open(file())) {
      for (int i = 0; i < 5; i++) {
        journal.append("li", "import", List.of(figure("s" + i, "1"), figure("t" + i, "2")));
      }
    }
    raw(
        "drop trigger said_no_update",
        "drop trigger said_no_delete",
        "drop trigger act_no_update",
        "update said set fields = '{\"unit\":\"亿元\",\"value\":\"3\"}' where act = 2 and place = 1",
        "delete from said where act = 4",
        "update act set by = 'wang' where number = 3");
    try (Journal journal = Journal.open(file())) {
      assertThat(journal.verify())
          .extracting(problem -> problem.what().replaceAll(" at .*Z", ""))
          .containsExactly(
              "act 2 («import» by li) is not as it was kept",
              "act 3 («import» by wang) is not as it was kept",
              "acts 4 to 4 are missing");
    }
  }

  @Test
  void nobodyOverwritesWhatHeNeverSaw() {
    try (Journal li = Journal.open(file());
        Journal wang = Journal.open(file())) {
      List<Said> task = List.of(new Said("task", "gross-output", Map.of("500101", "100")));
      long seen = wang.last();
      Kept first = li.appendUnlessOvertaken("li", "tasks", task, "task", "gross-output", seen);
      Kept second = wang.appendUnlessOvertaken("wang", "tasks", task, "task", "gross-output", seen);
      assertThat(first).isInstanceOf(Kept.Appended.class);
      assertThat(second)
          .isInstanceOfSatisfying(
              Kept.Overtaken.class, late -> assertThat(late.since().by()).isEqualTo("li"));
      assertThat(
              wang.appendUnlessOvertaken(
                  "wang", "tasks", task, "task", "gross-output", wang.last()))
          .isInstanceOf(Kept.Appended.class);
      assertThat(li.acts("task")).hasSize(2);
    }
  }

  @Test
  void manyWritersGetNumbersWithoutGapsAndAnUnbrokenChain() {
    try (Journal one = Journal.open(file());
        Journal other = Journal.open(file())) {
      IntStream.range(0, 200)
          .parallel()
          .forEach(
              i ->
                  (i % 2 == 0 ? one : other)
                      .append("w" + i, "import", List.of(figure("s", "" + i))));
      assertThat(one.last()).isEqualTo(200);
      assertThat(one.verify()).isEmpty();
      assertThat(one.acts("figure")).hasSize(200).doesNotHaveDuplicates();
    }
  }

  @Test
  void anyTextComesBackAsItWasSaid() {
    try (Journal journal = Journal.open(file())) {
      forAll(
          (random, size) -> {
            var fields = new TreeMap<String, String>();
            for (int i = 0; i <= size % 5; i++) {
              fields.put(
                  "f" + i,
                  random
                      .ints(size, 0, 0x1_0000)
                      .filter(c -> !Character.isSurrogate((char) c))
                      .collect(StringBuilder::new, StringBuilder::appendCodePoint, (a, b) -> {})
                      .toString());
            }
            return new Said("note", "n", fields);
          },
          said -> {
            Act act = journal.append("li", "note", List.of(said));
            assertThat(journal.find(act.number())).contains(act);
          });
      assertThat(journal.verify()).isEmpty();
    }
  }

  @Test
  void listenersHearEveryActInOrder() {
    var heard = new ArrayList<Long>();
    try (Journal journal = Journal.open(file())) {
      journal.onAppend(act -> heard.add(act.number()));
      IntStream.range(0, 20)
          .parallel()
          .forEach(i -> journal.append("li", "import", List.of(figure("s", "" + i))));
    }
    assertThat(heard).isSorted().hasSize(20);
  }

  @Test
  void aFileThatIsNoJournalIsRefused() throws IOException {
    Files.writeString(file(), "no journal, but long enough to be taken for one".repeat(50));
    assertThatThrownBy(() -> Journal.open(file())).isInstanceOf(Journal.Unavailable.class);
  }

  /// A process that appends acts of 50 things each and says so, until it is killed.
  static final class Writer {
    private Writer() {}

    /// Appends to the journal in the file of the first argument.
    @SuppressWarnings("InfiniteLoopStatement")
    public static void main(String[] arguments) {
      try (Journal journal = Journal.open(Path.of(arguments[0]))) {
        while (true) {
          long number = journal.last() + 1;
          List<Said> said =
              IntStream.range(0, 50).mapToObj(i -> figure("a" + number, "" + i)).toList();
          System.out.println(journal.append("writer", "import", said).number());
        }
      }
    }
  }

  @Test
  void anActSurvivesTheEndOfItsWriterWholeOrNotAtAll() throws IOException, InterruptedException {
    int kills = Boolean.getBoolean("yuheng.deep") ? 50 : 5;
    long acknowledged = 0;
    for (int i = 0; i < kills; i++) {
      Process writer =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Writer.class.getName(),
                  file().toString())
              .start();
      try (var said = writer.inputReader()) {
        for (int line = 0; line < 3 + i; line++) {
          acknowledged = Long.parseLong(said.readLine());
        }
        writer.toHandle().destroyForcibly(); // the process itself would close its output, too
        for (String late = said.readLine();
            late != null && !late.isEmpty();
            late = said.readLine()) {
          acknowledged = Long.parseLong(late);
        }
      }
      assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }
    try (Journal journal = Journal.open(file())) {
      assertThat(journal.last()).isGreaterThanOrEqualTo(acknowledged);
      assertThat(journal.verify()).isEmpty();
      assertThat(journal.acts("figure")).allSatisfy(act -> assertThat(act.said()).hasSize(50));
    }
  }
}
