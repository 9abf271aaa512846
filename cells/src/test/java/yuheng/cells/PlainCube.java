package yuheng.cells;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import yuheng.cells.DrawnCity.Unit;
import yuheng.cells.Measure.Growth;
import yuheng.cells.Measure.Linear;
import yuheng.cells.Measure.Month;
import yuheng.cells.Measure.Ratio;
import yuheng.cells.Measure.Trailing;
import yuheng.cells.Measure.YearToDate;

/// The measures once more, word by word as they are defined, one value at a time and with numbers
/// of any size: what the fast way is held to.
record PlainCube(DrawnCity city) {
  Optional<BigDecimal> value(Cut cut, List<Integer> group, int month, Measure measure) {
    List<Unit> units =
        city.units().stream().filter(unit -> city.group(cut, unit, month).equals(group)).toList();
    return switch (measure) {
      case Linear linear -> sum(units, linear, month).map(BigDecimal::new);
      case Ratio(Linear over, Linear under, int decimals) ->
          sum(units, over, month)
              .flatMap(
                  o ->
                      sum(units, under, month)
                          .filter(u -> u.signum() != 0)
                          .map(
                              u ->
                                  new BigDecimal(o)
                                      .divide(
                                          new BigDecimal(u), decimals, RoundingMode.HALF_EVEN)));
      case Growth(Linear of, int decimals) -> growth(units, of, month, decimals);
    };
  }

  private Optional<BigInteger> sum(List<Unit> units, Linear linear, int month) {
    return units.stream()
        .flatMap(unit -> number(unit, linear, month).stream())
        .reduce(BigInteger::add);
  }

  private Optional<BigDecimal> growth(List<Unit> units, Linear of, int month, int decimals) {
    if (month < 12) {
      return Optional.empty();
    }
    List<Unit> comparable =
        units.stream()
            .filter(unit -> number(unit, of, month).isPresent())
            .filter(unit -> number(unit, of, month - 12).isPresent())
            .toList();
    Optional<BigInteger> now = sum(comparable, of, month);
    Optional<BigInteger> then = sum(comparable, of, month - 12);
    return then.filter(t -> t.signum() > 0)
        .map(
            t ->
                new BigDecimal(now.orElseThrow().subtract(t).multiply(BigInteger.valueOf(100)))
                    .divide(new BigDecimal(t), decimals, RoundingMode.HALF_EVEN));
  }

  private Optional<BigInteger> number(Unit unit, Linear linear, int month) {
    int item = city.items().indexOf(linear.item());
    int start =
        switch (linear) {
          case Month _ -> month;
          case YearToDate _ -> month / 12 * 12;
          case Trailing(_, int months) -> Math.max(0, month - months + 1);
        };
    if (unit.cell(month, item).isEmpty()) {
      return Optional.empty();
    }
    BigInteger sum = BigInteger.ZERO;
    for (int tap = start; tap <= month; tap++) {
      Optional<BigInteger> cell = unit.cell(tap, item);
      if (cell.isEmpty() && tap >= unit.from() && tap < unit.until()) {
        return Optional.empty();
      }
      sum = sum.add(cell.orElse(BigInteger.ZERO));
    }
    return Optional.of(sum);
  }
}
