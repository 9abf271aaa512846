package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import yuheng.facts.Role;

/// Every page by keyboard alone, before axe, on a phone; and what is taken along as a picture.
@SuppressWarnings("NullAway.Init") // JUnit starts server and browser
class EveryPageBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final String ASKED = "as-of=2012-09&known-on=2026-11-24";

  /// Notes every element that gets the focus, and those on which one does not see it.
  private static final String WATCH =
      """
      document.activeElement?.blur();
      window.met = new Map();
      window.unseen = [];
      document.addEventListener("focusin", ({ target: one }) => {
        const look = getComputedStyle(one), box = one.getBoundingClientRect();
        const seen = look.outlineStyle !== "none" && parseFloat(look.outlineWidth) > 0 && box.width > 0 && box.height > 0;
        if (!window.met.has(one) && !seen) window.unseen.push(one.outerHTML.slice(0, 160));
        window.met.set(one, true);
      });
      """;

  private static final int TABS_AT_ONCE = 40;

  /// The elements that one must be able to reach.
  private static final String REACHABLE =
      """
      return [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
        .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled && !one.closest("dialog:not([open])"))
        .filter((one) => one.type !== "radio" || one.checked)
        .filter((one) => !window.met.has(one))
        .map((one) => one.outerHTML.slice(0, 120));
      """;

  @TempDir private static Path folder;
  private static House house;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() {
    Chromium.orSkip();
    house = House.open(folder, "plans/chongqing-2012");
    for (Role role : Role.values()) {
      house.with(role);
    }
    Visit analyst = house.visit("analyst");
    assertThat(analyst.post("/duties/due?" + ASKED).statusCode()).isEqualTo(303);
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

  private static void signIn(String name) {
    browser.get(house.served().url("/sign-in"));
    browser.switchTo().activeElement().sendKeys(name, Keys.TAB);
    browser.switchTo().activeElement().sendKeys(House.PASSWORD, Keys.ENTER);
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.presenceOfElementLocated(By.className("leave")));
  }

  private static void press(CharSequence key) {
    new Actions(browser).sendKeys(key).perform();
  }

  /// Goes through the page with Tab until nothing new gets the focus.
  private static void walked(String path) {
    browser.get(house.served().url(path));
    browser.executeScript(WATCH);
    long before;
    long met = 0;
    do {
      before = met;
      var tabs = new Actions(browser);
      for (int i = 0; i < TABS_AT_ONCE; i++) {
        tabs.sendKeys(Keys.TAB);
      }
      tabs.perform();
      met = (Long) Objects.requireNonNull(browser.executeScript("return window.met.size"));
    } while (met > before);
    assertThat(listed("return window.unseen")).as(path + " shows its focus").isEmpty();
    assertThat(listed(REACHABLE)).as(path + " is reached whole by keyboard").isEmpty();
  }

  private static List<?> listed(String script) {
    return (List<?>) Objects.requireNonNull(browser.executeScript(script));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/standing?target=gross-output&by=districts",
        "/breakdowns",
        "/breakdowns/gross-output/pillars/2015",
        "/duties",
        "/bulletins",
        "/figures/enter",
        "/figures/import",
        "/drafts",
        "/account",
        "/pillars"
      })
  void everythingIsReachedByTabAndSeenToBe(String path) {
    signIn("analyst");
    walked(path);
  }

  @Test
  void theKeepersPagesAreReachedByTabToo() {
    signIn("administrator");
    walked("/accounts");
    browser.manage().deleteAllCookies();
    signIn("reviewer");
    walked("/log");
  }

  @Test
  void theFirstTabSkipsTheBar() {
    browser.get(house.served().url("/targets"));
    press(Keys.TAB);
    assertThat(browser.switchTo().activeElement().getAttribute("class")).isEqualTo("skip");
    press(Keys.ENTER);
    press(Keys.TAB);
    assertThat(browser.executeScript("return !!document.activeElement.closest('main')"))
        .isEqualTo(true);
  }

  @Test
  void aDrawerIsOpenedWalkedAndClosedWithTheFocusBack() {
    browser.get(house.served().url("/pillars"));
    browser.executeScript("document.querySelector('.pillar th a').focus()");
    press(Keys.ENTER);
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.visibilityOfElementLocated(By.cssSelector("#drawer .target")));
    for (int i = 0; i < 4; i++) {
      press(Keys.TAB);
      assertThat(
              browser.executeScript(
                  "return document.activeElement === document.body ||"
                      + " !!document.activeElement.closest('dialog')"))
          .isEqualTo(true);
    }
    press(Keys.ESCAPE);
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.invisibilityOfElementLocated(By.id("drawer-body")));
    assertThat(browser.executeScript("return document.activeElement.matches('.pillar th a')"))
        .isEqualTo(true);
  }

  @Test
  void aFormIsFilledAndSentByKeyboard() {
    signIn("reviewer");
    browser.get(house.served().url("/log"));
    browser.executeScript("document.getElementById('find').focus()");
    press("nothing-like-it");
    press(Keys.ENTER);
    new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.urlContains("q=nothing-like-it"));
    assertThat(browser.findElement(By.className("empty")).getText()).contains("没有符合的记录");
  }

  private static List<String> pagesOf(String name) {
    return switch (name) {
      case "administrator" -> List.of("/accounts", "/accounts/reviewer");
      case "reviewer" -> List.of("/log", "/account");
      default ->
          List.of(
              "/",
              "/targets",
              "/standing?target=gross-output",
              "/breakdowns",
              "/breakdowns/gross-output/pillars/2015",
              "/duties",
              "/duties/" + duty(),
              "/bulletins",
              "/bulletins/2012-09",
              "/figures",
              "/figures/enter",
              "/figures/import",
              "/figures/from-text",
              "/drafts");
    };
  }

  private static String duty() {
    String list = house.visit().get("/duties?" + ASKED).body();
    int at = list.indexOf("href=\"/duties/", list.indexOf("id=\"listed\"")) + 14;
    return list.substring(at, list.indexOf('?', at));
  }

  @ParameterizedTest
  @ValueSource(strings = {"analyst", "reviewer", "administrator"})
  void axeFindsNoSeriousFaultAndNothingIsWiderThanAPhone(String name) {
    signIn(name);
    for (String path : pagesOf(name)) {
      for (String lang : List.of("zh", "en")) {
        String address = path + (path.contains("?") ? "&" : "?") + ASKED + "&lang=" + lang;
        browser.get(house.served().url(address));
        for (String theme : List.of("light", "dark")) {
          browser.executeScript("document.documentElement.dataset.theme = arguments[0]", theme);
          assertThat(Chromium.faults(browser)).as(address + " " + theme).isEmpty();
        }
        browser.executeCdpCommand(
            "Emulation.setDeviceMetricsOverride",
            Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
        browser.get(house.served().url(address));
        assertThat(
                String.valueOf(
                    browser.executeScript("return document.documentElement.scrollWidth")))
            .as(address)
            .isEqualTo("390");
        browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/targets/gross-output", "/districts", "/bulletins/2012-09?" + ASKED})
  void aChartIsTakenAlongAsAPicture(String path) {
    browser.get(house.served().url(path));
    new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.elementToBeClickable(By.className("png")))
        .click();
    String taken =
        new WebDriverWait(browser, PATIENCE)
            .until(
                driver ->
                    driver
                        .findElement(By.cssSelector(".picture[data-taken]"))
                        .getAttribute("data-taken"));
    assertThat(taken).endsWith(".png");
  }
}
