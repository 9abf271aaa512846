package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedCondition;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A clerk, an office and an auditor in a real browser.
@SuppressWarnings("NullAway.Init") // JUnit starts server and browser
class ReportsBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String FORM = "/reports/output/2026-10";
  private static final String VERSIONS = "/registers/enterprise/1/output/2026-10";

  @TempDir private static Path folder;
  private static Firms firms;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() {
    Chromium.orSkip();
    firms = Firms.open(folder, 9);
    for (long unit = 2; unit <= 9; unit++) {
      firms.report(unit, "2026-10", 1_100 + unit, 1_000);
    }
    browser = Chromium.open(true);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.quit();
    }
    if (firms != null) {
      firms.close();
    }
  }

  @AfterEach
  void theConsoleIsSilent() {
    assertThat(Chromium.errors(browser))
        .allMatch(
            said -> said.contains("status of 422"), "a refused form, which the clerk is told");
  }

  private static void open(String path) {
    browser.get(firms.house().served().url(path));
  }

  private static void as(String name) {
    browser.manage().deleteAllCookies();
    open("/sign-in");
    browser.switchTo().activeElement().sendKeys(name, Keys.TAB);
    browser.switchTo().activeElement().sendKeys(House.PASSWORD, Keys.ENTER);
    until(ExpectedConditions.presenceOfElementLocated(By.className("leave")));
  }

  private static <T> T until(ExpectedCondition<T> condition) {
    return new WebDriverWait(browser, PATIENCE).until(condition);
  }

  private static WebElement at(String css) {
    return browser.findElement(By.cssSelector(css));
  }

  private static void write(String name, String text) {
    WebElement box = browser.findElement(By.name(name));
    box.clear();
    box.sendKeys(text);
  }

  private static void answers(String words) {
    until(ExpectedConditions.textToBePresentInElementLocated(By.id("answer"), words));
  }

  private static void looksRight(String path) {
    open(path);
    for (String theme : List.of("light", "dark")) {
      browser.executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
      assertThat(Chromium.faults(browser)).as(path + " " + theme).isEmpty();
    }
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
    open(path);
    assertThat(String.valueOf(browser.executeScript("return document.documentElement.scrollWidth")))
        .as(path)
        .isEqualTo("390");
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
  }

  @Test
  void aReportGoesFromTheClerkToTheOfficeAndBackAndTheAuditorSeesAllOfIt() {
    as("clerk");
    open(FORM);
    write("now.gross-output", "1000");
    write("now.new-product-output", "2000");
    write("now.sales-output", "990");
    write("now.gross-output-constant", "0");
    answers("新产品产值大于工业总产值");
    until(
        ExpectedConditions.attributeToBe(
            By.name("now.new-product-output"), "aria-invalid", "true"));
    at("button.do").click();
    answers("还不能报");
    write("now.new-product-output", "200");
    answers("没有可比价格产值");
    browser.findElement(By.name("why.constant-prices-too")).sendKeys("可比价格尚未核定");
    open(FORM);
    assertThat(browser.findElement(By.name("now.new-product-output")).getAttribute("value"))
        .isEqualTo("200");
    assertThat(browser.findElement(By.name("why.constant-prices-too")).getAttribute("value"))
        .isEqualTo("可比价格尚未核定");
    looksRight(FORM);
    open(FORM);
    at("button.do").click();
    until(ExpectedConditions.presenceOfElementLocated(By.id("receipt")));
    assertThat(at("#receipt").getText()).contains("已收到第 1 版", "回执号");

    as("line");
    open("/queue?form=output&period=2026-10");
    WebElement row = browser.findElement(By.xpath("//tr[.//a[text()='虚构企业1']]"));
    assertThat(row.getText()).contains("可比价格尚未核定");
    row.findElement(By.tagName("summary")).click();
    row.findElement(By.name("reason")).sendKeys("新产品产值请核对");
    row.findElement(By.cssSelector("details button")).click();
    until(ExpectedConditions.urlContains("decided=returned"));
    looksRight("/queue?form=output&period=2026-10&show=all");

    as("clerk");
    open("/reports");
    assertThat(at(".inbox tbody tr").getText()).contains("↩ 已退回", "新产品产值请核对");
    looksRight("/reports");
    open(FORM);
    assertThat(at(".returned").getText()).contains("新产品产值请核对");
    write("now.new-product-output", "300");
    write("now.gross-output-constant", "980");
    answers("可以上报");
    at("button.do").click();
    until(ExpectedConditions.presenceOfElementLocated(By.id("receipt")));

    as("audit");
    open(VERSIONS);
    assertThat(at(".diff").getText()).contains("+100", "+980");
    assertThat(at(".versions").getText()).contains("第 2 版", "第 1 版", "↩ 已退回", "新产品产值请核对");
    looksRight(VERSIONS);
    open("/registers/enterprise/1");
    assertThat(at("#reads").getText()).contains("line", "audit", "工业产销总值 2026-10");
    looksRight("/registers/enterprise/1");
    looksRight("/registers/enterprise");
    looksRight("/missing/finance/2026-10");
  }

  @Test
  void whatIsTypedWhileTheLineIsDownIsKeptAndSentWhenItIsBack() {
    as("clerk");
    open("/reports/energy/2026-10");
    offline(true);
    write("now.electricity", "777");
    until(ExpectedConditions.visibilityOfElementLocated(By.id("lost")));
    offline(false);
    browser.executeScript("window.dispatchEvent(new Event('online'))");
    answers("草稿已存");
    until(ExpectedConditions.invisibilityOfElementLocated(By.id("lost")));
    open("/reports/energy/2026-10");
    assertThat(browser.findElement(By.name("now.electricity")).getAttribute("value"))
        .isEqualTo("777");
    Chromium.errors(browser); // the browser complains of the line, which is what was asked for
  }

  private static void offline(boolean down) {
    browser.executeCdpCommand("Network.enable", Map.of());
    browser.executeCdpCommand(
        "Network.emulateNetworkConditions",
        Map.of("offline", down, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }
}
