package yuheng.plan;

import org.jspecify.annotations.Nullable;

/// A range of values of a quantity that is never negative; a missing end is unbounded.
///
/// @param low at least zero
record Interval(Rational low, @Nullable Rational high) {
  static Interval exactly(Rational value) {
    return new Interval(value, value);
  }

  static Interval from(Rational low) {
    return new Interval(low, null);
  }

  static Interval upTo(Rational high) {
    return new Interval(Rational.ZERO, high);
  }

  boolean isOnePoint() {
    return high != null && low.compareTo(high) == 0;
  }

  Interval plus(Interval that) {
    return new Interval(
        low.plus(that.low), high == null || that.high == null ? null : high.plus(that.high));
  }

  /// The difference, cut off at zero.
  Interval minus(Interval that) {
    Rational least = that.high == null ? Rational.ZERO : low.minus(that.high);
    return new Interval(
        least.signum() < 0 ? Rational.ZERO : least, high == null ? null : high.minus(that.low));
  }

  Interval times(Interval that) {
    return new Interval(
        low.times(that.low), high == null || that.high == null ? null : high.times(that.high));
  }

  /// The quotient; unbounded above when the divisor may be zero.
  Interval per(Interval that) {
    Rational least =
        that.high == null || that.high.signum() == 0 ? Rational.ZERO : low.per(that.high);
    return new Interval(least, high == null || that.low.signum() == 0 ? null : high.per(that.low));
  }

  /// Scaled by a positive factor.
  Interval times(Rational factor) {
    return new Interval(low.times(factor), high == null ? null : high.times(factor));
  }
}
