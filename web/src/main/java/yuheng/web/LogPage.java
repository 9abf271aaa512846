package yuheng.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Act;
import yuheng.facts.Journal;
import yuheng.facts.Listing;
import yuheng.facts.Said;
import yuheng.terms.Words;

/// The journal as it stands, act by act, newest first.
@Controller
@NeedsJournal
class LogPage {
  private static final int ON_A_PAGE = 100;
  private static final int STRETCH = 500;

  private static final List<Words> HEAD =
      List.of(
          new Words("序号", "act"),
          new Words("时间", "when"),
          new Words("谁", "who"),
          new Words("何事", "what"),
          new Words("类别", "kind"),
          new Words("对象", "subject"),
          new Words("内容", "said"),
          new Words("校验值", "hash"));

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
  /// @param words that the acts are narrowed by
  /// @param pages newer and older acts
  record View(
      Frame frame,
      List<Line> lines,
      long last,
      String words,
      List<Frame.Place> pages,
      Exports.Links links) {}

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
    String words = Asked.said(request, "q");
    long last = journal.last();
    long upTo = Math.min(last, number(request.getParameter("up-to"), last));
    var more = new LinkedHashMap<String, String>();
    more.put("q", words);
    more.put("up-to", upTo < last ? Long.toString(upTo) : "");
    more.values().removeIf(String::isEmpty);
    List<Line> found =
        back(upTo, words, asked, ON_A_PAGE + 1).map(act -> line(act, asked)).toList();
    List<Line> lines = found.stream().limit(ON_A_PAGE).toList();
    return html.page(
        "log",
        new View(
            Frame.of(shown, asked, asked.t("日志", "Log"), "/log", more),
            lines,
            last,
            words,
            pages(upTo, found, words, asked),
            Exports.Links.of(asked, "/log", more)));
  }

  /// Acts that hold some words, backwards from one, read from the journal a stretch at a time.
  private Stream<Act> back(long upTo, String words, Asked asked, long most) {
    String sought = words.toLowerCase(Locale.ROOT);
    return Stream.iterate(upTo, end -> end > 0, end -> end - STRETCH)
        .flatMap(
            end ->
                journal
                    .since(Math.max(0, end - STRETCH), (int) Math.min(STRETCH, end))
                    .reversed()
                    .stream())
        .filter(act -> sought.isEmpty() || text(act, asked).contains(sought))
        .limit(most);
  }

  private static String text(Act act, Asked asked) {
    return Stream.concat(
            Stream.of(act.by(), LogWords.of(act.what(), asked), Moment.of(act.at()).shown()),
            act.said().stream()
                .map(
                    said ->
                        LogWords.of(said.kind(), asked)
                            + " "
                            + said.subject()
                            + " "
                            + LogWords.fields(said, asked)))
        .collect(Collectors.joining(" "))
        .toLowerCase(Locale.ROOT);
  }

  /// The acts from the one shown first back to the beginning, each thing said on a line.
  @GetMapping("/log" + Exports.AS)
  ResponseEntity<byte[]> taken(@PathVariable("form") String form, WebRequest request) {
    Asked asked = Asked.plain(request, shown.asked());
    long last = journal.last();
    long upTo = Math.min(last, number(request.getParameter("up-to"), last));
    var rows = new ArrayList<List<String>>();
    back(upTo, Asked.said(request, "q"), asked, Long.MAX_VALUE)
        .forEach(
            act -> {
              for (Said said : act.said()) {
                Told told = told(said, asked);
                rows.add(
                    List.of(
                        Long.toString(act.number()),
                        Moment.of(act.at()).exact(),
                        act.by(),
                        LogWords.of(act.what(), asked),
                        told.kind(),
                        told.subject(),
                        told.fields(),
                        act.hash()));
              }
            });
    return Exports.of(
        form,
        new Listing(asked.t("日志", "log"), HEAD.stream().map(one -> asked.t(one)).toList(), rows),
        "%s-log".formatted(shown.plan().id()));
  }

  private static long number(@Nullable String text, long otherwise) {
    return text != null && text.matches("\\d{1,15}") ? Long.parseLong(text) : otherwise;
  }

  private List<Frame.Place> pages(long upTo, List<Line> found, String words, Asked asked) {
    var pages = new ArrayList<Frame.Place>();
    if (upTo < journal.last()) {
      boolean all = words.isEmpty();
      pages.add(
          page(
              all ? asked.t("← 较新", "← Newer") : asked.t("← 最新", "← Newest"),
              all ? Long.toString(Math.min(journal.last(), upTo + ON_A_PAGE)) : "",
              words,
              asked));
    }
    if (found.size() > ON_A_PAGE) {
      String next = Long.toString(found.getLast().number());
      pages.add(page(asked.t("较早 →", "Older →"), next, words, asked));
    }
    return pages;
  }

  private static Frame.Place page(String name, String upTo, String words, Asked asked) {
    return new Frame.Place(name, asked.href("/log", Map.of("up-to", upTo, "q", words)), false);
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
