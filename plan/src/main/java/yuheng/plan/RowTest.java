package yuheng.plan;

import java.util.stream.Stream;

/// A comparison of two numbers of one unit's reports: `sales <= 2 * gross-output`. Where either
/// side has no figure, it says nothing.
public record RowTest(RowExpression left, Comparison comparison, RowExpression right) {
  /// How two numbers compare.
  public enum Comparison {
    /// `<`
    LESS("<"),
    /// `<=`
    AT_MOST("<="),
    /// `=`
    EQUAL("="),
    /// `!=`
    NOT("!="),
    /// `>=`
    AT_LEAST(">="),
    /// `>`
    MORE(">");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /// As written: `<=`.
    public String sign() {
      return sign;
    }

    /// Whether it holds for numbers that compare as [Comparable#compareTo] says.
    public boolean holds(int compared) {
      return switch (this) {
        case LESS -> compared < 0;
        case AT_MOST -> compared <= 0;
        case EQUAL -> compared == 0;
        case NOT -> compared != 0;
        case AT_LEAST -> compared >= 0;
        case MORE -> compared > 0;
      };
    }
  }

  /// The cells read, in the order written.
  public Stream<RowExpression.Cell> cells() {
    return Stream.concat(left.cells(), right.cells());
  }

  /// As the author would write it again.
  public String written() {
    return left.written() + " " + comparison.sign() + " " + right.written();
  }
}
