package yuheng.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import yuheng.facts.Figure;
import yuheng.indicators.PartStanding;
import yuheng.indicators.PartStanding.Cell;
import yuheng.indicators.Ranking;
import yuheng.terms.Language;
import yuheng.terms.Quantity;
import yuheng.terms.Value;
import yuheng.terms.Words;

/// Where a part stands, as scripts and terminals read it.
final class PartRow {
  private static final List<String> COLUMNS =
      List.of(
          "target",
          "indicator",
          "by",
          "part",
          "name",
          "rank",
          "moved",
          "value",
          "unit",
          "period",
          "missing",
          "task",
          "percent",
          "scheduled_percent",
          "behind",
          "lamp",
          "gap",
          "share_of_gap",
          "month",
          "growth",
          "change",
          "source");

  private PartRow() {}

  static List<Map<String, Object>> json(Ranking ranking) {
    return ranking.parts().stream().map(one -> json(ranking, one)).toList();
  }

  private static Map<String, Object> json(Ranking ranking, PartStanding one) {
    var row = new LinkedHashMap<String, Object>();
    row.put("target", ranking.target().id());
    row.put("indicator", ranking.target().indicator().id());
    row.put("by", ranking.dimension().code());
    row.put("part", one.part());
    row.put("name", one.name().zh());
    one.rank().ifPresent(rank -> row.put("rank", rank));
    one.moved().ifPresent(moved -> row.put("moved", moved));
    put(row, "value", one.done());
    row.put("unit", ranking.target().indicator().unit().symbol());
    one.done().about().ifPresent(about -> row.put("period", about.toString()));
    one.task().ifPresent(task -> row.put("task", task.digits()));
    ranking
        .tasks()
        .ifPresent(tasks -> row.put("task_origin", tasks.breakdown().origin().words().en()));
    one.percent().ifPresent(percent -> row.put("percent", percent.toPlainString()));
    row.put("schedule", ranking.method().code());
    one.schedule()
        .ifPresent(asked -> row.put("scheduled_percent", asked.percent().toPlainString()));
    one.behind().ifPresent(points -> row.put("behind", points.toPlainString()));
    row.put("lamp", one.lamp().code());
    one.gap().ifPresent(gap -> row.put("gap", gap.digits()));
    one.shareOfGap().ifPresent(share -> row.put("share_of_gap", share.toPlainString()));
    put(row, "month", one.month());
    put(row, "growth", one.growth());
    put(row, "change", one.change());
    row.put(
        "source",
        one.done().figures().stream()
            .map(Figure::source)
            .distinct()
            .collect(Collectors.joining("; ")));
    if (!one.notes().isEmpty()) {
      row.put("notes", one.notes().stream().map(Words::zh).toList());
    }
    return row;
  }

  private static void put(Map<String, Object> row, String name, Cell cell) {
    switch (cell.value()) {
      case Value.Known(var quantity) -> row.put(name, quantity.digits());
      case Value.Missing(var reason, var detail) -> {
        String missing = name.equals("value") ? "missing" : name + "_missing";
        row.put(missing, reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        row.put(name + "_why", detail.zh());
      }
    }
  }

  static String csv(List<Map<String, Object>> rows) {
    var lines = new ArrayList<String>();
    lines.add(String.join(",", COLUMNS));
    for (Map<String, Object> row : rows) {
      lines.add(
          COLUMNS.stream()
              .map(column -> TargetRow.cell(String.valueOf(row.getOrDefault(column, ""))))
              .collect(Collectors.joining(",")));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  static String table(Ranking ranking, Language language) {
    var text = new StringBuilder();
    text.append(ranking.target().indicator().name().in(language))
        .append("  ")
        .append(ranking.month())
        .append("  ")
        .append(ranking.method().words().in(language))
        .append("  ")
        .append(ranking.target().indicator().unit().symbol())
        .append('\n');
    ranking.notes().forEach(note -> text.append(note.in(language)).append('\n'));
    var rows = new ArrayList<List<String>>();
    rows.add(
        heads(
            language,
            new Words("位次", "rank"),
            new Words("升降", "moved"),
            new Words("部分", "part"),
            new Words("灯", "lamp"),
            new Words("任务", "task"),
            new Words("累计", "done"),
            new Words("所属期", "about"),
            new Words("完成%", "%"),
            new Words("应完成%", "asked %"),
            new Words("落后点", "behind"),
            new Words("当月", "month"),
            new Words("同比%", "yoy %"),
            new Words("环比%", "mom %"),
            new Words("缺口", "gap"),
            new Words("占缺口%", "% of gap")));
    ranking.parts().forEach(one -> rows.add(row(one, language)));
    rows.add(row(ranking.whole(), language));
    TextColumns.print(
        rows,
        List.of(
            true, true, false, false, true, true, false, true, true, true, true, true, true, true,
            true),
        text);
    ranking
        .gap()
        .ifPresent(
            gap ->
                text.append(
                    new Words(
                            "缺口 %s = 各部分 %s + 其余 %s（未分到或缺数的应完成 %s − 未列出的完成 %s）\n",
                            "gap %s = parts %s + remainder %s (asked of no part shown %s − done by"
                                + " none shown %s)\n")
                        .filled(
                            gap.whole().digits(),
                            gap.parts().digits(),
                            gap.remainder().digits(),
                            gap.unshared().digits(),
                            gap.unlisted().digits())
                        .in(language)));
    return text.toString();
  }

  private static List<String> heads(Language language, Words... words) {
    return List.of(words).stream().map(one -> one.in(language)).toList();
  }

  private static List<String> row(PartStanding one, Language language) {
    return List.of(
        one.rank().isPresent() ? Integer.toString(one.rank().getAsInt()) : "",
        one.moved().isPresent() ? moved(one.moved().getAsInt()) : "",
        one.name().in(language),
        one.lamp().mark() + " " + one.lamp().words().in(language),
        one.task().map(Quantity::digits).orElse("—"),
        cell(one.done()),
        one.done().about().map(Object::toString).orElse(""),
        one.percent().map(Object::toString).orElse(""),
        one.schedule()
            .map(asked -> asked.percent().stripTrailingZeros().toPlainString())
            .orElse(""),
        one.behind().map(Object::toString).orElse(""),
        cell(one.month()),
        cell(one.growth()),
        cell(one.change()),
        one.gap().map(Quantity::digits).orElse(""),
        one.shareOfGap().map(Object::toString).orElse(""));
  }

  private static String moved(int ranks) {
    return ranks == 0 ? "=" : ranks > 0 ? "↑" + ranks : "↓" + -ranks;
  }

  private static String cell(Cell cell) {
    return cell.known().map(Quantity::digits).orElse("—");
  }
}
