package yuheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import yuheng.facts.Breakdown.Origin;
import yuheng.facts.Breakdown.Row;
import yuheng.facts.Breakdown.Whole;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// A breakdown as it is said to the journal: one field for each part, `row:500101`, and its
/// arithmetic in `how:500101`.
final class BreakdownText {
  static final String KIND = "breakdown";
  private static final String ROW = "row:";
  private static final String HOW = "how:";

  private BreakdownText() {}

  static Said write(Breakdown breakdown) {
    var fields = new TreeMap<String, String>();
    fields.put("unit", breakdown.unit().symbol());
    fields.put("valid-from", breakdown.validFrom().toString());
    breakdown
        .whole()
        .ifPresent(
            whole -> {
              fields.put("whole", whole.amount().toPlainString());
              fields.put("whole-from-zh", whole.from().zh());
              fields.put("whole-from-en", whole.from().en());
            });
    switch (breakdown.origin()) {
      case Origin.Official(var source) -> fields.put("source", source);
      case Origin.Proposal(var method) -> fields.put("method", method);
    }
    breakdown.series().ifPresent(series -> fields.put("series", series));
    breakdown.reason().ifPresent(reason -> fields.put("reason", reason));
    breakdown
        .rows()
        .forEach(
            (part, row) -> {
              fields.put(ROW + part, row.amount().toPlainString());
              row.how().ifPresent(how -> fields.put(HOW + part, how));
            });
    return new Said(KIND, breakdown.key().toString(), fields);
  }

  /// @param unit of the indicator, whose prices the amounts are at
  static Breakdown read(Breakdown.Key key, Said said, Unit unit) {
    var rows = new LinkedHashMap<String, Row>();
    for (Map.Entry<String, String> field : said.fields().entrySet()) {
      if (field.getKey().startsWith(ROW)) {
        String part = field.getKey().substring(ROW.length());
        rows.put(part, new Row(new BigDecimal(field.getValue()), said.find(HOW + part)));
      }
    }
    Optional<Whole> whole =
        said.find("whole")
            .map(
                amount ->
                    new Whole(
                        new BigDecimal(amount),
                        new Words(said.text("whole-from-zh"), said.text("whole-from-en"))));
    Origin origin =
        said.find("source")
            .<Origin>map(Origin.Official::new)
            .orElseGet(() -> new Origin.Proposal(said.text("method")));
    return new Breakdown(
        key,
        Unit.of(said.text("unit")).at(unit.prices()),
        rows,
        whole,
        origin,
        said.find("reason"),
        LocalDate.parse(said.text("valid-from")),
        said.find("series"));
  }
}
