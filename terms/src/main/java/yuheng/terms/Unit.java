package yuheng.terms;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a number is a number of: 亿元, %, 万吨, 元/度, 万元/人·年.
///
/// A unit is a product of base measures to their powers, a positive scale, and (where money is in
/// it) a price basis. Units are read from a plan at run time and checked there.
///
/// | written      | dimension                      | scale |
/// |--------------|--------------------------------|-------|
/// | `亿元`        | money                          | 10⁸   |
/// | `%`          | none                           | 0.01  |
/// | `个百分点`     | percentage point               | 1     |
/// | `元/度`       | money per energy               | 1     |
/// | `万元/人·年`   | money per person and year      | 10⁴   |
///
/// A percentage point is a unit of its own: the difference of two shares is not a share.
///
/// @param symbol as written in Chinese; for showing only
/// @param english as written in English, without scale; for showing only
/// @param dimension base measure to its power; no power is zero
/// @param scale how many base units one of this unit is; positive
/// @param prices [PriceBasis#NONE] unless money is in the dimension
public record Unit(
    String symbol,
    String english,
    SortedMap<String, Integer> dimension,
    BigDecimal scale,
    PriceBasis prices) {
  static final String MONEY = "money";
  private static final String POINT = "percentage point";

  /// A pure number.
  public static final Unit ONE = new Unit("", "", new TreeMap<>(), BigDecimal.ONE, PriceBasis.NONE);

  /// A hundredth of a whole (百分比).
  public static final Unit PERCENT =
      new Unit("%", "%", new TreeMap<>(), new BigDecimal("0.01"), PriceBasis.NONE);

  /// The difference of two percentages (百分点).
  public static final Unit PERCENTAGE_POINT =
      new Unit(
          "个百分点",
          "percentage points",
          new TreeMap<>(Map.of(POINT, 1)),
          BigDecimal.ONE,
          PriceBasis.NONE);

  public Unit {
    if (scale.signum() <= 0) {
      throw new IllegalArgumentException("«%s» has scale %s.".formatted(symbol, scale));
    }
    var kept = new TreeMap<>(dimension);
    kept.values().removeIf(power -> power == 0);
    dimension = Collections.unmodifiableSortedMap(kept);
    scale = scale.stripTrailingZeros();
    if (dimension.containsKey(MONEY) != (prices.kind() != PriceBasis.Kind.NONE)) {
      prices = dimension.containsKey(MONEY) ? PriceBasis.OPEN : PriceBasis.NONE;
    }
  }

  /// Reads a unit as people write it, Chinese or English: `万元/人·年`, `yuan/kWh`, `million tonnes`.
  /// Everything behind the first `/` divides. Money read this way has no stated price basis.
  public static Optional<Unit> read(String text) {
    return UnitSpelling.read(text);
  }

  /// Reads a unit that is known to be one.
  public static Unit of(String text) {
    return read(text)
        .orElseThrow(() -> new IllegalArgumentException("There is no unit «%s».".formatted(text)));
  }

  /// The names that [#read] knows without scales, for suggestions.
  public static List<String> known() {
    return UnitSpelling.known();
  }

  /// One is a multiple of the other, at the same prices.
  public boolean measuresTheSameAs(Unit that) {
    return dimension.equals(that.dimension) && prices.equals(that.prices);
  }

  /// One is a multiple of the other, whatever the prices.
  public boolean hasTheDimensionOf(Unit that) {
    return dimension.equals(that.dimension);
  }

  /// Counts things one by one: 个, 户, 台, 人, or a bare number.
  public boolean counts() {
    return dimension.isEmpty()
        ? !hasPercentSign()
        : dimension.size() == 1 && UnitSpelling.COUNTED.stream().anyMatch(this::isPer);
  }

  private boolean hasPercentSign() {
    return symbol.equals("%") || symbol.equals("‰");
  }

  private boolean isPer(String base) {
    return dimension.getOrDefault(base, 0) == 1;
  }

  /// The same unit at stated prices; a unit without money stays as it is.
  public Unit at(PriceBasis basis) {
    return dimension.containsKey(MONEY) ? new Unit(symbol, english, dimension, scale, basis) : this;
  }

  /// The unit of a product.
  ///
  /// @throws UnitMismatch if both have money at different prices
  public Unit times(Unit that) {
    return combined(that, 1, "·", scale.multiply(that.scale));
  }

  /// The unit of a quotient.
  ///
  /// @throws UnitMismatch if both have money at different prices
  public Unit per(Unit that) {
    return combined(that, -1, "/", scale.divide(that.scale, MathContext.DECIMAL128));
  }

  private Unit combined(Unit that, int sign, String sign1, BigDecimal newScale) {
    boolean bothMoney = dimension.containsKey(MONEY) && that.dimension.containsKey(MONEY);
    if (bothMoney && !prices.equals(that.prices)) {
      throw new UnitMismatch(
          "%s at %s and %s at %s are counted at different prices."
              .formatted(symbol, prices.words().en(), that.symbol, that.prices.words().en()));
    }
    var powers = new TreeMap<>(dimension);
    that.dimension.forEach((base, power) -> powers.merge(base, sign * power, Integer::sum));
    PriceBasis basis = dimension.containsKey(MONEY) ? prices : that.prices;
    return new Unit(
        joined(symbol, that.symbol, sign1),
        joined(english, that.english, sign1),
        powers,
        newScale,
        powers.getOrDefault(MONEY, 0) == 0 ? PriceBasis.NONE : basis);
  }

  private static String joined(String left, String right, String sign) {
    if (right.isEmpty()) {
      return left;
    }
    return left.isEmpty() && sign.equals("·")
        ? right
        : (left.isEmpty() ? "1" : left) + sign + right;
  }

  @Override
  public String toString() {
    return symbol;
  }
}
