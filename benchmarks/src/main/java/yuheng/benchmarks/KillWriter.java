package yuheng.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import yuheng.facts.Access;
import yuheng.facts.Accounts;
import yuheng.facts.Journal;
import yuheng.facts.Scope;
import yuheng.plan.Form;
import yuheng.reports.Answer;
import yuheng.reports.CellRow;
import yuheng.reports.ReportBook;
import yuheng.reports.ReportKey;
import yuheng.reports.Submission;
import yuheng.terms.Period;

/// The JVM that [KillBench] kills: hands in reports from several threads and says each receipt
/// aloud until then. The arguments are a file, writers, and accounts of one unit each.
///
/// A line is said after the receipt was given, in one write: entry, unit, period, number, hash.
final class KillWriter {
  static final List<String> PERIODS =
      IntStream.rangeClosed(1, 12).mapToObj("2011-%02d"::formatted).toList();

  private static final Form FORM = Firms.OUTPUT;

  private KillWriter() {}

  /// What the version of a number holds; whoever reads it can tell whether it is whole.
  static CellRow row(long unit, int number) {
    return CellRow.of(FORM)
        .now(0, unit * 1_000_000 + number)
        .now(1, number)
        .prior(0, unit * 1_000_000)
        .row();
  }

  static ReportKey key(long unit, String period) {
    return new ReportKey(unit, FORM.id(), Period.of(period));
  }

  /// Number of the one unit that an account speaks for.
  static long unit(Access by) {
    if (by.scope() instanceof Scope.One(long unit)) {
      return unit;
    }
    throw new IllegalStateException("no account of one unit: " + by);
  }

  static String line(long entry, long unit, String period, int number, String hash) {
    return "%d %d %s %d %s".formatted(entry, unit, period, number, hash);
  }

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    int writers = Integer.parseInt(arguments[1]);
    var accounts = new Accounts(Journal.open(file));
    ReportBook book = ReportBook.open(Firms.scheme(FORM), file, Clock.systemUTC());
    List<Access> owners =
        List.of(arguments).subList(2, arguments.length).stream()
            .map(name -> accounts.access(name).orElseThrow())
            .toList();
    var out = new FileOutputStream(FileDescriptor.out);
    for (int writer = 0; writer < writers; writer++) {
      int first = writer;
      Thread.ofPlatform()
          .start(
              () -> {
                for (int step = 0; ; step++) {
                  say(
                      out,
                      book,
                      owners.get((step * writers + first) % owners.size()),
                      PERIODS.get(step % PERIODS.size()));
                }
              });
    }
  }

  private static void say(FileOutputStream out, ReportBook book, Access by, String period) {
    long unit = unit(by);
    ReportKey key = key(unit, period);
    int seen = book.versions(by, key).size();
    var said = new Submission(key, row(unit, seen + 1), Map.of(), seen, period + " " + seen);
    if (book.submit(by, said) instanceof Answer.Receipt receipt && receipt.number() == seen + 1) {
      try {
        out.write(
            (line(receipt.entry(), unit, period, receipt.number(), receipt.hash()) + "\n")
                .getBytes(StandardCharsets.US_ASCII));
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
