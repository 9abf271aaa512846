package yuheng.web;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Role;
import yuheng.plan.Form;
import yuheng.plan.Register;
import yuheng.reports.CellReading;
import yuheng.reports.RegisterChange;
import yuheng.reports.RegisterEntry;
import yuheng.reports.RegisterUnit;

/// A unit of a register: what is known of it, how that came about, its reports, and for itself and
/// for auditors who read them.
@Controller
@NeedsReports
class UnitPage {
  private static final int YEAR = 12;

  private final Shown shown;
  private final Html html;
  private final Reporting reporting;

  UnitPage(Shown shown, Html html, Reporting reporting) {
    this.shown = shown;
    this.html = html;
    this.reporting = reporting;
  }

  /// What the template gets.
  ///
  /// @param ended since when it is not there any more; empty while it is
  /// @param seesReaders whether the visitor is told who read
  record View(
      Frame frame,
      String register,
      String registerHref,
      String name,
      List<String> codes,
      long number,
      String from,
      String ended,
      List<Said> attributes,
      List<Changed> history,
      List<Frame.Place> years,
      List<Asking> forms,
      boolean seesReaders,
      Leaf<Read> readings) {}

  /// An attribute.
  record Said(String name, String value) {}

  /// A change.
  record Changed(String from, String what, List<Said> attributes, String by, Moment heard) {}

  /// A form and its latest periods.
  record Asking(String name, List<Frame.Place> periods) {}

  /// A reading of its cells.
  record Read(Moment at, String by, String role, String form, String period, boolean among) {}

  /// A number as an address writes it.
  static Optional<Long> number(String text) {
    return text.matches("[1-9]\\d{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  @GetMapping("/registers/{register}/{unit}")
  ResponseEntity<String> show(
      @PathVariable("register") String id,
      @PathVariable("unit") String written,
      WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    Register register = reporting.register(id);
    RegisterUnit unit =
        number(written)
            .flatMap(one -> reporting.unit(one, reporting.today()))
            .filter(one -> one.register().equals(id))
            .orElseThrow(NoSuchElementException::new);
    String path = "/registers/%s/%d".formatted(id, unit.number());
    String year = Asked.said(request, "year");
    boolean sees =
        reporting.access().speaksFor(unit.number()) || reporting.access().role() == Role.AUDITOR;
    return html.page(
        "unit",
        new View(
            Frame.of(shown, asked, Reporting.name(unit), path),
            asked.t(register.words()),
            asked.href("/registers/" + id),
            Reporting.name(unit),
            unit.codes(),
            unit.number(),
            unit.from().toString(),
            unit.until().map(day -> day.toString()).orElse(""),
            register.attributes().stream()
                .map(one -> new Said(asked.t(one.words()), reporting.said(unit, one, asked)))
                .filter(one -> !one.value().isEmpty())
                .toList(),
            reporting.book().changes(reporting.access(), unit.number()).reversed().stream()
                .map(entry -> changed(entry, register, unit, asked))
                .toList(),
            TwelveMonths.years(reporting, asked, path, year),
            forms(unit, asked, TwelveMonths.last(reporting, year)),
            sees,
            Leaf.of(
                    sees
                        ? reporting.book().readings(reporting.access(), unit.number()).reversed()
                        : List.<CellReading>of(),
                    request,
                    asked,
                    path,
                    Map.of())
                .map(one -> read(one, asked))));
  }

  private List<Asking> forms(RegisterUnit unit, Asked asked, YearMonth last) {
    var forms = new ArrayList<Asking>();
    for (Form form : reporting.forms()) {
      if (form.register().equals(unit.register())) {
        forms.add(
            new Asking(
                asked.t(form.words()),
                reporting.periods(form, last.minusMonths(YEAR - 1), last).stream()
                    .map(
                        period ->
                            new Frame.Place(
                                period.toString(),
                                asked.href(
                                    "/registers/%s/%d/%s/%s"
                                        .formatted(
                                            unit.register(), unit.number(), form.id(), period)),
                                false))
                    .toList()));
      }
    }
    return forms;
  }

  private Changed changed(RegisterEntry entry, Register register, RegisterUnit unit, Asked asked) {
    RegisterChange change = entry.change();
    Map<String, String> attributes =
        switch (change) {
          case RegisterChange.Add(_, _, var said, _) -> said;
          case RegisterChange.Change(_, var said, _) -> said;
          default -> Map.of();
        };
    String what =
        switch (change) {
          case RegisterChange.Add(_, var code, _, _) -> asked.t("入册 ", "added ") + code;
          case RegisterChange.Change _ -> asked.t("变更", "changed");
          case RegisterChange.Recode(_, var code, _) -> asked.t("换码 ", "code ") + code;
          case RegisterChange.Merge(_, var into, _) -> asked.t("并入 № ", "merged into № ") + into;
          case RegisterChange.Split(_, var into, _) -> asked.t("分立为 ", "split into ") + into;
          case RegisterChange.Close(_, var why, _) -> asked.t("退出：", "closed: ") + why;
        };
    var then =
        new RegisterUnit(
            unit.number(),
            unit.register(),
            unit.codes(),
            attributes,
            change.from(),
            Optional.empty(),
            Optional.empty());
    return new Changed(
        change.from().toString(),
        what,
        register.attributes().stream()
            .filter(one -> attributes.containsKey(one.id()))
            .map(one -> new Said(asked.t(one.words()), reporting.said(then, one, asked)))
            .toList(),
        entry.by(),
        Moment.of(entry.heard()));
  }

  private Read read(CellReading one, Asked asked) {
    return new Read(
        Moment.of(one.at()),
        one.by(),
        asked.t(one.role().words()),
        Optional.ofNullable(shown.plan().forms().get(one.form()))
            .map(form -> asked.t(form.words()))
            .orElse(one.form()),
        one.period().toString(),
        one.among());
  }
}
