package yuheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.testing.Golden;

/// What `./yuheng draft` gives scripts and people.
class DraftCommandTest {
  private static final String SAMPLE =
      Golden.home().resolve("cases/draft/port-action-plan.txt").toString();

  @TempDir private Path home;

  private record Ran(int code, String out, String err) {}

  private static Ran run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        Main.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void jsonlIsOneObjectALineWithTheFieldsOfTheContract() {
    Ran ran = run("draft", SAMPLE, "--format", "jsonl");
    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines())
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(line)
                    .startsWith("{\"id\": \"port-action-plan-")
                    .contains("\"article\"", "\"subject_zh\"", "\"scope_zh\"", "\"comparator\"")
                    .contains("\"unit\"", "\"raw\"", "\"period\"", "\"char_start\"", "\"char_end\"")
                    .containsPattern("\"value\": -?[0-9.]+,")
                    .endsWith("}"));
  }

  @Test
  void theProseHasALinkAtEveryNumberAndTheTalkIsOnStderr() {
    Ran ran = run("draft", SAMPLE);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("# ").contains("[1200亿元](target:");
    assertThat(ran.err()).contains("条目标建议");
  }

  @Test
  void explainNamesRulesAndWords() {
    Ran ran = run("draft", SAMPLE, "--format", "jsonl", "--explain");
    assertThat(ran.err()).contains("1200亿元").containsPattern("[a-z-]+\\.[a-z-]+: «");
  }

  @Test
  void thePackageIsWrittenAndCheckedAndNothingIsOverwritten() throws IOException {
    String folder = home.resolve("plan").toString();
    assertThat(run("draft", SAMPLE, "--out", folder).code()).isZero();
    assertThat(run("check", folder, "--text", SAMPLE).code()).isZero();
    assertThat(run("format", "--check", folder).code()).isZero();
    assertThat(run("draft", SAMPLE, "--out", folder).code()).isEqualTo(Main.WRONG_INPUT);
    assertThat(Files.readString(Path.of(folder, "official-text.txt")))
        .isEqualTo(Files.readString(Path.of(SAMPLE)));
  }

  @Test
  void whatIsNoDocumentEndsWithOneAndAWrongCommandWithTwo() throws IOException {
    Path bytes = home.resolve("x.txt");
    Files.write(bytes, new byte[] {0, 1, 2, (byte) 0xFF});
    assertThat(run("draft", bytes.toString()).code()).isEqualTo(1);
    assertThat(run("draft", bytes.toString()).err()).contains("DR004");
    assertThat(run("draft", home.resolve("none.txt").toString()).code()).isEqualTo(1);
    assertThat(run("draft").code()).isEqualTo(2);
    assertThat(run("draft", SAMPLE, "--format", "xml").code()).isEqualTo(2);
    assertThat(run("draft", SAMPLE, "--known", home.toString()).code()).isEqualTo(1);
  }
}
