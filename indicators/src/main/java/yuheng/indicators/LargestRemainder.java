package yuheng.indicators;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Shares whole units out by weight with the largest-remainder method (最大余数法; Hamilton's method, M.
/// Balinski and H. P. Young, *Fair Representation*, 1982, ch. 3): each part gets its exact share
/// rounded down, and the units left over go one each to the largest remainders.
///
/// The sum is exactly the whole; each part gets its exact share to within one unit; of two parts
/// the one with more weight never gets less; the order in which the parts are given does not
/// matter, because equal remainders are taken in the order of the codes. All arithmetic is on
/// integers.
final class LargestRemainder {
  private LargestRemainder() {}

  /// What one part gets.
  ///
  /// @param exact its exact share in units, to 34 significant digits, for showing
  /// @param floor that rounded down
  /// @param place of its remainder among all, from 1
  /// @param raised it got one of the units left over
  record Portion(
      String part,
      BigDecimal weight,
      BigDecimal exact,
      BigInteger floor,
      int place,
      boolean raised) {
    BigInteger units() {
      return raised ? floor.add(BigInteger.ONE) : floor;
    }
  }

  private record Split(String part, BigDecimal weight, BigInteger floor, BigInteger remainder) {}

  /// What each part gets, in the order of the codes.
  ///
  /// @param units to be shared out; not less than zero
  /// @param weights none less than zero, one more than zero
  static List<Portion> of(BigInteger units, Map<String, BigDecimal> weights) {
    int scale = weights.values().stream().mapToInt(BigDecimal::scale).max().orElse(0);
    BigInteger total =
        weights.values().stream()
            .map(one -> whole(one, scale))
            .reduce(BigInteger.ZERO, BigInteger::add);
    if (units.signum() < 0 || total.signum() <= 0) {
      throw new IllegalArgumentException(
          "%s units cannot be shared out by weights that come to %s.".formatted(units, total));
    }
    var splits = new ArrayList<Split>();
    BigInteger left = units;
    for (Map.Entry<String, BigDecimal> one : weights.entrySet()) {
      BigInteger weight = whole(one.getValue(), scale);
      if (weight.signum() < 0) {
        throw new IllegalArgumentException("%s weighs %s.".formatted(one.getKey(), one.getValue()));
      }
      BigInteger[] parts = units.multiply(weight).divideAndRemainder(total);
      splits.add(new Split(one.getKey(), one.getValue(), parts[0], parts[1]));
      left = left.subtract(parts[0]);
    }
    splits.sort(Comparator.comparing(Split::remainder).reversed().thenComparing(Split::part));
    var portions = new ArrayList<Portion>();
    for (Split one : splits) {
      int place = portions.size() + 1;
      boolean raised = BigInteger.valueOf(place).compareTo(left) <= 0;
      BigDecimal exact =
          new BigDecimal(one.floor)
              .add(
                  new BigDecimal(one.remainder)
                      .divide(new BigDecimal(total), MathContext.DECIMAL128));
      portions.add(new Portion(one.part, one.weight, exact, one.floor, place, raised));
    }
    portions.sort(Comparator.comparing(Portion::part));
    return portions;
  }

  private static BigInteger whole(BigDecimal weight, int scale) {
    return weight.setScale(Math.max(scale, 0)).unscaledValue();
  }
}
