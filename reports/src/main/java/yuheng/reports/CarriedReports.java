package yuheng.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import yuheng.facts.Fault;
import yuheng.terms.Span;

/// Many reports in one file (整批导入), read with two threads and never held whole: every line is
/// checked before the first is kept, and all are kept or none.
///
/// Whoever carries them says nothing for anybody: each report is its unit's own word, handed in
/// under an access that speaks for the unit; see `docs/decisions/0008-carried-reports.md`.
final class CarriedReports implements AutoCloseable {
  private static final int MOST_FAULTS = 10_000;

  private final Spill spill;
  private final List<Fault> faults = new ArrayList<>();
  private final Against against;

  private CarriedReports(Against against) throws IOException {
    this.against = against;
    this.spill = new Spill();
  }

  /// Reads a file.
  ///
  /// @param progress hears now and then how many lines were read
  static CarriedReports read(Path file, Against against, LongConsumer progress) throws IOException {
    var carried = new CarriedReports(against);
    try {
      var sheets = new ReportSheets(against, Optional.empty(), carried.new Taking());
      new TwoThreads().read(file, sheets, progress);
      sheets.end();
      return carried;
    } catch (IOException | RuntimeException broken) {
      carried.close();
      throw broken;
    }
  }

  private final class Taking implements ReportSheets.Taken {
    @Override
    public void report(Submission submission, Span place) {
      if (faults.isEmpty()) {
        try {
          spill.add(against.form(submission.key().form()), submission);
        } catch (IOException full) {
          throw new UncheckedIOException(full);
        }
      }
    }

    @Override
    public void fault(Fault fault) {
      if (faults.size() < MOST_FAULTS) {
        faults.add(fault);
      }
    }
  }

  /// What is wrong, in the order of the file; at most 10 000.
  List<Fault> faults() {
    return faults.stream().sorted().toList();
  }

  /// How many reports there are; 0 when anything is wrong.
  int size() {
    return faults.isEmpty() ? spill.size() : 0;
  }

  /// The reports, once.
  Iterator<Submission> submissions() throws IOException {
    return faults.isEmpty() ? spill.all() : List.<Submission>of().iterator();
  }

  @Override
  public void close() throws IOException {
    spill.close();
  }
}
