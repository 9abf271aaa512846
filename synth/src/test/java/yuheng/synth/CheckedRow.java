package yuheng.synth;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import yuheng.plan.Form;
import yuheng.plan.RowExpression;
import yuheng.plan.RowTest;
import yuheng.terms.Period;

/// Makes the checks of a form on synthetic rows, in the plainest way.
final class CheckedRow {
  private record Report(Period period, Map<String, Long> cells) {}

  private final Map<String, Report> last = new HashMap<>();

  /// The checks that fail, hard or soft.
  List<Form.Check> failing(ReportRow row, boolean hard) {
    return row.form().checks().stream()
        .filter(check -> check.hard() == hard)
        .filter(check -> check.given().map(given -> holds(given, row).orElse(false)).orElse(true))
        .filter(check -> !holds(check.test(), row).orElse(true))
        .toList();
  }

  /// Keeps the row, for the next one's `before`.
  void keep(ReportRow row) {
    Map<String, Long> cells = new HashMap<>();
    for (int place = 0; place < row.form().items().size(); place++) {
      cells.put(row.form().items().get(place).id(), row.now(place));
    }
    String key = key(row);
    Report before = last.get(key);
    if (before == null || !row.period().start().isBefore(before.period.start())) {
      last.put(key, new Report(row.period(), cells));
    }
  }

  private static String key(ReportRow row) {
    return row.form().id() + " " + row.code();
  }

  private Optional<Boolean> holds(RowTest test, ReportRow row) {
    OptionalLong left = value(test.left(), row);
    OptionalLong right = value(test.right(), row);
    return left.isPresent() && right.isPresent()
        ? Optional.of(test.comparison().holds(Long.compare(left.getAsLong(), right.getAsLong())))
        : Optional.empty();
  }

  private OptionalLong value(RowExpression expression, ReportRow row) {
    return switch (expression) {
      case RowExpression.Literal(long value) -> OptionalLong.of(value);
      case RowExpression.Times(long factor, var of) -> {
        OptionalLong value = value(of, row);
        yield value.isPresent() ? OptionalLong.of(factor * value.getAsLong()) : value;
      }
      case RowExpression.Absolute(var of) -> {
        OptionalLong value = value(of, row);
        yield value.isPresent() ? OptionalLong.of(Math.abs(value.getAsLong())) : value;
      }
      case RowExpression.Sum(var left, var right, boolean minus) -> {
        OptionalLong one = value(left, row);
        OptionalLong other = value(right, row);
        yield one.isPresent() && other.isPresent()
            ? OptionalLong.of(one.getAsLong() + (minus ? -1 : 1) * other.getAsLong())
            : OptionalLong.empty();
      }
      case RowExpression.Cell(var item, var from) -> cell(item, from, row);
    };
  }

  private OptionalLong cell(String item, RowExpression.From from, ReportRow row) {
    int place = row.form().items().indexOf(row.form().find(item).orElseThrow());
    return switch (from) {
      case THIS -> OptionalLong.of(row.now(place));
      case PRIOR -> row.hasPrior(place) ? OptionalLong.of(row.prior(place)) : OptionalLong.empty();
      case BEFORE -> {
        Report before = last.get(key(row));
        boolean speaks =
            before != null
                && before.period.start().isBefore(row.period().start())
                && (!row.form().yearToDate()
                    || before.period.start().getYear() == row.period().start().getYear());
        yield speaks
            ? OptionalLong.of(Objects.requireNonNull(before).cells.getOrDefault(item, 0L))
            : OptionalLong.empty();
      }
    };
  }
}
