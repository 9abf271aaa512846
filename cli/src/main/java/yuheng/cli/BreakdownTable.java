package yuheng.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import yuheng.facts.Breakdown;
import yuheng.facts.Dimension;
import yuheng.indicators.Apportionment;
import yuheng.indicators.Parts;
import yuheng.plan.Target;
import yuheng.terms.Language;
import yuheng.terms.Words;

/// A breakdown as a table, as JSON, as CSV.
final class BreakdownTable {
  private final Breakdown breakdown;
  private final Optional<Apportionment> apportionment;
  private final Parts parts;
  private final Language language;
  private final Map<String, Apportionment.Row> arithmetic;

  BreakdownTable(
      Breakdown breakdown, Optional<Apportionment> apportionment, Parts parts, Language language) {
    this.breakdown = breakdown;
    this.apportionment = apportionment;
    this.parts = parts;
    this.language = language;
    this.arithmetic =
        apportionment.map(Apportionment::rows).orElse(List.of()).stream()
            .collect(Collectors.toMap(Apportionment.Row::part, Function.identity()));
  }

  private String t(String zh, String en) {
    return new Words(zh, en).in(language);
  }

  private Words name(String part) {
    return parts.name(breakdown.key().dimension(), part);
  }

  private Optional<String> how(String part) {
    return Optional.ofNullable(arithmetic.get(part))
        .map(row -> row.arithmetic().in(language))
        .or(
            () ->
                Optional.ofNullable(breakdown.rows().get(part))
                    .flatMap(Breakdown.Row::how)
                    .map(how -> how.in(language)));
  }

  String table(Target target) {
    var text = new StringBuilder();
    text.append(target.indicator().name().in(language))
        .append("  ")
        .append(breakdown.key().period().words().in(language))
        .append("  ")
        .append(breakdown.unit().symbol())
        .append('\n');
    text.append(breakdown.origin().words().in(language))
        .append(t("：", ": "))
        .append(
            apportionment
                .map(one -> one.how().in(language))
                .orElse(breakdown.origin().detail().in(language)))
        .append("\n\n");
    var rows = new ArrayList<List<String>>();
    breakdown
        .rows()
        .forEach(
            (part, row) ->
                rows.add(
                    List.of(
                        part,
                        name(part).in(language),
                        row.amount().toPlainString(),
                        how(part).orElse(""))));
    for (Apportionment.Left left : apportionment.map(Apportionment::left).orElse(List.of())) {
      rows.add(List.of(left.part(), left.name().in(language), "—", left.why().in(language)));
    }
    boolean levels = breakdown.key().dimension() == Dimension.YEARS && breakdown.whole().isEmpty();
    if (!levels) {
      rows.add(List.of("", t("合计", "sum"), plain(breakdown.sum()), ""));
    }
    breakdown
        .whole()
        .ifPresent(
            whole ->
                rows.add(
                    List.of(
                        "",
                        t("上级任务", "whole"),
                        whole.amount().toPlainString(),
                        whole.from().in(language))));
    breakdown
        .remainder()
        .ifPresent(
            rest ->
                rows.add(
                    List.of("", t("差额", "remainder"), plain(rest), breakdown.reason().orElse(""))));
    TextColumns.print(rows, List.of(false, false, true, false), text);
    return text.toString();
  }

  private static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  String json() {
    var all = new LinkedHashMap<String, Object>();
    all.put("target", breakdown.key().target());
    all.put("by", breakdown.key().dimension().code());
    all.put("period", breakdown.key().period().toString());
    all.put("unit", breakdown.unit().symbol());
    all.put(
        "origin",
        breakdown.origin() instanceof Breakdown.Origin.Official ? "official" : "proposal");
    all.put("how", breakdown.origin().detail().zh());
    breakdown.series().ifPresent(series -> all.put("counted_in", series));
    all.put("rows", breakdown.rows().keySet().stream().map(this::jsonRow).toList());
    all.put(
        "left",
        apportionment.map(Apportionment::left).orElse(List.of()).stream()
            .map(one -> Map.of("part", one.part(), "name", one.name().zh(), "why", one.why().zh()))
            .toList());
    all.put("sum", plain(breakdown.sum()));
    breakdown.whole().ifPresent(whole -> all.put("whole", whole.amount().toPlainString()));
    breakdown.remainder().ifPresent(rest -> all.put("remainder", plain(rest)));
    return Json.one(all);
  }

  private Map<String, Object> jsonRow(String part) {
    var row = new LinkedHashMap<String, Object>();
    row.put("part", part);
    row.put("name", name(part).zh());
    row.put("amount", breakdown.amount(part).orElseThrow().digits());
    Optional.ofNullable(arithmetic.get(part))
        .ifPresent(
            one -> {
              row.put("percent", one.percent().toPlainString());
              row.put("exact", one.exact().toPlainString());
              row.put("floor", one.floor().toPlainString());
              row.put("remainder_place", one.place());
              row.put("raised", one.raised());
              row.put("base", one.bases().stream().map(Words::zh).toList());
            });
    how(part).ifPresent(how -> row.put("how", how));
    return row;
  }

  String csv() {
    var lines = new ArrayList<String>();
    lines.add("part,name,amount,unit,how");
    for (String part : breakdown.rows().keySet()) {
      lines.add(
          String.join(
              ",",
              TargetRow.cell(part),
              TargetRow.cell(name(part).in(language)),
              breakdown.amount(part).orElseThrow().digits(),
              breakdown.unit().symbol(),
              TargetRow.cell(how(part).orElse(""))));
    }
    return String.join("\r\n", lines) + "\r\n";
  }
}
