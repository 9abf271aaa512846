package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;
import yuheng.facts.Role;
import yuheng.plan.Plan;

/// The review of a draft in a real browser.
@SuppressWarnings("NullAway.Init") // JUnit starts server and browser
class ReviewBrowserTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private static Path folder;

  private static House house;
  private static ChromeDriver browser;

  @BeforeAll
  static void start() {
    Chromium.orSkip();
    house = House.open(folder, "plans/chongqing-2012").with(Role.ANALYST);
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
  void theConsoleIsSilent() {
    assertThat(Chromium.errors(browser)).isEmpty();
  }

  private static WebElement see(By what) {
    return waiting().until(ExpectedConditions.visibilityOfElementLocated(what));
  }

  private static WebDriverWait waiting() {
    return new WebDriverWait(browser, PATIENCE);
  }

  private static Object script(String script, Object... arguments) {
    return String.valueOf(((JavascriptExecutor) browser).executeScript(script, arguments));
  }

  /// Signs in, pastes the text and starts.
  private static void paste() {
    browser.get(house.served().url("/drafts"));
    if (!browser.findElements(By.id("password")).isEmpty()) {
      browser.switchTo().activeElement().sendKeys(Role.ANALYST.code(), Keys.TAB);
      browser.switchTo().activeElement().sendKeys(House.PASSWORD, Keys.ENTER);
      see(By.className("start"));
    }
    script("document.querySelector('[name=text]').value = arguments[0]", PlainForms.TEXT);
    browser.findElement(By.cssSelector(".start button")).click();
    see(By.id("official"));
  }

  private static By number(String words, String state) {
    return By.xpath("//a[contains(@class,'q-%s') and starts-with(.,'%s')]".formatted(state, words));
  }

  private static void open(String words) {
    browser
        .findElement(
            By.xpath("//a[contains(@class,'q ') and starts-with(.,'%s')]".formatted(words)))
        .click();
    waiting().until(ExpectedConditions.textToBe(By.cssSelector(".panel .about h2"), words));
  }

  @Test
  void aPastedTextBecomesAPackageThatChecks() {
    paste();
    open("6500亿元");
    browser.findElement(By.id("accept")).click();
    see(number("6500亿元", "accepted"));
    change();
    reject();
    bind();
    add();
    see(By.id("accept-sure")).click();
    waiting().until(ExpectedConditions.invisibilityOfElementLocated(By.id("accept-sure")));
    for (int left = open(); left > 0; left--) {
      acceptByKeyboard(left);
    }
    assertThat(see(By.cssSelector(".all-done")).getText()).contains("全部裁定完毕");
    browser.findElement(By.id("build")).click();
    assertThat(see(By.cssSelector(".verdict")).getText()).contains("检查通过，没有问题");
    var reading = Plan.read(packaged());
    assertThat(reading.problems()).isEmpty();
    assertThat(reading.plan().orElseThrow().targets()).hasSize(11);
  }

  private static void change() {
    open("7%");
    WebElement number = browser.findElement(By.cssSelector("#decide [name=number]"));
    number.clear();
    number.sendKeys("8");
    assertThat(browser.findElement(By.id("accept")).getText()).isEqualTo("改后采纳");
    browser.findElement(By.id("accept")).click();
    see(number("7%", "changed"));
  }

  private static void reject() {
    open("300家");
    new Actions(browser).sendKeys("r").perform();
    browser.switchTo().activeElement().sendKeys("另有专项规划", Keys.ENTER);
    see(number("300家", "rejected"));
  }

  private static void bind() {
    open("3000亿元");
    WebElement number = browser.findElement(By.cssSelector("#decide [name=number]"));
    number.clear();
    number.sendKeys("3100");
    browser.findElement(By.cssSelector("#bind details summary")).click();
    browser
        .findElement(
            By.cssSelector(
                ".others-list [value='chongqing-2012/%s']".formatted(PlainForms.money())))
        .click();
    browser.findElement(By.cssSelector("#bind [value=bind]")).click();
    see(number("3000亿元", "changed"));
    open("3000亿元");
    assertThat(browser.findElement(By.cssSelector("#decide [name=number]")).getDomProperty("value"))
        .isEqualTo("3100");
    assertThat(see(By.id("bind")).getText()).contains("已绑定");
  }

  /// Selects `4200亿元`, which stands in a line without any marked number, and adds it.
  private static void add() {
    script(
        """
        const line = [...document.querySelectorAll('#official p')].find((p) => p.textContent.includes('4200亿元'));
        line.scrollIntoView({ block: 'center' });
        const words = line.firstChild, at = words.data.indexOf('4200亿元');
        getSelection().setBaseAndExtent(words, at, words, at + 6);
        """);
    see(By.cssSelector("#adding button")).click();
    waiting().until(ExpectedConditions.textToBe(By.cssSelector(".panel .about h2"), "4200亿元"));
    see(By.id("add")).click();
    see(number("4200亿元", "added"));
  }

  private static int open() {
    return browser.findElements(By.cssSelector(".q-open.q")).size();
  }

  private static void acceptByKeyboard(int left) {
    new Actions(browser).sendKeys("j").perform();
    see(By.cssSelector(".q-open[aria-current]"));
    new Actions(browser).sendKeys("a").perform();
    waiting().until(_ -> open() == left - 1);
  }

  /// Where the package of the draft that the browser shows is written.
  private static Path packaged() {
    String path = URI.create(Objects.requireNonNull(browser.getCurrentUrl())).getPath();
    return folder.resolve(path.substring(1));
  }

  @Test
  void aSelectionBehindMarkedNumbersIsFoundAtItsPlace() {
    paste();
    script(
        """
        const line = [...document.querySelectorAll('#official p')].find((p) => p.textContent.includes('2000亿元'));
        const words = [...line.childNodes].find((node) => node.data?.includes('食品医药'));
        getSelection().setBaseAndExtent(words, words.data.indexOf('食品医药'), words, words.data.indexOf('食品医药') + 4);
        """);
    see(By.cssSelector("#adding button")).click();
    waiting().until(ExpectedConditions.textToBe(By.cssSelector(".panel .about h2"), "食品医药"));
  }

  @Test
  void mistakesAreToldInPlace() {
    paste();
    open("6500亿元");
    WebElement number = browser.findElement(By.cssSelector("#decide [name=number]"));
    number.clear();
    number.sendKeys("many");
    browser.findElement(By.id("accept")).click();
    assertThat(see(By.cssSelector(".told")).getText()).contains("many");
    number = browser.findElement(By.cssSelector("#decide [name=number]"));
    number.clear();
    number.sendKeys("6600");
    browser.findElement(By.id("accept")).click();
    see(number("6500亿元", "changed"));
    assertThat(Chromium.errors(browser)).allMatch(error -> error.contains("422"));
  }

  @Test
  void whoseSessionIsOverIsToldSo() {
    paste();
    open("6500亿元");
    browser.manage().deleteAllCookies();
    browser.findElement(By.id("accept")).click();
    assertThat(see(By.cssSelector("#main h1")).getText()).contains("没有收下");
    assertThat(Chromium.errors(browser)).allMatch(error -> error.contains("403"));
  }

  /// As the browser lays it out; the driver takes whatever stands in a closed details for hidden.
  private static boolean contentsAreSeen() {
    return Boolean.TRUE.equals(
        browser.executeScript("return document.querySelector('.contents a').checkVisibility()"));
  }

  @Test
  void onAPhoneTheContentsOpenOnRequest() {
    paste();
    By entry = By.cssSelector(".contents a");
    assertThat(contentsAreSeen()).isTrue();
    phone();
    try {
      assertThat(contentsAreSeen()).isFalse();
      browser.findElement(By.cssSelector(".contents summary")).click();
      see(entry).click();
      assertThat(browser.getCurrentUrl()).contains("#l-");
    } finally {
      desk();
    }
  }

  private static void phone() {
    browser.manage().window().setSize(new Dimension(500, 900));
    browser.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", 390, "height", 844, "deviceScaleFactor", 1, "mobile", true));
  }

  private static void desk() {
    browser.executeCdpCommand("Emulation.clearDeviceMetricsOverride", Map.of());
    browser.manage().window().setSize(new Dimension(1440, 1200));
  }

  @Test
  void axeFindsNoSeriousFaultAndNothingIsWiderThanAPhone() {
    paste();
    open("6500亿元");
    browser.findElement(By.id("accept")).click();
    see(number("6500亿元", "accepted"));
    String review = browser.getCurrentUrl();
    String list = house.served().url("/drafts");
    String bundle = review.replaceAll("\\?.*", "/package");
    for (String url : new String[] {list, review, review + "&others=1&find=2030", bundle}) {
      fits(url);
    }
    browser.findElement(By.cssSelector(".bundle form button")).click();
    see(By.cssSelector(".verdict"));
    fits(Objects.requireNonNull(browser.getCurrentUrl()));
  }

  private static void fits(String url) {
    browser.get(url);
    see(By.tagName("h1"));
    for (String theme : new String[] {"light", "dark"}) {
      script("document.documentElement.dataset.theme = arguments[0]", theme);
      assertThat(Chromium.faults(browser)).as(url + " " + theme).isEmpty();
    }
    phone();
    try {
      browser.navigate().refresh();
      see(By.tagName("h1"));
      assertThat(Integer.parseInt(script("return document.documentElement.scrollWidth").toString()))
          .as(url)
          .isLessThanOrEqualTo(390);
      if (!browser.findElements(By.cssSelector(".chosen .panel")).isEmpty()) {
        assertThat(
                script(
                    "return innerHeight -"
                        + " document.querySelector('.panel').getBoundingClientRect().bottom"))
            .as("the form lies at the foot of a phone")
            .isEqualTo("0");
      }
    } finally {
      desk();
    }
  }
}
