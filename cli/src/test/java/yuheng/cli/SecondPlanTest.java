package yuheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Question;
import yuheng.plan.Plan;
import yuheng.plan.Proof;
import yuheng.plan.Target;
import yuheng.testing.Golden;
import yuheng.web.YuhengServer;

/// A strategy of another kind, of an invented province, goes through the commands and pages that
/// were made with Chongqing's in mind.
class SecondPlanTest {
  private static final Path HOME = Golden.home();
  private static final Path PLAN = HOME.resolve("examples/dongshan-2016");
  private static final Path CASES = HOME.resolve("cases/dongshan-2016");

  /// What a command printed and how it ended.
  private record Run(int code, String out) {}

  private static Run run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        Main.run(
            arguments,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(code, out.toString(StandardCharsets.UTF_8));
  }

  private static Plan plan() {
    return Plan.read(PLAN).plan().orElseThrow();
  }

  @Test
  void itHasNoProblem() {
    Run run = run("check", PLAN.toString());
    assertThat(run.code).isZero();
    assertThat(run.out).contains("58 targets", "181 figures; no problem");
  }

  @Test
  void itIsNoSmallPlan() {
    Plan plan = plan();
    assertThat(plan.targets()).hasSizeGreaterThanOrEqualTo(20);
    assertThat(plan.targets().values().stream().map(Target::article).distinct())
        .hasSizeGreaterThanOrEqualTo(8);
    assertThat(plan.relations().all()).hasSizeGreaterThanOrEqualTo(6);
    assertThat(plan.relations().all().stream().map(one -> one.getClass().getSimpleName()))
        .as("every kind of relation")
        .contains("SumsTo", "Counts", "RatioOf", "Implies", "Bounds", "PerYear");
    assertThat(plan.pillars()).hasSizeGreaterThanOrEqualTo(4);
  }

  @Test
  void everyPrincipleIsServedAndEveryTargetHasAnOwnerAndYearlyTasks() {
    Plan plan = plan();
    var served = new HashSet<String>();
    for (Target target : plan.targets().values()) {
      served.addAll(target.serves());
      assertThat(target.owner()).as(target.id()).isPresent();
      assertThat(target.path()).as(target.id()).isNotEmpty();
    }
    assertThat(served).containsExactlyInAnyOrderElementsOf(plan.principles().keySet());
  }

  @Test
  void itSaysInBothLanguagesThatItIsInvented() throws IOException {
    assertThat(plan().title().zh()).contains("虚构");
    assertThat(plan().title().en()).contains("invented");
    assertThat(OfficialFigures.load(plan()).figures().orElseThrow().all())
        .allMatch(figure -> figure.source().startsWith("虚构"));
  }

  @Test
  void theProofIsTheReviewedOneAndNothingContradictsItself() {
    assertThat(Proof.of(plan()).contradicts()).isFalse();
    Run run = run("check", PLAN.toString(), "--format", "json");
    assertThat(run.code).isZero();
    Golden.hold(CASES.resolve("proof.json"), run.out);
    for (String language : List.of("zh", "en")) {
      Golden.hold(
          CASES.resolve("proof." + language + ".txt"),
          run("check", PLAN.toString(), "--lang", language).out);
    }
  }

  @Test
  void theTableAtTheEndOf2018IsTheReviewedOneInBothLanguages() {
    for (String language : List.of("zh", "en")) {
      Run run =
          run(
              "measure",
              PLAN.toString(),
              "--as-of",
              "2018-12",
              "--known-on",
              "2026-11-24",
              "--lang",
              language);
      assertThat(run.code).isZero();
      Golden.hold(CASES.resolve("table-2018-12." + language + ".txt"), run.out);
    }
  }

  @Test
  void everyStateOccursHalfWay() {
    assertThat(run("measure", PLAN.toString(), "--as-of", "2018-12", "--format", "json").out)
        .contains("\"met\"", "\"on-course\"", "\"behind\"", "\"at-risk\"", "\"missed\"")
        .contains("\"not-comparable\"", "\"not-measurable\"");
  }

  @Test
  void theFormatterLeavesItAsItIs() {
    Run run = run("format", "--check", PLAN.toString());
    assertThat(run.code).isZero();
    assertThat(run.out).isEmpty();
  }

  @Test
  void itsPagesShowItsArticlesItsPillarsAndItsFigures() throws Exception {
    Plan plan = plan();
    var asked = new Question(YearMonth.of(2018, 12), LocalDate.of(2026, 11, 24));
    OfficialFigures figures = OfficialFigures.load(plan).figures().orElseThrow();
    try (var server = YuhengServer.start(plan, figures, asked, 0, YuhengServer.Stores.none());
        var client = HttpClient.newHttpClient()) {
      String root = "http://localhost:" + server.port();
      assertThat(page(client, root + "/"))
          .contains("海洋工程装备与高技术船舶", "造船业不再比吨位，比技术、比服务。", "东山省是虚构的省份");
      assertThat(page(client, root + "/?lang=en"))
          .contains("One belt, three bays", "New industrial land takes no natural shoreline")
          .contains("Acknowledged: 省能源局");
      assertThat(page(client, root + "/targets")).contains("工业能源消费总量", "有风险");
      assertThat(page(client, root + "/pillars")).contains("海洋生物与食品", "3720");
      assertThat(page(client, root + "/districts")).doesNotContain("重庆");
      for (String target : plan.targets().keySet()) {
        assertThat(page(client, root + "/targets/" + target)).contains("口径").doesNotContain("重庆");
      }
    }
  }

  private static String page(HttpClient client, String address) throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(address)).build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(address).isEqualTo(200);
    return answer.body();
  }
}
