package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Listing;
import yuheng.plan.Form;
import yuheng.plan.Register;
import yuheng.reports.RegisterUnit;
import yuheng.terms.Period;

/// Who owes a report (未报名单), to be reminded by those who look after them.
@Controller
@NeedsReports
class MissingPage {
  private static final int COLUMNS = 3;

  private final Shown shown;
  private final Html html;
  private final Reporting reporting;

  MissingPage(Shown shown, Html html, Reporting reporting) {
    this.shown = shown;
    this.html = html;
    this.reporting = reporting;
  }

  /// What the template gets.
  ///
  /// @param late after the day on which it was due
  record View(
      Frame frame,
      ReportChoice choice,
      int owing,
      String due,
      boolean late,
      List<String> heads,
      Leaf<Line> leaf,
      Exports.Links links) {}

  /// A unit.
  record Line(String href, String name, String code, List<String> more) {}

  /// To the list of a form and period.
  @GetMapping("/missing")
  ResponseEntity<String> choose(WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    ReportChoice choice =
        ReportChoice.of(
            reporting, asked, Asked.said(request, "form"), Asked.said(request, "period"));
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header(
            "Location", asked.href("/missing/%s/%s".formatted(choice.asked().id(), choice.about())))
        .build();
  }

  @GetMapping("/missing/{of}/{period}")
  ResponseEntity<String> show(
      @PathVariable("of") String id, @PathVariable("period") String written, WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    Form form = reporting.form(id);
    Period period = reporting.period(form, written);
    List<RegisterUnit> owing = owing(form, period);
    String path = "/missing/%s/%s".formatted(form.id(), period);
    List<Register.Attribute> columns = columns(form);
    return html.page(
        "missing",
        new View(
            Frame.of(shown, asked, asked.t("未报名单", "Missing"), path),
            ReportChoice.of(reporting, asked, form.id(), period.toString()),
            owing.size(),
            form.due(period).toString(),
            reporting.today().isAfter(form.due(period)),
            columns.stream().map(one -> asked.t(one.words())).toList(),
            Leaf.of(owing, request, asked, path, Map.of())
                .map(
                    unit ->
                        new Line(
                            asked.href(
                                "/registers/%s/%d".formatted(unit.register(), unit.number())),
                            Reporting.name(unit),
                            Reporting.code(unit),
                            columns.stream()
                                .map(one -> reporting.said(unit, one, asked))
                                .toList())),
            Exports.Links.under(asked, path, asked.href(path))));
  }

  private List<RegisterUnit> owing(Form form, Period period) {
    return reporting.book().missing(reporting.access(), form.id(), period, reporting.now());
  }

  /// What places a unit: its codes of lists, those asked first.
  private List<Register.Attribute> columns(Form form) {
    return reporting.register(form.register()).attributes().stream()
        .filter(one -> one.type() instanceof Register.Type.Code)
        .limit(COLUMNS)
        .toList();
  }

  @GetMapping("/missing/{of}/{period}" + Exports.UNDER)
  ResponseEntity<byte[]> taken(
      @PathVariable("of") String id,
      @PathVariable("period") String written,
      @PathVariable("form") String kind,
      WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    Form form = reporting.form(id);
    Period period = reporting.period(form, written);
    List<Register.Attribute> columns = columns(form);
    var heads = new ArrayList<>(List.of(asked.t("代码", "Code"), asked.t("单位名称", "Name")));
    columns.forEach(one -> heads.add(asked.t(one.words())));
    heads.add(asked.t("报送截止", "Due"));
    var rows = new ArrayList<List<String>>();
    for (RegisterUnit unit : owing(form, period)) {
      var row = new ArrayList<>(List.of(Reporting.code(unit), Reporting.name(unit)));
      columns.forEach(one -> row.add(reporting.said(unit, one, asked)));
      row.add(form.due(period).toString());
      rows.add(row);
    }
    return Exports.of(
        kind,
        new Listing(asked.t("未报名单", "missing"), heads, rows),
        "missing-%s-%s".formatted(form.id(), period));
  }
}
