package yuheng.reports;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Form;
import yuheng.plan.RowExpression;
import yuheng.reports.Answer.Remark;
import yuheng.terms.Words;

/// The checks of a form held to one row. Numbers grow as they must: nothing overflows, nothing is
/// rounded.
final class RowChecks {
  private final Form form;
  private final CellRow row;
  private final Supplier<Optional<CellRow>> before;
  private final FormChecks checks;
  private @Nullable List<Form.Check> failed;

  RowChecks(Form form, CellRow row, Supplier<Optional<CellRow>> before) {
    this(new FormChecks(form), row, before);
  }

  /// @param before the unit's last report before this one; asked only if a check needs it
  RowChecks(FormChecks checks, CellRow row, Supplier<Optional<CellRow>> before) {
    this.checks = checks;
    this.form = checks.form();
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

  Optional<BigInteger> value(RowExpression expression) {
    return checks.exact(expression, row, before.get());
  }

  private List<Form.Check> failing(boolean hard) {
    List<Form.Check> failing = failed;
    if (failing == null) {
      failing = checks.failing(row, checks.readBefore() ? before.get() : Optional.empty());
      failed = failing;
    }
    return failing.stream().filter(check -> check.hard() == hard).toList();
  }
}
