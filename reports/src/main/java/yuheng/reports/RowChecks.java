package yuheng.reports;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import yuheng.plan.Form;
import yuheng.plan.RowExpression;
import yuheng.plan.RowTest;
import yuheng.reports.Answer.Remark;
import yuheng.terms.Words;

/// The checks of a form held to one row. Numbers grow as they must: nothing overflows, nothing is
/// rounded.
final class RowChecks {
  private final Form form;
  private final CellRow row;
  private final Supplier<Optional<CellRow>> before;
  private Optional<CellRow> earlier = Optional.empty();
  private boolean asked;

  /// @param before the unit's last report before this one; asked only if a check needs it
  RowChecks(Form form, CellRow row, Supplier<Optional<CellRow>> before) {
    this.form = form;
    this.row = row;
    this.before = before;
  }

  /// What is wrong whatever the reason.
  List<Remark> faults() {
    var faults = new ArrayList<Remark>();
    if (row.items() != form.items().size()) {
      faults.add(
          remark(
              "not-asked",
              List.of(),
              new Words("行内格数与报表不符。", "The row does not have the form's number of cells.")));
      return faults;
    }
    for (int place = 0; place < row.items(); place++) {
      Form.Item item = form.items().get(place);
      Words name = item.words();
      if (item.required() && row.now(place).isEmpty()) {
        faults.add(
            remark(
                "required",
                List.of(item.id()),
                new Words(name.zh() + "：必填。", name.en() + " must be filled.")));
      }
      if (!item.prior() && row.prior(place).isPresent()) {
        faults.add(
            remark(
                "not-asked",
                List.of(item.id()),
                new Words(
                    name.zh() + "：不填上年同期。", name.en() + " is not asked for the year before.")));
      }
      if (!item.signed() && (isNegative(row.now(place)) || isNegative(row.prior(place)))) {
        faults.add(
            remark(
                "negative",
                List.of(item.id()),
                new Words(name.zh() + "：不能为负数。", name.en() + " cannot be negative.")));
      }
    }
    failing(true).forEach(check -> faults.add(remark(check)));
    return faults;
  }

  /// What asks for a reason.
  List<Remark> doubts() {
    return failing(false).stream().map(RowChecks::remark).toList();
  }

  private static boolean isNegative(OptionalLong value) {
    return value.isPresent() && value.getAsLong() < 0;
  }

  private static Remark remark(String check, List<String> items, Words says) {
    return new Remark(check, items, says);
  }

  private static Remark remark(Form.Check check) {
    List<String> items = check.test().cells().map(RowExpression.Cell::item).distinct().toList();
    return new Remark(check.id(), items, check.says());
  }

  private List<Form.Check> failing(boolean hard) {
    return form.checks().stream()
        .filter(check -> check.hard() == hard)
        .filter(this::fails)
        .toList();
  }

  private boolean fails(Form.Check check) {
    return check.given().map(given -> holds(given).orElse(false)).orElse(true)
        && !holds(check.test()).orElse(true);
  }

  /// Empty where a side has no figure: then the test says nothing.
  Optional<Boolean> holds(RowTest test) {
    return value(test.left())
        .flatMap(
            left ->
                value(test.right()).map(right -> test.comparison().holds(left.compareTo(right))));
  }

  Optional<BigInteger> value(RowExpression expression) {
    return switch (expression) {
      case RowExpression.Literal(long value) -> Optional.of(BigInteger.valueOf(value));
      case RowExpression.Cell(var item, var from) -> cell(item, from);
      case RowExpression.Sum(var left, var right, boolean minus) ->
          value(left).flatMap(a -> value(right).map(b -> minus ? a.subtract(b) : a.add(b)));
      case RowExpression.Times(long factor, var of) ->
          value(of).map(value -> value.multiply(BigInteger.valueOf(factor)));
      case RowExpression.Absolute(var of) -> value(of).map(BigInteger::abs);
    };
  }

  private Optional<BigInteger> cell(String item, RowExpression.From from) {
    int place = form.items().indexOf(form.find(item).orElseThrow());
    OptionalLong cell =
        switch (from) {
          case THIS -> row.now(place);
          case PRIOR -> row.prior(place);
          case BEFORE -> before().map(last -> last.now(place)).orElse(OptionalLong.empty());
        };
    return cell.isPresent() ? Optional.of(BigInteger.valueOf(cell.getAsLong())) : Optional.empty();
  }

  private Optional<CellRow> before() {
    if (!asked) {
      earlier = before.get();
      asked = true;
    }
    return earlier;
  }
}
