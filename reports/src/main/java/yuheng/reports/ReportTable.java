package yuheng.reports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import yuheng.facts.CellFile;
import yuheng.facts.Fault;
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

  /// Reads a file.
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
