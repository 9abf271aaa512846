package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import yuheng.facts.Act;
import yuheng.facts.Role;
import yuheng.facts.Said;

/// Coming in, going out, and what happens to those who only try.
@SuppressWarnings("NullAway.Init") // JUnit starts the server
class SignInTest {
  private static final String WRONG = "not the password";

  @TempDir private static Path folder;
  private static House house;
  private static int tests = 0;

  /// The account of this test; its own, so that each begins with a clean slate.
  private String li;

  private long before;

  @BeforeAll
  static void start() {
    house = House.open(folder);
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  @BeforeEach
  void anotherAccountMuchLater() {
    house.clock().pass(Duration.ofDays(1));
    li = "li" + tests++;
    house.with(li, Role.ANALYST);
    before = house.journal().last();
  }

  private static String tried(HttpResponse<String> answer) {
    return Visit.location(answer).replaceAll("&.*", "");
  }

  private List<String> outcomes(String name) {
    return house.accounts().signIns(name).stream()
        .map(act -> act.said().getFirst().text("outcome"))
        .toList();
  }

  @Test
  void oneSignsInReadsAndSignsOut() {
    Visit visit = house.visit();
    var answer =
        visit.signIn(
            " " + li.toUpperCase(Locale.ROOT) + " ",
            House.PASSWORD,
            "next",
            "/targets?lang=en",
            "lang",
            "en");
    assertThat(Visit.location(answer)).isEqualTo("/targets?lang=en");
    assertThat(visit.get("/targets?lang=en").body()).contains(">" + li + "</a>", "Sign out");
    assertThat(Visit.location(visit.post("/sign-out", "lang", "en"))).isEqualTo("/?lang=en");
    assertThat(visit.get("/").body()).contains("登录").doesNotContain("退出");
    assertThat(outcomes(li)).containsExactly("out", "in");
  }

  @Test
  void aReaderWithoutAnAccountGetsNoSession() {
    Visit visit = house.visit();
    for (String path : List.of("/", "/targets", "/yuheng.css", "/nowhere", "/log")) {
      visit.get(path);
    }
    assertThat(visit.session()).isEmpty();
  }

  @Test
  void theCookieIsForOursAlone() {
    Visit visit = house.visit();
    String cookie = visit.get("/sign-in").headers().firstValue("Set-Cookie").orElse("");
    assertThat(cookie).startsWith("yuheng-").contains("HttpOnly", "SameSite=Lax", "Path=/");
    assertThat(visit.get("/sign-in").body()).doesNotContain("jsessionid");
    assertThat(house.served().part(ServletContext.class).getSessionTimeout()).isEqualTo(8 * 60);
  }

  @Test
  void aSessionThatSomebodyElsePlantedIsWorthNothingAfterTheSignIn() {
    Visit visit = house.visit();
    visit.get("/sign-in");
    String planted = visit.sessionId();
    visit.signIn(li, House.PASSWORD);
    assertThat(visit.sessionId()).isNotEmpty().isNotEqualTo(planted);
    String name = visit.session().orElseThrow().getName();
    assertThat(house.served().get("/account", "Cookie", name + "=" + planted).statusCode())
        .isEqualTo(303);
    assertThat(house.served().get("/account", "Cookie", name + "=made-up").statusCode())
        .isEqualTo(303);
  }

  @Test
  void aTokenFromBeforeTheSignInIsWorthNothingAfterIt() {
    Visit visit = house.visit();
    String before = visit.token();
    visit.signIn(li, House.PASSWORD);
    assertThat(visit.postWithoutToken("/account/password", "_csrf", before).statusCode())
        .isEqualTo(403);
  }

  @Test
  void scriptsAndUploadsNeedTheTokenToo() {
    Visit visit = house.visit(li);
    String token = visit.token();
    assertThat(visit.get("/").body()).contains("hx-headers=", "X-XSRF-TOKEN");
    assertThat(visit.send("POST", "/account/password", "", "HX-Request", "true").statusCode())
        .isEqualTo(403);
    assertThat(visit.send("POST", "/account/password", "", "X-XSRF-TOKEN", token).statusCode())
        .isEqualTo(400);
    String part = "--b\r\nContent-Disposition: form-data; name=\"new\"\r\n\r\nx\r\n--b--\r\n";
    String type = "multipart/form-data; boundary=b";
    assertThat(visit.send("POST", "/account/password", part, "Content-Type", type).statusCode())
        .isEqualTo(403);
    assertThat(
            visit
                .send(
                    "POST", "/account/password", part, "Content-Type", type, "X-XSRF-TOKEN", token)
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aScriptOfSomebodyWhoWasSignedOutIsSentToTheDoor() {
    var answer = house.visit().get("/account", "HX-Request", "true");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("HX-Redirect").orElse("")).startsWith("/sign-in?");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "\\\\evil",
        "javascript:alert(1)",
        "/\t/evil.example",
        "/ok\r\nSet-Cookie: a=b",
        "evil",
        "",
        "/%0d%0a",
        "/a\\b"
      })
  void nextLeadsNowhereElse(String next) {
    Visit visit = house.visit();
    String after = Visit.location(visit.signIn(li, House.PASSWORD, "next", next));
    assertThat(after).isIn("/", "/%0d%0a");
    assertThat(visit.signIn(li, WRONG, "next", next).headers().map())
        .doesNotContainKey("set-cookie");
  }

  @Test
  void fiveWrongPasswordsMakeTheNextTryWaitLongerEachTime() {
    for (int i = 0; i < 4; i++) {
      assertThat(tried(house.visit().signIn(li, WRONG))).isEqualTo("/sign-in?failed=");
    }
    house.clock().pass(Duration.ofMinutes(2));
    assertThat(tried(house.visit().signIn(li, WRONG))).isEqualTo("/sign-in?failed=");
    assertThat(tried(house.visit().signIn(li, House.PASSWORD))).isEqualTo("/sign-in?wait=30");
    for (int wait : new int[] {30, 60, 120, 240, 480, 900, 900}) {
      house.clock().pass(Duration.ofSeconds(wait - 1));
      assertThat(tried(house.visit().signIn(li, House.PASSWORD))).isEqualTo("/sign-in?wait=1");
      house.clock().pass(Duration.ofSeconds(1));
      assertThat(tried(house.visit().signIn(li, WRONG))).isEqualTo("/sign-in?failed=");
    }
    house.clock().pass(Duration.ofMinutes(15));
    assertThat(tried(house.visit().signIn(li, House.PASSWORD))).isEqualTo("/");
    assertThat(tried(house.visit().signIn(li, WRONG))).isEqualTo("/sign-in?failed=");
    assertThat(outcomes(li)).contains("locked", "failed", "in");
  }

  @Test
  void wrongPasswordsOfLongAgoAreForgiven() {
    for (int i = 0; i < 12; i++) {
      assertThat(tried(house.visit().signIn(li, WRONG))).isEqualTo("/sign-in?failed=");
      house.clock().pass(Duration.ofMinutes(4));
    }
  }

  @Test
  void anAddressThatTriesManyNamesWaitsToo() {
    for (int i = 0; i < Lockout.TRIES_FROM_ADDRESS; i++) {
      assertThat(tried(house.visit().signIn("name" + i, WRONG))).isEqualTo("/sign-in?failed=");
    }
    assertThat(tried(house.visit().signIn(li, House.PASSWORD))).isEqualTo("/sign-in?wait=30");
    house.clock().pass(Duration.ofSeconds(30));
    assertThat(tried(house.visit().signIn(li, House.PASSWORD))).isEqualTo("/");
  }

  @Test
  void aNameThatNobodyHasGetsTheSameAnswersInTheSameTime() {
    house.accounts().add(Act.HOUSE, "gone", "gone", Role.READER, "no hash at all", false);
    house.accounts().deactivate(Act.HOUSE, "gone");
    List<List<Long>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<String> names = List.of(li, "nobody", "gone");
    for (int round = 0; round < 7; round++) {
      for (int i = 0; i < names.size(); i++) {
        Visit visit = house.visit();
        String token = visit.token();
        long start = System.nanoTime();
        var answer =
            visit.postWithoutToken(
                "/sign-in", "name", names.get(i), "password", WRONG, "_csrf", token);
        times.get(i).add(System.nanoTime() - start);
        assertThat(Visit.location(answer)).isEqualTo("/sign-in?failed=&lang=zh&next=%2F");
      }
      house.clock().pass(Duration.ofHours(1));
    }
    long[] medians =
        times.stream().mapToLong(one -> one.stream().sorted().toList().get(3)).toArray();
    System.err.printf(
        "sign-in, µs: known %d, unknown %d, closed %d%n",
        Arrays.stream(medians).map(t -> t / 1000).boxed().toArray());
    assertThat(medians[1]).isBetween(medians[0] / 3, medians[0] * 3);
    assertThat(medians[2]).isBetween(medians[0] / 3, medians[0] * 3);
  }

  @Test
  void whatWasTypedIsNeverInTheJournal() {
    house.visit().signIn(li, "a wrong secret");
    house.visit().signIn("my secret typed as a name", "x");
    house.visit(li);
    assertThat(house.journal().since(before, 100))
        .allSatisfy(
            act ->
                assertThat(act.toString()).doesNotContain("secret").doesNotContain(House.PASSWORD));
    assertThat(house.journal().acts("sign-in", "-"))
        .filteredOn(act -> act.number() > before)
        .hasSize(1);
  }

  @Test
  void anOldHashIsMadeAnewAtTheNextSignIn() {
    String old = new Argon2PasswordEncoder(16, 32, 1, 1 << 10, 1).encode(House.PASSWORD);
    house.accounts().password(Act.HOUSE, li, Objects.requireNonNull(old), false);
    Visit visit = house.visit(li);
    assertThat(house.accounts().hash(li).orElseThrow()).contains("m=16384,t=2,p=1");
    assertThat(visit.get("/account").statusCode()).isEqualTo(200);
    house.visit(li);
    assertThat(house.journal().acts("password", li)).hasSize(3);
  }

  @Test
  void whoeverIsClosedOrLosesHisRoleLosesItAtOnce() {
    house.accounts().role(Act.HOUSE, li, Role.REVIEWER);
    Visit visit = house.visit(li);
    assertThat(visit.get("/log").statusCode()).isEqualTo(200);
    house.accounts().role(Act.HOUSE, li, Role.READER);
    assertThat(visit.get("/log").statusCode()).isEqualTo(403);
    house.accounts().deactivate(Act.HOUSE, li);
    assertThat(visit.get("/account").statusCode()).isEqualTo(303);
    assertThat(visit.get("/").body()).contains("登录");
  }

  @Test
  void aNewPasswordEndsEveryOtherSession() {
    Visit here = house.visit(li);
    Visit there = house.visit(li);
    String before = here.sessionId();
    var answer =
        here.post(
            "/account/password",
            "current",
            House.PASSWORD,
            "new",
            "quite another one",
            "again",
            "quite another one");
    assertThat(Visit.location(answer)).startsWith("/account?").endsWith("changed=1");
    assertThat(here.sessionId()).isNotEqualTo(before);
    assertThat(here.get("/account?changed=1").body()).contains("密码已更换");
    assertThat(there.get("/account").statusCode()).isEqualTo(303);
    assertThat(tried(house.visit().signIn(li, House.PASSWORD))).isEqualTo("/sign-in?failed=");
  }

  @Test
  void aPasswordThatWillNotDoIsRefusedAndSaysWhy() {
    Visit visit = house.visit(li);
    assertThat(change(visit, House.PASSWORD, "short", "short")).contains("10 至 200");
    assertThat(change(visit, House.PASSWORD, li.repeat(4), li.repeat(4))).contains("账号名");
    assertThat(change(visit, House.PASSWORD, "aaaaaaaaaaaa", "aaaaaaaaaaaa")).contains("四个不同");
    assertThat(change(visit, House.PASSWORD, "quite another", "quite an other")).contains("不同");
    assertThat(change(visit, House.PASSWORD, House.PASSWORD, House.PASSWORD)).contains("相同");
    for (int i = 0; i < 5; i++) {
      assertThat(change(visit, WRONG, "quite another", "quite another")).contains("现在的密码不对");
    }
    assertThat(change(visit, House.PASSWORD, "quite another", "quite another")).contains("请等 30 秒");
    assertThat(house.accounts().find(li).orElseThrow().lastAct()).isEqualTo(before);
  }

  private static String change(Visit visit, String current, String chosen, String again) {
    var answer = visit.post("/account/password", "current", current, "new", chosen, "again", again);
    assertThat(answer.statusCode()).isEqualTo(400);
    return answer.body();
  }

  @Test
  void aOneTimePasswordMustBeChangedBeforeAnythingElse() {
    house.accounts().add(Act.HOUSE, "new", "新", Role.REVIEWER, Passwords.hash(WRONG), true);
    Visit visit = house.visit();
    assertThat(Visit.location(visit.signIn("new", WRONG, "next", "/log"))).startsWith("/account");
    assertThat(visit.get("/account").body()).contains("一次性密码");
    assertThat(Visit.location(visit.get("/log"))).startsWith("/account");
    assertThat(visit.get("/targets").statusCode()).isEqualTo(200);
    visit.post(
        "/account/password", "current", WRONG, "new", House.PASSWORD, "again", House.PASSWORD);
    assertThat(visit.get("/log").statusCode()).isEqualTo(200);
  }

  @Test
  void ofAnActThatCarriesAHashTheLogSaysOnlyThatItDid() {
    house.accounts().role(Act.HOUSE, li, Role.REVIEWER);
    assertThat(house.visit(li).get("/log").body())
        .contains("新增账号")
        .doesNotContain("argon2")
        .doesNotContain("hash =");
  }

  @Test
  void pagesOfAnAccountAreNotKeptByTheBrowserAndHaveTheHeadersOfAll() {
    Visit visit = house.visit(li);
    assertThat(visit.get("/account").headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(visit.get("/yuheng.css").headers().firstValue("Cache-Control").orElse(""))
        .contains("max-age=3600");
    List<HttpResponse<String>> answers =
        List.of(
            visit.get("/account"),
            visit.get("/log"),
            visit.get("/nowhere"),
            visit.postWithoutToken("/sign-in"));
    assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(200, 403, 404, 403);
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("script-src 'self'"));
  }

  @Test
  void listenersOfTheJournalHearTheSignIn() {
    var heard = new ArrayList<Said>();
    house.journal().onAppend(act -> heard.addAll(act.said()));
    house.visit(li);
    assertThat(heard).extracting(Said::kind).containsExactly("sign-in");
  }
}
