package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Role;

/// Bulletins and duties on their pages, without scripts.
class DeliveryPagesTest {
  private static final String BULLETIN = "/bulletins/2012-09";
  private static final String SENTENCE = "overview.gross-output-above-scale";
  private static final Pattern TYPED =
      Pattern.compile("<textarea name=\"words\" rows=\"4\">([^<]*规模以上工业总产值[^<]*)</textarea>");

  @TempDir private Path folder;
  private House house;

  @SuppressWarnings("NullAway.Init") // JUnit opens the house
  DeliveryPagesTest() {}

  @BeforeEach
  void open() {
    house = House.open(folder, "plans/chongqing-2012").with(Role.ANALYST).with(Role.REVIEWER);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private static String hidden(HttpResponse<String> page, String name) {
    return found(page, Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\""));
  }

  private static String found(HttpResponse<String> page, Pattern pattern) {
    Matcher found = pattern.matcher(page.body());
    assertThat(found.find()).as(pattern + " in " + page.uri()).isTrue();
    return found.group(1);
  }

  @Test
  void everyNumberOfABulletinLeadsToItsEvidence() {
    Visit visit = house.visit();
    HttpResponse<String> page = visit.get(BULLETIN);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("一、总体情况", "六、督办", "9621亿元", "<svg", "未经签发");
    assertThat(page.body()).doesNotContain("<textarea");
    Matcher links = Pattern.compile("class=\"tied\" href=\"([^\"]+)\"").matcher(page.body());
    int seen = 0;
    while (links.find() && seen++ < 12) {
      String address = links.group(1).replace("&amp;", "&");
      assertThat(visit.get(address).statusCode()).as(address).isEqualTo(200);
    }
    assertThat(seen).isGreaterThan(6);
    assertThat(visit.get(BULLETIN + "?lang=en").body()).contains("962.1 billion yuan");
    assertThat(visit.get("/bulletins/1890-01").statusCode()).isEqualTo(404);
    assertThat(visit.get("/bulletins/x").statusCode()).isEqualTo(404);
  }

  @Test
  void aBulletinGoesFromEditedToSignedAndThenStays() throws InterruptedException {
    Visit analyst = house.visit("analyst");
    HttpResponse<String> page = analyst.get(BULLETIN);
    String words = found(page, TYPED).replace("同比快速增长", "同比保持快速增长");
    HttpResponse<String> saved =
        analyst.post(
            BULLETIN + "/sentence",
            "seen",
            hidden(page, "seen"),
            "sentence",
            SENTENCE,
            "words",
            words);
    assertThat(saved.statusCode()).isEqualTo(303);
    page = analyst.get(BULLETIN);
    assertThat(page.body()).contains("同比保持快速增长");
    HttpResponse<String> refused =
        analyst.post(
            BULLETIN + "/sentence",
            "seen",
            hidden(page, "seen"),
            "sentence",
            SENTENCE,
            "words",
            words.replace("9621", "9999"));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("被改成了`9999亿元`", "9999亿元〕");
    assertThat(analyst.post(BULLETIN + "/submit", "seen", hidden(page, "seen")).statusCode())
        .isEqualTo(303);
    Visit reviewer = house.visit("reviewer");
    page = reviewer.get(BULLETIN);
    assertThat(
            reviewer
                .post(
                    BULLETIN + "/sign",
                    "seen",
                    hidden(page, "seen"),
                    "digest",
                    hidden(page, "digest"))
                .statusCode())
        .isEqualTo(303);
    page = house.visit().get(BULLETIN);
    assertThat(page.body()).contains("已签发并冻结", "同比保持快速增长").doesNotContain("未经签发");
    awaitKept();
    HttpResponse<String> first = reviewer.get(BULLETIN + "/zh.docx");
    assertThat(first.headers().firstValue("Content-Disposition").orElse(""))
        .contains("chongqing-2012-2012-09-zh.docx");
    assertThat(reviewer.get(BULLETIN + "/zh.docx").body()).isEqualTo(first.body());
    assertThat(house.journal().verify()).isEmpty();
  }

  /// Signing does not wait for the files; the page says how far they are.
  private void awaitKept() throws InterruptedException {
    for (int tries = 0; tries < 600; tries++) {
      String page = house.visit().get(BULLETIN).body();
      if (!page.contains("存档中")) {
        assertThat(page).contains("已存档");
        return;
      }
      Thread.sleep(100);
    }
    throw new AssertionError("the files were not kept within a minute");
  }

  @Test
  void aDutyIsOpenedAnsweredAndClosedWhileItsLampStaysTheIndicatorsOwn() {
    String when = "?as-of=2012-09";
    Visit analyst = house.visit("analyst");
    assertThat(analyst.post("/duties/due" + when).statusCode()).isEqualTo(303);
    assertThat(analyst.post("/duties/due" + when).statusCode()).isEqualTo(303);
    String address = "/duties/asset-contribution-2012-09";
    HttpResponse<String> page = analyst.get(address + when);
    assertThat(page.body()).contains("市财政局", "总资产贡献率", "落后");
    assertThat(
            analyst
                .post(
                    address + "/say" + when,
                    "seen",
                    hidden(page, "seen"),
                    "text",
                    "<b>已清理</b>",
                    "step",
                    "answer")
                .statusCode())
        .isEqualTo(303);
    Visit reviewer = house.visit("reviewer");
    page = reviewer.get(address + when);
    assertThat(page.body()).contains("&lt;b&gt;已清理");
    assertThat(
            reviewer
                .post(address + "/close" + when, "seen", hidden(page, "seen"), "text", "属实")
                .statusCode())
        .isEqualTo(303);
    page = house.visit().get("/duties" + when);
    assertThat(page.body()).contains("已办结", "s-behind");
    assertThat(house.visit().get(BULLETIN).body()).contains("督办台账共1项");
    assertThat(analyst.get("/duties/mine" + when).body()).contains("总资产贡献率");
  }

  @Test
  void whoActsOnAnOldPageIsToldAndNothingOfHisIsKept() {
    Visit analyst = house.visit("analyst");
    long before = house.journal().last();
    HttpResponse<String> late =
        analyst.post(BULLETIN + "/sentence", "seen", "7", "sentence", SENTENCE, "words", "别的话");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("在你之后有人改动过", "别的话");
    assertThat(house.journal().last()).isEqualTo(before);
  }
}
