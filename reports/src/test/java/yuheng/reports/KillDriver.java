package yuheng.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import yuheng.facts.Access;

/// A process that hands in reports from several threads and says each receipt aloud, until it is
/// killed. The arguments are a file, writers, and the accounts to hand in by, one unit each.
///
/// A line is said after the receipt was given, in one write: entry, unit, period, number, hash.
final class KillDriver {
  static final List<String> PERIODS =
      IntStream.rangeClosed(2, 12).mapToObj("2011-%02d"::formatted).toList();

  private KillDriver() {}

  /// What the version of a number holds; whoever reads it can tell whether it is whole.
  static CellRow row(long unit, int number) {
    return CellRow.of(Town.output())
        .now(0, unit * 1_000_000 + number)
        .now(1, number)
        .prior(0, unit * 1_000_000)
        .row();
  }

  /// Hands in until the end.
  public static void main(String[] arguments) {
    var town = new Town(Path.of(arguments[0]));
    int writers = Integer.parseInt(arguments[1]);
    List<String> accounts = List.of(arguments).subList(2, arguments.length);
    var out =
        new BufferedWriter(
            new java.io.OutputStreamWriter(System.out, java.nio.charset.StandardCharsets.UTF_8));
    IntStream.range(0, writers)
        .forEach(
            writer ->
                Thread.ofPlatform()
                    .start(
                        () -> {
                          for (int step = 0; ; step++) {
                            Access by =
                                town.accounts
                                    .access(
                                        accounts.get((step * writers + writer) % accounts.size()))
                                    .orElseThrow();
                            say(out, town, by, PERIODS.get(step % PERIODS.size()));
                          }
                        }));
  }

  private static void say(BufferedWriter out, Town town, Access by, String period) {
    long unit = ((yuheng.facts.Scope.One) by.scope()).unit();
    ReportKey key = Town.key(unit, period);
    int seen = town.book.versions(by, key).size();
    var said = new Submission(key, row(unit, seen + 1), Map.of(), seen, period + " " + seen);
    if (town.book.submit(by, said) instanceof Answer.Receipt receipt
        && receipt.number() == seen + 1) {
      try {
        synchronized (out) {
          out.write(
              "%d %d %s %d %s\n"
                  .formatted(receipt.entry(), unit, period, receipt.number(), receipt.hash()));
          out.flush();
        }
      } catch (IOException gone) {
        throw new java.io.UncheckedIOException(gone);
      }
    }
  }
}
