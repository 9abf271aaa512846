package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Role;

/// The pages of breakdowns and of standing, without scripts, on the invented city.
@SuppressWarnings("NullAway.Init") // JUnit starts the server
class BreakdownPagesTest {
  private static final String DISTRICTS = "/breakdowns/gross-output/districts/2017";
  private static final String PARKS = "/breakdowns/gross-output/parks/2017";
  private static final String[] EIGHT = {
    "amount:990101", "400", "amount:990102", "300", "amount:990103", "200", "amount:990104", "40",
    "amount:990121", "100", "amount:990122", "60", "amount:990123", "50", "amount:990124", "30"
  };

  @TempDir private Path folder;
  private House house;
  private Visit zhang;
  private Visit li;

  @BeforeEach
  void open() {
    house =
        House.open(folder, "examples/linjiang-2016")
            .with("zhang", Role.ANALYST)
            .with("li", Role.ANALYST)
            .with(Role.READER);
    zhang = house.visit("zhang");
    li = house.visit("li");
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String[] form(String... more) {
    var fields = new ArrayList<>(List.of("do", "save", "seen", "0", "origin", "official"));
    fields.addAll(List.of("source", "临江府发〔2017〕3号（虚构）"));
    fields.addAll(List.of(more));
    return fields.toArray(String[]::new);
  }

  private static String[] with(String[] amounts, String... more) {
    var fields = new ArrayList<>(List.of(amounts));
    fields.addAll(List.of(more));
    return form(fields.toArray(String[]::new));
  }

  private static String hidden(HttpResponse<String> page, String name) {
    Matcher found =
        Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page.body());
    return found.find() ? found.group(1) : "";
  }

  @Test
  void theListShowsWhatThePackageItselfBreaksDownAndWhoseItIs() {
    String page = house.visit().get("/breakdowns").body();
    assertThat(page).contains("规模以上工业总产值", "支柱产业", "正式下达", "✓ 相等");
    String one = house.visit().get("/breakdowns?target=investment&lang=en").body();
    assertThat(one).contains("Industrial investment over five years", "official", "✓ adds up");
  }

  @Test
  void aReaderSeesNumbersAndNoForm() {
    zhang.post(DISTRICTS, with(EIGHT));
    String page = house.visit("reader").get(DISTRICTS).body();
    assertThat(page).contains("江口区", "1180", "临江府发〔2017〕3号").doesNotContain("保存为新版本");
  }

  @Test
  void anAnalystSavesABreakdownAndItsOriginAndVersionAreShown() {
    HttpResponse<String> saved = zhang.post(DISTRICTS, with(EIGHT));
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(Visit.location(saved)).startsWith(DISTRICTS);
    String page = zhang.get(DISTRICTS).body();
    assertThat(page).contains("正式下达", "第1版", "zhang", "✓ 相等");
    assertThat(zhang.get("/breakdowns").body()).contains("第1版 · zhang");
  }

  @Test
  void aProposalStandsOnThePageWithItsArithmeticUntilItIsSaved() {
    HttpResponse<String> page = zhang.get(DISTRICTS + "?method=share&series=output&base-year=2016");
    assertThat(page.body())
        .contains("尚未保存", "value=\"369.31913753\"", "精确份额 369.319137531076…", "✓ 相等");
    assertThat(house.journal().acts("breakdown")).isEmpty();
    zhang.post(
        DISTRICTS,
        "do",
        "save",
        "seen",
        "0",
        "origin",
        "proposal",
        "method",
        "share",
        "series",
        "output",
        "base-year",
        "2016",
        "amount:990101",
        "369.31913753",
        "amount:990102",
        "810.68086247");
    String kept = zhang.get(DISTRICTS).body();
    assertThat(kept).contains("建议方案", "按占比：2016年规模以上工业总产值", "精确份额 369.319137531076…");
    assertThat(kept).doesNotContain("精确份额 267.9295");
    assertThat(zhang.get(DISTRICTS + "?lang=en").body()).contains("exact share 369.319137531076…");
  }

  @Test
  void whatCannotBeProposedSaysWhyAndWhatToDo() {
    assertThat(zhang.get(DISTRICTS + "?method=share&series=nothing").body())
        .contains("没有数列 nothing");
    assertThat(
            zhang.get("/breakdowns/gross-output/districts/2031?method=share&series=output").body())
        .contains("还没有人定下2031年的任务");
    assertThat(zhang.get(DISTRICTS + "?method=potential&series=output").body())
        .contains("output:60");
  }

  @Test
  void rowsThatDoNotAddUpAreKeptOnThePageAndNeedAReason() {
    HttpResponse<String> refused = zhang.post(DISTRICTS, form("amount:990101", "1000"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("相差 180 亿元", "value=\"1000\"", "≠ 180");
    HttpResponse<String> saved =
        zhang.post(DISTRICTS, form("amount:990101", "1000", "reason", "其余预留"));
    assertThat(saved.statusCode()).isEqualTo(303);
    assertThat(zhang.get(DISTRICTS).body()).contains("其余预留", "≠ 180");
  }

  @Test
  void whatIsNoNumberIsToldAndNothingElseIsLost() {
    HttpResponse<String> refused =
        zhang.post(DISTRICTS, form("amount:990101", "一千多", "amount:990102", "180"));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("不是数", "value=\"一千多\"", "value=\"180\"");
  }

  @Test
  void theSecondOfTwoAnalystsIsToldWhoChangedWhatAndLosesNothing() {
    zhang.post(DISTRICTS, with(EIGHT));
    String seen = hidden(zhang.get(DISTRICTS), "seen");
    assertThat(hidden(li.get(DISTRICTS), "seen")).isEqualTo(seen);
    String[] hers = EIGHT.clone();
    hers[1] = "390";
    hers[3] = "310";
    assertThat(zhang.post(DISTRICTS, with(hers, "seen", seen)).statusCode()).isEqualTo(409);
    hers = with(hers);
    hers[3] = seen;
    assertThat(zhang.post(DISTRICTS, hers).statusCode()).isEqualTo(303);
    String[] his = EIGHT.clone();
    his[3] = "290";
    his[5] = "210";
    his = with(his);
    his[3] = seen;
    HttpResponse<String> told = li.post(DISTRICTS, his);
    assertThat(told.statusCode()).isEqualTo(409);
    assertThat(told.body())
        .contains("别人先保存了", "zhang", "两人都改了", "value=\"390\"", "value=\"290\"", "value=\"210\"");
    assertThat(told.body().split("两人都改了", -1)).hasSize(2);
    String[] both = EIGHT.clone();
    both[1] = "390";
    both[3] = "300";
    both[5] = "210";
    both = with(both);
    both[3] = hidden(told, "seen");
    assertThat(li.post(DISTRICTS, both).statusCode()).isEqualTo(303);
    assertThat(li.get(DISTRICTS + "?version=3").body()).contains("第3版", "这一版改了什么", "210");
  }

  @Test
  void columnsPastedFromASpreadsheetFillTheTableAndWhatIsUnknownIsTold() {
    HttpResponse<String> page =
        zhang.post(DISTRICTS, "do", "paste", "seen", "0", "pasted", "区县\t任务\n江口区\t1,000.5\n西岸区\t3");
    assertThat(page.body()).contains("value=\"1000.5\"", "第3行“西岸区”不是已知的名称或代码");
    assertThat(house.journal().acts("breakdown")).isEmpty();
  }

  @Test
  void fiveThousandParksArePastedSavedRankedAndNoneIsLost() {
    var pasted = new StringBuilder();
    var fields = new ArrayList<String>();
    for (int i = 0; i < 5_000; i++) {
      pasted.append("园区").append(i).append('\t').append("0.236\n");
      fields.addAll(List.of("amount:园区" + i, "0.236"));
    }
    HttpResponse<String> page =
        zhang.post(PARKS, "do", "paste", "seen", "0", "pasted", pasted.toString());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("园区4999", "✓ 相等");
    Instant before = Instant.now();
    assertThat(zhang.post(PARKS, with(fields.toArray(String[]::new))).statusCode()).isEqualTo(303);
    String ranking = zhang.get("/standing.csv?by=parks&as-of=2017-09&target=gross-output").body();
    assertThat(ranking).contains("园区4999");
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(60));
  }

  @Test
  void theRankingSaysRankLampScheduleGapAndWhatIsMissing() {
    zhang.post(DISTRICTS, with(EIGHT));
    String page = zhang.get("/standing?target=gross-output&as-of=2017-09").body();
    assertThat(page).contains("均匀进度", "绿灯", "红灯", "不亮灯", "2017年1—8月", "任务含老港区", "全域差进度 62.16");
    String path = zhang.get("/standing?target=gross-output&as-of=2017-09&schedule=path").body();
    assertThat(path).contains("临江市重点工作督查办法（虚构）第四条", "71.0");
    String english = zhang.get("/standing?target=gross-output&as-of=2017-09&lang=en").body();
    assertThat(english).contains("red", "the whole is short by 62.16");
  }

  @Test
  void withoutTasksTheRankingSaysWhereToBreakThemDown() {
    String page = house.visit().get("/standing?target=gross-output&as-of=2017-09").body();
    assertThat(page).contains("还没有分解到区县", "/breakdowns/gross-output/districts/2017");
    assertThat(house.visit().get("/standing?by=parks").body()).contains("没有可排名的部分");
  }

  @Test
  void spreadsheetsGetExactNumbersAndNoFormulas() {
    zhang.post(PARKS, form("amount:=1+1", "1180"));
    assertThat(zhang.get(PARKS + "/csv").body()).contains("'=1+1,'=1+1,1180,亿元");
    zhang.post(DISTRICTS, with(EIGHT));
    assertThat(zhang.get("/standing.csv?target=gross-output&as-of=2017-09").body())
        .contains("990105,大营区", ",75.0000,");
  }

  @Test
  void addressesThatNameNothingAreNoPages() {
    for (String path :
        List.of(
            "/breakdowns/nothing/districts/2017",
            "/breakdowns/gross-output/planets/2017",
            "/breakdowns/gross-output/districts/2017-03",
            "/breakdowns/open?target=gross-output&by=planets&year=2017")) {
      assertThat(zhang.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(zhang.get("/breakdowns/open?target=gross-output&by=districts&year=x").statusCode())
        .isEqualTo(400);
    assertThat(Visit.location(zhang.get("/breakdowns/open?target=investment&by=years&year=2017")))
        .startsWith("/breakdowns/investment/years/2016..2020");
  }

  @Test
  void aTargetLeadsToItsBreakdowns() {
    assertThat(house.visit().get("/targets/gross-output").body())
        .contains("/breakdowns?", "/standing?");
  }
}
