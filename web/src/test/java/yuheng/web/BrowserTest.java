package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// The pages in a real browser: Debian's Chromium, driven by its own driver.
///
/// Without them the tests are skipped loudly, or fail where `CI=true`.
@SuppressWarnings("NullAway.Init") // JUnit starts server and browser
class BrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private static Served served;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() {
    Chromium.orSkip();
    served = Served.chongqing();
    browser = Chromium.open(true);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
    }
    if (served != null) {
      served.close();
    }
  }

  @AfterEach
  void theConsoleIsSilent() {
    assertThat(Chromium.errors(browser)).isEmpty();
  }

  private static WebElement see(By what) {
    return new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  @Test
  void aReaderFollowsANumberToItsSourceWithoutLosingThePlace() {
    browser.get(served.url("/"));
    WebElement number = see(By.id("labour-productivity"));
    ((JavascriptExecutor) browser).executeScript("arguments[0].scrollIntoView()", number);
    number.click();
    WebElement drawer = see(By.cssSelector("#drawer .target"));
    assertThat(drawer.getText()).contains("规模以上工业全员劳动生产率", "297\u2009050", "未达成");
    assertThat(browser.findElements(By.cssSelector("#drawer .chart svg"))).hasSize(1);
    assertThat(browser.getCurrentUrl()).isEqualTo(served.url("/"));
    drawer.findElement(By.cssSelector(".figures a")).click();
    assertThat(see(By.tagName("h1")).getText()).isEqualTo("全员劳动生产率");
    assertThat(browser.getPageSource()).contains("重庆统计年鉴2020");
  }

  @Test
  void theDrawerOpensAndClosesByKeyboard() {
    browser.get(served.url("/targets"));
    WebElement link = browser.findElement(By.cssSelector("#targets tbody a"));
    link.sendKeys(Keys.ENTER);
    see(By.cssSelector("#drawer .target"));
    browser.switchTo().activeElement().sendKeys(Keys.ESCAPE);
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.invisibilityOfElementLocated(By.id("drawer-body")));
    assertThat(browser.switchTo().activeElement()).isEqualTo(link);
  }

  @Test
  void theLanguageIsSwitchedOnTheSpot() {
    browser.get(served.url("/targets/va-share?as-of=2014-12"));
    browser.findElement(By.cssSelector(".lang")).click();
    assertThat(see(By.tagName("h1")).getText()).contains("Share of industry");
    assertThat(browser.getCurrentUrl()).contains("lang=en", "as-of=2014-12");
  }

  @Test
  void anotherKnownOnDayShowsWhatWasKnownThen() {
    browser.get(served.url("/targets/labour-productivity?as-of=2008-12"));
    assertThat(see(By.cssSelector(".headline")).getText()).contains("156\u2009167");
    ((JavascriptExecutor) browser)
        .executeScript("document.querySelector('[name=known-on]').value = '2010-01-01'");
    browser.findElement(By.cssSelector(".times button")).click();
    new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.urlContains("2010-01-01"));
    assertThat(see(By.cssSelector(".headline")).getText()).contains("149\u2009116");
  }

  @Test
  void typingNarrowsTheTable() {
    browser.get(served.url("/targets"));
    browser.findElement(By.id("find")).sendKeys("淘汰落后");
    assertThat(browser.findElement(By.id("shown")).getText()).isEqualTo("4");
  }

  @Test
  void theThemeIsTheReadersChoiceAndStays() {
    browser.get(served.url("/"));
    browser.findElement(By.id("theme")).click();
    Object chosen = theme();
    browser.get(served.url("/pillars"));
    assertThat(theme()).isEqualTo(chosen);
    browser.findElement(By.id("theme")).click();
    assertThat(theme()).isNotEqualTo(chosen);
    ((JavascriptExecutor) browser).executeScript("localStorage.clear()");
  }

  private static Object theme() {
    return String.valueOf(
        ((JavascriptExecutor) browser)
            .executeScript("return document.documentElement.dataset.theme"));
  }

  @Test
  void everythingReadsWithoutJavaScript() {
    ChromeDriver plain = Chromium.open(false);
    try {
      plain.get(served.url("/"));
      plain.findElement(By.id("cement-retired")).click();
      assertThat(plain.findElement(By.tagName("h1")).getText()).contains("水泥");
      assertThat(plain.findElement(By.cssSelector(".headline")).getText()).contains("1703.3");
      plain.findElement(By.cssSelector(".figures a")).click();
      assertThat(plain.findElement(By.cssSelector("dl")).getText()).contains("来源");
      plain.get(served.url("/districts"));
      assertThat(plain.findElements(By.cssSelector("#shapes path"))).hasSize(38);
    } finally {
      plain.quit();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?lang=en",
        "/targets",
        "/targets/gross-output",
        "/targets/quality-loss",
        "/pillars",
        "/districts",
        "/districts?lang=en"
      })
  void axeFindsNoSeriousFault(String path) {
    browser.get(served.url(path));
    see(By.tagName("h1"));
    for (String theme : new String[] {"light", "dark"}) {
      ((JavascriptExecutor) browser)
          .executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
      assertThat(Chromium.faults(browser)).as(path + " " + theme).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/targets", "/targets/labour-productivity", "/pillars", "/districts"})
  void nothingIsWiderThanAPhone(String path) {
    browser.manage().window().setSize(new Dimension(500, 900));
    try {
      browser.executeCdpCommand(
          "Emulation.setDeviceMetricsOverride",
          Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
      browser.get(served.url(path));
      see(By.tagName("h1"));
      Object width =
          ((JavascriptExecutor) browser)
              .executeScript("return document.documentElement.scrollWidth");
      assertThat(((Number) Objects.requireNonNull(width)).intValue()).isLessThanOrEqualTo(390);
    } finally {
      browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
      browser.manage().window().setSize(new Dimension(1440, 1200));
    }
  }
}
