package yuheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.District;
import yuheng.facts.Journal;
import yuheng.facts.OfficialFigures;
import yuheng.plan.Plan;
import yuheng.testing.Golden;

/// Targets come down on the command line. No district figures of Chongqing were published that a
/// whole breakdown could rest on, so the weights here are made up, and entered by hand as such.
class BreakdownCommandTest {
  private static final String CHONGQING = Golden.home().resolve("plans/chongqing-2012").toString();
  private static final String LINJIANG = Golden.home().resolve("examples/linjiang-2016").toString();

  @TempDir private Path folder;

  private record Ran(int code, String out, String err) {}

  private Ran run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--store", folder.resolve("journal.db").toString()));
    int code =
        Main.run(
            all.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Ran(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /// A made-up weight for each of the 38 districts of a day.
  private Path madeUpWeights(LocalDate day) throws IOException {
    Plan plan = Plan.read(Path.of(CHONGQING)).plan().orElseThrow();
    var lines = new ArrayList<String>();
    for (District one : OfficialFigures.load(plan).figures().orElseThrow().districts().values()) {
      if (one.standsOn(day)) {
        lines.add(one.name().zh() + "\t" + (7 + lines.size() * 13 % 29) + ".37");
      }
    }
    assertThat(lines).hasSize(38);
    return Files.write(folder.resolve("weights.tsv"), lines);
  }

  private static BigDecimal sum(String csv) {
    return csv.lines()
        .skip(1)
        .map(line -> new BigDecimal(line.split(",", -1)[2]))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void grossOutputAndInvestmentComeDownTo38DistrictsToTheLastYuan() throws IOException {
    String weights = madeUpWeights(LocalDate.of(2015, 1, 1)).toString();
    Ran output =
        run(
            "breakdown",
            CHONGQING,
            "gross-output",
            "--by",
            "district",
            "--method",
            "share",
            "--base-series",
            "gross-output-above-scale",
            "--weights",
            weights,
            "--format",
            "csv");
    assertThat(output.err).isEmpty();
    assertThat(output.out.lines()).hasSize(39);
    assertThat(sum(output.out)).isEqualByComparingTo("30000");
    assertThat(
            run("breakdown", CHONGQING, "investment", "--by", "year", "--method", "line", "--save")
                .code)
        .isZero();
    Ran investment =
        run(
            "breakdown",
            CHONGQING,
            "investment",
            "--by",
            "district",
            "--year",
            "2015",
            "--method",
            "share",
            "--base-series",
            "industrial-investment",
            "--weights",
            weights,
            "--format",
            "csv",
            "--save");
    assertThat(investment.out.lines()).hasSize(39);
    assertThat(sum(investment.out)).isEqualByComparingTo("3000");
    assertThat(investment.out).contains("手工填写");
    assertThat(investment.err).contains("kept as version 1");
  }

  @Test
  void theRankingOfTheRealDistrictsSaysThatNothingWasPublished() {
    Journal.open(folder.resolve("journal.db")).close();
    Ran ran =
        run(
            "measure",
            CHONGQING,
            "--by",
            "district",
            "--indicator",
            "gross-output",
            "--as-of",
            "2012-12",
            "--format",
            "json");
    assertThat(ran.code).isZero();
    assertThat(ran.out.lines().filter(line -> line.contains("\"part\":\"5001"))).isNotEmpty();
    assertThat(ran.out)
        .contains("\"missing\":\"not-published\"", "\"lamp\":\"none\"")
        .doesNotContain("\"rank\"");
  }

  @Test
  void aSavedBreakdownRanksTheDistricts() {
    run(
        "breakdown",
        LINJIANG,
        "gross-output",
        "--by",
        "district",
        "--year",
        "2017",
        "--method",
        "growth",
        "--base-series",
        "output",
        "--save");
    Ran ran =
        run(
            "measure",
            LINJIANG,
            "--by",
            "district",
            "--indicator",
            "gross-output",
            "--as-of",
            "2017-09",
            "--schedule",
            "path",
            "--format",
            "csv");
    assertThat(ran.out.lines().skip(1).findFirst().orElseThrow())
        .startsWith("gross-output,gross-output,districts,990105,大营区,1,0,59.61,亿元,2017-01..2017-09");
    assertThat(run("breakdown", LINJIANG, "gross-output", "--by", "district", "--year", "2017").out)
        .contains("建议方案：按增速", "差额");
  }

  @Test
  void whatCannotBeDoneSaysWhatToDo() throws IOException {
    assertThat(run("breakdown", LINJIANG, "gross-output", "--by", "planet").err)
        .contains("none of district, pillar, park, year");
    assertThat(run("breakdown", LINJIANG, "gros-output", "--by", "year").err)
        .contains("There is no target");
    assertThat(
            run(
                    "breakdown",
                    LINJIANG,
                    "gross-output",
                    "--by",
                    "district",
                    "--year",
                    "2031",
                    "--method",
                    "share",
                    "--base-series",
                    "output")
                .err)
        .contains("Set yearly tasks");
    Path rows = Files.writeString(folder.resolve("rows.tsv"), "江口区\t1000\n");
    Ran refused =
        run(
            "breakdown",
            LINJIANG,
            "gross-output",
            "--by",
            "district",
            "--year",
            "2017",
            "--rows",
            rows.toString(),
            "--source",
            "某文",
            "--save");
    assertThat(refused.code).isEqualTo(Main.WRONG_INPUT);
    assertThat(refused.err).contains("180 亿元");
  }
}
