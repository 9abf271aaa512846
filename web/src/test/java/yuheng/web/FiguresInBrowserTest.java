package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import yuheng.facts.Role;

/// An analyst brings Chongqing's figures of September 2012 in a real browser.
@SuppressWarnings("NullAway.Init") // JUnit starts server and browser
class FiguresInBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String TABLE =
      """
      数列\t范围\t所属期\t数值\t单位\t同比增速\t发布日期\t发布机构\t来源
      规模以上工业总产值\t全市\t2012年1-9月\t9,935\t亿元\t18.5\t2012-11-20\t统计部门\t市统计局月报
      规模以上工业增加值增速\t全市\t2012年1-9月\t16.3\t%\t\t2012-11-20\t统计部门\t市统计局月报
      """;

  @TempDir private static Path folder;
  private static House house;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() {
    Chromium.orSkip();
    house = House.open(folder, "plans/chongqing-2012").with(Role.ANALYST);
    browser = Chromium.open(true);
    go("/sign-in");
    browser.findElement(By.name("name")).sendKeys("analyst");
    browser.findElement(By.name("password")).sendKeys(House.PASSWORD + "\n");
    see(By.cssSelector(".leave"));
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
    }
    if (house != null) {
      house.close();
    }
  }

  private static void go(String path) {
    browser.get(house.served().url(path));
  }

  private static WebElement see(By what) {
    return new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  private static void see(By where, String words) {
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.textToBePresentInElementLocated(where, words));
  }

  @Test
  void aPastedTableIsTakenWithAReasonAndItsTargetChanges() {
    go("/targets/gross-output?as-of=2012-09");
    assertThat(see(By.cssSelector(".headline")).getText()).contains("9621");
    go("/figures");
    browser.findElement(By.linkText("导入表格")).click();
    WebElement pasted = see(By.name("pasted"));
    ((JavascriptExecutor) browser)
        .executeScript("arguments[0].value = arguments[1]", pasted, TABLE);
    browser.findElement(By.cssSelector("button.do")).click();
    see(By.cssSelector(".doubts"), "由 9621");
    browser.findElement(By.cssSelector("td.reason input")).sendKeys("普查后统一修订");
    browser.findElement(By.cssSelector("button.do")).click();
    assertThat(see(By.cssSelector(".said")).getText()).contains("收下 2 个数");
    go("/targets/gross-output?as-of=2012-09");
    assertThat(see(By.cssSelector(".headline")).getText()).contains("9935");
    browser.findElement(By.cssSelector(".figures a")).click();
    assertThat(see(By.cssSelector("dl")).getText()).contains("analyst 于", "普查后统一修订");
    assertThat(browser.findElement(By.cssSelector("table.small")).getText())
        .contains("9935", "9621");
  }

  @Test
  void theFormAnswersWhileItIsFilledIn() {
    go("/figures/enter");
    browser.findElement(By.name("series")).sendKeys("规模以上工业总产值");
    browser.findElement(By.name("period")).sendKeys("2012年1-10月");
    browser.findElement(By.name("unit")).sendKeys("亿元");
    browser.findElement(By.name("source")).sendKeys("月报");
    browser.findElement(By.name("value")).sendKeys("一万\t");
    see(By.id("answer"), "“一万” 不是数");
    browser.findElement(By.name("value")).clear();
    browser.findElement(By.name("value")).sendKeys("5000\t");
    see(By.id("answer"), "年内累计不会减少");
    browser.findElement(By.name("value")).clear();
    browser.findElement(By.name("value")).sendKeys("10900\t");
    see(By.id("answer"), "可以收");
  }

  @Test
  void axeFindsNoSeriousFaultOnThePagesOfFigures() {
    for (String path :
        List.of(
            "/figures",
            "/figures?lang=en&origin=entered",
            "/figures/enter",
            "/figures/import?lang=en",
            "/figures/from-text")) {
      go(path);
      see(By.tagName("h1"));
      for (String theme : new String[] {"light", "dark"}) {
        ((JavascriptExecutor) browser)
            .executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
        assertThat(
                new AxeBuilder()
                    .analyze(browser).getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + " " + rule.getNodes().getFirst().getTarget())
                        .toList())
            .as(path + " " + theme)
            .isEmpty();
      }
    }
  }
}
