package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Act;
import yuheng.facts.Role;
import yuheng.facts.Said;

/// What the administrator does, and what the log shows.
@SuppressWarnings("NullAway.Init") // JUnit starts the server
class AccountsPagesTest {
  private static final String MARKUP = "<img src=x onerror=alert(1)>\"'&{{7*7}}${7*7}";

  @TempDir private Path folder;
  private House house;

  @BeforeEach
  void start() {
    house = House.open(folder);
  }

  @AfterEach
  void stop() {
    assertThat(house.journal().verify()).isEmpty();
    house.close();
  }

  private static long rows(String body) {
    return Pattern.compile("<tr><th scope=\"row\">").matcher(body).results().count();
  }

  private static String handed(String body) {
    Matcher found = Pattern.compile("class=\"handed\">([^<]+)<").matcher(body);
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void anAccountIsAddedSignsInIsChangedClosedAndReopened() {
    Visit root = house.with(Role.ADMINISTRATOR).visit("administrator");
    var added = root.post("/accounts", "name", "li", "display", "李明", "role", "analyst");
    assertThat(added.statusCode()).isEqualTo(201);
    String first = handed(added.body());
    assertThat(root.get("/accounts/li").body()).contains("李明", "待改密码").doesNotContain(first);
    Visit li = house.visit();
    assertThat(Visit.location(li.signIn("li", first))).startsWith("/account");
    assertThat(Visit.location(root.post("/accounts/li/role", "role", "reviewer")))
        .startsWith("/accounts/li");
    assertThat(house.accounts().find("li").orElseThrow().role()).isEqualTo(Role.REVIEWER);
    String second = handed(root.post("/accounts/li/password").body());
    assertThat(li.get("/account").statusCode()).isEqualTo(303);
    root.post("/accounts/li/close");
    assertThat(Visit.location(house.visit().signIn("li", second))).startsWith("/sign-in?failed");
    String third = handed(root.post("/accounts/li/reopen").body());
    assertThat(Visit.location(house.visit().signIn("li", third))).startsWith("/account");
    assertThat(house.accounts().changes("li"))
        .hasSize(5)
        .extracting(Act::by)
        .containsOnly("administrator");
    assertThat(root.get("/accounts/li").body()).contains("重新启用账号", "停用账号");
  }

  @Test
  void whatIsRefusedSaysWhyAndKeepsWhatWasTyped() {
    Visit root = house.with(Role.ADMINISTRATOR).visit("administrator");
    var bad = root.post("/accounts", "name", "Li Ming", "display", "李明", "role", "reader");
    assertThat(bad.statusCode()).isEqualTo(400);
    assertThat(bad.body()).contains("小写字母开头", "value=\"Li Ming\"", "value=\"李明\"");
    assertThat(root.post("/accounts", "name", "administrator", "role", "reader").body())
        .contains("已存在");
    var last = root.post("/accounts/administrator/close");
    assertThat(last.statusCode()).isEqualTo(400);
    assertThat(last.body()).contains("唯一的管理员");
    assertThat(root.post("/accounts/administrator/role", "role", "king").statusCode())
        .isEqualTo(404);
    assertThat(house.accounts().all()).hasSize(1);
  }

  @Test
  void markupInAnyFieldIsShownAsText() {
    house.with(Role.ADMINISTRATOR).with(Role.REVIEWER);
    house
        .accounts()
        .add(Act.HOUSE, "li", MARKUP, Role.REVIEWER, Passwords.hash(House.PASSWORD), false);
    house.journal().append("li", MARKUP, List.of(new Said(MARKUP, MARKUP, Map.of(MARKUP, MARKUP))));
    Visit root = house.visit("administrator");
    Visit li = house.visit("li");
    String bad = root.post("/accounts", "name", MARKUP, "display", MARKUP, "role", MARKUP).body();
    for (String body :
        List.of(
            bad,
            root.get("/accounts").body(),
            root.get("/accounts?q=" + "%3Cimg%20src=x%22%3E").body(),
            root.get("/accounts/li").body(),
            li.get("/").body(),
            li.get("/account").body(),
            li.get("/log").body(),
            house
                .visit()
                .get("/sign-in?next=/%22%3E%3Cimg%20src=x%3E&wait=%3Cimg%20src=x%3E")
                .body())) {
      assertThat(body).doesNotContain("<img src=x").doesNotContain("{{49}}").doesNotContain("$49");
    }
    assertThat(li.get("/account").body()).contains("&lt;img src=x");
  }

  @Test
  void aListOfNoneOfOneAndOfFiveThousand() {
    assertThat(house.visit().get("/sign-in").body()).contains("还没有账号");
    Visit root = house.with(Role.ADMINISTRATOR).visit("administrator");
    assertThat(house.visit().get("/sign-in").body()).doesNotContain("还没有账号");
    assertThat(rows(root.get("/accounts").body())).isEqualTo(1);
    assertThat(root.get("/accounts?q=nobody-like-it").body()).contains("没有符合的账号");
    house
        .journal()
        .append(
            Act.HOUSE,
            "account-add",
            IntStream.range(0, 5_000)
                .mapToObj(
                    i ->
                        new Said(
                            "account",
                            "clerk" + i,
                            Map.of("display", "统计员" + i, "role", "reader", "one-time", "true")))
                .toList());
    long start = System.nanoTime();
    String body = root.get("/accounts?from=4900").body();
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.err.printf("5 001 accounts: list in %d ms, %d kB%n", millis, body.length() / 1000);
    assertThat(millis).isLessThan(3_000);
    assertThat(rows(body)).isEqualTo(100);
    assertThat(body).contains(">5001</b>", "前一页", "后一页");
    assertThat(rows(root.get("/accounts?from=5000").body())).isEqualTo(1);
    assertThat(rows(root.get("/accounts?from=999999").body())).isEqualTo(1);
    assertThat(rows(root.get("/accounts?q=clerk4999").body())).isEqualTo(1);
  }

  @Test
  void theLogShowsEveryActNewestFirstPageByPage() {
    house.with(Role.REVIEWER);
    for (int i = 0; i < 5_000; i++) {
      house
          .journal()
          .append(
              "li", "comment", List.of(new Said("comment", "d-" + i, Map.of("text", "催报" + i))));
    }
    Visit visit = house.visit("reviewer");
    long start = System.nanoTime();
    String newest = visit.get("/log").body();
    System.err.printf("log of 5 002 acts: %d ms%n", (System.nanoTime() - start) / 1_000_000);
    assertThat(newest)
        .contains("5002", "催报4999", "较早")
        .doesNotContain("较新")
        .doesNotContain("催报4900 ");
    assertThat(newest.indexOf("催报4999")).isLessThan(newest.indexOf("催报4998"));
    assertThat(visit.get("/log?up-to=50").body()).contains("新增账号", "较新").doesNotContain("较早");
    assertThat(visit.get("/log?up-to=x").statusCode()).isEqualTo(200);
    assertThat(visit.get("/log?up-to=999999999999999").body()).contains("催报4999");
    assertThat(visit.get("/log?up-to=0").statusCode()).isEqualTo(200);
  }

  @Test
  void anActWithManyThingsInItIsNotShownWhole() {
    house.with(Role.REVIEWER);
    List<Said> many =
        IntStream.range(0, 500)
            .mapToObj(i -> new Said("note", "s" + i, Map.of("value", "1")))
            .toList();
    house.journal().append("li", "import", many);
    assertThat(house.visit("reviewer").get("/log?lang=en").body()).contains("and 488 more");
  }

  @Test
  void anAccountHasAnOfficeOfThePlanAndItsDutiesAreItsOwn() {
    try (House city = House.open(folder.resolve("city"), "plans/chongqing-2012")) {
      city.with(Role.ADMINISTRATOR).with(Role.ANALYST);
      Visit root = city.visit("administrator");
      Visit analyst = city.visit("analyst");
      String when = "?as-of=2012-09";
      analyst.post("/duties/due" + when);
      var added = root.post("/accounts", "name", "wang", "role", "reader", "office", "finance");
      assertThat(added.body()).contains("市财政局");
      Visit wang = city.visit();
      String password = handed(added.body());
      wang.signIn("wang", password);
      wang.post(
          "/account/password", "current", password, "new", House.PASSWORD, "again", House.PASSWORD);
      assertThat(wang.get("/account").body()).contains("市财政局");
      assertThat(wang.get("/duties/mine" + when).body()).contains("您的单位：市财政局", "总资产贡献率</a>");
      root.post("/accounts/wang/office", "office", "land");
      assertThat(wang.get("/duties/mine" + when).body()).doesNotContain("总资产贡献率</a>");
      assertThat(root.post("/accounts/wang/office", "office", "moon").statusCode()).isEqualTo(404);
      root.post("/accounts/wang/office", "office", "");
      assertThat(wang.get("/duties/mine" + when).body()).contains("不属于哪个单位");
      assertThat(root.get("/accounts/wang").body()).contains("更改单位", "land");
    }
  }
}
