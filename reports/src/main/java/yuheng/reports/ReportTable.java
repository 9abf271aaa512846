package yuheng.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yuheng.facts.Access;
import yuheng.facts.CellFile;
import yuheng.facts.Fault;
import yuheng.plan.Form;
import yuheng.terms.Span;

/// A table of reports that somebody brings (报表文件): a filled template of one report, a table with a
/// line for each report, as workbook, CSV (UTF-8 or GB 18030) or rows pasted from a spreadsheet.
///
/// With a single fault it is not taken at all; each fault names its cell.
public final class ReportTable {
  private static final int MOST_FAULTS = 10_000;

  private final List<Submission> submissions = new ArrayList<>();
  private final List<Span> places = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private ReportTable() {}

  /// Reads a file of one who speaks for a unit.
  ///
  /// @param plan id of the plan
  /// @param expected the report that a sheet is of which does not say so itself
  public static ReportTable read(
      String plan,
      Map<String, Form> forms,
      ReportBook book,
      Access by,
      Optional<ReportKey> expected,
      String name,
      byte[] content) {
    return read(name, content, new BookAgainst(plan, forms, book, List.of(by)), expected);
  }

  /// Reads a file against what is known.
  ///
  /// @param expected the report that a sheet is of which does not say so itself
  static ReportTable read(
      String name, byte[] content, Against against, Optional<ReportKey> expected) {
    var table = new ReportTable();
    var sheets = new ReportSheets(against, expected, table.new Taking());
    CellFile.read(name, content, sheets);
    sheets.end();
    return table;
  }

  private final class Taking implements ReportSheets.Taken {
    @Override
    public void report(Submission submission, Span place) {
      submissions.add(submission);
      places.add(place);
    }

    @Override
    public void fault(Fault fault) {
      if (faults.size() < MOST_FAULTS) {
        faults.add(fault);
      }
    }
  }

  /// Puts all of them in the book at once.
  ///
  /// @return whether they are there; if not, [#faults] says why
  public boolean handIn(ReportBook book, Access by) {
    if (submissions().isEmpty()) {
      return false;
    }
    List<Sent> all = submissions().stream().map(one -> new Sent(by, one)).toList();
    return switch (book.submitWhole(all::iterator)) {
      case Whole.Kept _ -> true;
      case Whole.Stopped(int place, Answer why) -> {
        faults.add(CarriedReports.fault(why, places.get(place)));
        yield false;
      }
    };
  }

  /// What is handed in, in the order in which it stands there; nothing when anything is wrong.
  public List<Submission> submissions() {
    return faults.isEmpty() ? Collections.unmodifiableList(submissions) : List.of();
  }

  /// Where each submission stands.
  public List<Span> places() {
    return faults.isEmpty() ? Collections.unmodifiableList(places) : List.of();
  }

  /// What is wrong, in the order of the file.
  public List<Fault> faults() {
    return faults.stream().sorted().toList();
  }
}
