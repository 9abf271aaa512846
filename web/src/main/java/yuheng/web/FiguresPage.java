package yuheng.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Figure;
import yuheng.facts.Figure.Authority;
import yuheng.facts.Listing;
import yuheng.facts.Role;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// All published figures that the question at hand may see: for each series and scope the latest
/// period, or every period; filtered by the address, and to be taken along as seen.
@Controller
class FiguresPage {
  private static final Words[] HEAD = {
    new Words("数列", "series"),
    new Words("范围", "scope"),
    new Words("所属期", "period"),
    new Words("数值", "value"),
    new Words("单位", "unit"),
    new Words("同比增速", "growth"),
    new Words("统计口径", "coverage"),
    new Words("发布日期", "heard"),
    new Words("发布机构", "authority"),
    new Words("来源", "source"),
    new Words("备注", "note")
  };

  private final Shown shown;
  private final Html html;

  FiguresPage(Shown shown, Html html) {
    this.shown = shown;
    this.html = html;
  }

  /// What the template gets.
  ///
  /// @param all how many there are without the filter
  /// @param taken how many figures were taken just now, and as which act; empty text for none
  record View(
      Frame frame,
      Leaf<Line> leaf,
      int all,
      Filter filter,
      List<Option> authorities,
      Exports.Links links,
      boolean writes,
      String taken) {}

  /// A figure, the id of its series, and how many vintages it stands among.
  record Line(
      String id, FigureLine figure, String growth, String coverage, int vintages, String by) {
    private String text() {
      return "%s %s %s %s %s %s"
          .formatted(
              id, figure.series(), figure.scope(), figure.period(), figure.source(), figure.id())
          .toLowerCase(Locale.ROOT);
    }
  }

  /// A choice of a filter.
  record Option(String code, String name, boolean chosen) {}

  /// What the address filters by.
  ///
  /// @param periods `all`, or nothing for the latest of each series and scope
  /// @param origin `entered` for what people entered
  record Filter(String words, String periods, String authority, String origin) {
    static Filter of(WebRequest request) {
      return new Filter(
          Asked.said(request, "q"),
          Asked.said(request, "periods"),
          Asked.said(request, "authority"),
          Asked.said(request, "origin"));
    }

    boolean lets(Figure figure, Line line) {
      return (authority.isEmpty() || figure.authority().code().equals(authority))
          && (!origin.equals("entered") || figure.origin() instanceof Figure.Origin.Entered)
          && line.text().contains(words.toLowerCase(Locale.ROOT));
    }

    Map<String, String> parameters() {
      var all = new LinkedHashMap<String, String>();
      all.put("q", words);
      all.put("periods", periods);
      all.put("authority", authority);
      all.put("origin", origin);
      all.values().removeIf(String::isEmpty);
      return all;
    }
  }

  @GetMapping("/figures")
  ResponseEntity<String> show(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Filter filter = Filter.of(request);
    List<Figure> figures = figures(asked, filter.periods.equals("all"));
    String title = asked.t("公布数", "Figures");
    Leaf<Line> leaf =
        Leaf.of(lines(figures, filter, asked), request, asked, "/figures", filter.parameters());
    return html.page(
        "figures",
        new View(
            Frame.of(shown, asked, title, "/figures", leaf.in(filter.parameters())),
            leaf,
            figures.size(),
            filter,
            Stream.of(Authority.values())
                .map(
                    one ->
                        new Option(
                            one.code(), asked.t(one.words()), one.code().equals(filter.authority)))
                .toList(),
            Exports.Links.of(asked, "/figures", filter.parameters()),
            writes(asked),
            taken(request, asked)));
  }

  static boolean writes(Asked asked) {
    return asked.visitor().may(Role.ANALYST);
  }

  private static String taken(WebRequest request, Asked asked) {
    String act = Asked.said(request, "act");
    String count = Asked.said(request, "count");
    return act.matches("\\d{1,9}") && count.matches("\\d{1,6}")
        ? asked.t(
            "收下 %s 个数，总账第 %s 条。".formatted(count, act),
            "%s taken, act %s of the journal."
                .formatted(asked.count(Long.parseLong(count), "", "figure", "figures"), act))
        : "";
  }

  @GetMapping("/figures" + Exports.AS)
  ResponseEntity<byte[]> taken(@PathVariable("form") String form, WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    return Exports.of(
        form, listing(request, asked), "%s-figures-%s".formatted(shown.plan().id(), asked.asOf()));
  }

  /// With the headings of a table that can be brought again.
  private Listing listing(WebRequest request, Asked asked) {
    Filter filter = Filter.of(request);
    var rows = new ArrayList<List<String>>();
    for (Figure figure : figures(asked, filter.periods.equals("all"))) {
      if (filter.lets(figure, line(figure, asked))) {
        rows.add(
            List.of(
                asked.t(figure.series().name()),
                FigureLine.scope(figure.scope(), shown, asked),
                figure.about().toString(),
                figure.value().digits(),
                figure.value().unit().toString(),
                figure.growth().map(growth -> growth.toPlainString()).orElse(""),
                asked.t(shown.plan().coverage(figure.series().coverage())),
                figure.heard().toString(),
                asked.t(figure.authority().words()),
                figure.source(),
                figure.note().orElse("")));
      }
    }
    return new Listing(
        asked.t("公布数", "figures"), Stream.of(HEAD).map(heading -> asked.t(heading)).toList(), rows);
  }

  /// Of each series, scope and period the one used; in the order of the plan, latest period first.
  private List<Figure> figures(Asked asked, boolean allPeriods) {
    record Subject(String series, String scope) {}
    var latest = new LinkedHashMap<Subject, Map<Period, Figure>>();
    for (Figure figure : shown.figures().all()) {
      boolean known =
          !figure.heard().isAfter(asked.knownOn())
              && !figure.about().end().isAfter(asked.asOf().plusMonths(1).atDay(1));
      if (known) {
        latest
            .computeIfAbsent(
                new Subject(figure.series().id(), figure.scope()), _ -> new LinkedHashMap<>())
            .merge(
                figure.about(),
                figure,
                (one, other) -> Figure.PREFERENCE.compare(one, other) >= 0 ? one : other);
      }
    }
    List<String> order = List.copyOf(shown.plan().series().keySet());
    return latest.entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> order.indexOf(entry.getKey().series())))
        .flatMap(
            entry ->
                entry.getValue().values().stream()
                    .sorted(Comparator.comparing(Figure::about).reversed())
                    .limit(allPeriods ? Long.MAX_VALUE : 1))
        .toList();
  }

  private List<Line> lines(List<Figure> figures, Filter filter, Asked asked) {
    var lines = new ArrayList<Line>();
    for (Figure figure : figures) {
      Line line = line(figure, asked);
      if (filter.lets(figure, line)) {
        lines.add(line);
      }
    }
    return lines;
  }

  private Line line(Figure figure, Asked asked) {
    int vintages =
        (int)
            shown
                .figures()
                .vintages(figure.series().id(), figure.scope())
                .filter(other -> other.about().equals(figure.about()))
                .filter(other -> !other.heard().isAfter(asked.knownOn()))
                .count();
    return new Line(
        figure.series().id(),
        FigureLine.of(figure, shown, asked),
        figure.growth().map(growth -> growth.toPlainString() + "%").orElse(""),
        asked.t(shown.plan().coverage(figure.series().coverage())),
        vintages,
        figure.origin() instanceof Figure.Origin.Entered entered ? entered.by() : "");
  }
}
