package yuheng.terms;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;

/// An exact amount and what it is an amount of.
///
/// Quantities may be added when they measure the same thing (`3亿元 + 2万元`) and never otherwise. The
/// result keeps the unit of the left side. Division is to 34 significant digits (IEEE 754
/// decimal128); everything else is exact.
public record Quantity(BigDecimal amount, Unit unit) {
  private static final MathContext PRECISION = MathContext.DECIMAL128;

  public Quantity {
    amount = amount.stripTrailingZeros(); // so that 3.0 t equals 3 t
  }

  /// Reads a quantity as people write it: `1.5万亿元`, `七大`, `50%`, `30元/度`, `1.5 trillion yuan`,
  /// `seven`. A number alone has the unit [Unit#ONE]. Empty when the text is not a quantity.
  public static Optional<Quantity> read(String text) {
    return QuantitySpelling.read(text);
  }

  /// Reads a quantity that is known to be one.
  public static Quantity of(String text) {
    return read(text)
        .orElseThrow(() -> new IllegalArgumentException("Not a quantity: «%s».".formatted(text)));
  }

  /// The same quantity counted in another unit.
  ///
  /// @throws UnitMismatch if the two units measure different things
  public Quantity in(Unit other) {
    if (!unit.measuresTheSameAs(other)) {
      throw mismatch("count", "in", this, new Quantity(BigDecimal.ONE, other));
    }
    return new Quantity(amount.multiply(unit.scale()).divide(other.scale(), PRECISION), other);
  }

  /// The sum. A share plus percentage points is a share.
  ///
  /// @throws UnitMismatch if the two measure different things
  public Quantity plus(Quantity that) {
    if (isShare() && that.unit.hasTheDimensionOf(Unit.PERCENTAGE_POINT)) {
      return new Quantity(percent().add(that.amount), Unit.PERCENT);
    }
    if (!unit.measuresTheSameAs(that.unit)) {
      throw mismatch("add", "to", that, this);
    }
    return new Quantity(amount.add(that.in(unit).amount), unit);
  }

  /// The difference. Of two percentages it is in percentage points.
  ///
  /// @throws UnitMismatch if the two measure different things
  public Quantity minus(Quantity that) {
    if (unit.equals(Unit.PERCENT) && that.isShare()) {
      return new Quantity(amount.subtract(that.percent()), Unit.PERCENTAGE_POINT);
    }
    return plus(that.negated());
  }

  /// The product.
  public Quantity times(Quantity that) {
    return new Quantity(amount.multiply(that.amount), unit.times(that.unit));
  }

  /// The quotient; empty when `that` is zero.
  public Optional<Quantity> per(Quantity that) {
    return that.amount.signum() == 0
        ? Optional.empty()
        : Optional.of(new Quantity(amount.divide(that.amount, PRECISION), unit.per(that.unit)));
  }

  /// The same amount at stated prices.
  public Quantity at(PriceBasis basis) {
    return new Quantity(amount, unit.at(basis));
  }

  /// Rounded half-even to so many decimals.
  public Quantity rounded(int decimals) {
    return amount.scale() <= decimals
        ? this
        : new Quantity(amount.setScale(decimals, RoundingMode.HALF_EVEN), unit);
  }

  /// Less than zero, zero or more as this is less than, equal to or more than that.
  ///
  /// @throws UnitMismatch if the two measure different things
  public int comparedTo(Quantity that) {
    return amount.compareTo(that.in(unit).amount);
  }

  private Quantity negated() {
    return new Quantity(amount.negate(), unit);
  }

  private boolean isShare() {
    return unit.dimension().isEmpty();
  }

  private BigDecimal percent() {
    return in(Unit.PERCENT).amount;
  }

  private static UnitMismatch mismatch(String verb, String word, Quantity left, Quantity right) {
    return new UnitMismatch(
        "Cannot %s %s (%s) %s %s (%s)."
            .formatted(
                verb,
                left.unit,
                left.unit.prices().words().en(),
                word,
                right.unit,
                right.unit.prices().words().en()));
  }

  /// The amount alone, in plain digits: `21404.66`.
  public String digits() {
    return amount.toPlainString();
  }

  /// As people read it: `21 404.66 亿元` in Chinese, `2.14 trillion yuan` in English.
  public String show(Language language) {
    return QuantitySpelling.show(this, language);
  }

  @Override
  public String toString() {
    return digits() + unit;
  }
}
