package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.FigureTable;
import yuheng.facts.Intake;
import yuheng.facts.Journal;
import yuheng.facts.OfficialFigures;
import yuheng.facts.Role;
import yuheng.plan.Plan;
import yuheng.testing.Golden;

/// Figures come in on pages, are checked before they are taken, and count at once.
@SuppressWarnings("NullAway.Init") // JUnit starts the server
class FiguresInTest {
  private static final String HEAD = "series\tperiod\tvalue\tunit\theard\tsource\n";

  @TempDir private Path folder;
  private House house;
  private Visit analyst;

  @BeforeEach
  void start() {
    house = House.open(folder).with(Role.ANALYST);
    analyst = house.visit("analyst");
  }

  @AfterEach
  void stop() {
    house.close();
  }

  private String page(String path) {
    HttpResponse<String> answer = analyst.get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<String> enter(String value, String... more) {
    var fields =
        new ArrayList<>(
            List.of(
                "series",
                "粮食产量",
                "period",
                "2015年",
                "value",
                value,
                "unit",
                "万吨",
                "heard",
                "2016-08-01",
                "authority",
                "statistics",
                "source",
                "示例年鉴2016 表1"));
    fields.addAll(List.of(more));
    return analyst.post("/figures/enter", fields.toArray(String[]::new));
  }

  @Test
  void aFigureEnteredChangesItsTargetAtOnce() {
    assertThat(page("/targets")).contains("41.2").doesNotContain("41.9");
    HttpResponse<String> answer = enter("41.9", "reason", "");
    long act = house.journal().last();
    assertThat(answer.statusCode()).isEqualTo(422); // no revisions to compare with are known
    assertThat(answer.body()).contains("FA135", "存疑", "41.9");

    answer = enter("41.9", "reason", "年鉴勘误页");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(house.journal().last()).isEqualTo(act + 1);
    String figure = page(Visit.location(answer));
    assertThat(figure).contains("analyst 于 2026-11-24", "年鉴勘误页", "41.9", "41.2");
    assertThat(page("/targets")).contains("41.9");
    assertThat(page("/targets?known-on=2016-07-31")).contains("41.2").doesNotContain("41.9");
  }

  @Test
  void whatIsWrongIsSaidAtItsFieldAndNothingIsKept() {
    long before = house.journal().last();
    HttpResponse<String> answer = enter("四十一");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("FA115", "四十一", "aria-invalid=\"true\"");
    assertThat(analyst.post("/figures/enter/check", "series", "粮食").body())
        .contains("FA112", "FA111");
    assertThat(house.journal().last()).isEqualTo(before);
  }

  @Test
  void aPastedTableIsLookedAtAndThenTakenWhole() {
    String rows =
        HEAD + "粮食产量\t2014年\t38.5\t万吨\t2015-02-01\t年鉴\n粮食产量\t2013年\t3.6\t万吨\t2014-02-01\t年鉴\n";
    HttpResponse<String> brought = analyst.post("/figures/import", "pasted", rows);
    assertThat(brought.statusCode()).isEqualTo(303);
    String looked = page(Visit.location(brought));
    assertThat(looked).contains("38.5", "FA131", "收下 2 个数");

    assertThat(analyst.post("/figures/import/take").statusCode()).isEqualTo(422);
    assertThat(house.journal().acts("figure")).isEmpty();
    Matcher reason = Pattern.compile("name=\"(reason-[0-9a-f]+)\"").matcher(looked);
    assertThat(reason.find()).isTrue();
    HttpResponse<String> taken = analyst.post("/figures/import/take", reason.group(1), "大旱，公报有说明");
    assertThat(taken.statusCode()).isEqualTo(303);
    assertThat(house.journal().acts("figure")).hasSize(1);
    assertThat(page(Visit.location(taken))).contains("收下 2 个数", "38.5", "录入：analyst");
    assertThat(page("/figures/import/check")).contains("先看看"); // the desk is clear
  }

  @Test
  void oneFaultKeepsAWholeTableOut() {
    var looked =
        page(
            Visit.location(
                analyst.post(
                    "/figures/import",
                    "pasted",
                    HEAD + "粮食产量\t2014年\t38.5\t万吨\t\t年鉴\n粮食\t2013年\t36\t万吨\t\t年鉴\n")));
    assertThat(looked).contains("FA112", "3:1", "一个数也没有收").doesNotContain("收下 ");
    assertThat(analyst.post("/figures/import/take").statusCode()).isEqualTo(422);
    assertThat(house.journal().acts("figure")).isEmpty();
  }

  @Test
  void figuresAreProposedFromAParagraphAndTakenAsAPersonCorrectedThem() {
    HttpResponse<String> proposed =
        analyst.post("/figures/from-text", "text", "2014年，全县粮食产量达到38.5万吨，增长3.2%，新建粮仓9座。");
    assertThat(proposed.statusCode()).isEqualTo(200);
    assertThat(proposed.body())
        .contains("<mark>38.5万吨<sup>1</sup></mark>")
        .contains("name=\"series-1\" value=\"粮食产量\"")
        .contains("name=\"period-1\" value=\"2014年\"")
        .contains("name=\"growth-1\" value=\"3.2\"");
    HttpResponse<String> checked =
        analyst.post(
            "/figures/from-text/check",
            "tick-1",
            "1",
            "series-1",
            "粮食产量",
            "scope-1",
            "全县",
            "period-1",
            "2014年",
            "value-1",
            "38.6",
            "unit-1",
            "万吨",
            "growth-1",
            "3.2",
            "source",
            "=县公报",
            "heard",
            "2015-02-10",
            "authority",
            "statistics");
    assertThat(page(Visit.location(checked))).contains("38.6", "无疑");
    assertThat(analyst.post("/figures/import/take").statusCode()).isEqualTo(303);
    assertThat(page("/figures?periods=all&q=2014")).contains("38.6", "=县公报");
    assertThat(page("/figures.csv?periods=all&q=%E5%85%AC%E6%8A%A5")).contains("'=县公报");
  }

  @Test
  void everyListWorksWithNoOneAndFiveThousandRows() {
    assertThat(page("/figures?as-of=2001-01")).contains("还没有公布数");
    assertThat(page("/figures?q=nothing-like-it")).contains("没有符合条件的数");
    assertThat(page("/figures?q=loss-large")).contains("<b id=\"shown\">1</b>");

    String rows =
        IntStream.range(0, 5_000)
            .mapToObj(
                i ->
                    "粮食产量\t%d-%02d\t3.%04d1\t万吨\t\tledger\n"
                        .formatted(1500 + i / 12, i % 12 + 1, i))
            .reduce(HEAD, String::concat);
    assertThat(analyst.post("/figures/import", "pasted", rows).statusCode()).isEqualTo(303);
    assertThat(page("/figures/import/check")).contains("5000");
    assertThat(analyst.post("/figures/import/take", "reason", "ledger").statusCode())
        .isEqualTo(303);
    String all = page("/figures?periods=all&q=ledger");
    assertThat(all).contains("<b id=\"shown\">5000</b>");
    FigureTable exported =
        FigureTable.read(
            "x.csv", page("/figures.csv?periods=all&q=ledger").getBytes(StandardCharsets.UTF_8));
    assertThat(exported.size()).isEqualTo(5_000);
  }

  @Test
  void aFigureOfAnotherProcessIsSeenWithoutARestart() {
    assertThat(page("/figures?periods=all&q=2014")).doesNotContain("ledger");
    try (var other = Journal.open(folder.resolve("journal.db"))) {
      var plan = Plan.read(Golden.home().resolve("examples/small")).plan().orElseThrow();
      var known = OfficialFigures.load(plan, other).figures().orElseThrow();
      var act =
          Intake.of(
                  plan,
                  known,
                  LocalDate.of(2026, 11, 24),
                  List.of(FigureTable.pasted(HEAD + "粮食产量\t2014年\t38.5\t万吨\t\tledger\n")))
              .take(other, "li", "import");
      assertThat(act).isPresent();
    }
    assertThat(page("/figures?periods=all&q=2014")).contains("ledger");
  }
}
