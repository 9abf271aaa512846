package yuheng.web;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.indicators.Standing;
import yuheng.plan.Plan.Pillar;

/// The branches that the strategy treats by themselves, side by side.
@Controller
class PillarsPage {
  private final Shown shown;
  private final Html html;

  PillarsPage(Shown shown, Html html) {
    this.shown = shown;
    this.html = html;
  }

  /// What the template gets.
  record View(Frame frame, List<Branch> branches) {}

  /// A pillar and its targets.
  record Branch(
      String name, String article, String href, List<StateCount> counts, List<TargetLine> lines) {}

  @GetMapping("/pillars")
  ResponseEntity<String> show(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    List<Standing> standings = shown.standings(asked);
    List<Branch> branches =
        shown.plan().pillars().values().stream()
            .map(pillar -> branch(pillar, standings, asked))
            .toList();
    Frame frame = Frame.of(shown.plan(), asked, asked.t("支柱产业", "Pillars"), "/pillars");
    return html.page("pillars", new View(frame, branches));
  }

  private Branch branch(Pillar pillar, List<Standing> standings, Asked asked) {
    List<Standing> own =
        standings.stream()
            .filter(
                one -> one.target().indicator().pillar().filter(pillar.id()::equals).isPresent())
            .toList();
    String article = own.isEmpty() ? "" : own.getFirst().target().article();
    return new Branch(
        asked.t(pillar.name()),
        article.isEmpty() ? "" : shown.cited(article, asked.language()),
        asked.href("/#" + article),
        StateCount.of(own, asked),
        own.stream().map(one -> TargetLine.of(one, shown, asked)).toList());
  }
}
