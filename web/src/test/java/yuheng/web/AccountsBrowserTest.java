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
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import yuheng.facts.Act;
import yuheng.facts.Role;

/// Coming in and going out in a real browser.
@SuppressWarnings("NullAway.Init") // JUnit starts server and browser
class AccountsBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String LONG_NAME = "买买提明·阿不都热合曼（渝中区经济和信息化委员会运行监测处统计员）";

  @TempDir private static Path folder;
  private static House house;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() {
    Chromium.orSkip();
    house = House.open(folder, "plans/chongqing-2012").with(Role.ADMINISTRATOR).with(Role.REVIEWER);
    String hash = Passwords.hash(House.PASSWORD);
    house.accounts().add(Act.HOUSE, "long", LONG_NAME, Role.REVIEWER, hash, false);
    browser = Chromium.open(true);
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

  @AfterEach
  void theConsoleIsSilentAndNobodyIsLeftIn() {
    assertThat(Chromium.errors(browser)).isEmpty();
    browser.manage().deleteAllCookies();
  }

  /// Types at whatever has the focus, and nothing else.
  private static void type(WebDriver driver, CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
  }

  private static void signInByKeyboard(WebDriver driver, String path, String name) {
    driver.get(house.served().url(path));
    type(driver, name, Keys.TAB);
    type(driver, House.PASSWORD, Keys.ENTER);
    new WebDriverWait(driver, PATIENCE)
        .until(ExpectedConditions.presenceOfElementLocated(By.className("leave")));
  }

  private static void signsInAndOut(WebDriver driver) {
    driver.get(house.served().url("/targets?lang=en"));
    driver.findElement(By.cssSelector(".tools .own")).click();
    type(driver, "reviewer", Keys.TAB);
    type(driver, House.PASSWORD, Keys.ENTER);
    new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.urlContains("/targets"));
    assertThat(driver.findElement(By.cssSelector(".tools .own")).getText()).isEqualTo("reviewer");
    assertThat(driver.getCurrentUrl()).contains("lang=en");
    driver.findElement(By.className("leave")).sendKeys(Keys.ENTER);
    new WebDriverWait(driver, PATIENCE)
        .until(ExpectedConditions.invisibilityOfElementLocated(By.className("leave")));
    assertThat(driver.findElement(By.cssSelector(".tools .own")).getText()).isEqualTo("Sign in");
  }

  @Test
  void oneSignsInByKeyboardComesBackToThePageAndSignsOut() {
    signsInAndOut(browser);
  }

  @Test
  void theSameWithoutScripts() {
    ChromeDriver plain = Chromium.open(false);
    try {
      signsInAndOut(plain);
    } finally {
      plain.quit();
    }
  }

  @Test
  void theDrawerStillOpensForOneWhoIsSignedIn() {
    signInByKeyboard(browser, "/sign-in?next=/targets", "reviewer");
    browser.findElement(By.cssSelector("#targets tbody a")).sendKeys(Keys.ENTER);
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("#drawer .target")));
  }

  @Test
  void axeFindsNoSeriousFaultOnAnyOfThesePagesAndNoneIsWiderThanAPhone() {
    for (String lang : List.of("zh", "en")) {
      judged("/sign-in?failed=&lang=" + lang);
    }
    signInByKeyboard(browser, "/sign-in", "long");
    for (String path : List.of("/account", "/account?lang=en", "/log", "/log?lang=en", "/")) {
      judged(path);
    }
    browser.manage().deleteAllCookies();
    signInByKeyboard(browser, "/sign-in", "administrator");
    for (String path : List.of("/accounts", "/accounts?lang=en", "/accounts/long")) {
      judged(path);
    }
  }

  private static void judged(String path) {
    browser.get(house.served().url(path));
    for (String theme : List.of("light", "dark")) {
      browser.executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
      assertThat(Chromium.faults(browser)).as(path + " " + theme).isEmpty();
    }
    browser.manage().window().setSize(new Dimension(500, 900));
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
    browser.get(house.served().url(path));
    Object width = browser.executeScript("return document.documentElement.scrollWidth");
    assertThat(String.valueOf(width)).as(path).isEqualTo("390");
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    browser.manage().window().setSize(new Dimension(1440, 1200));
  }
}
