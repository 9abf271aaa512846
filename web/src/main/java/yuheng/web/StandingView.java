package yuheng.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Breakdown;
import yuheng.indicators.PartStanding;
import yuheng.indicators.PartStanding.Cell;
import yuheng.indicators.Ranking;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Value;
import yuheng.terms.Words;

/// What the page of a ranking shows.
final class StandingView {
  /// What rows can be sorted by.
  static final SequencedMap<String, Words> SORTS = sorts();

  private static final BigDecimal LAST = new BigDecimal(-1_000_000_000);

  private final Shown shown;
  private final Asked asked;
  private final Ranking ranking;
  private final String sort;
  private final Optional<Outlines> outlines;
  private final List<String> footnotes;

  StandingView(
      Shown shown, Asked asked, Ranking ranking, String sort, Optional<Outlines> outlines) {
    this.shown = shown;
    this.asked = asked;
    this.ranking = ranking;
    this.sort = sort;
    this.outlines = outlines;
    this.footnotes = footnotes(ranking, asked);
  }

  private static SequencedMap<String, Words> sorts() {
    var sorts = new LinkedHashMap<String, Words>();
    sorts.put("rank", new Words("按名次", "by rank"));
    sorts.put("gap", new Words("按缺口", "by gap"));
    sorts.put("growth", new Words("按同比", "by growth"));
    return Collections.unmodifiableSequencedMap(sorts);
  }

  /// What the template gets; of a plan without targets only the frame.
  ///
  /// @param words that rows are narrowed by
  /// @param footnotes what is said of several rows, by number
  record View(
      Frame frame,
      String name,
      String unit,
      String month,
      List<Choice> targets,
      List<Choice> dimensions,
      List<Choice> schedules,
      List<Choice> sorts,
      String words,
      Leaf<Row> leaf,
      int all,
      Optional<Row> whole,
      String gap,
      List<String> notes,
      List<String> footnotes,
      String tasks,
      boolean official,
      String tasksHref,
      String lamps,
      Optional<Exports.Links> links,
      List<LampMap.Lit> lit,
      Optional<LampMap> map) {}

  /// A choice; of targets, `href` is the id.
  record Choice(String name, String href, boolean chosen) {}

  /// A part's row.
  record Row(
      String rank,
      String moved,
      String movedWords,
      String name,
      String marks,
      List<String> notes,
      String lamp,
      String mark,
      String lampWords,
      SparkLine spark,
      String task,
      String taskExact,
      CellText done,
      String about,
      String percent,
      String asked,
      String how,
      String ahead,
      CellText month,
      CellText growth,
      CellText change,
      String gap,
      String share) {}

  /// A value, or a dash with its reason.
  ///
  /// @param href to the figure behind it; empty when there is none or several
  record CellText(String text, String why, String href) {}

  static View empty(Frame frame) {
    return new View(
        frame,
        "",
        "",
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "",
        new Leaf<>(List.of(), 0, 0, 1, List.of()),
        0,
        Optional.empty(),
        "",
        List.of(),
        List.of(),
        "",
        false,
        "",
        "",
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  View view(
      List<Choice> targets,
      List<Choice> dimensions,
      List<Choice> schedules,
      List<Choice> sorts,
      String words,
      WebRequest request) {
    var unit = ranking.target().indicator().unit();
    var key =
        new Breakdown.Key(
            ranking.target().id(), ranking.dimension(), Period.year(ranking.month().getYear()));
    Leaf<Row> leaf =
        Leaf.of(parts(words), request, asked, "/standing", parameters(words)).map(this::row);
    return new View(
        Frame.of(
            shown, asked, asked.t("进度排名", "Standing"), "/standing", leaf.in(parameters(words))),
        asked.t(ranking.target().indicator().name()),
        asked.t(unit.symbol(), unit.symbol() + " (" + unit.english() + ")"),
        ranking.month().toString(),
        targets,
        dimensions,
        schedules,
        sorts,
        words,
        leaf,
        ranking.parts().size(),
        Optional.of(row(ranking.whole())),
        gap(),
        ranking.notes().stream().map(asked::t).toList(),
        footnotes,
        tasks(),
        ranking
            .tasks()
            .filter(one -> one.breakdown().origin() instanceof Breakdown.Origin.Official)
            .isPresent(),
        asked.href(ComingDown.path(key)),
        lamps(),
        Optional.of(Exports.Links.of(asked, "/standing", parameters(words))),
        LampMap.lit(ranking, asked),
        LampMap.of(ranking, outlines, shown, asked));
  }

  private Map<String, String> parameters(String words) {
    var all = new LinkedHashMap<String, String>();
    all.put("target", ranking.target().id());
    all.put("by", ranking.dimension().code());
    all.put("schedule", ranking.method().code());
    all.put("sort", sort);
    if (!words.isEmpty()) {
      all.put("q", words);
    }
    return all;
  }

  /// The parts whose names hold some words, in the order asked for.
  List<PartStanding> parts(String words) {
    String sought = words.toLowerCase(Locale.ROOT);
    return sorted().stream()
        .filter(one -> asked.t(one.name()).toLowerCase(Locale.ROOT).contains(sought))
        .toList();
  }

  private List<PartStanding> sorted() {
    return switch (sort) {
      case "gap" ->
          ranking.parts().stream()
              .sorted(
                  Comparator.comparing(
                          (PartStanding one) -> one.gap().map(Quantity::amount).orElse(LAST))
                      .reversed())
              .toList();
      case "growth" ->
          ranking.parts().stream()
              .sorted(
                  Comparator.comparing(
                          (PartStanding one) ->
                              one.growth().known().map(Quantity::amount).orElse(LAST))
                      .reversed())
              .toList();
      default -> ranking.parts();
    };
  }

  private String tasks() {
    return ranking
        .tasks()
        .map(
            one ->
                asked.t(one.breakdown().origin().words())
                    + asked.t("：", ": ")
                    + asked.t(one.breakdown().origin().detail()))
        .orElse("");
  }

  private String lamps() {
    var lamps = ranking.lamps();
    return asked.t(
        "落后超过%s点黄灯，超过%s点红灯；%s%s"
            .formatted(
                lamps.behind().toPlainString(),
                lamps.atRisk().toPlainString(),
                lamps.ours() ? "规划没有规定，本系统取用" : "依据",
                lamps.source()),
        "more than %s points behind is yellow, more than %s red; %s %s"
            .formatted(
                lamps.behind().toPlainString(),
                lamps.atRisk().toPlainString(),
                lamps.ours() ? "the plan sets none, ours after" : "by",
                lamps.source()));
  }

  private String gap() {
    return ranking
        .gap()
        .map(
            gap ->
                asked.t(
                    "全域差进度 %s = 列出的部分 %s + 其余 %s（未列部分应完成 %s − 未列部分已完成 %s）"
                        .formatted(
                            show(gap.whole()),
                            show(gap.parts()),
                            show(gap.remainder()),
                            show(gap.unshared()),
                            show(gap.unlisted())),
                    "the whole is short by %s = parts listed %s + the rest %s (asked of others %s − done by others %s)"
                        .formatted(
                            show(gap.whole()),
                            show(gap.parts()),
                            show(gap.remainder()),
                            show(gap.unshared()),
                            show(gap.unlisted()))))
        .orElse("");
  }

  private String show(Quantity quantity) {
    return padded(quantity, 2);
  }

  /// So many decimals in every row of a column.
  private String padded(Quantity quantity, int decimals) {
    String text =
        new Quantity(quantity.rounded(decimals).amount(), Unit.ONE).show(asked.language());
    int point = text.indexOf('.');
    int given = point < 0 ? 0 : text.length() - point - 1;
    return text + (point < 0 ? "." : "") + "0".repeat(decimals - given);
  }

  private Row row(PartStanding one) {
    Optional<String> why = Optional.of(why(one.done(), asked)).filter(text -> !text.isEmpty());
    var notes = new ArrayList<String>();
    one.notes().forEach(note -> notes.add(asked.t(note)));
    why.ifPresent(notes::add);
    String marks =
        notes.stream()
            .filter(footnotes::contains)
            .map(note -> Integer.toString(footnotes.indexOf(note) + 1))
            .collect(Collectors.joining(", "));
    notes.removeAll(footnotes);
    return new Row(
        one.rank().isPresent() ? Integer.toString(one.rank().getAsInt()) : "",
        one.moved().isPresent() ? moved(one.moved().getAsInt()) : "",
        one.moved().isPresent() ? movedWords(one.moved().getAsInt()) : "",
        asked.t(one.name()),
        marks,
        notes,
        one.lamp().code(),
        one.lamp().mark(),
        asked.t(one.lamp().words()),
        SparkLine.of(one.line(), one.schedule().map(s -> s.percent()), lastMonth(one)),
        one.task().map(this::show).orElse("—"),
        one.task().map(Quantity::digits).orElse(""),
        cell(one.done(), 2),
        one.done().about().map(about -> asked.t(about.words())).orElse(""),
        one.percent().map(StandingView::tenth).orElse(""),
        one.schedule().map(s -> tenth(s.percent())).orElse(""),
        one.schedule().map(s -> asked.t(s.how())).orElse(""),
        one.behind().map(points -> signed(points.negate())).orElse(""),
        cell(one.month(), 2),
        cell(one.growth(), 1),
        cell(one.change(), 1),
        one.gap().map(this::show).orElse(""),
        one.shareOfGap().map(StandingView::tenth).orElse(""));
  }

  /// What is said of more than two parts stands once, below the table.
  private static List<String> footnotes(Ranking ranking, Asked asked) {
    var times = new LinkedHashMap<String, Integer>();
    for (PartStanding one : ranking.parts()) {
      one.notes().forEach(note -> times.merge(asked.t(note), 1, Integer::sum));
      times.merge(why(one.done(), asked), 1, Integer::sum);
    }
    return times.entrySet().stream()
        .filter(entry -> entry.getValue() > 2 && !entry.getKey().isEmpty())
        .map(Map.Entry::getKey)
        .toList();
  }

  private int lastMonth(PartStanding one) {
    return one.done()
        .about()
        .map(about -> about.lastDay().getMonthValue())
        .orElse(ranking.month().getMonthValue());
  }

  private static String moved(int ranks) {
    return ranks == 0 ? "=" : ranks > 0 ? "↑" + ranks : "↓" + -ranks;
  }

  private String movedWords(int ranks) {
    if (ranks == 0) {
      return asked.t("与上月相同", "as last month");
    }
    return ranks > 0
        ? asked.t("比上月升%d位".formatted(ranks), "up %d since last month".formatted(ranks))
        : asked.t("比上月降%d位".formatted(-ranks), "down %d since last month".formatted(-ranks));
  }

  private CellText cell(Cell cell, int decimals) {
    return cell.known()
        .map(
            value ->
                new CellText(
                    padded(value, decimals),
                    "",
                    cell.figures().size() == 1
                        ? asked.href("/figures/" + cell.figures().getFirst().id())
                        : ""))
        .orElseGet(() -> new CellText("—", why(cell, asked), ""));
  }

  /// Why a cell has no value; empty when it has one.
  static String why(Cell cell, Asked asked) {
    return cell.value() instanceof Value.Missing(_, var detail) ? asked.t(detail) : "";
  }

  private static String tenth(BigDecimal number) {
    BigDecimal rounded = number.setScale(1, RoundingMode.HALF_EVEN);
    return (rounded.signum() < 0 ? "−" : "") + rounded.abs().toPlainString();
  }

  private static String signed(BigDecimal number) {
    return (number.signum() < 0 ? "" : "+") + tenth(number);
  }
}
