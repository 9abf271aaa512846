package yuheng.reports;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Form;
import yuheng.plan.RowExpression;
import yuheng.plan.RowTest;

/// The checks of a form, made on one row. Exact: what leaves 64 bits is reckoned again without
/// bounds.
final class FormChecks {
  private final Form form;
  private final Map<String, Integer> places = new HashMap<>();
  private final boolean readsBefore;

  FormChecks(Form form) {
    this.form = form;
    for (Form.Item item : form.items()) {
      places.put(item.id(), places.size());
    }
    readsBefore =
        form.checks().stream()
            .flatMap(one -> Stream.concat(one.given().stream(), Stream.of(one.test())))
            .flatMap(RowTest::cells)
            .anyMatch(cell -> cell.from() == RowExpression.From.BEFORE);
  }

  Form form() {
    return form;
  }

  /// Whether a check reads the report before.
  boolean readBefore() {
    return readsBefore;
  }

  /// The checks that fail, in the order of the form.
  ///
  /// @param before the unit's last report before this one, of the same year for a year-to-date form
  List<Form.Check> failing(CellRow row, Optional<CellRow> before) {
    return form.checks().stream()
        .filter(check -> check.given().map(given -> says(given, row, before)).orElse(true))
        .filter(check -> fails(check.test(), row, before))
        .toList();
  }

  private boolean says(RowTest test, CellRow row, Optional<CellRow> before) {
    @Nullable Integer compared = compared(test, row, before);
    return compared != null && test.comparison().holds(compared);
  }

  private boolean fails(RowTest test, CellRow row, Optional<CellRow> before) {
    @Nullable Integer compared = compared(test, row, before);
    return compared != null && !test.comparison().holds(compared);
  }

  /// Null where either side has no figure.
  private @Nullable Integer compared(RowTest test, CellRow row, Optional<CellRow> before) {
    try {
      OptionalLong left = value(test.left(), row, before);
      OptionalLong right = value(test.right(), row, before);
      return left.isEmpty() || right.isEmpty()
          ? null
          : Integer.valueOf(Long.compare(left.getAsLong(), right.getAsLong()));
    } catch (ArithmeticException beyond) {
      if (!test.cells().allMatch(cell -> cell(cell, row, before).isPresent())) {
        return null;
      }
      BigInteger left = big(test.left(), row, before);
      BigInteger right = big(test.right(), row, before);
      return Integer.valueOf(left.compareTo(right));
    }
  }

  /// What an expression comes to; empty where one of its cells has no figure.
  Optional<BigInteger> exact(RowExpression of, CellRow row, Optional<CellRow> before) {
    return of.cells().allMatch(cell -> cell(cell, row, before).isPresent())
        ? Optional.of(big(of, row, before))
        : Optional.empty();
  }

  private OptionalLong value(RowExpression of, CellRow row, Optional<CellRow> before) {
    return switch (of) {
      case RowExpression.Literal(long value) -> OptionalLong.of(value);
      case RowExpression.Cell cell -> cell(cell, row, before);
      case RowExpression.Sum(var one, var two, boolean minus) -> {
        OptionalLong left = value(one, row, before);
        OptionalLong right = value(two, row, before);
        yield left.isEmpty() || right.isEmpty()
            ? OptionalLong.empty()
            : OptionalLong.of(
                minus
                    ? Math.subtractExact(left.getAsLong(), right.getAsLong())
                    : Math.addExact(left.getAsLong(), right.getAsLong()));
      }
      case RowExpression.Times(long factor, var other) -> {
        OptionalLong value = value(other, row, before);
        yield value.isEmpty()
            ? value
            : OptionalLong.of(Math.multiplyExact(factor, value.getAsLong()));
      }
      case RowExpression.Absolute(var other) -> {
        OptionalLong value = value(other, row, before);
        yield value.isEmpty() ? value : OptionalLong.of(Math.absExact(value.getAsLong()));
      }
    };
  }

  /// The same without bounds, where every cell has a figure.
  private BigInteger big(RowExpression of, CellRow row, Optional<CellRow> before) {
    return switch (of) {
      case RowExpression.Literal(long value) -> BigInteger.valueOf(value);
      case RowExpression.Cell cell -> BigInteger.valueOf(cell(cell, row, before).orElseThrow());
      case RowExpression.Sum(var one, var two, boolean minus) ->
          minus
              ? big(one, row, before).subtract(big(two, row, before))
              : big(one, row, before).add(big(two, row, before));
      case RowExpression.Times(long factor, var other) ->
          BigInteger.valueOf(factor).multiply(big(other, row, before));
      case RowExpression.Absolute(var other) -> big(other, row, before).abs();
    };
  }

  private OptionalLong cell(RowExpression.Cell cell, CellRow row, Optional<CellRow> before) {
    @Nullable Integer place = places.get(cell.item());
    if (place == null) {
      throw new IllegalArgumentException("%s has no item %s".formatted(form.id(), cell.item()));
    }
    return switch (cell.from()) {
      case THIS -> row.now(place);
      case PRIOR -> row.prior(place);
      case BEFORE -> before.map(one -> one.now(place)).orElse(OptionalLong.empty());
    };
  }
}
