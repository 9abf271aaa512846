package yuheng.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Journal;
import yuheng.testing.Golden;

/// The commands on the real strategy, as a user runs them.
class ChongqingTest {
  private static final Path HOME = Golden.home();
  private static final String PLAN = HOME.resolve("plans/chongqing-2012").toString();
  private static final Path TEXT = HOME.resolve("../shared/policy/chongqing-2012.txt").normalize();

  /// An empty journal, so that what a developer entered at home does not count.
  @TempDir private static Path journal;

  /// What a command printed and how it ended.
  private record Run(int code, String out, String err) {}

  private static Run run(String... given) {
    String[] arguments = given;
    if (List.of("measure", "demo").contains(given[0])) {
      Path file = journal.resolve("journal.db");
      Journal.open(file).close();
      arguments =
          Stream.concat(Stream.of(given), Stream.of("--store", file.toString()))
              .toArray(String[]::new);
    }
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        Main.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void theStrategyHasNoProblem() {
    Run run = run("check", PLAN);
    assertThat(run.code).isZero();
    assertThat(run.out).contains("70 targets", "no problem");
  }

  @Test
  void theStandingsAtTheEndOf2015AreTheReviewedOnes() {
    Run run =
        run("measure", PLAN, "--as-of", "2015-12", "--known-on", "2026-11-24", "--format", "json");
    assertThat(run.code).isZero();
    Golden.hold(HOME.resolve("cases/chongqing-2012/standings-2015-12.json"), run.out);
  }

  @Test
  void theTableIsTheReviewedOneInBothLanguages() {
    for (String language : new String[] {"zh", "en"}) {
      Run run =
          run(
              "measure",
              PLAN,
              "--as-of",
              "2015-12",
              "--known-on",
              "2026-11-24",
              "--lang",
              language);
      Golden.hold(HOME.resolve("cases/chongqing-2012/table-2015-12." + language + ".txt"), run.out);
    }
  }

  @Test
  void outputPerKwhInTheFirstHalfOf2012Was27Point3() {
    Run run =
        run(
            "measure",
            PLAN,
            "--as-of",
            "2012-06",
            "--indicator",
            "output-per-kwh",
            "--format",
            "json");
    assertThat(run.out).contains("\"value\":\"27.3\",\"unit\":\"元/度\",\"period\":\"2012H1\"");
  }

  @Test
  void productivityOf2008DependsOnTheDayItIsAskedOn() {
    assertThat(productivityOf2008("2010-01-01"))
        .contains("\"value\":\"149116\"", "\"heard\":\"2009-04-27\"", "\"source\":\"http");
    assertThat(productivityOf2008("2021-01-01"))
        .contains("\"value\":\"156167\"", "\"heard\":\"2020-12-31\"", "重庆统计年鉴2020");
  }

  private static String productivityOf2008(String knownOn) {
    return run(
            "measure",
            PLAN,
            "--indicator",
            "labour-productivity",
            "--as-of",
            "2008-12",
            "--known-on",
            knownOn,
            "--format",
            "json")
        .out;
  }

  @Test
  void csvHasALineForEachTarget() {
    Run run = run("measure", PLAN, "--format", "csv");
    assertThat(run.out.lines()).hasSize(71);
    assertThat(run.out.lines().findFirst().orElse("")).startsWith("target,indicator,article");
  }

  @Test
  void theDemoPrintsTheTableAndStops() {
    Run run = run("demo", "--no-serve");
    assertThat(run.code).isZero();
    assertThat(run.out).contains("21 404.66".replace(' ', '\u2009'), "已达成", "无法测算");
  }

  @Test
  void everyNumberStandsInTheOfficialText() {
    skipWithoutText();
    Run run = run("check", PLAN, "--text", TEXT.toString(), "--format", "json");
    assertThat(run.code).isZero();
    assertThat(run.out).contains("\"anchors\":{\"held\":70,\"broken\":[],\"same_document\":true}");
  }

  @Test
  void oneChangedDigitIsNamedAndTheOther69Hold(@TempDir Path folder) throws IOException {
    skipWithoutText();
    Path changed = folder.resolve("changed.txt");
    Files.writeString(changed, Files.readString(TEXT).replace("用电产出达到30元/度", "用电产出达到31元/度"));
    Run run = run("check", PLAN, "--text", changed.toString());
    assertThat(run.code).isEqualTo(1);
    assertThat(run.out)
        .contains("broken anchor output-per-kwh", "expected «30元/度», found «31元/度»")
        .contains("anchors: 69 hold, 1 broken");
  }

  private static void skipWithoutText() {
    if (!Files.exists(TEXT)) {
      System.err.println("SKIPPED: the official text is not here (" + TEXT + ")");
    }
    assumeTrue(Files.exists(TEXT), "the official text stays outside the project");
  }

  @Test
  void aWrongCommandEndsWith2() {
    assertThat(run("measure").code).isEqualTo(2);
    assertThat(run("measur").code).isEqualTo(2);
  }

  @Test
  void wrongInputEndsWith1AndSaysHowToMendIt() {
    assertThat(run("check", "nowhere").code).isEqualTo(1);
    Run month = run("measure", PLAN, "--as-of", "2012-13");
    assertThat(month.code).isEqualTo(1);
    assertThat(month.err).contains("--as-of 2012-13 is not a month", "2012-09");
    Run indicator = run("measure", PLAN, "--indicator", "gdp-per-head");
    assertThat(indicator.code).isEqualTo(1);
    assertThat(indicator.err).contains("There is no indicator `gdp-per-head`");
  }

  @Test
  void theProofIsTheReviewedOne() {
    Run run = run("check", PLAN, "--format", "json");
    assertThat(run.code).isZero();
    Golden.hold(HOME.resolve("cases/chongqing-2012/proof.json"), run.out);
    Golden.hold(
        HOME.resolve("cases/chongqing-2012/proof.en.txt"), run("check", PLAN, "--lang", "en").out);
  }

  @Test
  void everyContradictoryPlanIsToldWithItsMembersAndEndsWith1() throws IOException {
    try (Stream<Path> plans = Files.list(HOME.resolve("examples/bad"))) {
      List<Path> all = plans.sorted().toList();
      assertThat(all).hasSizeGreaterThanOrEqualTo(10);
      for (Path plan : all) {
        Run run = run("check", plan.toString(), "--format", "json");
        assertThat(run.code).as(plan.getFileName() + run.out).isEqualTo(1);
        String members = Files.readString(plan.resolve("expected.json")).strip();
        assertThat(run.out)
            .as(plan.getFileName().toString())
            .contains("\"problems\":[]")
            .contains("{\"reading\":\"declared\"," + members.substring(1, members.length() - 1));
      }
    }
  }
}
