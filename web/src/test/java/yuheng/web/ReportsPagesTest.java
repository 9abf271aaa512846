package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reporting without scripts: forms, the queue, lists of those missing, registers.
@SuppressWarnings("NullAway.Init") // JUnit starts the server
class ReportsPagesTest {
  private static final String FORM = "/reports/output/2026-10";
  private static final String MARKUP = "<img src=x onerror=alert(1)>";

  @TempDir private Path folder;
  private Firms firms;
  private Visit clerk;
  private Visit line;

  @BeforeEach
  void start() {
    firms = Firms.open(folder, 12);
    clerk = firms.house().visit("clerk");
    line = firms.house().visit("line");
  }

  @AfterEach
  void stop() {
    assertThat(firms.book().verify()).isEmpty();
    firms.close();
  }

  private HttpResponse<String> handIn(String seen, String token, String... more) {
    var fields = new java.util.ArrayList<>(java.util.List.of("seen", seen, "token", token));
    fields.addAll(java.util.List.of(more));
    return clerk.post(FORM, fields.toArray(String[]::new));
  }

  private HttpResponse<String> handInSound(String seen, String gross) {
    return handIn(
        seen,
        "token-" + seen + gross,
        "now.gross-output",
        gross,
        "now.gross-output-constant",
        gross,
        "now.sales-output",
        gross);
  }

  @Test
  void theInboxSaysWhatIsLateDueReturnedAndDone() {
    String inbox = clerk.get("/reports").body();
    assertThat(inbox).contains("虚构企业1", "工业产销总值", "2026年1—10月", "逾期 14 天");
    handInSound("0", "1000");
    assertThat(clerk.get("/reports").body()).contains("○ 已报待审");
    long entry = firms.book().lastEntry();
    line.post("/queue/" + entry + "/return", "reason", "请核对" + MARKUP);
    assertThat(clerk.get("/reports").body()).contains("↩ 已退回", "请核对").doesNotContain("<img");
    assertThat(clerk.get("/reports?year=2012&lang=en").body())
        .contains("Output and sales", "! late");
  }

  @Test
  void aHardCheckRefusesASoftOneAsksAndTheDraftIsKeptAsTyped() {
    String asTyped = "１,０００";
    var refused = handIn("0", "t", "now.gross-output", asTyped, "now.new-product-output", "2000");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("新产品产值大于工业总产值", "草稿已存");
    assertThat(clerk.get(FORM).body()).contains("value=\"" + asTyped + "\"", "新产品产值大于");
    var asked = handIn("0", "t", "now.gross-output", "1000", "now.gross-output-constant", "1000");
    assertThat(asked.statusCode()).isEqualTo(303);
    var doubted =
        clerk.post(
            "/reports/output/2026-09",
            "now.gross-output",
            "1000",
            "now.gross-output-constant",
            "0",
            "seen",
            "0",
            "why.constant-prices-too",
            "");
    assertThat(doubted.statusCode()).isEqualTo(422);
    assertThat(doubted.body()).contains("没有可比价格产值", "why.constant-prices-too");
  }

  @Test
  void aCheckKeepsTheDraftAndAnswersWithAFragmentToScriptsAndAPageWithout() {
    String path = FORM + "/check";
    String page = clerk.post(path, "now.gross-output", "abc").body();
    assertThat(page).contains("<!DOCTYPE html>", "abc", "不是数字", "aria-invalid=\"true\"");
    var part =
        clerk.send(
            "POST",
            path,
            "now.gross-output=5&_csrf=" + clerk.token(),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "HX-Request",
            "true");
    assertThat(part.body()).contains("草稿已存").doesNotContain("<!DOCTYPE");
    assertThat(clerk.get("/reports").body()).contains("有草稿");
  }

  @Test
  void aReceiptNamesTheVersionAndTheSameHandingInTwiceIsOne() {
    var answer = handInSound("0", "1000");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(Visit.location(answer)).contains("/registers/enterprise/1/output/2026-10");
    String page = clerk.get(Visit.location(answer)).body();
    assertThat(page).contains("已收到第 1 版", "回执号");
    assertThat(Visit.location(handInSound("0", "1000"))).isEqualTo(Visit.location(answer));
    assertThat(
            handIn(
                    "0",
                    "other",
                    "now.gross-output",
                    "9",
                    "now.gross-output-constant",
                    "9",
                    "now.sales-output",
                    "9")
                .statusCode())
        .isEqualTo(409);
    assertThat(handInSound("1", "1100").statusCode()).isEqualTo(303);
    String diff = clerk.get("/registers/enterprise/1/output/2026-10").body();
    assertThat(diff).contains("第 1 版 → 第 2 版", "+100");
  }

  @Test
  void theQueuePutsThoseThatAreOutFirstWithTheReason() {
    for (long unit = 2; unit <= 12; unit++) {
      firms.report(unit, "2026-10", 1_100 + unit, 1_000);
    }
    firms.report(1, "2026-10", 900_000, 1_000);
    String queue = line.get("/queue?form=output&period=2026-10").body();
    assertThat(queue).contains("为上年同期的900倍", "同行业12家中位数", "属实");
    assertThat(queue.indexOf("虚构企业1<")).isLessThan(queue.indexOf("虚构企业2<"));
    long first = firms.book().lastEntry();
    var accepted = line.post("/queue/" + (first - 1) + "/accept");
    assertThat(Visit.location(accepted)).contains("decided=accepted");
    assertThat(line.post("/queue/" + (first - 1) + "/accept").statusCode()).isEqualTo(409);
    assertThat(line.post("/queue/" + first + "/return", "reason", "").body()).contains("退回须写明理由");
    assertThat(line.get("/queue?form=output&period=2026-10&show=all").body()).contains("✓ 已接受");
    Visit district = firms.house().visit("district");
    assertThat(district.get("/queue?form=output&period=2026-10").body()).contains("虚构企业1<");
    Visit audit = firms.house().visit("audit");
    assertThat(audit.get("/queue?form=output&period=2026-10").body())
        .contains("虚构企业1<")
        .doesNotContain("/accept\"");
    assertThat(clerk.get("/registers/enterprise/1").body())
        .contains("谁看过它的数", "line", "audit", "整期列表");
  }

  @Test
  void missingReportersAreListedAndTakenAlong() {
    firms.report(2, "2026-10", 1_000, 0);
    String page = line.get("/missing/output/2026-10").body();
    assertThat(page).contains("虚构企业1<", "虚构企业3<", "data-copy").doesNotContain("虚构企业2<");
    String tsv = line.get("/missing/output/2026-10/tsv").body();
    assertThat(tsv).contains(Firms.code(3)).doesNotContain("stat@firm");
    assertThat(Visit.location(line.get("/missing?form=output&period=2026-10")))
        .startsWith("/missing/output/2026-10?");
    assertThat(line.get("/missing/output/2026-01").statusCode()).isEqualTo(404);
  }

  @Test
  void aRegisterIsSearchedAndAContactIsShownToItsUnitOnly() {
    assertThat(line.get("/registers/enterprise?q=" + Firms.code(7)).body())
        .contains("虚构企业7<", "<b id=\"shown\">1</b> / 12");
    assertThat(line.get("/registers/enterprise/1").body())
        .contains("沙坪坝", "只有本单位可见")
        .doesNotContain("stat@firm1");
    assertThat(clerk.get("/registers/enterprise/1").body()).contains("stat@firm1");
    assertThat(Visit.location(clerk.get("/registers"))).startsWith("/registers/enterprise/1");
    assertThat(clerk.get("/registers/enterprise/2").statusCode()).isEqualTo(404);
    assertThat(clerk.get("/registers/enterprise/2/output/2026-10").statusCode()).isEqualTo(404);
    assertThat(line.get("/registers/nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void markupInReasonsIsShownAsText() {
    clerk.post(
        FORM,
        "seen",
        "0",
        "token",
        "x",
        "now.gross-output",
        "1000",
        "now.sales-output",
        "1000",
        "now.gross-output-constant",
        "0",
        "why.constant-prices-too",
        MARKUP);
    long entry = firms.book().lastEntry();
    line.post("/queue/" + entry + "/return", "reason", MARKUP);
    for (String page :
        java.util.List.of(
            clerk.get(FORM).body(),
            clerk.get("/registers/enterprise/1/output/2026-10").body(),
            line.get("/queue?form=output&period=2026-10&show=all").body())) {
      assertThat(page).contains("&lt;img src=x").doesNotContain("<img");
    }
  }

  @Test
  void theBarLeadsToReportingOnlyThoseItIsFor() {
    assertThat(clerk.get("/").body()).contains("企业上报", "href=\"/reports");
    assertThat(line.get("/").body()).contains("企业上报", "href=\"/queue");
    assertThat(firms.house().visit().get("/").body()).doesNotContain("企业上报");
    assertThat(firms.house().visit("root").get("/").body()).doesNotContain("企业上报");
  }
}
