package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Act;
import yuheng.facts.Role;

/// Programs ask with a token of their account, and never with more.
@SuppressWarnings("NullAway.Init") // JUnit starts the server
class TokensTest {
  private static final Pattern TOKEN = Pattern.compile("yuheng_[0-9a-f]{16}_[0-9a-f]{64}");

  @TempDir private Path folder;
  private House house;
  private Visit li;

  @BeforeEach
  void start() {
    house = House.open(folder).with("li", Role.REVIEWER);
    li = house.visit("li");
  }

  @AfterEach
  void stop() {
    assertThat(house.journal().verify()).isEmpty();
    house.close();
  }

  private String made(String rights) {
    var answer = li.post("/account/tokens", "called", "erp", "rights", rights, "days", "30");
    assertThat(answer.statusCode()).isEqualTo(201);
    Matcher found = TOKEN.matcher(answer.body());
    assertThat(found.find()).isTrue();
    return found.group();
  }

  private HttpResponse<String> get(String path, String token) {
    return house.served().get(path, "Authorization", "Bearer " + token);
  }

  @Test
  void aTokenIsMadeShownOnceUsedListedAndRevoked() {
    String token = made("read");
    assertThat(li.get("/account").body()).contains("erp", "未用过").doesNotContain(token);
    var answer = get("/log", token);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(li.get("/account").body()).doesNotContain("未用过");
    String id = token.split("_", 3)[1];
    assertThat(li.post("/account/tokens/" + id + "/revoke").statusCode()).isEqualTo(303);
    assertThat(get("/log", token).statusCode()).isEqualTo(401);
    assertThat(li.get("/account").body()).contains("已撤销");
    assertThat(house.journal().since(0, 100).toString()).doesNotContain(token.split("_", 3)[2]);
  }

  @Test
  void aRefusedTokenIsToldAsAProblemAndNobodyIsSentToTheDoor() {
    var answer = get("/targets", "yuheng_made_up");
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Bearer");
    assertThat(answer.body()).contains("\"status\":401");
    assertThat(get("/accounts", made("read")).statusCode()).isEqualTo(403);
    assertThat(get("/nowhere", made("read")).statusCode()).isEqualTo(404);
  }

  @Test
  void aCookieAddsNothingToATokenAndATokenNothingToACookie() {
    house.with(Role.ADMINISTRATOR);
    String token = made("submit");
    Visit root = house.visit("administrator");
    assertThat(root.get("/accounts", "Authorization", "Bearer " + token).statusCode())
        .isEqualTo(403);
    assertThat(root.get("/accounts", "Authorization", "Bearer none").statusCode()).isEqualTo(401);
    assertThat(
            root.send("POST", "/accounts", "name=x", "Authorization", "Bearer none").statusCode())
        .isEqualTo(401);
    assertThat(root.send("POST", "/accounts", "name=x", "Authorization", "Basic x").statusCode())
        .isEqualTo(403);
    assertThat(root.get("/accounts").statusCode()).isEqualTo(200);
  }

  @Test
  void whoGuessesTokensWaitsAndWhoAsksTooFastToo() {
    String token = made("read");
    for (int i = 0; i < Bearer.AT_ONCE; i++) {
      assertThat(get("/yuheng.css", token).statusCode()).isEqualTo(200);
    }
    var fast = get("/yuheng.css", token);
    assertThat(fast.statusCode()).isEqualTo(429);
    assertThat(fast.headers().firstValue("Retry-After")).contains("1");
    house.clock().pass(Duration.ofSeconds(1));
    assertThat(get("/yuheng.css", token).statusCode()).isEqualTo(200);
    for (int i = 0; i < Lockout.TRIES_FROM_ADDRESS; i++) {
      assertThat(get("/", "guess" + i).statusCode()).isEqualTo(401);
    }
    assertThat(get("/", token).statusCode()).isEqualTo(429);
    house.clock().pass(Duration.ofSeconds(30));
    assertThat(get("/", token).statusCode()).isEqualTo(200);
  }

  @Test
  void aNewPasswordEndsEveryToken() {
    String token = made("read");
    house.accounts().password("li", "li", Passwords.hash("quite another one"), false);
    assertThat(get("/log", token).statusCode()).isEqualTo(401);
  }

  @Test
  void whatIsRefusedSaysWhyAndMarkupIsShownAsText() {
    String markup = "<img src=x onerror=alert(1)>";
    assertThat(li.post("/account/tokens", "called", "x", "scope", markup, "days", "1").body())
        .contains("不是数据范围")
        .doesNotContain("<img src=x");
    assertThat(li.post("/account/tokens", "called", "x", "scope", "all", "days", "1").body())
        .contains("不能超出");
    assertThat(li.post("/account/tokens", "called", "x", "days", "9999").body()).contains("366");
    assertThat(li.post("/account/tokens", "called", markup, "days", "1").body())
        .contains("&lt;img src=x")
        .doesNotContain("<img src=x");
    assertThat(li.get("/log").body()).doesNotContain("<img src=x");
    assertThat(house.accounts().changes("li")).extracting(Act::what).containsOnly("account-add");
  }

  @Test
  void aRestartLetsNobodyGuessAnew() {
    for (int i = 0; i < 5; i++) {
      house.visit().signIn("li", "wrong password");
    }
    house.served().close();
    var stores =
        new YuhengServer.Stores(java.util.Optional.of(house.journal()), java.util.Optional.empty());
    try (Served again =
        Served.of(yuheng.testing.Golden.home().resolve("examples/small"), stores, house.clock())) {
      Visit visit = new Visit(again);
      assertThat(Visit.location(visit.signIn("li", House.PASSWORD))).startsWith("/sign-in?wait=30");
      house.clock().pass(Duration.ofSeconds(30));
      assertThat(Visit.location(visit.signIn("li", House.PASSWORD))).isEqualTo("/");
    }
  }
}
