package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Act;
import yuheng.facts.Journal;
import yuheng.facts.Said;

/// The journal as it stands, act by act, newest first.
@Controller
@NeedsJournal
class LogPage {
  private static final int ON_A_PAGE = 100;
  private static final int SHOWN_OF_AN_ACT = 12;

  private final Shown shown;
  private final Html html;
  private final Journal journal;

  LogPage(Shown shown, Html html, Journal journal) {
    this.shown = shown;
    this.html = html;
    this.journal = journal;
  }

  /// What the template gets.
  ///
  /// @param pages newer and older acts
  record View(
      Frame frame, LogQuestion asked, List<Line> lines, long last, List<Frame.Place> pages) {}

  /// An act.
  ///
  /// @param more how many things it said beside those shown
  record Line(
      long number, Moment at, String by, String what, List<Told> said, int more, String hash) {}

  /// One thing that was said; of a password, only that there was one.
  record Told(String kind, String subject, String fields) {}

  @GetMapping("/log")
  ResponseEntity<String> show(WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    LogQuestion question = LogQuestion.read(request);
    long last = journal.last();
    long before = number(request.getParameter("before"), Long.MAX_VALUE);
    List<Act> found = journal.find(question.filter(), before, ON_A_PAGE + 1);
    return html.page(
        "log",
        new View(
            Frame.of(shown.plan(), asked, asked.t("日志", "Log"), "/log", question.more()),
            question,
            found.stream().limit(ON_A_PAGE).map(act -> line(act, asked)).toList(),
            last,
            pages(before, found, question, asked)));
  }

  private static long number(@Nullable String text, long otherwise) {
    return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : otherwise;
  }

  private static List<Frame.Place> pages(
      long before, List<Act> found, LogQuestion question, Asked asked) {
    var pages = new ArrayList<Frame.Place>();
    if (before != Long.MAX_VALUE) {
      pages.add(new Frame.Place(asked.t("↑ 最新", "↑ Newest"), question.href("", asked), false));
    }
    if (found.size() > ON_A_PAGE) {
      String next = Long.toString(found.get(ON_A_PAGE - 1).number());
      pages.add(new Frame.Place(asked.t("较早 →", "Older →"), question.href(next, asked), false));
    }
    return pages;
  }

  static Line line(Act act, Asked asked) {
    return new Line(
        act.number(),
        Moment.of(act.at()),
        act.by(),
        LogWords.of(act.what(), asked),
        act.said().stream().limit(SHOWN_OF_AN_ACT).map(said -> told(said, asked)).toList(),
        Math.max(0, act.said().size() - SHOWN_OF_AN_ACT),
        act.hash().substring(0, 12));
  }

  private static Told told(Said said, Asked asked) {
    return new Told(LogWords.of(said.kind(), asked), said.subject(), LogWords.fields(said, asked));
  }
}
