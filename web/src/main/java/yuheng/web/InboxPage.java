package yuheng.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.plan.Form;
import yuheng.reports.RegisterUnit;
import yuheng.reports.ReportKey;
import yuheng.reports.Version;
import yuheng.terms.Period;

/// What a unit has to report, what came back, and what became of what it handed in (我的报表).
@Controller
@NeedsReports
class InboxPage {
  private static final int MONTHS = 12;

  private final Shown shown;
  private final Html html;
  private final Reporting reporting;

  InboxPage(Shown shown, Html html, Reporting reporting) {
    this.shown = shown;
    this.html = html;
    this.reporting = reporting;
  }

  /// What the template gets.
  ///
  /// @param unit its name
  /// @param href its page
  /// @param open how many are to be filled now
  /// @param years other stretches to look at
  record View(
      Frame frame,
      String unit,
      String href,
      long open,
      List<Line> lines,
      List<Frame.Place> years) {}

  /// A report.
  ///
  /// @param look colour of its state
  /// @param said its state in words and, where it came back, why
  /// @param receipt of its last version; empty without one
  /// @param versions where they are; empty without one
  record Line(
      Rank rank,
      String form,
      String period,
      LocalDate due,
      String look,
      String state,
      String said,
      String receipt,
      String href,
      String versions) {
    boolean open() {
      return rank.open();
    }
  }

  /// What comes first.
  enum Rank {
    RETURNED,
    LATE,
    DUE,
    WAITING,
    ACCEPTED;

    boolean open() {
      return this == RETURNED || this == LATE || this == DUE;
    }
  }

  @GetMapping("/reports")
  ResponseEntity<String> show(WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    long own = reporting.ownUnit();
    RegisterUnit unit =
        reporting.unit(own, reporting.today()).orElseThrow(NoSuchElementException::new);
    String year = Asked.said(request, "year");
    YearMonth last = TwelveMonths.last(reporting, year);
    var lines = new ArrayList<Line>();
    for (Form form : reporting.forms()) {
      if (form.register().equals(unit.register())) {
        for (Period period : reporting.periods(form, last.minusMonths(MONTHS - 1), last)) {
          line(own, form, period, asked).ifPresent(lines::add);
        }
      }
    }
    lines.sort(
        Comparator.comparing(Line::rank)
            .thenComparing(
                (one, other) ->
                    one.rank() == Rank.LATE || one.rank() == Rank.DUE
                        ? one.due().compareTo(other.due())
                        : other.due().compareTo(one.due())));
    return html.page(
        "inbox",
        new View(
            Frame.of(shown, asked, asked.t("我的报表", "My reports"), "/reports"),
            Reporting.name(unit),
            asked.href("/registers/%s/%d".formatted(unit.register(), own)),
            lines.stream().filter(Line::open).count(),
            lines,
            TwelveMonths.years(reporting, asked, "/reports", year)));
  }

  private Optional<Line> line(long own, Form form, Period period, Asked asked) {
    var key = new ReportKey(own, form.id(), period);
    Optional<Version> version = reporting.last(key);
    boolean stood =
        reporting
            .unit(own, period.lastDay())
            .filter(unit -> unit.standsOn(period.lastDay()))
            .isPresent();
    if (!stood && version.isEmpty()) {
      return Optional.empty();
    }
    LocalDate due = form.due(period);
    Rank rank = rank(version, due);
    String said =
        switch (rank) {
          case RETURNED ->
              version.flatMap(Version::decision).map(Version.Decision::reason).orElse("");
          case LATE -> {
            long days = ChronoUnit.DAYS.between(due, reporting.today());
            yield asked.t("逾期 " + days + " 天", days + (days == 1 ? " day late" : " days late"));
          }
          case DUE -> {
            long days = ChronoUnit.DAYS.between(reporting.today(), due);
            yield asked.t("还有 " + days + " 天", days + (days == 1 ? " day left" : " days left"));
          }
          case WAITING, ACCEPTED -> "";
        };
    boolean draft = rank.open() && !reporting.book().draft(reporting.access(), key).isEmpty();
    String path = "/reports/%s/%s".formatted(form.id(), period);
    return Optional.of(
        new Line(
            rank,
            asked.t(form.words()),
            asked.t(form.about(period).words()),
            due,
            look(rank),
            state(rank, asked) + (draft ? asked.t(" · 有草稿", " · draft kept") : ""),
            said,
            version.map(Cells::receipt).orElse(""),
            asked.href(path),
            version
                .map(
                    _ ->
                        asked.href(
                            "/registers/%s/%d/%s/%s"
                                .formatted(form.register(), own, form.id(), period)))
                .orElse("")));
  }

  private Rank rank(Optional<Version> version, LocalDate due) {
    return version
        .map(
            one ->
                switch (one.state()) {
                  case RETURNED -> Rank.RETURNED;
                  case SUBMITTED -> Rank.WAITING;
                  case ACCEPTED -> Rank.ACCEPTED;
                })
        .orElse(reporting.today().isAfter(due) ? Rank.LATE : Rank.DUE);
  }

  private static String look(Rank rank) {
    return switch (rank) {
      case RETURNED -> "s-at-risk";
      case LATE -> "s-missed";
      case DUE -> "s-behind";
      case WAITING -> "s-on-course";
      case ACCEPTED -> "s-met";
    };
  }

  private static String state(Rank rank, Asked asked) {
    return switch (rank) {
      case RETURNED -> Cells.state(Version.State.RETURNED, asked);
      case LATE -> asked.t("! 逾期未报", "! late");
      case DUE -> asked.t("→ 待报", "→ due");
      case WAITING -> Cells.state(Version.State.SUBMITTED, asked);
      case ACCEPTED -> Cells.state(Version.State.ACCEPTED, asked);
    };
  }
}
