package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;
import yuheng.facts.FigureTemplate;
import yuheng.facts.OfficialFigures;
import yuheng.facts.Role;
import yuheng.plan.Plan;
import yuheng.testing.Golden;
import yuheng.testing.TakenOut;

/// An analyst's month on the pages: September 2012 of Chongqing. The figures of the month are the
/// published ones; revisions and weights are made up for the test and say so.
@SuppressWarnings("NullAway.Init") // JUnit starts server and browsers
class MonthBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String MADE_UP = "测试用虚构数 不是公布数";
  private static final String MONTH = "as-of=2012-09";
  private static final String BULLETIN = "/bulletins/2012-09?" + MONTH;

  @TempDir private static Path folder;
  private static TakenOut month;
  private static OfficialFigures figures;
  private static Path book;
  private static House house;
  private static ChromeDriver analyst;
  private static ChromeDriver reviewer;

  @BeforeAll
  static void start() throws IOException {
    Chromium.orSkip();
    month =
        TakenOut.of(
            Golden.home().resolve("plans/chongqing-2012"), "2012-09", folder.resolve("plan"));
    Plan plan = Plan.read(month.plan()).plan().orElseThrow();
    figures = OfficialFigures.load(plan).figures().orElseThrow();
    book = folder.resolve("september.xlsx");
    Path template = Files.write(folder.resolve("template.xlsx"), FigureTemplate.of(plan, figures));
    Files.write(book, month.workbook(template));
    house =
        House.open(folder, month.plan().toString())
            .with("li", Role.ANALYST)
            .with("chief", Role.REVIEWER);
    analyst = Chromium.open(true);
    reviewer = Chromium.open(true);
    signIn(analyst, "li");
    signIn(reviewer, "chief");
  }

  @AfterAll
  static void stop() {
    for (ChromeDriver browser : new ChromeDriver[] {analyst, reviewer}) {
      if (browser != null) {
        browser.quit();
      }
    }
    if (house != null) {
      house.close();
    }
  }

  private static void go(ChromeDriver browser, String path) {
    browser.get(house.served().url(path));
  }

  private static WebElement see(ChromeDriver browser, By what) {
    return new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  private static void see(ChromeDriver browser, By where, String words) {
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.textToBePresentInElementLocated(where, words));
  }

  private static void signIn(ChromeDriver browser, String name) {
    go(browser, "/sign-in");
    browser.findElement(By.name("name")).sendKeys(name);
    browser.findElement(By.name("password")).sendKeys(House.PASSWORD + "\n");
    see(browser, By.className("leave"));
  }

  private static void fill(String field, String text) {
    ((JavascriptExecutor) analyst)
        .executeScript(
            "arguments[0].value = arguments[1]", analyst.findElement(By.name(field)), text);
  }

  private static void choose(String field, String value) {
    ((JavascriptExecutor) analyst)
        .executeScript("document.querySelectorAll('details').forEach(one => one.open = true)");
    new Select(analyst.findElement(By.name(field))).selectByValue(value);
  }

  /// Sends the form that a button with these words stands in.
  private static void press(ChromeDriver browser, String words) {
    WebElement button =
        browser.findElements(By.tagName("button")).stream()
            .filter(one -> one.getText().startsWith(words))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no button " + words));
    ((JavascriptExecutor) browser).executeScript("arguments[0].click()", button);
  }

  @Test
  void theMonthFromImportToFrozenFiles() throws IOException {
    figuresAreImportedAndTwoRevised();
    aTargetComesDownTo38Districts("gross-output", "gross-output-above-scale", "18199.19");
    aTargetComesDownTo38Districts("investment", "", "3000");
    theRankingIsLookedAt();
    threeDutiesAreOpened();
    theBulletinIsEditedSubmittedAndSigned();
    itsFilesStayWhenAFigureChanges();
    assertThat(house.journal().verify()).isEmpty();
    for (ChromeDriver browser : List.of(analyst, reviewer)) {
      assertThat(Chromium.errors(browser)).isEmpty();
    }
  }

  private static void figuresAreImportedAndTwoRevised() {
    go(analyst, "/figures/import");
    analyst.findElement(By.name("file")).sendKeys(book.toString());
    press(analyst, "先看看");
    see(analyst, By.className("take"));
    for (WebElement reason : analyst.findElements(By.cssSelector("td.reason input"))) {
      reason.sendKeys("与公布页核对过");
    }
    press(analyst, "收下");
    see(analyst, By.className("said"), "收下 %d 个数".formatted(month.rows().size()));
    revise("规模以上工业总产值", "9635", "亿元", "18.7");
    revise("规模以上工业增加值增速", "16.3", "%", "");
    go(analyst, "/targets/gross-output?" + MONTH);
    assertThat(see(analyst, By.className("headline")).getText()).contains("9635");
  }

  private static void revise(String series, String value, String unit, String growth) {
    go(analyst, "/figures/enter");
    fill("series", series);
    fill("period", "2012年1-9月");
    fill("value", value);
    fill("unit", unit);
    fill("growth", growth);
    fill("heard", "2012-12-25");
    fill("source", MADE_UP);
    fill("reason", MADE_UP);
    press(analyst, "收下");
    see(analyst, By.tagName("dl"), MADE_UP);
  }

  private static void aTargetComesDownTo38Districts(String target, String counted, String whole) {
    go(analyst, "/breakdowns/" + target + "/years/" + period(target) + "?method=line&" + MONTH);
    see(analyst, By.className("unsaved"));
    press(analyst, "保存为新版本");
    see(analyst, By.className("history"));
    go(analyst, "/breakdowns/" + target + "/districts/2012?" + MONTH);
    choose("method", "weights");
    fill("weights", weights());
    fill("weights-source", MADE_UP);
    press(analyst, "算一算");
    see(analyst, By.id("rest"), "相等");
    if (!counted.isEmpty()) {
      choose("counted-in", counted);
    }
    List<WebElement> amounts = analyst.findElements(By.cssSelector("input.amount"));
    assertThat(amounts).hasSize(38);
    BigDecimal yuan =
        amounts.stream()
            .map(one -> new BigDecimal(String.valueOf(one.getAttribute("value"))))
            .map(one -> one.movePointRight(8))
            .peek(one -> assertThat(one.stripTrailingZeros().scale()).isLessThanOrEqualTo(0))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(yuan).isEqualByComparingTo(new BigDecimal(whole).movePointRight(8));
    press(analyst, "保存为新版本");
    see(analyst, By.className("history"));
    assertThat(analyst.findElement(By.className("whose")).getText())
        .contains("建议方案", "按给定权数，来源：" + MADE_UP);
  }

  private static String period(String target) {
    return target.equals("investment") ? "2011..2015" : "2015";
  }

  private static String weights() {
    return figures.districts().values().stream()
        .filter(one -> one.standsOn(LocalDate.of(2012, 1, 1)))
        .map(one -> one.name().zh() + "\t" + (7 + one.code().hashCode() % 23 + 23) + ".37")
        .collect(Collectors.joining("\n"));
  }

  private static void theRankingIsLookedAt() {
    go(analyst, "/standing?target=gross-output&by=districts&" + MONTH);
    see(analyst, By.id("standing"));
    assertThat(analyst.findElements(By.cssSelector("#standing tbody tr")))
        .hasSizeGreaterThanOrEqualTo(38);
    assertThat(analyst.findElement(By.tagName("main")).getText()).contains("万州区", "建议方案");
  }

  private static void threeDutiesAreOpened() {
    go(analyst, "/duties?" + MONTH);
    press(analyst, "为落后");
    see(analyst, By.cssSelector("table.wide"), "总资产贡献率");
    for (String target : List.of("gross-output", "investment")) {
      go(analyst, "/duties?" + MONTH);
      choose("target", target);
      choose("owner", "economy");
      fill("deadline", "2012-11-30");
      fill("why", "区县进度不一");
      press(analyst, "立项");
      see(analyst, By.tagName("h1"));
    }
    go(analyst, "/duties?" + MONTH);
    assertThat(analyst.findElements(By.cssSelector("table.wide tbody tr"))).hasSize(3);
  }

  private static void theBulletinIsEditedSubmittedAndSigned() {
    go(analyst, BULLETIN);
    WebElement words = analyst.findElement(By.name("words"));
    String typed = String.valueOf(words.getAttribute("value"));
    assertThat(typed).contains("9635亿元");
    ((JavascriptExecutor) analyst)
        .executeScript(
            "arguments[0].value = arguments[1]; arguments[0].form.submit()",
            words,
            typed.replace("快速增长", "保持快速增长"));
    see(analyst, By.className("bulletin"), "保持快速增长");
    press(analyst, "送审");
    see(analyst, By.className("stage-submitted"));
    go(reviewer, BULLETIN);
    press(reviewer, "签发并冻结");
    see(reviewer, By.className("frozen"), "已签发并冻结");
    assertThat(reviewer.findElement(By.tagName("main")).getText())
        .contains("分解到38个区县（建议方案：按给定权数，来源：" + MADE_UP + "）", "督办台账共3项", "保持快速增长");
  }

  private static byte[] file(String name) {
    String url = house.served().url("/bulletins/2012-09/" + name);
    var answer =
        house
            .visit()
            .send(
                HttpRequest.newBuilder(java.net.URI.create(url)).build(),
                BodyHandlers.ofByteArray());
    assertThat(answer.statusCode()).as(name).isEqualTo(200);
    return answer.body();
  }

  private static void itsFilesStayWhenAFigureChanges() {
    byte[] docx = file("zh.docx");
    byte[] pdf = file("zh.pdf");
    assertThat(new String(pdf, 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1))
        .isEqualTo("%PDF-");
    String page = article();
    revise("规模以上工业总产值", "9700", "亿元", "18.9");
    assertThat(file("zh.docx")).isEqualTo(docx);
    assertThat(file("zh.pdf")).isEqualTo(pdf);
    assertThat(article()).isEqualTo(page);
  }

  private static String article() {
    go(reviewer, BULLETIN);
    return see(reviewer, By.cssSelector("article.sheet")).getText();
  }
}
