package yuheng.reports;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import yuheng.plan.Form;

/// What a table of reports is read against: the forms, who is on the registers, for whom the one
/// who brings it may speak, and what was reported before.
interface Against {
  /// Id of the plan.
  String plan();

  /// Forms by id.
  Map<String, Form> forms();

  /// A form that there is.
  default Form form(String id) {
    return Objects.requireNonNull(forms().get(id), id);
  }

  /// The unit with a number; empty for one that the bringer does not see.
  Optional<RegisterUnit> unit(long number);

  /// The unit of a register that bears a code.
  Optional<RegisterUnit> unitOf(String register, String code);

  /// Whether the bringer may hand in what this unit reports.
  boolean speaksFor(RegisterUnit unit);

  /// The last version of a report.
  Optional<CellRow> last(ReportKey key);
}
