package yuheng.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.indicators.Standing;
import yuheng.plan.Article;
import yuheng.plan.Article.Run;

/// The living document: the strategy's prose, each committed number with its state, what is known
/// of it beside its line.
@Controller
class DocumentPage {
  private final Shown shown;
  private final Html html;

  DocumentPage(Shown shown, Html html) {
    this.shown = shown;
    this.html = html;
  }

  /// What the template gets.
  record View(Frame frame, List<Section> sections, List<StateCount> counts, int targets) {}

  /// A section of the prose.
  ///
  /// @param level of its heading, 2 or 3; 0 without one
  /// @param counts states of the targets bound here
  record Section(
      String id,
      int level,
      String number,
      String heading,
      List<Block> blocks,
      List<StateCount> counts) {}

  /// A paragraph and the notes beside it.
  record Block(boolean item, List<Piece> pieces, List<TargetLine> notes, List<Remark> remarks) {}

  /// A finding of the proof, beside the first of the numbers it concerns.
  ///
  /// @param number that its marks in the prose bear
  /// @param words the numbers it concerns, each a link to its place
  record Remark(
      int number, String what, String arithmetic, String acknowledged, List<Frame.Place> words) {}

  /// A stretch of a paragraph; a bound number has its line, and the numbers of the findings that
  /// concern it.
  record Piece(String text, boolean strong, List<TargetLine> bound, List<Integer> findings) {}

  @GetMapping("/")
  ResponseEntity<String> show(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    List<Standing> standings = shown.standings(asked);
    var byTarget = new LinkedHashMap<String, Standing>();
    standings.forEach(standing -> byTarget.put(standing.target().id(), standing));
    List<Article> prose = shown.plan().prose(asked.language());
    var remarks = new DocumentRemarks(prose, shown.proof().findings(), asked);
    List<Section> sections =
        prose.stream().map(article -> section(article, byTarget, remarks, asked)).toList();
    Frame frame = Frame.of(shown, asked, asked.t("战略", "Strategy"), "/");
    return html.page(
        "document", new View(frame, sections, StateCount.of(standings, asked), standings.size()));
  }

  private Section section(
      Article article, Map<String, Standing> standings, DocumentRemarks remarks, Asked asked) {
    var blocks = new ArrayList<Block>();
    for (Article.Block block : article.blocks()) {
      List<Piece> pieces =
          block.runs().stream().map(run -> piece(run, standings, remarks, asked)).toList();
      blocks.add(
          new Block(
              block.item(),
              pieces,
              pieces.stream().flatMap(piece -> piece.bound().stream()).toList(),
              remarks.beside(block)));
    }
    List<Standing> here =
        article.targets().map(standings::get).map(Objects::requireNonNull).toList();
    int level =
        switch (article.kind()) {
          case PREAMBLE -> 0;
          case CHAPTER, CLOSING -> 2;
          case ARTICLE -> 3;
        };
    return new Section(
        article.id(),
        level,
        article.number().orElse(""),
        article.heading(),
        blocks,
        StateCount.of(here, asked));
  }

  private Piece piece(
      Run run, Map<String, Standing> standings, DocumentRemarks remarks, Asked asked) {
    return switch (run) {
      case Run.Plain(var text) -> new Piece(text, false, List.of(), List.of());
      case Run.Strong(var text) -> new Piece(text, true, List.of(), List.of());
      case Run.Bound(var text, var target) ->
          new Piece(
              text,
              false,
              List.of(TargetLine.of(Objects.requireNonNull(standings.get(target)), shown, asked)),
              remarks.numbers(target));
    };
  }
}
