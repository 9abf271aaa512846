package yuheng.web;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.District;
import yuheng.facts.Figure;
import yuheng.facts.Listing;
import yuheng.indicators.DistrictFigure;
import yuheng.plan.Plan.MapFile;
import yuheng.plan.Series;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Districts on the map and in rank order, for one published series and year.
///
/// Classes are quantiles of the districts shown. A district that was merged into another is ranked
/// under its own name but neither drawn nor added to the other.
@Controller
class DistrictsPage {
  private static final List<Words> HEAD =
      List.of(
          new Words("名次", "rank"),
          new Words("代码", "code"),
          new Words("区县", "district"),
          new Words("数值", "value"),
          new Words("单位", "unit"),
          new Words("所属期", "period"),
          new Words("听闻日", "heard"),
          new Words("来源", "source"),
          new Words("备注", "note"));

  private static final int CLASSES = 5;
  private static final int LEAST_DISTRICTS = 5;
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Shown shown;
  private final Html html;
  private final Optional<Outlines> outlines;

  DistrictsPage(Shown shown, Html html) {
    this.shown = shown;
    this.html = html;
    this.outlines =
        shown
            .plan()
            .map()
            .map(MapFile::file)
            .flatMap(file -> Outlines.read(shown.plan().folder().resolve(file)));
  }

  /// What the template gets.
  record View(
      Frame frame,
      String series,
      String unit,
      String year,
      List<Choice> choices,
      Optional<Exports.Links> links,
      List<Ranked> ranking,
      List<Shape> shapes,
      List<Shape> labels,
      String box,
      String inset,
      List<Shape> insetLabels,
      List<Step> legend,
      String mapNote,
      String mapSource) {
    static View empty(Frame frame) {
      return new View(
          frame,
          "",
          "",
          "",
          List.of(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          "",
          "",
          List.of(),
          List.of(),
          "",
          "");
    }
  }

  /// A series and year that districts have figures of.
  record Choice(String name, String href, boolean chosen) {}

  /// A district in rank order.
  ///
  /// @param width of its bar, percent of the longest
  record Ranked(
      int rank, String name, String value, int width, int step, String note, String href) {}

  /// An outline or a label; step 0 has no data.
  record Shape(String path, int step, String title, String name, int x, int y) {
    Shape at(int[] point) {
      return new Shape(path, step, title, name, point[0], point[1]);
    }
  }

  /// A class of the legend.
  record Step(int step, String words) {}

  @GetMapping("/districts")
  ResponseEntity<String> show(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    List<Table> tables = tables(asked);
    return html.page(
        "districts",
        wanted(request, tables)
            .map(table -> view(table, tables, asked))
            .orElseGet(() -> View.empty(frame(asked, Map.of()))));
  }

  /// The table of the series that an address names, else the first.
  private static Optional<Table> wanted(WebRequest request, List<Table> tables) {
    String series = Asked.said(request, "series");
    return tables.stream()
        .filter(one -> one.series.id().equals(series))
        .findFirst()
        .or(() -> tables.stream().findFirst());
  }

  @GetMapping("/districts" + Exports.AS)
  ResponseEntity<byte[]> taken(@PathVariable("form") String form, WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Optional<Table> table = wanted(request, tables(asked));
    var rows = new ArrayList<List<String>>();
    for (DistrictFigure row : table.map(DistrictsPage::sorted).orElse(List.of())) {
      rows.add(
          List.of(
              Integer.toString(rows.size() + 1),
              row.district().code(),
              asked.t(row.district().name()),
              amount(row).toPlainString(),
              asked.t(
                  row.figure().series().unit().symbol(), row.figure().series().unit().english()),
              asked.t(row.figure().about().words()),
              row.figure().heard().toString(),
              row.figure().source(),
              note(row, asked)));
    }
    return Exports.of(
        form,
        new Listing(
            asked.t("区县", "districts"), HEAD.stream().map(one -> asked.t(one)).toList(), rows),
        "%s-districts-%s".formatted(shown.plan().id(), asked.asOf()));
  }

  private Frame frame(Asked asked, Map<String, String> more) {
    return Frame.of(shown, asked, asked.t("区县", "Districts"), "/districts", more);
  }

  /// A series and the latest year in which several districts had a figure.
  private record Table(Series series, Period year, List<DistrictFigure> rows) {}

  private List<Table> tables(Asked asked) {
    var found = new LinkedHashMap<String, Table>();
    for (Series series : shown.plan().series().values()) {
      var years = new TreeSet<Period>();
      for (String code : shown.figures().districts().keySet()) {
        shown.figures().knownOn(series.id(), code, asked.knownOn()).stream()
            .map(Figure::about)
            .filter(about -> about.isYear() && !about.start().isAfter(asked.asOf().atDay(1)))
            .forEach(years::add);
      }
      for (Period year : years.reversed()) {
        List<DistrictFigure> rows =
            shown.measurement().byDistrict(series.id(), year, asked.knownOn());
        if (rows.size() >= LEAST_DISTRICTS) {
          found.putIfAbsent(series.id(), new Table(series, year, rows));
        }
      }
    }
    return found.values().stream()
        .sorted(Comparator.comparing((Table table) -> !isIndicator(table.series.id())))
        .toList();
  }

  private boolean isIndicator(String series) {
    return shown.plan().indicators().containsKey(series);
  }

  private View view(Table table, List<Table> tables, Asked asked) {
    List<DistrictFigure> sorted = sorted(table);
    List<BigDecimal> limits = limits(sorted);
    var byOutline = new HashMap<String, DistrictFigure>();
    var ranking = new ArrayList<Ranked>();
    BigDecimal longest = amount(sorted.getFirst());
    for (DistrictFigure row : sorted) {
      int step = step(amount(row), limits);
      ranking.add(ranked(row, ranking.size() + 1, step, longest, asked));
      if (!row.merged()) {
        byOutline.put(today(row.district()), row);
      }
    }
    List<Choice> choices =
        tables.stream()
            .map(
                one ->
                    new Choice(
                        asked.t(one.series.name()),
                        asked.href("/districts", Map.of("series", one.series.id())),
                        one.series.id().equals(table.series.id())))
            .toList();
    List<Shape> shapes = shapes(byOutline, limits, asked);
    Outlines.Crowd crowded = outlines.map(Outlines::crowded).orElse(Outlines.Crowd.NONE);
    return new View(
        frame(asked, Map.of("series", table.series.id())),
        asked.t(table.series.name()),
        asked.t(table.series.unit().symbol(), table.series.unit().english()),
        asked.t(table.year.words()),
        choices,
        Optional.of(Exports.Links.of(asked, "/districts", Map.of("series", table.series.id()))),
        ranking,
        shapes,
        shapes.stream().filter(shape -> !crowded.holds(shape.x, shape.y)).toList(),
        outlines.map(map -> "0 0 %d %d".formatted(map.width(), map.height())).orElse(""),
        crowded.box(),
        close(shapes, crowded),
        legend(limits, asked),
        shown.plan().map().map(map -> asked.t(map.note())).orElse(""),
        shown.plan().map().map(map -> map.source() + " (" + map.licence() + ")").orElse(""));
  }

  private static List<DistrictFigure> sorted(Table table) {
    return table.rows.stream()
        .sorted(Comparator.comparing(DistrictsPage::amount).reversed())
        .toList();
  }

  private static List<Shape> close(List<Shape> shapes, Outlines.Crowd crowded) {
    List<Shape> close = shapes.stream().filter(shape -> crowded.holds(shape.x, shape.y)).toList();
    List<int[]> at =
        crowded.labels(close.stream().map(shape -> new int[] {shape.x, shape.y}).toList());
    return IntStream.range(0, close.size()).mapToObj(i -> close.get(i).at(at.get(i))).toList();
  }

  private static BigDecimal amount(DistrictFigure row) {
    return row.figure().value().in(row.figure().series().unit()).amount();
  }

  /// The number alone; its unit stands in the heading.
  private static String plain(BigDecimal amount, Asked asked) {
    return new Quantity(amount, Unit.ONE).show(asked.language());
  }

  /// The code under which the same district goes on today.
  private String today(District district) {
    District now = district;
    while (!isDrawn(now.code()) && now.continuesAs().isPresent()) {
      @Nullable District next = shown.figures().districts().get(now.continuesAs().get());
      if (next == null) {
        break;
      }
      now = next;
    }
    return now.code();
  }

  private boolean isDrawn(String code) {
    return outlines.filter(map -> map.paths().containsKey(code)).isPresent();
  }

  private static List<BigDecimal> limits(List<DistrictFigure> sorted) {
    var limits = new ArrayList<BigDecimal>();
    for (int i = 1; i < CLASSES; i++) {
      limits.add(amount(sorted.reversed().get(sorted.size() * i / CLASSES)));
    }
    return limits;
  }

  private static int step(BigDecimal amount, List<BigDecimal> limits) {
    int step = 1;
    for (BigDecimal limit : limits) {
      if (amount.compareTo(limit) >= 0) {
        step++;
      }
    }
    return step;
  }

  private Ranked ranked(DistrictFigure row, int rank, int step, BigDecimal longest, Asked asked) {
    return new Ranked(
        rank,
        asked.t(row.district().name()),
        plain(amount(row), asked),
        amount(row).multiply(HUNDRED).divide(longest, MathContext.DECIMAL32).intValue(),
        step,
        note(row, asked),
        asked.href("/figures/" + row.figure().id()));
  }

  private String note(DistrictFigure row, Asked asked) {
    return row.merged() ? mergedNote(row.district(), asked) : without(row.district(), asked);
  }

  private String mergedNote(District district, Asked asked) {
    return district
        .mergedInto()
        .map(code -> shown.figures().districts().get(code))
        .map(
            into ->
                asked.t(
                    "%s年并入%s".formatted(year(district), into.name().zh()),
                    "merged into %s in %s".formatted(into.name().en(), year(district))))
        .orElse("");
  }

  /// What the outline of today holds that the figure of then does not.
  private String without(District district, Asked asked) {
    String now = today(district);
    return shown.figures().districts().values().stream()
        .filter(other -> other.mergedInto().filter(now::equals).isPresent())
        .filter(_ -> !now.equals(district.code()))
        .map(other -> asked.t("不含%s".formatted(other.name().zh()), "without " + other.name().en()))
        .findFirst()
        .orElse("");
  }

  private static String year(District district) {
    return district.to().map(day -> Integer.toString(day.getYear())).orElse("");
  }

  private List<Shape> shapes(
      Map<String, DistrictFigure> byOutline, List<BigDecimal> limits, Asked asked) {
    if (outlines.isEmpty()) {
      return List.of();
    }
    var shapes = new ArrayList<Shape>();
    Outlines map = outlines.get();
    map.paths()
        .forEach(
            (code, path) -> {
              @Nullable District district = shown.figures().districts().get(code);
              @Nullable DistrictFigure row = byOutline.get(code);
              String name = district == null ? code : asked.t(district.name());
              String value =
                  row == null
                      ? asked.t("无数据", "no data")
                      : row.figure().value().show(asked.language());
              int[] centre = map.centres().getOrDefault(code, new int[] {0, 0});
              shapes.add(
                  new Shape(
                      path,
                      row == null ? 0 : step(amount(row), limits),
                      name + "  " + value,
                      shortName(name),
                      centre[0],
                      centre[1]));
            });
    return shapes;
  }

  /// 綦江区 is 綦江 on a map, an autonomous county goes by its first two characters.
  static String shortName(String name) {
    if (name.endsWith(" County")) {
      return name.substring(0, name.indexOf(" County"));
    }
    if (name.endsWith("自治县")) {
      return name.substring(0, 2);
    }
    boolean suffix = name.length() > 2 && "区县".indexOf(name.charAt(name.length() - 1)) >= 0;
    return suffix ? name.substring(0, name.length() - 1) : name;
  }

  private static List<Step> legend(List<BigDecimal> limits, Asked asked) {
    var steps = new ArrayList<Step>();
    for (int i = CLASSES; i >= 1; i--) {
      String words =
          i == 1 ? "< " + plain(limits.getFirst(), asked) : "≥ " + plain(limits.get(i - 2), asked);
      steps.add(new Step(i, words));
    }
    steps.add(new Step(0, asked.t("无数据", "no data")));
    return steps;
  }
}
