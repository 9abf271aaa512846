package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Listing;
import yuheng.indicators.Standing;
import yuheng.plan.Plan.Pillar;
import yuheng.terms.Words;

/// The branches that the strategy treats by themselves, side by side.
@Controller
class PillarsPage {
  private static final List<Words> HEAD =
      List.of(
          new Words("支柱", "pillar"),
          new Words("代号", "target"),
          new Words("目标", "name"),
          new Words("要求", "asked"),
          new Words("数据", "figure"),
          new Words("时期", "period"),
          new Words("状态", "state"),
          new Words("来源", "source"));

  private final Shown shown;
  private final Html html;

  PillarsPage(Shown shown, Html html) {
    this.shown = shown;
    this.html = html;
  }

  /// What the template gets.
  record View(Frame frame, List<Branch> branches, Exports.Links links) {}

  /// A pillar and its targets.
  record Branch(
      String name, String article, String href, List<StateCount> counts, List<TargetLine> lines) {}

  @GetMapping("/pillars")
  ResponseEntity<String> show(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Frame frame = Frame.of(shown, asked, asked.t("支柱产业", "Pillars"), "/pillars");
    Exports.Links links = Exports.Links.of(asked, "/pillars", Map.of());
    return html.page("pillars", new View(frame, branches(asked), links));
  }

  private List<Branch> branches(Asked asked) {
    List<Standing> standings = shown.standings(asked);
    return shown.plan().pillars().values().stream()
        .map(pillar -> branch(pillar, standings, asked))
        .toList();
  }

  @GetMapping("/pillars" + Exports.AS)
  ResponseEntity<byte[]> taken(@PathVariable("form") String form, WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    var rows = new ArrayList<List<String>>();
    for (Branch branch : branches(asked)) {
      for (TargetLine line : branch.lines()) {
        rows.add(
            List.of(
                branch.name(),
                line.id(),
                line.name(),
                line.asked(),
                line.actual(),
                line.period(),
                line.state(),
                line.source()));
      }
    }
    return Exports.of(
        form,
        new Listing(
            asked.t("支柱产业", "pillars"), HEAD.stream().map(one -> asked.t(one)).toList(), rows),
        "%s-pillars-%s".formatted(shown.plan().id(), asked.asOf()));
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
