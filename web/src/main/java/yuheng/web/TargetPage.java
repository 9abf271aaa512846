package yuheng.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Figure;
import yuheng.facts.Listing;
import yuheng.indicators.Course;
import yuheng.indicators.Reckoning;
import yuheng.indicators.Standing;
import yuheng.plan.Indicator;
import yuheng.plan.Target;
import yuheng.terms.Language;
import yuheng.terms.Words;

/// A target down to the source of its figure: a page of its own, and the drawer of the document.
@Controller
class TargetPage {
  private static final int SITES = 4;

  private final Shown shown;
  private final Html html;

  TargetPage(Shown shown, Html html) {
    this.shown = shown;
    this.html = html;
  }

  /// What the template gets.
  ///
  /// @param drawer only the inside, to be put into a page that stands already
  /// @param chart what the chart draws, as JSON
  record View(
      Frame frame,
      boolean drawer,
      TargetLine line,
      String english,
      String due,
      String baseline,
      List<String> reasons,
      List<String> pace,
      Definition definition,
      List<Evidence> evidence,
      List<Evidence> beside,
      String chart,
      List<Point> points,
      Exports.Links links,
      String sources,
      Anchor anchor,
      String reading,
      String note,
      String needs,
      String owner,
      List<String> serves) {}

  /// How the quantity is defined.
  record Definition(
      String text,
      String source,
      String trust,
      String coverage,
      String prices,
      List<String> readings) {}

  /// A value, the formula it came from, and the figures it rests on.
  record Evidence(
      String value,
      String period,
      String coverage,
      String formula,
      String differs,
      List<FigureLine> figures,
      List<FigureLine> others) {}

  /// A point of the chart as a row of a table.
  record Point(String period, String kind, String value) {}

  /// The words of the strategy and of the official text.
  record Anchor(String article, String href, String quote, String place, String document) {}

  @GetMapping("/targets/{id}")
  ResponseEntity<String> show(
      @PathVariable("id") String id,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean drawer,
      WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Target target = shown.find(id).orElseThrow();
    Standing standing = shown.measurement().standing(target, asked.question());
    Course course = shown.measurement().course(target, asked.question());
    Indicator indicator = target.indicator();
    TargetLine line = TargetLine.of(standing, shown, asked);
    Frame frame = Frame.of(shown, asked, line.name(), "/targets/" + id);
    return html.page(
        "target",
        new View(
            frame,
            drawer,
            line,
            asked.language() == Language.ZH ? indicator.name().en() : indicator.name().zh(),
            asked.t(target.period().words()),
            baseline(target, course, asked),
            standing.reasons().stream().map(asked::t).toList(),
            pace(standing, asked),
            definition(indicator, asked),
            standing.reckoning().map(one -> List.of(evidence(one, asked))).orElse(List.of()),
            standing.beside().stream().map(one -> evidence(one, asked)).toList(),
            CourseChart.json(course, standing, asked),
            points(course, asked),
            Exports.Links.under(asked, "/targets/" + id, asked.href("/targets/" + id)),
            sources(course, asked),
            anchor(target, asked),
            target.reading().map(asked::t).orElse(""),
            target.note().map(asked::t).orElse(""),
            indicator.needs().map(asked::t).orElse(""),
            target.owner().map(office -> named(shown.plan().offices(), office, asked)).orElse(""),
            target.serves().stream()
                .map(principle -> named(shown.plan().principles(), principle, asked))
                .toList()));
  }

  /// The points of the chart, for a spreadsheet.
  @GetMapping("/targets/{id}" + Exports.UNDER)
  ResponseEntity<byte[]> taken(
      @PathVariable("id") String id, @PathVariable("form") String form, WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Target target = shown.find(id).orElseThrow();
    return Exports.of(
        form,
        new Listing(
            asked.t(target.indicator().name()),
            List.of(asked.t("时期", "about"), asked.t("类别", "kind"), asked.t("数值", "value")),
            points(shown.measurement().course(target, asked.question()), asked).stream()
                .map(point -> List.of(point.period, point.kind, point.value))
                .toList()),
        "%s-%s".formatted(id, asked.asOf()));
  }

  /// Where the points of the chart were published, as far as a line of a picture holds them.
  private String sources(Course course, Asked asked) {
    List<String> sites =
        Stream.concat(course.actual().stream(), course.near().stream())
            .flatMap(one -> one.figures().stream())
            .map(figure -> FigureLine.of(figure, shown, asked).site())
            .distinct()
            .toList();
    return sites.stream().limit(SITES).collect(Collectors.joining(asked.t("、", ", ")))
        + (sites.size() > SITES
            ? asked.t(
                " 等 %d 处".formatted(sites.size()), " and %d more".formatted(sites.size() - SITES))
            : "");
  }

  private static String named(Map<String, Words> names, String code, Asked asked) {
    return asked.t(names.getOrDefault(code, Words.same(code)));
  }

  private static String baseline(Target target, Course course, Asked asked) {
    return target
        .baseline()
        .filter(_ -> course.required().size() > 1)
        .map(
            base ->
                base.period().words().in(asked.language())
                    + " "
                    + course.required().getFirst().value().show(asked.language()))
        .orElse("");
  }

  private static List<String> pace(Standing standing, Asked asked) {
    var lines = new ArrayList<String>();
    standing
        .pace()
        .ifPresent(
            pace -> {
              lines.add(asked.t("此前每年 ", "a year so far: ") + pace.soFar().show(asked.language()));
              pace.required()
                  .ifPresent(
                      needed ->
                          lines.add(
                              asked.t("此后每年需 ", "a year needed: ")
                                  + needed.show(asked.language())));
            });
    return lines;
  }

  private Definition definition(Indicator indicator, Asked asked) {
    return new Definition(
        asked.t(indicator.definition()),
        indicator.source(),
        asked.t(indicator.trust().words()),
        asked.t(shown.plan().coverage(indicator.coverage())),
        asked.t(indicator.unit().prices().words()),
        indicator.readings().stream()
            .map(
                reading ->
                    asked.t(reading.words())
                        + asked.t("（", " (")
                        + reading.declared()
                        + asked.t("声明）", ")"))
            .toList());
  }

  private Evidence evidence(Reckoning reckoning, Asked asked) {
    String coverage =
        reckoning.coverage().equals(Reckoning.MIXED)
            ? asked.t("各部分不同", "mixed")
            : asked.t(shown.plan().coverage(reckoning.coverage()));
    return new Evidence(
        reckoning.value().show(asked.language()),
        asked.t(reckoning.period().words()),
        coverage,
        reckoning.formula().written(),
        reckoning.differs().map(asked::t).orElse(""),
        lines(reckoning.figures(), asked),
        lines(reckoning.others(), asked));
  }

  private List<FigureLine> lines(List<Figure> figures, Asked asked) {
    return figures.stream().map(figure -> FigureLine.of(figure, shown, asked)).toList();
  }

  private static List<Point> points(Course course, Asked asked) {
    var points = new ArrayList<Point>();
    for (Reckoning one : course.actual()) {
      points.add(point(one, asked.t("实际", "actual"), asked));
    }
    for (Reckoning one : course.near()) {
      points.add(point(one, asked.t("近似口径", "stand-in"), asked));
    }
    for (Course.Step step : course.required()) {
      points.add(
          new Point(
              step.day().minusDays(1).toString(),
              asked.t("要求", "required"),
              step.value().show(asked.language())));
    }
    return points;
  }

  private static Point point(Reckoning one, String kind, Asked asked) {
    return new Point(asked.t(one.period().words()), kind, one.value().show(asked.language()));
  }

  private Anchor anchor(Target target, Asked asked) {
    String quote = target.text().map(Target.Anchor::quote).orElse("");
    String place =
        target
            .text()
            .map(
                text ->
                    asked.t(
                        "第%d—%d字".formatted(text.start() + 1, text.end()),
                        "characters %d–%d".formatted(text.start() + 1, text.end())))
            .orElse("");
    return new Anchor(
        shown.cited(target.article(), asked.language()),
        asked.href("/#" + target.id()),
        quote,
        place,
        shown.plan().text().map(text -> "《" + text.title() + "》").orElse(""));
  }
}
