package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  record View(Frame frame, List<Line> lines, long last, List<Frame.Place> pages) {}

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
    long last = journal.last();
    long upTo = Math.min(last, number(request.getParameter("up-to"), last));
    List<Line> lines =
        journal
            .since(Math.max(0, upTo - ON_A_PAGE), (int) Math.min(ON_A_PAGE, upTo))
            .reversed()
            .stream()
            .map(act -> line(act, asked))
            .toList();
    return html.page(
        "log",
        new View(
            Frame.of(shown.plan(), asked, asked.t("日志", "Log"), "/log"),
            lines,
            last,
            pages(upTo, last, asked)));
  }

  private static long number(@Nullable String text, long otherwise) {
    return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : otherwise;
  }

  private static List<Frame.Place> pages(long upTo, long last, Asked asked) {
    var pages = new ArrayList<Frame.Place>();
    if (upTo < last) {
      pages.add(page(asked.t("← 较新", "← Newer"), Math.min(last, upTo + ON_A_PAGE), asked));
    }
    if (upTo > ON_A_PAGE) {
      pages.add(page(asked.t("较早 →", "Older →"), upTo - ON_A_PAGE, asked));
    }
    return pages;
  }

  private static Frame.Place page(String name, long upTo, Asked asked) {
    return new Frame.Place(name, asked.href("/log", Map.of("up-to", Long.toString(upTo))), false);
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
