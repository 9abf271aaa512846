package yuheng.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import yuheng.indicators.Reckoning;
import yuheng.indicators.Standing;
import yuheng.plan.Target;
import yuheng.terms.Quantity;
import yuheng.terms.Value;
import yuheng.terms.Words;

/// A target's standing as scripts read it: values are decimals in the indicator's declared unit.
final class TargetRow {
  private static final List<String> COLUMNS =
      List.of(
          "target",
          "indicator",
          "article",
          "target_value",
          "sense",
          "due",
          "value",
          "unit",
          "period",
          "heard",
          "coverage",
          "grade",
          "state",
          "distance_percent",
          "missing",
          "source");

  private TargetRow() {}

  static Map<String, Object> json(Standing standing) {
    Target target = standing.target();
    var row = new LinkedHashMap<String, Object>();
    row.put("target", target.id());
    row.put("indicator", target.indicator().id());
    row.put("article", target.article());
    row.put("target_value", target.value().in(target.indicator().unit()).digits());
    row.put("sense", target.sense().code());
    row.put("due", target.period().toString());
    switch (standing.value()) {
      case Value.Known(var quantity) -> row.put("value", quantity.digits());
      case Value.Missing(var reason, _) ->
          row.put("missing", reason.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
    row.put("unit", target.indicator().unit().symbol());
    standing.reckoning().ifPresent(reckoning -> row.putAll(evidence(reckoning)));
    row.put("grade", standing.grade().code());
    row.put("state", standing.state().code());
    standing
        .distance()
        .ifPresent(
            distance -> {
              row.put("distance", quantity(distance.gap()));
              row.put("distance_percent", distance.percent().toPlainString());
            });
    standing.pace().ifPresent(pace -> row.put("pace", pace(pace)));
    if (!standing.beside().isEmpty()) {
      row.put("beside", standing.beside().stream().map(TargetRow::beside).toList());
    }
    row.put("why", standing.reasons().stream().map(words -> words.zh()).toList());
    row.put("why_en", standing.reasons().stream().map(words -> words.en()).toList());
    return row;
  }

  private static Map<String, Object> evidence(Reckoning reckoning) {
    var row = new LinkedHashMap<String, Object>();
    row.put("period", reckoning.period().toString());
    row.put("heard", reckoning.heard().toString());
    row.put("coverage", reckoning.coverage());
    row.put("formula", reckoning.formula().written());
    reckoning.differs().ifPresent(words -> row.put("differs", both(words)));
    row.put("source", String.join("; ", reckoning.sources()));
    return row;
  }

  private static Map<String, Object> both(Words words) {
    var row = new LinkedHashMap<String, Object>();
    row.put("zh", words.zh());
    row.put("en", words.en());
    return row;
  }

  private static Map<String, Object> beside(Reckoning reckoning) {
    var row = new LinkedHashMap<String, Object>();
    row.put("value", reckoning.value().digits());
    row.put("unit", reckoning.value().unit().symbol());
    row.putAll(evidence(reckoning));
    return row;
  }

  private static Map<String, Object> quantity(Quantity quantity) {
    var row = new LinkedHashMap<String, Object>();
    row.put("value", quantity.digits());
    row.put("unit", quantity.unit().symbol());
    return row;
  }

  private static Map<String, Object> pace(Standing.Pace pace) {
    var row = new LinkedHashMap<String, Object>();
    row.put("per_year_so_far", quantity(pace.soFar()));
    pace.required().ifPresent(needed -> row.put("per_year_required", quantity(needed)));
    row.put("done_percent", pace.done().toPlainString());
    row.put("scheduled_percent", pace.scheduled().toPlainString());
    return row;
  }

  /// One line per target; texts with commas or quotes are quoted.
  static String csv(List<Standing> standings) {
    var lines = new ArrayList<String>();
    lines.add(String.join(",", COLUMNS));
    for (Standing standing : standings) {
      Map<String, Object> row = json(standing);
      lines.add(
          COLUMNS.stream()
              .map(column -> cell(String.valueOf(row.getOrDefault(column, ""))))
              .collect(Collectors.joining(",")));
    }
    return String.join("\r\n", lines) + "\r\n";
  }

  static String cell(String text) {
    return text.matches("(?s).*[,\"\\r\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }
}
