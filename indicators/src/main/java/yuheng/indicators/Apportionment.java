package yuheng.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.facts.Breakdown;
import yuheng.facts.Figure;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// A proposal how to share a target out, with its arithmetic (分解建议). The amounts add up to the
/// whole exactly, by the method of largest remainders.
///
/// @param whole what is shared out, in the target's unit
/// @param step the smallest amount that is dealt in, in the same unit: 0.00000001亿元 is one yuan
/// @param rows of the parts that get something, in the order of the codes
/// @param left the parts that get nothing because there is nothing to go by, each with its reason
/// @param how the method in words
public record Apportionment(
    Breakdown.Key key,
    Breakdown.Whole whole,
    BigDecimal step,
    List<Row> rows,
    List<Left> left,
    Words how) {
  public Apportionment {
    rows = List.copyOf(rows);
    left = List.copyOf(left);
  }

  /// How the weights of the parts are come by.
  public sealed interface Method {
    /// By a published amount of a year (按占比).
    record Share(String series, int year) implements Method {}

    /// By that amount, grown on by each part's own printed growth of the year to the year of the
    /// task (按增速), and then scaled to the whole.
    record Growth(String series, int year) implements Method {}

    /// By several published amounts, each part's share of each counted by its percentage (按潜力).
    ///
    /// @param percentages by series; they come to 100
    record Potential(SequencedMap<String, BigDecimal> percentages, int year) implements Method {}

    /// By weights that a person gives, and by nothing else (按给定权数).
    ///
    /// @param basis where they come from; empty when they are our own proposal
    record Weights(Optional<String> basis) implements Method {}
  }

  /// One part's amount and where it comes from.
  ///
  /// @param bases the figures that it is weighed by, in words
  /// @param figures the published figures behind them; fewer where a person entered one
  /// @param percent of the whole, to six decimals, for showing
  /// @param exact its exact share, to 34 significant digits
  /// @param floor that rounded down to the step
  /// @param place of its remainder among all, from 1
  /// @param raised it got one of the steps left over
  public record Row(
      String part,
      Words name,
      List<Words> bases,
      List<Figure> figures,
      BigDecimal percent,
      BigDecimal exact,
      BigDecimal floor,
      int place,
      boolean raised,
      BigDecimal amount) {
    public Row {
      bases = List.copyOf(bases);
      figures = List.copyOf(figures);
    }

    /// The arithmetic in one line.
    public Words arithmetic() {
      String end = raised ? "+1" : "+0";
      return new Words(
          "%s；占 %s%%；精确份额 %s；舍去后 %s，余数第 %d 位 %s"
              .formatted(
                  String.join("，", bases.stream().map(Words::zh).toList()),
                  plain(percent),
                  plain(exact),
                  plain(floor),
                  place,
                  end),
          "%s; %s%%; exact share %s; rounded down %s, remainder no. %d %s"
              .formatted(
                  String.join(", ", bases.stream().map(Words::en).toList()),
                  plain(percent),
                  plain(exact),
                  plain(floor),
                  place,
                  end));
    }

    private static String plain(BigDecimal number) {
      BigDecimal shown = number.scale() > 12 ? number.setScale(12, RoundingMode.DOWN) : number;
      String text = shown.stripTrailingZeros().toPlainString();
      return number.scale() > 12 && shown.compareTo(number) != 0 ? text + "…" : text;
    }
  }

  /// A part that gets nothing.
  public record Left(String part, Words name, Words why) {}

  /// As a breakdown of our own making, to be looked at, changed and kept.
  ///
  /// @param series the series that its amounts are counted in, if narrower than the target
  public Breakdown proposed(Unit unit, LocalDate validFrom, Optional<String> series) {
    var breakdownRows = new LinkedHashMap<String, Breakdown.Row>();
    for (Row row : rows) {
      breakdownRows.put(row.part, new Breakdown.Row(row.amount, Optional.of(row.arithmetic())));
    }
    return new Breakdown(
        key,
        unit,
        breakdownRows,
        Optional.of(whole),
        new Breakdown.Origin.Proposal(how),
        Optional.empty(),
        validFrom,
        series);
  }
}
