package yuheng.plan;

import java.util.Optional;
import yuheng.plan.Problems.Spot;
import yuheng.terms.Period;
import yuheng.terms.Quantity;

/// Reads periods and quantities that stand somewhere in a package, and tells when they are none.
final class Written {
  private Written() {}

  static Optional<Period> period(Spot spot, Problems problems) {
    Optional<Period> period = Period.read(spot.text());
    if (period.isEmpty()) {
      problems.add(
          "PL011",
          "`%s` is not a period".formatted(spot.text()),
          spot.span(),
          "a period is a year, a half, a quarter, a month, or a range of them",
          "write it like 2015, 2012H1, 2012Q3, 2012-09, 2012-01..2012-09 or 2011..2015");
    }
    return period;
  }

  static Optional<Quantity> quantity(Spot spot, Problems problems) {
    Optional<Quantity> quantity = Quantity.read(spot.text());
    if (quantity.isEmpty()) {
      problems.add(
          "PL012",
          "`%s` is not a quantity".formatted(spot.text()),
          spot.span(),
          "a quantity is a number and a known unit",
          "write it like 1.5万亿元, 50%, 30元/度 or 7个");
    }
    return quantity;
  }
}
