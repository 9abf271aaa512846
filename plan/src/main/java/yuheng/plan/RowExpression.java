package yuheng.plan;

import java.util.stream.Stream;

/// A whole number reckoned from the cells of one unit's reports. There is no division: what is
/// reckoned here is exact, in the unit of its items.
///
/// ```
/// expression = term { ("+" | "-") term }                minus stands between spaces
/// term       = factor { "*" factor }                    at most one of them is no plain number
/// factor     = number | item | ("prior" | "before") "(" item ")" | "abs" "(" expression ")"
///            | "(" expression ")"
/// ```
///
/// A number that is not a factor is 0: what is counted has a unit.
///
/// Where one of its cells has no figure, it has none.
public sealed interface RowExpression {
  /// A whole number written in the plan.
  record Literal(long value) implements RowExpression {}

  /// A cell.
  record Cell(String item, From from) implements RowExpression {}

  /// `left + right`, or `left - right`.
  record Sum(RowExpression left, RowExpression right, boolean minus) implements RowExpression {}

  /// `factor * of`.
  record Times(long factor, RowExpression of) implements RowExpression {}

  /// `abs(of)`: without its sign.
  record Absolute(RowExpression of) implements RowExpression {}

  /// Which report a cell is taken from.
  enum From {
    /// The report at hand: `x`.
    THIS,
    /// The figure of the year before as it stands in the report at hand (上年同期): `prior(x)`.
    PRIOR,
    /// The unit's last report before this one, of the same year where the form is year-to-date:
    /// `before(x)`.
    BEFORE
  }

  /// The cells read, in the order written.
  default Stream<Cell> cells() {
    return switch (this) {
      case Literal _ -> Stream.of();
      case Cell cell -> Stream.of(cell);
      case Sum(var left, var right, _) -> Stream.concat(left.cells(), right.cells());
      case Times(_, var of) -> of.cells();
      case Absolute(var of) -> of.cells();
    };
  }

  /// As the author would write it again.
  default String written() {
    return switch (this) {
      case Literal(long value) -> Long.toString(value);
      case Cell(var item, var from) ->
          switch (from) {
            case THIS -> item;
            case PRIOR -> "prior(" + item + ")";
            case BEFORE -> "before(" + item + ")";
          };
      case Sum(var left, var right, boolean minus) ->
          left.written() + (minus ? " - " : " + ") + factor(right);
      case Times(long factor, var of) -> factor + " * " + factor(of);
      case Absolute(var of) -> "abs(" + of.written() + ")";
    };
  }

  private static String factor(RowExpression of) {
    return of instanceof Sum ? "(" + of.written() + ")" : of.written();
  }
}
