package yuheng.plan;

/// A bound that may be strict: `at`, or infinitesimally beyond it.
///
/// `x > b` is `x ≥ b + δ` for a positive δ smaller than every rational; so strict bounds are
/// handled by the same comparisons (Dutertre and de Moura, A Fast Linear-Arithmetic Solver for
/// DPLL(T), CAV 2006, section 5).
///
/// @param beyond how many δ are added
record Edge(Rational at, Rational beyond) implements Comparable<Edge> {
  static final Edge ZERO = new Edge(Rational.ZERO, Rational.ZERO);

  static Edge closed(Rational at) {
    return new Edge(at, Rational.ZERO);
  }

  /// Just above.
  static Edge above(Rational at) {
    return new Edge(at, Rational.ONE);
  }

  /// Just below.
  static Edge below(Rational at) {
    return new Edge(at, Rational.ONE.negated());
  }

  Edge plus(Edge that) {
    return new Edge(at.plus(that.at), beyond.plus(that.beyond));
  }

  Edge minus(Edge that) {
    return new Edge(at.minus(that.at), beyond.minus(that.beyond));
  }

  Edge times(Rational factor) {
    return new Edge(at.times(factor), beyond.times(factor));
  }

  @Override
  public int compareTo(Edge that) {
    int byPlace = at.compareTo(that.at);
    return byPlace != 0 ? byPlace : beyond.compareTo(that.beyond);
  }
}
