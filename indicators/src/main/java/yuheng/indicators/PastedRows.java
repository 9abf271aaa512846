package yuheng.indicators;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Rows of parts and amounts as people paste them from a spreadsheet: two columns between tabs,
/// commas or wide spaces; the part by code or by name; the amount as a number or with its unit. A
/// heading and a total line are left out.
///
/// @param amounts by code, in the order given, in the unit asked for
/// @param problems everything that could not be read, each with its line
public record PastedRows(SequencedMap<String, BigDecimal> amounts, List<Words> problems) {
  private static final Pattern COLUMNS =
      Pattern.compile("\\t|[,，;；](?!\\d{3}(\\D|$))|\\s{2,}|\\u3000");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");
  private static final Set<String> TOTALS = Set.of("合计", "总计", "全市", "total", "sum");

  public PastedRows {
    problems = List.copyOf(problems);
  }

  /// Reads pasted text.
  ///
  /// @param among the parts there are, by code
  /// @param open other names may be given too: parks
  public static PastedRows read(
      String text, SequencedMap<String, Words> among, boolean open, Unit unit) {
    var amounts = new LinkedHashMap<String, BigDecimal>();
    var problems = new ArrayList<Words>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String[] cells = COLUMNS.split(line.strip(), 2);
      if (line.isBlank() || isTotal(cells[0])) {
        continue;
      }
      Optional<BigDecimal> amount =
          cells.length == 2 ? amount(cells[1].strip(), unit) : Optional.empty();
      if (amount.isEmpty()) {
        if (number > 1) {
          problems.add(
              new Words(
                  "第%d行“%s”没有读出数，应为：名称、制表符、数。".formatted(number, line.strip()),
                  "Line %d, «%s», has no number; write name, tab, number."
                      .formatted(number, line.strip())));
        }
        continue;
      }
      Optional<String> part = part(cells[0].strip(), among, open);
      if (part.isEmpty()) {
        problems.add(
            new Words(
                "第%d行“%s”不是已知的名称或代码。".formatted(number, cells[0].strip()),
                "Line %d: «%s» is no known name or code.".formatted(number, cells[0].strip())));
      } else if (amounts.putIfAbsent(part.get(), amount.get()) != null) {
        problems.add(
            new Words(
                "第%d行“%s”已经出现过。".formatted(number, cells[0].strip()),
                "Line %d: «%s» was given before.".formatted(number, cells[0].strip())));
      }
    }
    return new PastedRows(amounts, problems);
  }

  private static boolean isTotal(String name) {
    return TOTALS.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  private static Optional<String> part(
      String name, SequencedMap<String, Words> among, boolean open) {
    if (among.containsKey(name)) {
      return Optional.of(name);
    }
    for (Map.Entry<String, Words> one : among.entrySet()) {
      if (one.getValue().zh().equals(name) || one.getValue().en().equalsIgnoreCase(name)) {
        return Optional.of(one.getKey());
      }
    }
    return open && !name.isBlank() ? Optional.of(name) : Optional.empty();
  }

  /// An amount as people write it, in a unit: `1 234.5`, `12亿元`; empty when it is none.
  public static Optional<BigDecimal> amount(String text, Unit unit) {
    String plain =
        text.strip().replaceAll("[\\s\\u2009\\u202f,，](?=\\d{3}(\\D|$))", "").replace('−', '-');
    if (NUMBER.matcher(plain).matches()) {
      return Optional.of(new BigDecimal(plain));
    }
    return Quantity.read(plain)
        .filter(one -> one.unit().hasTheDimensionOf(unit) && !one.unit().equals(Unit.ONE))
        .map(one -> one.at(unit.prices()).in(unit).amount());
  }
}
