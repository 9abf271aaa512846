package yuheng.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import yuheng.facts.Account;
import yuheng.facts.ApiTokens;

/// Programs report, read and accept with tokens.
@SuppressWarnings("NullAway.Init") // JUnit starts the server
class ReportApiTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String REPORT = "/api/v1/reports/output/2026-10";
  private static final String SOUND =
      "{\"seen\":0,\"cells\":{\"gross-output\":1000,\"gross-output-constant\":990,"
          + "\"sales-output\":950},\"prior\":{\"gross-output\":900}}";

  @TempDir private Path folder;
  private Firms firms;
  private String clerk;
  private String line;

  @BeforeEach
  void start() {
    firms = Firms.open(folder, 3);
    clerk = token("clerk");
    line = token("line");
  }

  @AfterEach
  void stop() {
    firms.close();
  }

  private String token(String name) {
    Account account = firms.house().accounts().find(name).orElseThrow();
    return firms
        .house()
        .served()
        .part(ApiTokens.class)
        .make(account, "erp", Duration.ofDays(1), account.role().says(), account.scope())
        .written();
  }

  private HttpResponse<String> post(String token, String path, String body, String key) {
    return firms
        .house()
        .visit()
        .send(
            "POST",
            path,
            body,
            "Authorization",
            "Bearer " + token,
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            key);
  }

  private JsonNode get(String token, String path) {
    var answer = firms.house().served().get(path, "Authorization", "Bearer " + token);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static void isProblem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(JSON.readTree(answer.body()).path("status").intValue()).isEqualTo(status);
  }

  @Test
  void aReportIsHandedInOnceHoweverOftenItIsSent() {
    var first = post(clerk, REPORT, SOUND, "k-1");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(post(clerk, REPORT, SOUND, "k-1").body()).isEqualTo(first.body());
    assertThat(get(clerk, REPORT + "/1")).hasSize(1);
    isProblem(post(clerk, REPORT, SOUND, "k-2"), 409);
    isProblem(post(clerk, REPORT, SOUND, " "), 400);
    isProblem(post(clerk, REPORT, "{", "k-3"), 400);
    isProblem(post(clerk, REPORT, "{\"cells\":{\"nothing\":1}}", "k-3"), 400);
    isProblem(post(clerk, REPORT, "{\"cells\":{\"gross-output\":1.5}}", "k-3"), 400);
    isProblem(post(clerk, "/api/v1/reports/nothing/2026-10", SOUND, "k-3"), 404);
    isProblem(post(line, REPORT, SOUND, "k-3"), 403);
  }

  @Test
  void whatIsWrongIsNamedByCheckAndCellAndDoubtsAskForReasons() {
    var refused =
        post(
            clerk,
            REPORT,
            "{\"cells\":{\"gross-output\":1,\"gross-output-constant\":1,\"sales-output\":1,"
                + "\"new-product-output\":2}}",
            "k");
    isProblem(refused, 422);
    assertThat(JSON.readTree(refused.body()).path("faults").get(0).path("check").asString())
        .isEqualTo("new-products-within-output");
    String doubted =
        "{\"cells\":{\"gross-output\":10,\"gross-output-constant\":0,\"sales-output\":10}%s}";
    var asked = post(clerk, REPORT, doubted.formatted(""), "k");
    isProblem(asked, 422);
    assertThat(JSON.readTree(asked.body()).path("doubts").get(0).path("check").asString())
        .isEqualTo("constant-prices-too");
    String why = ",\"reasons\":{\"constant-prices-too\":\"新投产\"}";
    assertThat(post(clerk, REPORT, doubted.formatted(why), "k").statusCode()).isEqualTo(201);
  }

  @Test
  void anOfficeReadsReturnsAndAccepts() {
    post(clerk, REPORT, SOUND, "k-1");
    assertThat(get(line, "/api/v1/missing/output/2026-10").path("units")).hasSize(2);
    long entry = get(line, REPORT + "/1").get(0).path("entry").longValue();
    isProblem(post(line, "/api/v1/versions/" + entry + "/return", "{}", "k"), 409);
    isProblem(post(clerk, "/api/v1/versions/" + entry + "/accept", "", "k"), 403);
    var returned = post(line, "/api/v1/versions/" + entry + "/return", "{\"reason\":\"核对\"}", "k");
    assertThat(returned.statusCode()).isEqualTo(200);
    JsonNode version = get(clerk, REPORT + "/1").get(0);
    assertThat(version.path("state").asString()).isEqualTo("returned");
    assertThat(version.path("decision").path("reason").asString()).isEqualTo("核对");
    JsonNode units = get(line, "/api/v1/registers/enterprise?q=" + Firms.code(2));
    assertThat(units.path("found").intValue()).isEqualTo(1);
    assertThat(units.toString()).doesNotContain("stat@firm");
    assertThat(get(clerk, "/api/v1/registers/enterprise/1").toString()).contains("stat@firm1");
    isProblem(firms.house().served().get(REPORT + "/2", "Authorization", "Bearer " + clerk), 404);
    isProblem(firms.house().served().get("/api/v1/forms"), 401);
  }

  @Test
  void theDescriptionHasEveryRouteAndEveryCell() {
    JsonNode api = JSON.readTree(firms.house().served().get("/api/v1/openapi.json").body());
    var described = new TreeSet<String>();
    api.path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        one ->
                            described.add(
                                one.getKey().toUpperCase(java.util.Locale.ROOT)
                                    + " "
                                    + path.getKey())));
    var routes = new TreeSet<String>();
    firms.house().served().part(RouteRules.class).routes().stream()
        .filter(route -> route.contains(" /api/"))
        .forEach(routes::add);
    assertThat(described).isEqualTo(routes).hasSize(9);
    JsonNode finance = api.path("components").path("schemas").path("report-finance");
    assertThat(finance.path("properties").path("cells").path("properties").properties())
        .hasSize(20);
  }
}
