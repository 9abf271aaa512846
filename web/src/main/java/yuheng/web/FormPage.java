package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.plan.Form;
import yuheng.reports.Answer;
import yuheng.reports.Answer.Remark;
import yuheng.reports.CellRow;
import yuheng.reports.RegisterUnit;
import yuheng.reports.ReportKey;
import yuheng.reports.Submission;
import yuheng.reports.TypedRow;
import yuheng.reports.Version;
import yuheng.terms.Period;

/// The form that a clerk fills: what is typed is kept on each change and answered at once; only
/// what passes is handed in.
@Controller
@NeedsReports
class FormPage {
  private final Shown shown;
  private final Html html;
  private final Reporting reporting;

  FormPage(Shown shown, Html html, Reporting reporting) {
    this.shown = shown;
    this.html = html;
    this.reporting = reporting;
  }

  /// What the template gets.
  ///
  /// @param path where it is handed in
  /// @param key names what the browser keeps while the line is down
  /// @param now the heading of the column that is filled
  /// @param returned why the version before came back; empty if it did not
  /// @param late after its day
  /// @param token names this handing in
  /// @param versions where they are; empty without one
  record View(
      Frame frame,
      String path,
      String key,
      String form,
      String unit,
      String code,
      String period,
      String due,
      boolean late,
      String now,
      String before,
      int seen,
      String returned,
      String token,
      String versions,
      String source,
      List<Row> rows,
      Part answer) {}

  /// A line of the form.
  ///
  /// @param now what is typed, as typed
  /// @param earlier the figure of the report before, to be compared
  record Row(
      String item,
      String name,
      String unit,
      boolean required,
      boolean prior,
      boolean wrong,
      String now,
      String then,
      String earlier) {}

  /// What is answered to what was typed.
  ///
  /// @param started whether anything was typed at all
  /// @param kept when the draft was kept; empty if it was not
  record Part(
      Frame frame,
      String path,
      boolean started,
      List<Fault> faults,
      List<Doubt> doubts,
      long unexplained,
      String overtaken,
      String kept) {
    boolean fit() {
      return started && faults.isEmpty() && unexplained == 0 && overtaken.isEmpty();
    }
  }

  /// What is wrong.
  ///
  /// @param items the cells, by id, with spaces between
  record Fault(String items, String says) {}

  /// What asks for a reason.
  record Doubt(String check, String items, String says, String reason) {}

  private record Opened(
      Asked asked, Form form, ReportKey key, RegisterUnit unit, List<Version> versions) {
    Optional<Version> last() {
      return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
    }

    String path() {
      return "/reports/%s/%s".formatted(form.id(), key.period());
    }
  }

  private Opened open(String id, String written, WebRequest request) {
    Form form = reporting.form(id);
    Period period = reporting.period(form, written);
    long own = reporting.ownUnit();
    RegisterUnit unit =
        reporting
            .unit(own, period.lastDay())
            .filter(one -> one.register().equals(form.register()))
            .orElseThrow(NoSuchElementException::new);
    var key = new ReportKey(own, form.id(), period);
    return new Opened(
        Asked.plain(request, shown.asked()),
        form,
        key,
        unit,
        reporting.book().versions(reporting.access(), key));
  }

  @GetMapping("/reports/{form}/{period}")
  ResponseEntity<String> show(
      @PathVariable("form") String id, @PathVariable("period") String period, WebRequest request) {
    Opened opened = open(id, period, request);
    Map<String, String> draft = reporting.book().draft(reporting.access(), opened.key());
    Map<String, String> typed =
        draft.isEmpty()
            ? TypedCells.known(reporting, opened.form(), opened.key(), opened.last())
            : draft;
    boolean started = !draft.isEmpty();
    TypedRow read = TypedRow.read(opened.form(), typed, before(opened));
    Part part =
        part(opened, read, started, "", started ? opened.asked().t("上次所存", "as kept before") : "");
    return page(opened, typed, part, seen(opened), UUID.randomUUID().toString(), HttpStatus.OK);
  }

  private static int seen(Opened opened) {
    return opened.last().map(Version::number).orElse(0);
  }

  private Optional<CellRow> before(Opened opened) {
    return reporting.before(opened.form(), opened.key());
  }

  /// Keeps what was typed and answers to it; without scripts the whole page is answered.
  @PostMapping("/reports/{form}/{period}/check")
  ResponseEntity<String> check(
      @PathVariable("form") String id, @PathVariable("period") String period, WebRequest request) {
    Opened opened = open(id, period, request);
    Map<String, String> typed = TypedCells.of(opened.form(), request);
    TypedRow read = keep(opened, typed);
    Part part = part(opened, read, true, "", kept(opened));
    if ("true".equals(request.getHeader("HX-Request"))) {
      return html.page("formanswer", part);
    }
    return page(opened, typed, part, number(request), token(request), HttpStatus.OK);
  }

  private TypedRow keep(Opened opened, Map<String, String> typed) {
    reporting.book().keepDraft(reporting.access(), opened.key(), typed);
    return TypedRow.read(opened.form(), typed, before(opened));
  }

  private String kept(Opened opened) {
    return opened.asked().t("草稿已存 ", "Draft kept ") + Moment.of(reporting.now()).shown();
  }

  private static int number(WebRequest request) {
    String seen = Asked.said(request, "seen");
    return seen.matches("\\d{1,6}") ? Integer.parseInt(seen) : 0;
  }

  private static String token(WebRequest request) {
    String token = Asked.said(request, "token");
    return token.isEmpty() ? UUID.randomUUID().toString() : token;
  }

  /// Hands it in; what came of it is on the page of its versions, or here.
  @PostMapping("/reports/{form}/{period}")
  ResponseEntity<String> submit(
      @PathVariable("form") String id, @PathVariable("period") String period, WebRequest request) {
    Opened opened = open(id, period, request);
    Map<String, String> typed = TypedCells.of(opened.form(), request);
    TypedRow read = TypedRow.read(opened.form(), typed, before(opened));
    String token = token(request);
    if (!read.isFit()) {
      keep(opened, typed);
      return page(
          opened,
          typed,
          part(opened, read, true, "", kept(opened)),
          number(request),
          token,
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Answer answer =
        reporting
            .book()
            .submit(
                reporting.access(),
                new Submission(opened.key(), read.cells(), read.reasons(), number(request), token));
    return switch (answer) {
      case Answer.Receipt receipt ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .header(
                  "Location",
                  opened
                      .asked()
                      .href(versions(opened), Map.of("received", Long.toString(receipt.entry()))))
              .build();
      case Answer.NotYours(var why) -> throw new AccessDeniedException(why.en());
      case Answer.Refused(var faults) ->
          again(opened, typed, read, faults, List.of(), "", token, request);
      case Answer.Asked(var doubts) ->
          again(opened, typed, read, List.of(), doubts, "", token, request);
      case Answer.Overtaken(var since) ->
          again(
              opened,
              typed,
              read,
              List.of(),
              List.of(),
              opened
                  .asked()
                  .t(
                      "本单位已另报第 %d 版（%s，%s）。没有收下；重新打开本页再报。"
                          .formatted(since.number(), since.by(), Moment.of(since.heard()).shown()),
                      "Version %d was handed in meanwhile (%s, %s). Nothing was taken; open this page anew."
                          .formatted(since.number(), since.by(), Moment.of(since.heard()).shown())),
              token,
              request);
    };
  }

  private ResponseEntity<String> again(
      Opened opened,
      Map<String, String> typed,
      TypedRow read,
      List<Remark> faults,
      List<Remark> doubts,
      String overtaken,
      String token,
      WebRequest request) {
    reporting.book().keepDraft(reporting.access(), opened.key(), typed);
    var refused =
        new TypedRow(
            read.cells(), faults, doubts.isEmpty() ? read.doubts() : doubts, read.reasons());
    return page(
        opened,
        typed,
        part(opened, refused, true, overtaken, kept(opened)),
        number(request),
        token,
        overtaken.isEmpty() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.CONFLICT);
  }

  private static String versions(Opened opened) {
    return "/registers/%s/%d/%s/%s"
        .formatted(
            opened.form().register(),
            opened.key().unit(),
            opened.form().id(),
            opened.key().period());
  }

  private Part part(Opened opened, TypedRow read, boolean started, String overtaken, String kept) {
    Asked asked = opened.asked();
    return new Part(
        frame(opened),
        opened.path() + "/check",
        started,
        read.faults().stream()
            .map(one -> new Fault(String.join(" ", one.items()), asked.t(one.says())))
            .toList(),
        read.doubts().stream()
            .map(
                one ->
                    new Doubt(
                        one.check(),
                        String.join(" ", one.items()),
                        asked.t(one.says()),
                        read.reasons().getOrDefault(one.check(), "")))
            .toList(),
        read.unexplained().size(),
        overtaken,
        kept);
  }

  private Frame frame(Opened opened) {
    return Frame.of(shown, opened.asked(), opened.asked().t(opened.form().words()), opened.path());
  }

  private ResponseEntity<String> page(
      Opened opened,
      Map<String, String> typed,
      Part answer,
      int seen,
      String token,
      HttpStatus status) {
    Asked asked = opened.asked();
    Form form = opened.form();
    Period period = opened.key().period();
    Optional<CellRow> before = before(opened);
    Set<String> wrong =
        answer.started()
            ? answer.faults().stream()
                .flatMap(fault -> List.of(fault.items().split(" ")).stream())
                .collect(Collectors.toSet())
            : Set.of();
    var rows = new ArrayList<Row>();
    for (int i = 0; i < form.items().size(); i++) {
      int at = i;
      Form.Item item = form.items().get(i);
      rows.add(
          new Row(
              item.id(),
              asked.t(item.words()),
              asked.t(item.unit().symbol(), item.unit().english()),
              item.required(),
              item.prior(),
              wrong.contains(item.id()),
              typed.getOrDefault(TypedRow.NOW + item.id(), ""),
              typed.getOrDefault(TypedRow.PRIOR + item.id(), ""),
              before.map(row -> Cells.number(row.now(at))).orElse("")));
    }
    Optional<Version> last = opened.last();
    return html.page(
        "reportform",
        new View(
            frame(opened),
            opened.path(),
            reporting.access().account() + " " + opened.path(),
            asked.t(form.words()),
            Reporting.name(opened.unit()),
            Reporting.code(opened.unit()),
            asked.t(form.about(period).words()),
            form.due(period).toString(),
            reporting.today().isAfter(form.due(period)),
            form.yearToDate() ? asked.t("本年累计", "January to date") : asked.t("本期", "This period"),
            asked.t("上期", "Report before"),
            seen,
            last.filter(one -> one.state() == Version.State.RETURNED)
                .flatMap(Version::decision)
                .map(Version.Decision::reason)
                .orElse(""),
            token,
            last.isEmpty() ? "" : asked.href(versions(opened)),
            form.source(),
            rows,
            answer),
        status);
  }
}
