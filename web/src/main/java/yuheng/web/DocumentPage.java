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

  /// A finding of the proof, at the words it concerns.
  record Remark(String id, String what, String arithmetic, String acknowledged) {}

  /// A stretch of a paragraph; a bound number has its line.
  record Piece(String text, boolean strong, List<TargetLine> bound) {}

  @GetMapping("/")
  ResponseEntity<String> show(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    List<Standing> standings = shown.standings(asked);
    var byTarget = new LinkedHashMap<String, Standing>();
    standings.forEach(standing -> byTarget.put(standing.target().id(), standing));
    List<Section> sections =
        shown.plan().prose(asked.language()).stream()
            .map(article -> section(article, byTarget, asked))
            .toList();
    Frame frame = Frame.of(shown, asked, asked.t("战略", "Strategy"), "/");
    return html.page(
        "document", new View(frame, sections, StateCount.of(standings, asked), standings.size()));
  }

  private Section section(Article article, Map<String, Standing> standings, Asked asked) {
    var blocks = new ArrayList<Block>();
    for (Article.Block block : article.blocks()) {
      List<Piece> pieces = block.runs().stream().map(run -> piece(run, standings, asked)).toList();
      blocks.add(
          new Block(
              block.item(),
              pieces,
              pieces.stream().flatMap(piece -> piece.bound().stream()).toList(),
              remarks(pieces, asked)));
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

  /// Findings stand beside the first of the targets they concern.
  private List<Remark> remarks(List<Piece> pieces, Asked asked) {
    var here =
        pieces.stream().flatMap(piece -> piece.bound().stream()).map(TargetLine::id).toList();
    return shown.proof().findings().stream()
        .filter(
            finding -> !finding.targets().isEmpty() && here.contains(finding.targets().getFirst()))
        .map(
            finding ->
                new Remark(
                    finding.id(),
                    asked.t(finding.what()),
                    asked.t(finding.arithmetic()),
                    finding
                        .acknowledged()
                        .map(seen -> seen.by() + " " + seen.on() + " " + asked.t(seen.why()))
                        .orElse("")))
        .toList();
  }

  private Piece piece(Run run, Map<String, Standing> standings, Asked asked) {
    return switch (run) {
      case Run.Plain(var text) -> new Piece(text, false, List.of());
      case Run.Strong(var text) -> new Piece(text, true, List.of());
      case Run.Bound(var text, var target) ->
          new Piece(
              text,
              false,
              List.of(TargetLine.of(Objects.requireNonNull(standings.get(target)), shown, asked)));
    };
  }
}
