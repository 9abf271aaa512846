package yuheng.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.plan.Form;
import yuheng.reports.CellRow;
import yuheng.reports.Decided;
import yuheng.reports.Outliers;
import yuheng.reports.Outliers.Outlier;
import yuheng.reports.RegisterUnit;
import yuheng.reports.Version;
import yuheng.terms.Period;

/// What offices accept or return, those first that are out, each with the reason (受理).
@Controller
@NeedsReports
class QueuePage {
  private static final int ROWS = 50;
  private static final int REASONS = 4;

  private final Shown shown;
  private final Html html;
  private final Reporting reporting;

  QueuePage(Shown shown, Html html, Reporting reporting) {
    this.shown = shown;
    this.html = html;
    this.reporting = reporting;
  }

  /// What the template gets.
  ///
  /// @param decides whether the visitor accepts and returns
  /// @param fault why nothing was decided; empty for nothing
  record View(
      Frame frame,
      ReportChoice choice,
      boolean all,
      boolean decides,
      Counts counts,
      Leaf<Line> leaf,
      String told,
      String fault,
      String missing) {}

  /// How many there are of each.
  record Counts(long waiting, long out, long accepted, long returned) {}

  /// A report.
  ///
  /// @param now the first cell of the form
  /// @param out why it is out, the farthest first
  /// @param said what the unit said of its doubtful figures
  record Line(
      long entry,
      String unit,
      String href,
      String industry,
      int number,
      Moment at,
      String look,
      String state,
      boolean waiting,
      String now,
      String prior,
      String growth,
      List<String> out,
      int more,
      List<ReportPage.Told> said,
      String decided) {}

  @GetMapping("/queue")
  ResponseEntity<String> show(WebRequest request) {
    return page(request, "", HttpStatus.OK);
  }

  private ResponseEntity<String> page(WebRequest request, String fault, HttpStatus status) {
    Asked asked = Asked.plain(request, shown.asked());
    ReportChoice choice =
        ReportChoice.of(
            reporting, asked, Asked.said(request, "form"), Asked.said(request, "period"));
    boolean all = Asked.said(request, "show").equals("all");
    Form form = choice.asked();
    Period period = choice.about();
    List<Version> versions = reporting.book().last(reporting.access(), form.id(), period);
    Map<Long, RegisterUnit> units =
        reporting
            .book()
            .units(reporting.access(), form.register(), period.lastDay(), reporting.now())
            .stream()
            .collect(Collectors.toMap(RegisterUnit::number, one -> one));
    Map<Long, List<Outlier>> out = out(form, period, versions, units);
    List<Version> listed =
        versions.stream()
            .filter(one -> all || one.state() == Version.State.SUBMITTED)
            .sorted(
                Comparator.comparing((Version one) -> one.state() != Version.State.SUBMITTED)
                    .thenComparingDouble(one -> -strength(out.get(one.entry())))
                    .thenComparingLong(Version::entry))
            .toList();
    var more = new LinkedHashMap<>(choice.more());
    if (all) {
      more.put("show", "all");
    }
    String decided = Asked.said(request, "decided");
    Leaf<Line> leaf =
        Leaf.of(listed, ROWS, request, asked, "/queue", more)
            .map(
                version ->
                    line(
                        version,
                        form,
                        Optional.ofNullable(units.get(version.key().unit())),
                        out.getOrDefault(version.entry(), List.of()),
                        asked));
    return html.page(
        "queue",
        new View(
            Frame.of(shown, asked, asked.t("受理", "Acceptance"), "/queue", more),
            choice,
            all,
            asked.visitor().is(Roles.ACCEPTORS),
            new Counts(
                count(versions, Version.State.SUBMITTED),
                versions.stream()
                    .filter(one -> one.state() == Version.State.SUBMITTED)
                    .filter(one -> out.containsKey(one.entry()))
                    .count(),
                count(versions, Version.State.ACCEPTED),
                count(versions, Version.State.RETURNED)),
            leaf,
            switch (decided) {
              case "accepted" -> asked.t("已接受。", "Accepted.");
              case "returned" -> asked.t("已退回，企业会看到理由。", "Returned; the unit sees why.");
              default -> "";
            },
            fault,
            asked.href("/missing/%s/%s".formatted(form.id(), period))),
        status);
  }

  private static double strength(@Nullable List<Outlier> out) {
    return out == null ? 0 : out.getFirst().strength();
  }

  private static long count(List<Version> versions, Version.State state) {
    return versions.stream().filter(one -> one.state() == state).count();
  }

  private Map<Long, List<Outlier>> out(
      Form form, Period period, List<Version> versions, Map<Long, RegisterUnit> units) {
    Optional<Period> earlier = reporting.earlier(form, period);
    Map<Long, CellRow> before = new HashMap<>();
    earlier.ifPresent(
        one ->
            reporting
                .book()
                .last(reporting.access(), form.id(), one)
                .forEach(version -> before.put(version.key().unit(), version.cells())));
    return Outliers.of(
        form,
        period,
        versions,
        earlier,
        unit -> Optional.ofNullable(before.get(unit)),
        unit -> Optional.ofNullable(units.get(unit)).map(reporting::classOf).orElse(""));
  }

  private Line line(
      Version version, Form form, Optional<RegisterUnit> unit, List<Outlier> out, Asked asked) {
    OptionalLong now = version.cells().now(0);
    OptionalLong prior = version.cells().prior(0);
    return new Line(
        version.entry(),
        unit.map(Reporting::name).orElse("№ " + version.key().unit()),
        asked.href(
            "/registers/%s/%d/%s/%s"
                .formatted(
                    form.register(), version.key().unit(), form.id(), version.key().period())),
        unit.map(reporting::classOf).orElse(""),
        version.number(),
        Moment.of(version.heard()),
        Cells.look(version.state()),
        Cells.state(version.state(), asked),
        version.state() == Version.State.SUBMITTED,
        Cells.number(now),
        Cells.number(prior),
        growth(now, prior),
        out.stream().limit(REASONS).map(one -> asked.t(one.why())).toList(),
        Math.max(0, out.size() - REASONS),
        version.reasons().entrySet().stream()
            .map(
                one ->
                    new ReportPage.Told(
                        form.checks().stream()
                            .filter(check -> check.id().equals(one.getKey()))
                            .map(check -> asked.t(check.says()))
                            .findFirst()
                            .orElse(one.getKey()),
                        one.getValue()))
            .toList(),
        version.decision().map(said -> said.by() + " " + said.reason()).orElse(""));
  }

  private static String growth(OptionalLong now, OptionalLong prior) {
    if (now.isEmpty() || prior.isEmpty() || prior.getAsLong() <= 0) {
      return "";
    }
    double by = 100.0 * now.getAsLong() / prior.getAsLong() - 100;
    return "%+.1f%%".formatted(by).replace('-', '−');
  }

  @PostMapping("/queue/{version}/accept")
  ResponseEntity<String> accept(@PathVariable("version") String version, WebRequest request) {
    return decided(
        reporting.book().accept(reporting.access(), entry(version), Asked.said(request, "reason")),
        "accepted",
        request);
  }

  @PostMapping("/queue/{version}/return")
  ResponseEntity<String> giveBack(@PathVariable("version") String version, WebRequest request) {
    return decided(
        reporting
            .book()
            .giveBack(reporting.access(), entry(version), Asked.said(request, "reason")),
        "returned",
        request);
  }

  private static long entry(String version) {
    return UnitPage.number(version).orElseThrow(NoSuchElementException::new);
  }

  /// Back to where it was decided: the queue as it was asked for.
  private ResponseEntity<String> decided(Decided decided, String what, WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    return switch (decided) {
      case Decided.Refused(var why) -> page(request, asked.t(why), HttpStatus.CONFLICT);
      case Decided.Kept(var version) ->
          ResponseEntity.status(HttpStatus.SEE_OTHER)
              .header(
                  "Location",
                  asked.href(
                      "/queue",
                      Map.of(
                          "form",
                          version.key().form(),
                          "period",
                          version.key().period().toString(),
                          "show",
                          Asked.said(request, "show"),
                          "decided",
                          what)))
              .build();
    };
  }
}
