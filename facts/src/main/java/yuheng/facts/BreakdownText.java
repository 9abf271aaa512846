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
  private static final String ENGLISH = "/en";

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
              put(fields, "whole-from", whole.from());
            });
    switch (breakdown.origin()) {
      case Origin.Official(var source) -> fields.put("source", source);
      case Origin.Proposal(var method) -> put(fields, "method", method);
    }
    breakdown.series().ifPresent(series -> fields.put("series", series));
    breakdown.reason().ifPresent(reason -> fields.put("reason", reason));
    breakdown
        .rows()
        .forEach(
            (part, row) -> {
              fields.put(ROW + part, row.amount().toPlainString());
              row.how().ifPresent(how -> put(fields, HOW + part, how));
            });
    return new Said(KIND, breakdown.key().toString(), fields);
  }

  /// Words of two languages as two fields: `how:500101` and `how:500101/en`.
  private static void put(Map<String, String> fields, String name, Words words) {
    fields.put(name, words.zh());
    if (!words.en().equals(words.zh())) {
      fields.put(name + ENGLISH, words.en());
    }
  }

  private static Optional<Words> words(Said said, String name) {
    return said.find(name).map(zh -> new Words(zh, said.find(name + ENGLISH).orElse(zh)));
  }

  /// Reads what was said.
  ///
  /// @param unit of the indicator, whose prices the amounts are at
  static Breakdown read(Breakdown.Key key, Said said, Unit unit) {
    var rows = new LinkedHashMap<String, Row>();
    for (Map.Entry<String, String> field : said.fields().entrySet()) {
      if (field.getKey().startsWith(ROW)) {
        String part = field.getKey().substring(ROW.length());
        rows.put(part, new Row(new BigDecimal(field.getValue()), words(said, HOW + part)));
      }
    }
    Optional<Whole> whole =
        said.find("whole")
            .map(
                amount ->
                    new Whole(new BigDecimal(amount), words(said, "whole-from").orElseThrow()));
    Origin origin =
        said.find("source")
            .<Origin>map(Origin.Official::new)
            .orElseGet(() -> new Origin.Proposal(words(said, "method").orElseThrow()));
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
