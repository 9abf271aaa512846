package yuheng.reports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import yuheng.facts.Access;
import yuheng.facts.CellFile;
import yuheng.facts.Fault;
import yuheng.plan.Form;
import yuheng.terms.Span;

/// Many reports in one file (整批导入), read with two threads and never held whole: every line is
/// checked before the first is kept, and all are kept or none.
///
/// Whoever carries them says nothing for anybody: each report is its unit's own word, handed in
/// under an access that speaks for the unit; see `docs/decisions/0009-carried-reports.md`.
public final class CarriedReports implements AutoCloseable {
  private static final int MOST_FAULTS = 10_000;

  private final Spill spill;
  private final List<Fault> faults = new ArrayList<>();
  private final List<Span> places = new ArrayList<>();
  private final Against against;

  private CarriedReports(Against against) throws IOException {
    this.against = against;
    this.spill = new Spill();
  }

  /// Whether a file is of reports: a template of a form, or a table with the headings of one.
  ///
  /// @throws IOException if it cannot be read
  public static boolean isOne(Map<String, Form> forms, Path file) throws IOException {
    var looking = new ReportMark(forms.values());
    CellFile.read(file, looking);
    return looking.found();
  }

  /// Reads and checks a file; nothing is kept yet.
  ///
  /// @param plan id of the plan
  /// @param speakers accesses of the units whose reports it holds; a report of another unit is a
  ///   fault
  /// @param progress hears now and then how many lines were read
  /// @throws IOException if the file cannot be read
  public static CarriedReports read(
      String plan,
      Map<String, Form> forms,
      ReportBook book,
      Collection<Access> speakers,
      Path file,
      LongConsumer progress)
      throws IOException {
    return read(file, new BookAgainst(plan, forms, book, speakers), progress);
  }

  /// The same against what is known.
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
          places.add(place);
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

  /// Puts all of them in the book at once.
  ///
  /// @return whether they are there; if not, [#faults] says why
  /// @throws IOException if what was read cannot be read again
  public boolean handIn(ReportBook book) throws IOException {
    if (size() == 0 || !(against instanceof BookAgainst accesses)) {
      return false;
    }
    Whole whole;
    try {
      whole = book.submitWhole(() -> sent(accesses));
    } catch (UncheckedIOException broken) {
      throw new IOException("what was read cannot be read again", broken);
    }
    return switch (whole) {
      case Whole.Kept _ -> true;
      case Whole.Stopped(int place, Answer why) -> {
        faults.add(fault(why, places.get(place)));
        yield false;
      }
    };
  }

  private Iterator<Sent> sent(BookAgainst accesses) {
    try {
      Iterator<Submission> all = spill.all();
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return all.hasNext();
        }

        @Override
        public Sent next() {
          Submission one = all.next();
          return new Sent(accesses.speaker(one.key().unit()).orElseThrow(), one);
        }
      };
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  static Fault fault(Answer why, Span place) {
    return switch (why) {
      case Answer.Overtaken(var since) -> FileAsWhole.overtaken(since.number(), place);
      case Answer.Refused(var remarks) ->
          FileAsWhole.refused(remarks.stream().map(Answer.Remark::says).toList(), place);
      case Answer.Asked(var remarks) ->
          FileAsWhole.refused(remarks.stream().map(Answer.Remark::says).toList(), place);
      case Answer.NotYours(var says) -> FileAsWhole.refused(List.of(says), place);
      case Answer.Receipt receipt -> throw new IllegalArgumentException(receipt.toString());
    };
  }

  /// What is wrong, in the order of the file; at most 10 000.
  public List<Fault> faults() {
    return faults.stream().sorted().toList();
  }

  /// How many reports there are; 0 when anything is wrong.
  public int size() {
    return faults.isEmpty() ? spill.size() : 0;
  }

  /// The reports.
  Iterator<Submission> submissions() throws IOException {
    return faults.isEmpty() ? spill.all() : List.<Submission>of().iterator();
  }

  @Override
  public void close() throws IOException {
    spill.close();
  }
}
