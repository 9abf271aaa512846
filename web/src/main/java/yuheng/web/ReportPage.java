package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.plan.Form;
import yuheng.reports.Note;
import yuheng.reports.RegisterUnit;
import yuheng.reports.ReportKey;
import yuheng.reports.Version;
import yuheng.terms.Period;

/// A report with all its versions, two of them side by side, and what offices said of it. The unit
/// sees it; so do those in whose scope it is, and the unit sees that they did.
@Controller
@NeedsReports
class ReportPage {
  private final Shown shown;
  private final Html html;
  private final Reporting reporting;

  ReportPage(Shown shown, Html html, Reporting reporting) {
    this.shown = shown;
    this.html = html;
    this.reporting = reporting;
  }

  /// What the template gets.
  ///
  /// @param received the version that was just handed in; empty for a visit
  /// @param correct where the unit hands in the next version; empty for others
  /// @param waiting entry of the version that the visitor may decide; 0 for none
  /// @param one the versions that are compared; the same for a first one
  record View(
      Frame frame,
      String here,
      String unit,
      String unitHref,
      String form,
      String period,
      String due,
      Optional<Line> received,
      String correct,
      long waiting,
      List<Line> versions,
      int one,
      int other,
      List<Row> rows,
      long changed) {}

  /// A version.
  ///
  /// @param reasons what the unit said of its doubtful figures
  record Line(
      long entry,
      int number,
      Moment at,
      String by,
      String look,
      String state,
      String decided,
      String reason,
      boolean afterReset,
      String receipt,
      String hash,
      List<Told> reasons,
      List<Noted> notes) {}

  /// A reason for a failed check.
  record Told(String check, String why) {}

  /// A note beside a version.
  record Noted(Moment at, String by, String text) {}

  /// A cell in two versions.
  ///
  /// @param change how much it became; empty where nothing did
  record Row(
      String name,
      String unit,
      String one,
      String other,
      String change,
      String priorOne,
      String prior,
      boolean changed) {}

  @GetMapping("/registers/{register}/{unit}/{form}/{period}")
  ResponseEntity<String> show(
      @PathVariable("register") String register,
      @PathVariable("unit") String number,
      @PathVariable("form") String id,
      @PathVariable("period") String written,
      WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    Form form = reporting.form(id);
    Period period = reporting.period(form, written);
    RegisterUnit unit =
        UnitPage.number(number)
            .flatMap(one -> reporting.unit(one, period.lastDay()))
            .filter(one -> one.register().equals(register) && form.register().equals(register))
            .orElseThrow(NoSuchElementException::new);
    var key = new ReportKey(unit.number(), form.id(), period);
    List<Version> versions = reporting.book().versions(reporting.access(), key);
    int last = versions.size();
    int other = chosen(request, "to", last, last);
    int one = chosen(request, "from", Math.max(1, other - 1), last);
    List<Line> lines =
        versions.reversed().stream().map(version -> line(version, form, asked)).toList();
    boolean own = reporting.access().speaksFor(unit.number());
    String received = Asked.said(request, "received");
    String here = "/registers/%s/%d/%s/%s".formatted(register, unit.number(), form.id(), period);
    List<Row> rows =
        last == 0 ? List.of() : rows(form, versions.get(one - 1), versions.get(other - 1), asked);
    boolean waits =
        !versions.isEmpty()
            && versions.getLast().state() == Version.State.SUBMITTED
            && asked.visitor().is(Roles.ACCEPTORS);
    return html.page(
        "report",
        new View(
            Frame.of(shown, asked, asked.t(form.words()), here, Map.of()),
            here,
            Reporting.name(unit),
            asked.href("/registers/%s/%d".formatted(register, unit.number())),
            asked.t(form.words()),
            asked.t(form.about(period).words()),
            form.due(period).toString(),
            lines.stream().filter(line -> Long.toString(line.entry()).equals(received)).findFirst(),
            own ? asked.href("/reports/%s/%s".formatted(form.id(), period)) : "",
            waits ? versions.getLast().entry() : 0,
            lines,
            one,
            other,
            rows,
            rows.stream().filter(Row::changed).count()));
  }

  private static int chosen(WebRequest request, String name, int otherwise, int most) {
    String said = Asked.said(request, name);
    int number = said.matches("\\d{1,6}") ? Integer.parseInt(said) : otherwise;
    return Math.clamp(number, Math.min(1, most), most);
  }

  private Line line(Version version, Form form, Asked asked) {
    return new Line(
        version.entry(),
        version.number(),
        Moment.of(version.heard()),
        version.by(),
        Cells.look(version.state()),
        Cells.state(version.state(), asked),
        version.decision().map(said -> said.by() + " · " + Moment.of(said.at()).shown()).orElse(""),
        version.decision().map(Version.Decision::reason).orElse(""),
        version.afterReset(),
        Cells.receipt(version),
        version.hash(),
        version.reasons().entrySet().stream()
            .map(
                one ->
                    new Told(
                        form.checks().stream()
                            .filter(check -> check.id().equals(one.getKey()))
                            .map(check -> asked.t(check.says()))
                            .findFirst()
                            .orElse(one.getKey()),
                        one.getValue()))
            .toList(),
        reporting.book().notes(reporting.access(), version.entry()).stream()
            .map(ReportPage::noted)
            .toList());
  }

  private static Noted noted(Note note) {
    return new Noted(Moment.of(note.at()), note.by(), note.text());
  }

  private static List<Row> rows(Form form, Version one, Version other, Asked asked) {
    var rows = new ArrayList<Row>();
    for (int i = 0; i < form.items().size(); i++) {
      Form.Item item = form.items().get(i);
      OptionalLong was = one.cells().now(i);
      OptionalLong is = other.cells().now(i);
      OptionalLong priorWas = one.cells().prior(i);
      OptionalLong prior = other.cells().prior(i);
      rows.add(
          new Row(
              asked.t(item.words()),
              asked.t(item.unit().symbol(), item.unit().english()),
              Cells.number(was),
              Cells.number(is),
              change(was, is, asked),
              Cells.number(priorWas),
              Cells.number(prior),
              !was.equals(is) || !priorWas.equals(prior)));
    }
    return rows;
  }

  private static String change(OptionalLong was, OptionalLong is, Asked asked) {
    if (was.equals(is)) {
      return "";
    }
    if (was.isEmpty() || is.isEmpty()) {
      return was.isEmpty() ? asked.t("补填", "filled") : asked.t("删去", "emptied");
    }
    long by = Math.subtractExact(is.getAsLong(), was.getAsLong());
    return (by > 0 ? "+" : "") + Cells.number(by);
  }
}
