package yuheng.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import yuheng.plan.Form;
import yuheng.terms.Period;

/// Excel workbooks of a form to be filled (报表模板): one that looks like the form people know, for one
/// unit; or one line for each of many units.
public final class FormWorkbook {
  private FormWorkbook() {}

  /// What is known of a report before it is filled.
  ///
  /// @param unit who reports it
  /// @param now the version that will be replaced; its cells are filled in
  /// @param before the unit's last report before this one, shown beside
  public record Known(RegisterUnit unit, Optional<Version> now, Optional<CellRow> before) {
    /// The report, by the register's name of the unit; its code where it has no name.
    String name() {
      return unit.find("name")
          .orElseGet(() -> unit.codes().isEmpty() ? "" + unit.number() : unit.codes().getFirst());
    }

    String code() {
      return unit.codes().isEmpty() ? "" : unit.codes().getFirst();
    }

    int version() {
      return now.map(Version::number).orElse(0);
    }
  }

  /// One report on one sheet, as bytes of an .xlsx file. Only what is to be filled can be changed
  /// there, and only to whole numbers.
  public static byte[] of(String plan, Form form, Period period, Known known) {
    return new FormTemplate(plan, form, period, known).bytes();
  }

  /// A sheet with a line for each unit, written while it is made.
  public static void of(
      String plan, Form form, Period period, Iterator<Known> units, OutputStream to)
      throws IOException {
    new BulkTemplate(plan, form, period).write(units, to);
  }

  /// What the book knows of reports before they are filled.
  ///
  /// @throws IllegalArgumentException if it is no period of the form
  public static Function<RegisterUnit, Known> known(
      ReportBook book, yuheng.facts.Access by, Form form, Period period) {
    Optional<Period> earlier = Periods.before(form, period);
    return unit -> {
      List<Version> now = book.versions(by, new ReportKey(unit.number(), form.id(), period));
      List<Version> before =
          earlier
              .map(one -> book.versions(by, new ReportKey(unit.number(), form.id(), one)))
              .orElse(List.of());
      return new Known(unit, last(now), last(before).map(Version::cells));
    };
  }

  private static Optional<Version> last(List<Version> versions) {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast());
  }
}
