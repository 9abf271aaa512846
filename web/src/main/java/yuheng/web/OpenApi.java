package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import yuheng.facts.Role;
import yuheng.plan.Form;

/// The description of what programs ask (OpenAPI 3.1), made of the rules of routes and the forms of
/// the plan, so that it is what the server does.
@Controller
@NeedsReports
class OpenApi {
  private static final String UNDER = "/api/v1/";
  private static final Pattern PART = Pattern.compile("\\{(\\w+)}");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// What each route does, and the statuses that it answers with.
  private static final Map<String, What> SAID =
      Map.of(
          "GET /api/v1/openapi.json",
          new What("这份说明 This description", 200),
          "GET /api/v1/forms",
          new What("报表、指标和审核关系 Forms with their items and checks", 200),
          "POST /api/v1/reports/{form}/{period}",
          new What("上报一份报表 Hands in a report of the token's own unit", 201, 400, 404, 409, 422),
          "GET /api/v1/reports/{form}/{period}/{unit}",
          new What("一份报表的各版本 Every version of a report", 200, 404),
          "GET /api/v1/missing/{form}/{period}",
          new What("未报名单 Units that owe a report", 200, 404),
          "GET /api/v1/registers/{register}",
          new What(
              "名录（q 查找，page 翻页，每页500家） Units of a register (q finds, page turns, 500 each)",
              200,
              404),
          "GET /api/v1/registers/{register}/{unit}",
          new What("名录单位 A unit", 200, 404),
          "POST /api/v1/versions/{version}/accept",
          new What("接受一个版本 Accepts a version", 200, 404, 409),
          "POST /api/v1/versions/{version}/return",
          new What("退回一个版本，须写 reason Returns a version; says its reason", 200, 400, 404, 409));

  private final Shown shown;

  OpenApi(Shown shown) {
    this.shown = shown;
  }

  private record What(String summary, int good, List<Integer> bad) {
    What(String summary, int good, Integer... bad) {
      this(summary, good, List.of(bad));
    }
  }

  @GetMapping("/api/v1/openapi.json")
  ResponseEntity<String> show() {
    ObjectNode api = JSON.createObjectNode();
    api.put("openapi", "3.1.0");
    api.putObject("info")
        .put("title", shown.plan().title().zh() + " · 企业上报")
        .put("version", "1")
        .put(
            "description",
            "Tokens are made on the page of one's account; at most %d requests at once, then %d a second."
                .formatted(Bearer.AT_ONCE, Bearer.PER_SECOND));
    ObjectNode paths = api.putObject("paths");
    for (RouteRules.Rule rule : RouteRules.ALL) {
      String path = rule.pattern().getPatternString();
      if (path.startsWith(UNDER)) {
        ObjectNode at = paths.withObjectProperty(path);
        describe(rule, path, at.putObject(rule.method().toLowerCase(Locale.ROOT)));
      }
    }
    ObjectNode components = api.putObject("components");
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer");
    ObjectNode schemas = components.putObject("schemas");
    ObjectNode problem = schemas.putObject("problem");
    problem.put("type", "object");
    ObjectNode told = problem.putObject("properties");
    for (String name : List.of("type", "title", "detail")) {
      told.putObject(name).put("type", "string");
    }
    told.putObject("status").put("type", "integer");
    shown.plan().forms().values().forEach(form -> schemas.set("report-" + form.id(), schema(form)));
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(api.toString());
  }

  private void describe(RouteRules.Rule rule, String path, ObjectNode operation) {
    What what = SAID.get(rule.route());
    if (what == null) {
      throw new IllegalStateException("nobody says what %s does".formatted(rule.route()));
    }
    operation.put("summary", what.summary());
    var roles = new ArrayList<String>();
    rule.roles().ifPresent(all -> all.stream().map(Role::code).sorted().forEach(roles::add));
    if (!roles.isEmpty()) {
      operation.put("description", "Roles: " + String.join(", ", roles));
      operation.putArray("security").addObject().putArray("token");
    }
    var parameters = operation.putArray("parameters");
    for (Matcher part = PART.matcher(path); part.find(); ) {
      ObjectNode parameter = parameters.addObject();
      parameter.put("name", part.group(1)).put("in", "path").put("required", true);
      ObjectNode schema = parameter.putObject("schema").put("type", "string");
      if (part.group(1).equals("form")) {
        shown.plan().forms().keySet().forEach(schema.putArray("enum")::add);
      }
    }
    boolean reports = path.equals(UNDER + "reports/{form}/{period}");
    if (reports) {
      ObjectNode key = parameters.addObject();
      key.put("name", "Idempotency-Key").put("in", "header").put("required", true);
      key.putObject("schema").put("type", "string").put("maxLength", 200);
    }
    if (path.equals(UNDER + "registers/{register}")) {
      for (String name : List.of("q", "page")) {
        ObjectNode query = parameters.addObject();
        query.put("name", name).put("in", "query");
        query.putObject("schema").put("type", "string");
      }
    }
    if (!rule.reads()) {
      ObjectNode schema =
          operation
              .putObject("requestBody")
              .putObject("content")
              .putObject("application/json")
              .putObject("schema");
      if (reports) {
        var forms = schema.putArray("oneOf");
        shown
            .plan()
            .forms()
            .keySet()
            .forEach(form -> forms.addObject().put("$ref", "#/components/schemas/report-" + form));
      } else {
        schema.put("type", "object");
        schema.putObject("properties").putObject("reason").put("type", "string");
      }
    }
    ObjectNode responses = operation.putObject("responses");
    responses.putObject("" + what.good()).put("description", "OK");
    var bad = new ArrayList<>(what.bad());
    if (!roles.isEmpty()) {
      bad.addAll(List.of(401, 403, 429));
    }
    for (int status : bad.stream().sorted().toList()) {
      ObjectNode problem = responses.putObject("" + status);
      problem.put("description", "Problem");
      problem
          .putObject("content")
          .putObject(MediaType.APPLICATION_PROBLEM_JSON_VALUE)
          .putObject("schema")
          .put("$ref", "#/components/schemas/problem");
    }
  }

  private static ObjectNode schema(Form form) {
    ObjectNode schema = JSON.createObjectNode();
    schema.put("type", "object");
    schema.put("title", form.words().zh() + " " + form.words().en());
    ObjectNode properties = schema.putObject("properties");
    properties
        .putObject("seen")
        .put("type", "integer")
        .put("description", "number of the version that it replaces; 0 for the first");
    ObjectNode cells = properties.putObject("cells").put("type", "object");
    ObjectNode now = cells.putObject("properties");
    var required = cells.putArray("required");
    ObjectNode prior = properties.putObject("prior").put("type", "object");
    ObjectNode then = prior.putObject("properties");
    for (Form.Item item : form.items()) {
      ObjectNode cell = now.putObject(item.id()).put("type", "integer");
      cell.put("description", item.words().zh() + "，" + item.unit().symbol());
      if (!item.signed()) {
        cell.put("minimum", 0);
      }
      if (item.required()) {
        required.add(item.id());
      }
      if (item.prior()) {
        then.putObject(item.id()).put("type", "integer");
      }
    }
    properties
        .putObject("reasons")
        .put("type", "object")
        .putObject("additionalProperties")
        .put("type", "string")
        .put("maxLength", 500);
    return schema;
  }
}
