package yuheng.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Figure;
import yuheng.plan.Target;

/// One published figure: what was printed, where, when it was heard, and the other vintages.
@Controller
class FigurePage {
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Shown shown;
  private final Html html;

  FigurePage(Shown shown, Html html) {
    this.shown = shown;
    this.html = html;
  }

  /// What the template gets.
  ///
  /// @param act who entered it, when, and which act of the journal that was; nothing for the
  ///   package's own
  /// @param reason why it is right although a check doubted it
  /// @param vintages all figures about the same thing, in the order they were heard
  /// @param targets those whose indicator reads this series
  record View(
      Frame frame,
      FigureLine figure,
      String coverage,
      String prices,
      String entered,
      String act,
      String reason,
      String growth,
      List<FigureLine> vintages,
      List<Link> targets) {}

  /// A name and where it leads.
  record Link(String name, String href) {}

  @GetMapping("/figures/{id}")
  ResponseEntity<String> show(@PathVariable("id") String id, WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Figure figure = shown.figures().find(id).orElseThrow();
    FigureLine line = FigureLine.of(figure, shown, asked);
    List<FigureLine> vintages =
        shown
            .figures()
            .vintages(figure.series().id(), figure.scope())
            .filter(other -> other.about().equals(figure.about()))
            .sorted(Comparator.comparing(Figure::heard))
            .map(other -> FigureLine.of(other, shown, asked))
            .toList();
    Frame frame = Frame.of(shown, asked, line.series(), "/figures/" + id);
    return html.page(
        "figure",
        new View(
            frame,
            line,
            asked.t(shown.plan().coverage(figure.series().coverage())),
            asked.t(figure.series().unit().prices().words()),
            figure.entered().toString(),
            act(figure, asked),
            figure.origin() instanceof Figure.Origin.Entered entered
                ? entered.reason().orElse("")
                : "",
            figure.growth().map(growth -> growth.toPlainString() + "%").orElse(""),
            vintages,
            targets(figure, asked)));
  }

  private static String act(Figure figure, Asked asked) {
    return switch (figure.origin()) {
      case Figure.Origin.Entered entered ->
          asked.t(
              "%s 于 %s 录入，总账第 %d 条".formatted(entered.by(), moment(entered.at()), entered.act()),
              "by %s at %s, act %d of the journal"
                  .formatted(entered.by(), moment(entered.at()), entered.act()));
      case Figure.Origin.InFile(int line) -> "data/official.csv:" + line;
      case Figure.Origin.Offered _ -> "";
    };
  }

  private static String moment(Instant at) {
    return MOMENT.format(at.atZone(ZoneId.systemDefault()));
  }

  private List<Link> targets(Figure figure, Asked asked) {
    return shown.plan().targets().values().stream()
        .filter(target -> reads(target, figure.series().id()))
        .map(
            target ->
                new Link(asked.t(target.indicator().name()), asked.href("/targets/" + target.id())))
        .toList();
  }

  private static boolean reads(Target target, String series) {
    var own = target.indicator().formula().stream();
    var near = target.indicator().standIns().stream().map(one -> one.formula());
    return Stream.concat(own, near)
        .flatMap(formula -> formula.published())
        .anyMatch(part -> part.series().id().equals(series));
  }
}
