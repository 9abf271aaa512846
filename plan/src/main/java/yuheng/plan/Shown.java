package yuheng.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;

/// Exact fractions of base units as quantities for people: exact where the decimal ends, else
/// rounded to 6 digits.
final class Shown {
  private static final MathContext DIGITS = new MathContext(6);

  private Shown() {}

  static Quantity in(Rational base, Target target) {
    return in(base, target.indicator().unit());
  }

  static Quantity in(Rational base, Unit unit) {
    Rational amount = base.per(Rational.of(unit.scale()));
    return new Quantity(decimal(amount), unit);
  }

  private static BigDecimal decimal(Rational value) {
    var over = new BigDecimal(value.over());
    var under = new BigDecimal(value.under());
    try {
      return over.divide(under);
    } catch (ArithmeticException endless) {
      return over.divide(under, DIGITS);
    }
  }
}
