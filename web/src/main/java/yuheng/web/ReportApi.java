package yuheng.web;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.context.request.WebRequest;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import yuheng.plan.Form;
import yuheng.plan.Register;
import yuheng.reports.Answer;
import yuheng.reports.CellRow;
import yuheng.reports.Decided;
import yuheng.reports.RegisterUnit;
import yuheng.reports.ReportKey;
import yuheng.reports.Submission;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// What programs of units and offices ask, by JSON; [OpenApi] describes it. What goes wrong is told
/// as `application/problem+json`, in both languages.
@Controller
@NeedsReports
class ReportApi {
  private static final String KEY = "Idempotency-Key";
  private static final int ROWS = 500;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Reporting reporting;

  ReportApi(Reporting reporting) {
    this.reporting = reporting;
  }

  /// What a program sent cannot be read.
  static final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Words words;

    BadRequest(String zh, String en) {
      super(en);
      this.words = new Words(zh, en);
    }
  }

  @ExceptionHandler
  ResponseEntity<String> bad(BadRequest bad) {
    return problem(HttpStatus.BAD_REQUEST, bad.words, JSON.createObjectNode());
  }

  @ExceptionHandler
  ResponseEntity<String> notThere(NoSuchElementException missing) {
    return problem(
        HttpStatus.NOT_FOUND,
        new Words("没有这一项，或不在您的范围内。", "There is no such thing, or it is outside your scope."),
        JSON.createObjectNode());
  }

  private static ResponseEntity<String> problem(HttpStatus status, Words detail, ObjectNode more) {
    ObjectNode problem = JSON.createObjectNode();
    problem.put("type", "about:blank");
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", detail.zh() + " " + detail.en());
    problem.setAll(more);
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem.toString());
  }

  private static ResponseEntity<String> json(HttpStatus status, JsonNode body) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(body.toString());
  }

  /// The forms, with their items and checks.
  @GetMapping("/api/v1/forms")
  ResponseEntity<String> forms() {
    ArrayNode forms = JSON.createArrayNode();
    for (Form form : reporting.forms()) {
      ObjectNode one = forms.addObject();
      one.put("id", form.id());
      one.set("name", ReportJson.words(form.words()));
      one.put("register", form.register());
      one.put("rhythm", form.rhythm().name().toLowerCase(java.util.Locale.ROOT));
      one.put("yearToDate", form.yearToDate());
      one.put("dueDays", form.dueDays());
      ArrayNode items = one.putArray("items");
      for (Form.Item item : form.items()) {
        ObjectNode said = items.addObject();
        said.put("id", item.id());
        said.set("name", ReportJson.words(item.words()));
        said.put("unit", item.unit().symbol());
        said.put("required", item.required())
            .put("signed", item.signed())
            .put("prior", item.prior());
      }
      ArrayNode checks = one.putArray("checks");
      for (Form.Check check : form.checks()) {
        ObjectNode said = checks.addObject();
        said.put("id", check.id()).put("hard", check.hard());
        said.put("test", check.test().written());
        said.set("says", ReportJson.words(check.says()));
      }
    }
    return json(HttpStatus.OK, forms);
  }

  /// Hands in a report of the unit that the token speaks for.
  @PostMapping("/api/v1/reports/{form}/{period}")
  ResponseEntity<String> submit(
      @PathVariable("form") String id,
      @PathVariable("period") String written,
      @RequestBody(required = false) @Nullable String body,
      WebRequest request) {
    Form form = reporting.form(id);
    Period period = reporting.period(form, written);
    @Nullable String idempotency = request.getHeader(KEY);
    if (idempotency == null || idempotency.isBlank()) {
      throw new BadRequest(
          "缺请求头 " + KEY + "：每次新的上报换一个，重发同一份就用原来的。",
          "The header "
              + KEY
              + " is missing: a new one for each report, the same one to send it again.");
    }
    JsonNode said = read(body);
    JsonNode seen = said.path("seen");
    var submission =
        new Submission(
            new ReportKey(reporting.ownUnit(), form.id(), period),
            cells(form, said),
            reasons(said.path("reasons")),
            seen.canConvertToInt() ? seen.intValue() : 0,
            idempotency);
    return switch (reporting.book().submit(reporting.access(), submission)) {
      case Answer.Receipt receipt -> json(HttpStatus.CREATED, ReportJson.receipt(receipt));
      case Answer.Refused(var faults) ->
          problem(
              HttpStatus.UNPROCESSABLE_CONTENT,
              new Words("没有收下：请改正所列各处。", "Not taken: mend what is listed."),
              ReportJson.remarks("faults", faults));
      case Answer.Asked(var doubts) ->
          problem(
              HttpStatus.UNPROCESSABLE_CONTENT,
              new Words(
                  "没有收下：请在 reasons 里逐项说明，再报一次。",
                  "Not taken: give a reason for each under reasons, and send it again."),
              ReportJson.remarks("doubts", doubts));
      case Answer.Overtaken(var since) -> {
        ObjectNode more = JSON.createObjectNode();
        more.set("latest", ReportJson.version(since, form));
        yield problem(
            HttpStatus.CONFLICT,
            new Words(
                "没有收下：已有更新的版本；seen 写它的版本号再报。",
                "Not taken: there is a later version; say its number as seen, and send it again."),
            more);
      }
      case Answer.NotYours(var why) -> problem(HttpStatus.FORBIDDEN, why, JSON.createObjectNode());
    };
  }

  private static JsonNode read(@Nullable String body) {
    try {
      JsonNode read = JSON.readTree(body == null ? "" : body);
      if (read != null && read.isObject()) {
        return read;
      }
    } catch (JacksonException broken) {
      throw new BadRequest("正文不是 JSON。", "The body is no JSON.");
    }
    throw new BadRequest("正文须为 JSON 对象。", "The body must be a JSON object.");
  }

  private static CellRow cells(Form form, JsonNode said) {
    CellRow.Draft draft = CellRow.of(form);
    for (String part : List.of("cells", "prior")) {
      JsonNode cells = said.path(part);
      for (Map.Entry<String, JsonNode> one : cells.properties()) {
        int place = place(form, one.getKey());
        if (one.getValue().isNull()) {
          continue;
        }
        if (!one.getValue().isIntegralNumber() || !one.getValue().canConvertToLong()) {
          throw new BadRequest(
              part + "." + one.getKey() + " 须为整数。",
              part + "." + one.getKey() + " must be a whole number.");
        }
        long value = one.getValue().longValue();
        if (part.equals("cells")) {
          draft.now(place, value);
        } else {
          draft.prior(place, value);
        }
      }
    }
    return draft.row();
  }

  private static int place(Form form, String item) {
    for (int i = 0; i < form.items().size(); i++) {
      if (form.items().get(i).id().equals(item)) {
        return i;
      }
    }
    throw new BadRequest(
        "报表 %s 没有指标 %s。".formatted(form.id(), item),
        "The form %s has no item %s.".formatted(form.id(), item));
  }

  private static Map<String, String> reasons(JsonNode said) {
    var reasons = new TreeMap<String, String>();
    for (Map.Entry<String, JsonNode> one : said.properties()) {
      reasons.put(one.getKey(), one.getValue().asString());
    }
    return reasons;
  }

  /// Every version of a report.
  @GetMapping("/api/v1/reports/{form}/{period}/{unit}")
  ResponseEntity<String> versions(
      @PathVariable("form") String id,
      @PathVariable("period") String written,
      @PathVariable("unit") String unit) {
    Form form = reporting.form(id);
    Period period = reporting.period(form, written);
    long number =
        reporting
            .unit(number(unit), period.lastDay())
            .map(RegisterUnit::number)
            .orElseThrow(NoSuchElementException::new);
    ArrayNode versions = JSON.createArrayNode();
    reporting
        .book()
        .versions(reporting.access(), new ReportKey(number, form.id(), period))
        .forEach(one -> versions.add(ReportJson.version(one, form)));
    return json(HttpStatus.OK, versions);
  }

  private static long number(String text) {
    return UnitPage.number(text).orElseThrow(NoSuchElementException::new);
  }

  /// Units that owe a report.
  @GetMapping("/api/v1/missing/{form}/{period}")
  ResponseEntity<String> missing(
      @PathVariable("form") String id, @PathVariable("period") String written) {
    Form form = reporting.form(id);
    Period period = reporting.period(form, written);
    ObjectNode body = JSON.createObjectNode();
    body.put("due", form.due(period).toString());
    ArrayNode units = body.putArray("units");
    reporting
        .book()
        .missing(reporting.access(), form.id(), period, reporting.now())
        .forEach(unit -> units.add(unit(unit)));
    return json(HttpStatus.OK, body);
  }

  /// Units of a register, a page of them at a time.
  @GetMapping("/api/v1/registers/{register}")
  ResponseEntity<String> units(@PathVariable("register") String id, WebRequest request) {
    Register register = reporting.register(id);
    List<RegisterUnit> found =
        RegistersPage.find(
            reporting
                .book()
                .units(reporting.access(), register.id(), reporting.today(), reporting.now()),
            Asked.said(request, "q"));
    String page = Asked.said(request, "page");
    int from =
        Math.min(
            found.size(),
            ROWS * (page.matches("\\d{1,6}") ? Math.max(0, Integer.parseInt(page) - 1) : 0));
    ObjectNode body = JSON.createObjectNode();
    body.put("found", found.size());
    ArrayNode units = body.putArray("units");
    found.subList(from, Math.min(found.size(), from + ROWS)).forEach(unit -> units.add(unit(unit)));
    return json(HttpStatus.OK, body);
  }

  /// One unit.
  @GetMapping("/api/v1/registers/{register}/{unit}")
  ResponseEntity<String> one(
      @PathVariable("register") String id, @PathVariable("unit") String written) {
    Register register = reporting.register(id);
    RegisterUnit unit =
        reporting
            .unit(number(written), reporting.today())
            .filter(one -> one.register().equals(register.id()))
            .orElseThrow(NoSuchElementException::new);
    return json(HttpStatus.OK, unit(unit));
  }

  /// Its contact is for the unit itself.
  private ObjectNode unit(RegisterUnit unit) {
    ObjectNode one = JSON.createObjectNode();
    one.put("unit", unit.number());
    unit.codes().forEach(one.putArray("codes")::add);
    one.put("from", unit.from().toString());
    unit.until().ifPresent(day -> one.put("until", day.toString()));
    ObjectNode attributes = one.putObject("attributes");
    boolean own = reporting.access().speaksFor(unit.number());
    for (Register.Attribute attribute : reporting.register(unit.register()).attributes()) {
      if (own || !(attribute.type() instanceof Register.Type.Contact)) {
        unit.find(attribute.id()).ifPresent(value -> attributes.put(attribute.id(), value));
      }
    }
    return one;
  }

  /// Accepts a version; a reason is a remark.
  @PostMapping("/api/v1/versions/{version}/accept")
  ResponseEntity<String> accept(
      @PathVariable("version") String version,
      @RequestBody(required = false) @Nullable String body) {
    long entry = number(version);
    String remark = body == null || body.isBlank() ? "" : read(body).path("reason").asString("");
    return decided(reporting.book().accept(reporting.access(), entry, remark));
  }

  /// Returns a version with the reason.
  @PostMapping("/api/v1/versions/{version}/return")
  ResponseEntity<String> giveBack(
      @PathVariable("version") String version,
      @RequestBody(required = false) @Nullable String body) {
    long entry = number(version);
    String reason = read(body).path("reason").asString("");
    return decided(reporting.book().giveBack(reporting.access(), entry, reason));
  }

  private ResponseEntity<String> decided(Decided decided) {
    return switch (decided) {
      case Decided.Refused(var why) -> problem(HttpStatus.CONFLICT, why, JSON.createObjectNode());
      case Decided.Kept(var version) ->
          json(HttpStatus.OK, ReportJson.version(version, reporting.form(version.key().form())));
    };
  }
}
