package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import yuheng.facts.Role;

/// Two analysts at one breakdown, each in a browser of his own.
@SuppressWarnings("NullAway.Init") // JUnit starts server and browsers
class BreakdownBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String DISTRICTS = "/breakdowns/gross-output/districts/2017";

  @TempDir private static Path folder;
  private static House house;
  private static ChromeDriver zhang;
  private static ChromeDriver li;

  @BeforeAll
  static void start() {
    Chromium.orSkip();
    house =
        House.open(folder, "examples/linjiang-2016")
            .with("zhang", Role.ANALYST)
            .with("li", Role.ANALYST);
    zhang = Chromium.open(true);
    li = Chromium.open(true);
    signIn(zhang, "zhang");
    signIn(li, "li");
  }

  private static void signIn(WebDriver browser, String name) {
    browser.get(house.served().url("/sign-in"));
    browser.switchTo().activeElement().sendKeys(name, Keys.TAB);
    browser.switchTo().activeElement().sendKeys(House.PASSWORD, Keys.ENTER);
    waitFor(browser, By.className("leave"));
  }

  private static WebElement waitFor(WebDriver browser, By what) {
    return new WebDriverWait(browser, PATIENCE)
        .until(ExpectedConditions.presenceOfElementLocated(what));
  }

  @AfterAll
  static void stop() {
    for (ChromeDriver browser : List.of(zhang, li)) {
      browser.quit();
    }
    house.close();
  }

  @AfterEach
  void theConsolesAreSilent() {
    assertThat(Chromium.errors(zhang).stream().filter(one -> !one.contains("409"))).isEmpty();
    assertThat(Chromium.errors(li).stream().filter(one -> !one.contains("409"))).isEmpty();
  }

  private static WebElement amount(WebDriver browser, String code) {
    return browser.findElement(By.name("amount:" + code));
  }

  private static void retype(WebElement field, String text) {
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
  }

  private static void openProposal(WebDriver browser) {
    browser.get(
        house.served().url(DISTRICTS + "?method=share&series=output&base-year=2016&lang=en"));
  }

  @Test
  void theSecondOfTwoAnalystsIsToldAndNothingIsLost() {
    openProposal(zhang);
    assertThat(zhang.findElement(By.id("rest")).getText()).contains("adds up");
    zhang.findElement(By.cssSelector("button.primary")).sendKeys(Keys.ENTER);
    waitFor(zhang, By.className("history"));
    li.get(house.served().url(DISTRICTS + "?lang=en"));
    zhang.get(house.served().url(DISTRICTS + "?lang=en"));

    retype(amount(zhang, "990101"), "370");
    assertThat(zhang.findElement(By.id("rest")).getText()).isEqualTo("≠ −0.68086247");
    zhang.findElement(By.name("reason")).sendKeys("zhang rounds");
    zhang.findElement(By.cssSelector("button.primary")).sendKeys(Keys.ENTER);
    new WebDriverWait(zhang, PATIENCE)
        .until(
            ExpectedConditions.textToBePresentInElementLocated(By.className("whose"), "version 2"));

    retype(amount(li, "990101"), "368");
    retype(amount(li, "990102"), "269.24863910");
    li.findElement(By.name("reason")).sendKeys("li rounds");
    li.findElement(By.cssSelector("button.primary")).sendKeys(Keys.ENTER);
    waitFor(li, By.id("conflict"));
    assertThat(li.findElement(By.className("told")).getText()).contains("zhang");
    assertThat(li.findElement(By.cssSelector("tr.clash")).getText())
        .contains("Jiangkou", "370", "368");
    assertThat(amount(li, "990101").getAttribute("value")).isEqualTo("368");
    assertThat(amount(li, "990102").getAttribute("value")).isEqualTo("269.2486391");
    li.findElement(By.cssSelector("button.primary")).sendKeys(Keys.ENTER);
    waitFor(li, By.className("history"));
    assertThat(li.findElement(By.className("history")).getText()).contains("version 3");
  }

  @Test
  void rowsAreWalkedByKeyboardAndArithmeticShowsOnFocus() {
    openProposal(li);
    WebElement first = amount(li, "990101");
    first.sendKeys(Keys.ARROW_DOWN);
    WebElement focus = li.switchTo().activeElement();
    assertThat(focus.getAttribute("name")).isEqualTo("amount:990102");
    focus.sendKeys(Keys.ENTER);
    assertThat(li.switchTo().activeElement().getAttribute("name")).isEqualTo("amount:990103");
    String described = li.switchTo().activeElement().getAttribute("aria-describedby");
    assertThat(li.findElement(By.id(String.valueOf(described))).getText()).contains("exact share");
    retype(li.switchTo().activeElement(), "many");
    assertThat(amount(li, "990103").getAttribute("aria-invalid")).isEqualTo("true");
  }

  @Test
  void thePagesHaveNoFaultsOfAccessAndDoNotScrollSideways() {
    for (String path :
        List.of("/breakdowns", DISTRICTS, "/standing?target=gross-output&as-of=2017-09")) {
      for (int width : new int[] {1440, 390}) {
        li.manage().window().setSize(new Dimension(width, 1000));
        li.get(house.served().url(path));
        List<Rule> faults = new AxeBuilder().analyze(li).getViolations();
        assertThat(faults.stream().map(Rule::getId)).as(path + " at " + width).isEmpty();
        Object over =
            li.executeScript(
                "return document.documentElement.scrollWidth >"
                    + " document.documentElement.clientWidth");
        assertThat(over).as(path + " at " + width).isEqualTo(false);
      }
    }
    li.manage().window().setSize(new Dimension(1440, 1200));
  }
}
