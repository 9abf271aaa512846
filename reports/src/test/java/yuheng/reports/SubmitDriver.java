package yuheng.reports;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import yuheng.facts.Access;
import yuheng.terms.Period;

/// Hands in reports from many threads, each waiting for its receipt before the next, and says how
/// fast the room was. The arguments are a file, writers, firms and seconds.
final class SubmitDriver {
  private static final int FIRST_YEAR = 2011;

  private SubmitDriver() {}

  /// What was measured.
  ///
  /// @param acknowledged submissions whose receipt was given
  /// @param commits how many transactions they took: one sync each
  record Measured(
      long acknowledged, double seconds, long commits, double p50, double p99, double worst) {
    double perSecond() {
      return acknowledged / seconds;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d acknowledged in %.1f s: %.0f/s; %d commits, %.1f to each;"
              + " p50 %.1f ms, p99 %.1f ms, worst %.1f ms",
          acknowledged,
          seconds,
          perSecond(),
          commits,
          (double) acknowledged / commits,
          p50,
          p99,
          worst);
    }
  }

  /// Measures and prints.
  public static void main(String[] arguments) throws Exception {
    try (var town = new Town(Path.of(arguments[0]))) {
      var firms = town.firms(Integer.parseInt(arguments[2]));
      int writers = Integer.parseInt(arguments[1]);
      run(town.book, firms, writers, 2);
      System.out.println(run(town.book, firms, writers, Integer.parseInt(arguments[3])));
      System.out.println("problems: " + town.book.verify().size());
    }
  }

  /// Each writer speaks for its own firms and hands in month after month, then corrects them.
  static Measured run(ReportBook book, Town.Firms firms, int writers, int seconds)
      throws Exception {
    int most = seconds * 100_000;
    long[] nanos = new long[most];
    var next = new AtomicInteger();
    var start = new CyclicBarrier(writers + 1);
    var threads =
        IntStream.range(0, writers)
            .mapToObj(
                writer ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              try {
                                start.await();
                                write(book, firms, writer, writers, seconds, nanos, next);
                              } catch (Exception broken) {
                                throw new IllegalStateException(broken);
                              }
                            }))
            .toList();
    long commits = book.commits();
    start.await();
    long begun = System.nanoTime();
    for (Thread thread : threads) {
      thread.join();
    }
    double took = (System.nanoTime() - begun) / 1e9;
    int acknowledged = next.get();
    long[] sorted = Arrays.copyOf(nanos, acknowledged);
    Arrays.sort(sorted);
    return new Measured(
        acknowledged,
        took,
        book.commits() - commits,
        sorted[acknowledged / 2] / 1e6,
        sorted[(int) (acknowledged * 0.99)] / 1e6,
        sorted[acknowledged - 1] / 1e6);
  }

  private static void write(
      ReportBook book,
      Town.Firms firms,
      int writer,
      int writers,
      int seconds,
      long[] nanos,
      AtomicInteger next) {
    List<Period> periods =
        IntStream.range(0, 19)
            .filter(month -> month % 12 != 0)
            .mapToObj(
                month -> Period.of("%d-%02d".formatted(FIRST_YEAR + month / 12, month % 12 + 1)))
            .toList();
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    while (true) {
      for (int month = 0; month < periods.size(); month++) {
        Period period = periods.get(month);
        for (int firm = writer; firm < firms.units().size(); firm += writers) {
          Access by = firms.owners().get(firm);
          var key = new ReportKey(firms.units().get(firm), "output", period);
          int seen = book.versions(by, key).size();
          var said =
              new Submission(
                  key,
                  CellRow.of(Town.output())
                      .now(0, 1_000_000L * (month + 1) + seen)
                      .now(1, 900_000)
                      .prior(0, 800_000L * (month + 1))
                      .row(),
                  Map.of(),
                  seen,
                  period + " " + seen);
          long asked = System.nanoTime();
          Answer answer = book.submit(by, said);
          long told = System.nanoTime();
          if (!(answer instanceof Answer.Receipt)) {
            throw new IllegalStateException(answer.toString());
          }
          nanos[next.getAndIncrement()] = told - asked;
          if (told > until) {
            return;
          }
        }
      }
    }
  }
}
