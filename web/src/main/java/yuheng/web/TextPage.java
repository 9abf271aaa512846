package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Figure.Authority;
import yuheng.facts.FigureTable;
import yuheng.facts.Listing;
import yuheng.facts.PlanNames;

/// Figures from a paragraph of a bulletin: proposed with their words marked, corrected and ticked
/// by a person, then looked at like any table.
@Controller
@NeedsJournal
class TextPage {
  private static final int LONGEST = 20_000;
  private static final int MOST = 200;
  private static final List<String> COLUMNS =
      List.of("series", "scope", "period", "value", "unit", "growth");
  private static final List<String> SHARED = List.of("heard", "authority", "source", "note");

  private final Shown shown;
  private final Html html;
  private final Desk desk;
  private final Who who;

  TextPage(Shown shown, Html html, Desk desk, Who who) {
    this.shown = shown;
    this.html = html;
    this.desk = desk;
    this.who = who;
  }

  /// What the template gets.
  ///
  /// @param message what is missing, or nothing
  record View(
      Frame frame,
      String text,
      List<Piece> pieces,
      List<Row> rows,
      EnterPage.Choices choices,
      List<FiguresPage.Option> authorities,
      String source,
      String heard,
      String note,
      String message) {}

  /// A stretch of the text.
  ///
  /// @param number of the figure proposed from it; 0 for none
  record Piece(String words, int number) {}

  /// A proposed figure, with what a person may change.
  ///
  /// @param likest names of other series that it may belong to
  record Row(
      int number,
      boolean ticked,
      String series,
      List<String> likest,
      String scope,
      String period,
      String value,
      String unit,
      String growth) {}

  @GetMapping("/figures/from-text")
  ResponseEntity<String> show(WebRequest request) {
    return page(request, "", List.of(), List.of(), "", HttpStatus.OK);
  }

  @PostMapping("/figures/from-text")
  ResponseEntity<String> propose(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    String text = one(request, "text");
    if (text.isBlank() || text.length() > LONGEST) {
      String message =
          asked.t("粘贴一段不超过两万字的公报文字。", "Paste a text of no more than 20 000 characters.");
      return page(
          request,
          text.substring(0, Math.min(text.length(), LONGEST)),
          List.of(),
          List.of(),
          message,
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    var names = new PlanNames(shown.plan(), shown.figures());
    List<Proposals.Proposal> found =
        new Proposals(shown.plan(), names, text).all().stream().limit(MOST).toList();
    var rows = new ArrayList<Row>();
    for (Proposals.Proposal one : found) {
      List<String> likest = one.series().stream().map(each -> asked.t(each.name())).toList();
      rows.add(
          new Row(
              rows.size() + 1,
              !likest.isEmpty(),
              likest.stream().findFirst().orElse(""),
              likest.stream().skip(1).toList(),
              asked.t(names.scope(one.scope())),
              one.period(),
              one.value(),
              one.unit(),
              one.growth()));
    }
    String message =
        rows.isEmpty() ? asked.t("这段文字里没有找到可收的数。", "No figure was found in this text.") : "";
    return page(request, text, pieces(text, found), rows, message, HttpStatus.OK);
  }

  private static List<Piece> pieces(String text, List<Proposals.Proposal> found) {
    var pieces = new ArrayList<Piece>();
    int from = 0;
    for (int i = 0; i < found.size(); i++) {
      pieces.add(new Piece(text.substring(from, found.get(i).start()), 0));
      pieces.add(new Piece(text.substring(found.get(i).start(), found.get(i).end()), i + 1));
      from = found.get(i).end();
    }
    pieces.add(new Piece(text.substring(from), 0));
    return pieces;
  }

  /// The ticked rows become a table like one that was pasted.
  @PostMapping("/figures/from-text/check")
  ResponseEntity<String> check(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    var rows = new ArrayList<List<String>>();
    var kept = new ArrayList<Row>();
    for (int number = 1; number <= MOST; number++) {
      if (request.getParameter("value-" + number) == null) {
        break;
      }
      kept.add(row(request, number));
      if (kept.getLast().ticked()) {
        rows.add(cells(request, number));
      }
    }
    if (rows.isEmpty()) {
      return page(
          request,
          one(request, "text"),
          List.of(new Piece(one(request, "text"), 0)),
          kept,
          asked.t("没有勾选任何数。", "No figure is ticked."),
          HttpStatus.UNPROCESSABLE_CONTENT);
    }
    List<String> head = Stream.concat(COLUMNS.stream(), SHARED.stream()).toList();
    desk.put(
        who.need().name(), FigureTable.pasted(new Listing("text", head, rows).tsv()), "from-text");
    return BringPage.toCheck(asked);
  }

  private static List<String> cells(WebRequest request, int number) {
    return Stream.concat(
            COLUMNS.stream().map(column -> one(request, column + "-" + number)),
            SHARED.stream().map(field -> one(request, field)))
        .toList();
  }

  private static Row row(WebRequest request, int number) {
    return new Row(
        number,
        request.getParameter("tick-" + number) != null,
        one(request, "series-" + number),
        List.of(),
        one(request, "scope-" + number),
        one(request, "period-" + number),
        one(request, "value-" + number),
        one(request, "unit-" + number),
        one(request, "growth-" + number));
  }

  private ResponseEntity<String> page(
      WebRequest request,
      String text,
      List<Piece> pieces,
      List<Row> rows,
      String message,
      HttpStatus status) {
    Asked asked = Asked.read(request, shown.asked());
    String chosen =
        Optional.ofNullable(request.getParameter("authority")).orElse(Authority.STATISTICS.code());
    return html.page(
        "fromtext",
        new View(
            Frame.of(shown, asked, asked.t("从文字识别", "Figures from text"), "/figures/from-text"),
            text,
            pieces,
            rows,
            EnterPage.Choices.of(shown, asked),
            Stream.of(Authority.values())
                .map(
                    one ->
                        new FiguresPage.Option(
                            one.code(), asked.t(one.words()), one.code().equals(chosen)))
                .toList(),
            one(request, "source"),
            one(request, "heard"),
            one(request, "note"),
            message),
        status);
  }

  private static String one(WebRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }
}
