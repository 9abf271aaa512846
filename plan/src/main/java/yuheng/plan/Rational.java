package yuheng.plan;

import java.math.BigDecimal;
import java.math.BigInteger;

/// An exact fraction in lowest terms; the denominator is positive.
record Rational(BigInteger over, BigInteger under) implements Comparable<Rational> {
  static final Rational ZERO = of(0);
  static final Rational ONE = of(1);

  Rational {
    if (under.signum() == 0) {
      throw new ArithmeticException(over + " / 0");
    }
    BigInteger common = over.gcd(under).multiply(BigInteger.valueOf(under.signum()));
    over = over.divide(common);
    under = under.divide(common);
  }

  static Rational of(long whole) {
    return new Rational(BigInteger.valueOf(whole), BigInteger.ONE);
  }

  static Rational of(BigDecimal exact) {
    return exact.scale() <= 0
        ? new Rational(exact.toBigIntegerExact(), BigInteger.ONE)
        : new Rational(exact.unscaledValue(), BigInteger.TEN.pow(exact.scale()));
  }

  Rational plus(Rational that) {
    return new Rational(
        over.multiply(that.under).add(that.over.multiply(under)), under.multiply(that.under));
  }

  Rational minus(Rational that) {
    return plus(that.negated());
  }

  Rational times(Rational that) {
    return new Rational(over.multiply(that.over), under.multiply(that.under));
  }

  Rational per(Rational that) {
    return new Rational(over.multiply(that.under), under.multiply(that.over));
  }

  Rational negated() {
    return new Rational(over.negate(), under);
  }

  int signum() {
    return over.signum();
  }

  @Override
  public int compareTo(Rational that) {
    return over.multiply(that.under).compareTo(that.over.multiply(under));
  }

  @Override
  public String toString() {
    return under.equals(BigInteger.ONE) ? over.toString() : over + "/" + under;
  }
}
