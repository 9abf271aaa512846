package yuheng.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.plan.Register;
import yuheng.reports.RegisterUnit;

/// The units of a register that the visitor sees (名录).
@Controller
@NeedsReports
class RegistersPage {
  private static final int COLUMNS = 4;

  private final Shown shown;
  private final Html html;
  private final Reporting reporting;

  RegistersPage(Shown shown, Html html, Reporting reporting) {
    this.shown = shown;
    this.html = html;
    this.reporting = reporting;
  }

  /// What the template gets.
  record View(
      Frame frame,
      String path,
      String name,
      List<Frame.Place> registers,
      String words,
      int all,
      List<String> heads,
      Leaf<MissingPage.Line> leaf) {}

  /// A unit's account comes to its own unit, others to the first register.
  @GetMapping("/registers")
  ResponseEntity<String> first(WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    String first = shown.plan().registers().firstEntry().getKey();
    String place =
        reporting
            .unit(reporting.ownUnit(), reporting.today())
            .map(unit -> "/registers/%s/%d".formatted(unit.register(), unit.number()))
            .orElse("/registers/" + first);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header("Location", asked.href(place))
        .build();
  }

  @GetMapping("/registers/{register}")
  ResponseEntity<String> show(@PathVariable("register") String id, WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    Register register = reporting.register(id);
    String words = Asked.said(request, "q");
    List<RegisterUnit> all =
        reporting.book().units(reporting.access(), id, reporting.today(), reporting.now());
    List<RegisterUnit> found = find(all, words);
    List<Register.Attribute> columns =
        register.attributes().stream()
            .filter(
                one ->
                    one.type() instanceof Register.Type.Code
                        || one.type() instanceof Register.Type.Reference)
            .limit(COLUMNS)
            .toList();
    String path = "/registers/" + id;
    Map<String, String> more = words.isEmpty() ? Map.of() : Map.of("q", words);
    return html.page(
        "registers",
        new View(
            Frame.of(shown, asked, asked.t(register.words()), path, more),
            path,
            asked.t(register.words()),
            shown.plan().registers().values().stream()
                .map(
                    one ->
                        new Frame.Place(
                            asked.t(one.words()),
                            asked.href("/registers/" + one.id()),
                            one.id().equals(id)))
                .toList(),
            words,
            all.size(),
            columns.stream().map(one -> asked.t(one.words())).toList(),
            Leaf.of(found, request, asked, path, more)
                .map(
                    unit ->
                        new MissingPage.Line(
                            asked.href("/registers/%s/%d".formatted(id, unit.number())),
                            Reporting.name(unit),
                            Reporting.code(unit),
                            columns.stream()
                                .map(one -> reporting.said(unit, one, asked))
                                .toList()))));
  }

  /// Units whose name, number or one of whose codes has the words in it.
  static List<RegisterUnit> find(List<RegisterUnit> all, String words) {
    String sought = words.toLowerCase(Locale.ROOT);
    return sought.isEmpty()
        ? all
        : all.stream()
            .filter(
                unit ->
                    Reporting.name(unit).toLowerCase(Locale.ROOT).contains(sought)
                        || Long.toString(unit.number()).equals(sought)
                        || unit.codes().stream()
                            .anyMatch(code -> code.toLowerCase(Locale.ROOT).contains(sought)))
            .toList();
  }
}
