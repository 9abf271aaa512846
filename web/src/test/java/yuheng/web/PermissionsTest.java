package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import yuheng.facts.Account;
import yuheng.facts.ApiTokens;
import yuheng.facts.Role;
import yuheng.testing.Golden;

/// Every route that the application has, asked for by everybody.
@SuppressWarnings("NullAway.Init") // JUnit starts the server
class PermissionsTest {
  @TempDir private static Path folder;
  private static House house;
  private static final Map<Role, Visit> VISITS = new LinkedHashMap<>();
  private static Visit nobody;

  /// Tokens of each role, for reading and for all it may.
  private static final Map<String, Account> TOKENS = new LinkedHashMap<>();

  private static final Set<String> READ_ONLY = new HashSet<>();

  @BeforeAll
  static void start() {
    house = House.open(folder);
    for (Role role : Role.values()) {
      house.with(role);
      VISITS.put(role, house.visit(role.code()));
      Account account = house.accounts().find(role.code()).orElseThrow();
      for (boolean says : role.says() ? new boolean[] {true, false} : new boolean[] {false}) {
        String written =
            house
                .served()
                .part(ApiTokens.class)
                .make(account, "test", Duration.ofDays(1), says, account.scope())
                .written();
        TOKENS.put(written, account);
        if (!says) {
          READ_ONLY.add(written);
        }
      }
    }
    nobody = house.visit();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  static List<String> routes() {
    return Stream.concat(
            house.served().part(RouteRules.class).routes().stream(),
            Stream.of("POST /sign-out", "GET /yuheng.css"))
        .distinct()
        .toList();
  }

  private static RouteRules.Rule rule(String route) {
    String known =
        route.equals("GET /yuheng.css") ? "GET /{file:[a-z0-9-]+\\.(?:css|js|svg|png|ico)}" : route;
    return RouteRules.ALL.stream()
        .filter(one -> one.route().equals(known))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyRouteHasExactlyOneRuleAndEveryRuleARoute() {
    List<String> routes = house.served().part(RouteRules.class).routes();
    assertThat(RouteRules.faults(routes, RouteRules.ALL)).isEmpty();
    assertThat(RouteRules.ALL.stream().map(RouteRules.Rule::route))
        .doesNotHaveDuplicates()
        .allMatch(route -> routes.contains(route) || RouteRules.WITHOUT_ROUTE.contains(route));
  }

  @Test
  void aRouteWithoutARuleKeepsTheServerFromStarting() {
    assertThat(RouteRules.faults(List.of("POST /figures"), RouteRules.ALL))
        .singleElement()
        .asString()
        .contains("POST /figures", "0 rules");
    var twice = new ArrayList<>(RouteRules.ALL);
    twice.add(rule("GET /targets"));
    assertThat(RouteRules.faults(List.of("GET /targets"), twice)).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("routes")
  void aRouteIsOpenToThoseItsRuleNamesAndToNobodyElse(String route) {
    Optional<Set<Role>> roles = rule(route).roles();
    String answers =
        Stream.of(Role.values())
            .map(role -> role.code() + " " + outcome(ask(role, route)))
            .collect(Collectors.joining(", "));
    String expected =
        Stream.of(Role.values())
            .map(
                role ->
                    role.code()
                        + (roles.isEmpty() || roles.get().contains(role)
                            ? " goes on"
                            : " is refused"))
            .collect(Collectors.joining(", "));
    assertThat(answers).as(route).isEqualTo(expected);
    assertThat(outcome(ask(nobody, route)))
        .as(route + " by nobody")
        .isEqualTo(roles.isEmpty() ? "goes on" : "signs in first");
  }

  /// The sets themselves, said a second time by a person: a change of them is a change of this.
  @Test
  void aRoleMayWhatItsNameSays() {
    assertThat(mayPost(Role.AUDITOR)).isEqualTo(mayPost(Role.READER));
    assertThat(mayPost(Role.READER)).allMatch(path -> path.startsWith("/account/"));
    assertThat(mayPost(Role.ADMINISTRATOR))
        .allMatch(path -> path.startsWith("/account") || path.startsWith("/activations"));
    assertThat(mayPost(Role.CLERK))
        .isEqualTo(mayPost(Role.OWNER))
        .allMatch(path -> path.matches("/account/.*|(/api/v1)?/reports/.*"));
    assertThat(mayGet(Role.CLERK))
        .contains("/account", "/reports", "/registers/{register}")
        .doesNotContain("/queue", "/missing", "/duties/mine")
        .isEqualTo(mayGet(Role.OWNER));
    assertThat(mayPost(Role.PARK)).isEqualTo(mayPost(Role.READER));
    assertThat(mayPost(Role.DISTRICT))
        .contains("/queue/{version}/accept", "/api/v1/versions/{version}/return")
        .isEqualTo(mayPost(Role.LINE_OFFICE));
    assertThat(mayGet(Role.READER))
        .noneMatch(path -> path.matches(".*/(queue|missing|registers).*"));
    assertThat(mayGet(Role.AUDITOR))
        .contains("/log", "/accounts", "/activations", "/drafts/{id}", "/duties/mine");
    assertThat(mayGet(Role.ADMINISTRATOR)).doesNotContain("/log", "/drafts");
    assertThat(mayPost(Role.SUPERVISOR))
        .contains("/duties/{id}/close")
        .noneMatch(PermissionsTest::isOfFigures);
    assertThat(mayPost(Role.ANALYST))
        .doesNotContain("/duties/{id}/close")
        .anyMatch(PermissionsTest::isOfFigures);
  }

  private static boolean isOfFigures(String path) {
    return path.startsWith("/figures");
  }

  private static List<String> mayGet(Role role) {
    return may(role, "GET");
  }

  private static List<String> mayPost(Role role) {
    return may(role, "POST");
  }

  private static List<String> may(Role role, String method) {
    return RouteRules.ALL.stream()
        .filter(rule -> rule.method().equals(method))
        .filter(rule -> rule.roles().filter(roles -> roles.contains(role)).isPresent())
        .map(rule -> rule.pattern().getPatternString())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("routes")
  void aTokenMayWhatItsAccountMayButNothingOfAccounts(String route) {
    if (route.startsWith("ANY") || route.endsWith("sign-out") || route.endsWith("sign-in")) {
      return;
    }
    boolean reads = route.startsWith("GET");
    for (Map.Entry<String, Account> one : TOKENS.entrySet()) {
      Account account = one.getValue();
      int code =
          nobody
              .send(
                  reads ? "GET" : "POST",
                  path(route),
                  reads ? "" : "a=b",
                  "Authorization",
                  "Bearer " + one.getKey(),
                  "Content-Type",
                  "application/x-www-form-urlencoded")
              .statusCode();
      boolean roleMay =
          rule(route).roles().map(roles -> roles.contains(account.role())).orElse(true);
      boolean may =
          roleMay
              && !route.matches("\\w+ /(accounts?|activate|activations)(/.*)?")
              && (reads || (account.role().says() && !READ_ONLY.contains(one.getKey())));
      assertThat(code == 403).as(route + " by a token of " + account.role()).isEqualTo(!may);
    }
  }

  @ParameterizedTest
  @MethodSource("routes")
  void whatChangesSomethingIsRefusedWithoutTheTokenOfOurForm(String route) {
    if (route.startsWith("GET") || route.startsWith("ANY")) {
      return;
    }
    long before = house.journal().last();
    for (Visit visit : Stream.concat(VISITS.values().stream(), Stream.of(nobody)).toList()) {
      assertThat(visit.postWithoutToken(path(route)).statusCode()).as(route).isEqualTo(403);
      assertThat(visit.postWithoutToken(path(route), "_csrf", "made-up").statusCode())
          .as(route)
          .isEqualTo(403);
    }
    assertThat(house.journal().last()).isEqualTo(before);
  }

  private static Visit of(Role role) {
    return Objects.requireNonNull(VISITS.get(role));
  }

  private static HttpResponse<String> ask(Role role, String route) {
    if (route.equals("POST /sign-out")) {
      return ask(house.visit(role.code()), route); // the others stay signed in
    }
    return ask(of(role), route);
  }

  private static HttpResponse<String> ask(Visit visit, String route) {
    return route.startsWith("POST") ? visit.post(path(route)) : visit.get(path(route));
  }

  private static String path(String route) {
    return route
        .split(" ", 2)[1]
        .replaceAll("\\{form:[^}]*}", "csv")
        .replaceAll("\\{[^}]*}", "not-there");
  }

  private static String outcome(HttpResponse<String> answer) {
    if (answer.statusCode() == 403) {
      return "is refused";
    }
    return answer.statusCode() == 401 || Visit.location(answer).startsWith("/sign-in")
        ? "signs in first"
        : "goes on";
  }

  @Test
  void headIsHeldToTheRuleOfGet() {
    assertThat(nobody.send("HEAD", "/log", "").statusCode()).isEqualTo(303);
    assertThat(of(Role.REVIEWER).send("HEAD", "/log", "").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/log/",
        "//log",
        "/log;x=1",
        "/./log",
        "/%6cog",
        "/LOG",
        "/log%2F",
        "/x/../log",
        "/log.html"
      })
  void noOtherSpellingOfAnAddressGetsPastItsRule(String path) {
    assertThat(nobody.get(path).body()).doesNotContain("只增不改");
    assertThat(nobody.get(path).statusCode()).isIn(303, 400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "DELETE", "PATCH", "TRACE"})
  void whatHasNoRuleIsNotThere(String method) {
    assertThat(of(Role.ADMINISTRATOR).send(method, "/accounts", "").statusCode())
        .isIn(403, 404, 405);
  }

  @Test
  void aServerWithoutAJournalHasNoDoor() {
    try (Served readOnly = Served.of(Golden.home().resolve("examples/small"))) {
      assertThat(readOnly.get("/").body()).doesNotContain("登录");
      for (String path : List.of("/sign-in", "/account", "/accounts", "/log")) {
        assertThat(readOnly.get(path).statusCode()).as(path).isEqualTo(404);
      }
      assertThat(new Visit(readOnly).postWithoutToken("/sign-in").statusCode()).isEqualTo(403);
    }
  }
}
