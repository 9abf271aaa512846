package yuheng.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;

/// Exact fractions of base units as quantities for people: exact where the decimal ends, else
/// rounded to 6 digits.
final class Shown {
  private static final MathContext DIGITS = new MathContext(6);
  private static final MathContext MANY_DIGITS = new MathContext(24);

  private Shown() {}

  static Quantity in(Rational base, Target target) {
    return in(base, target.indicator().unit());
  }

  static Quantity in(Rational base, Unit unit) {
    return new Quantity(decimal(base.per(Rational.of(unit.scale())), DIGITS), unit);
  }

  /// For scripts: an endless decimal has 24 digits.
  static Quantity precise(Rational base, Target target) {
    Unit unit = target.indicator().unit();
    return new Quantity(decimal(base.per(Rational.of(unit.scale())), MANY_DIGITS), unit);
  }

  /// A precise quantity as people read it.
  static Quantity rounded(Quantity precise) {
    boolean endless = precise.amount().precision() >= MANY_DIGITS.getPrecision();
    return endless ? new Quantity(precise.amount().round(DIGITS), precise.unit()) : precise;
  }

  private static BigDecimal decimal(Rational value, MathContext digits) {
    var over = new BigDecimal(value.over());
    var under = new BigDecimal(value.under());
    try {
      return over.divide(under);
    } catch (ArithmeticException endless) {
      return over.divide(under, digits);
    }
  }
}
