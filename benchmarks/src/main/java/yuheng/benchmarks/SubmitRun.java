package yuheng.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import yuheng.facts.Access;
import yuheng.reports.Answer;
import yuheng.reports.CellRow;
import yuheng.reports.ReportBook;
import yuheng.reports.ReportKey;
import yuheng.reports.Scheme;
import yuheng.reports.Submission;
import yuheng.terms.Period;

/// The JVM that [SubmitBench] measures; the arguments are writers and seconds.
final class SubmitRun {
  private static final int FIRMS = 2_000;
  private static final int WARM_SECONDS = 8;
  private static final int SYNCS = 200;
  private static final List<Period> MONTHS =
      IntStream.rangeClosed(1, 12).mapToObj("2011-%02d"::formatted).map(Period::of).toList();

  private SubmitRun() {}

  /// By which way a report is handed in; the room's own, or one that stands before it.
  @FunctionalInterface
  interface Way {
    Answer handIn(Access by, Submission said);
  }

  /// What was measured, written as one line of numbers.
  record Measured(
      long receipts,
      double seconds,
      long commits,
      double cpuSeconds,
      double p50,
      double p99,
      double worst,
      double syncMillis) {
    String line() {
      return "%d %s %d %s %s %s %s %s"
          .formatted(receipts, seconds, commits, cpuSeconds, p50, p99, worst, syncMillis);
    }

    static Measured read(String line) {
      String[] parts = line.split(" ", -1);
      return new Measured(
          Long.parseLong(parts[0]),
          Double.parseDouble(parts[1]),
          Long.parseLong(parts[2]),
          Double.parseDouble(parts[3]),
          Double.parseDouble(parts[4]),
          Double.parseDouble(parts[5]),
          Double.parseDouble(parts[6]),
          Double.parseDouble(parts[7]));
    }
  }

  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    int writers = Integer.parseInt(arguments[0]);
    int seconds = Integer.parseInt(arguments[1]);
    Path folder = Files.createTempDirectory("yuheng-bench-submit");
    try {
      Path file = folder.resolve("book.db");
      Scheme scheme = Firms.scheme(Firms.OUTPUT);
      Firms firms = Firms.in(file, scheme, FIRMS);
      try (ReportBook book = ReportBook.open(scheme, file, Clock.systemUTC())) {
        var seen = new int[FIRMS * MONTHS.size()];
        write(book::submit, firms, seen, writers, WARM_SECONDS);
        long commits = book.commits();
        long cpu = cpu();
        long begun = System.nanoTime();
        List<Long> nanos = write(book::submit, firms, seen, writers, seconds);
        double took = (System.nanoTime() - begun) / 1e9;
        double worked = (cpu() - cpu) / 1e9;
        commits = book.commits() - commits;
        if (!book.verify().isEmpty()) {
          throw new IOException("the book is broken: " + book.verify().getFirst().what());
        }
        Samples samples = Samples.of(nanos);
        System.out.println(
            new Measured(
                    nanos.size(),
                    took,
                    commits,
                    worked,
                    samples.medianMillis(),
                    samples.percentileMillis(99),
                    samples.percentileMillis(100),
                    bareSync(folder.resolve("bare")))
                .line());
      }
    } finally {
      Home.deleteAll(folder);
    }
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /// Each writer speaks for its own firms: month after month, then corrections of the same.
  private static List<Long> write(Way way, Firms firms, int[] seen, int writers, int seconds)
      throws InterruptedException, ExecutionException {
    long until = System.nanoTime() + seconds * 1_000_000_000L;
    try (var threads = Executors.newFixedThreadPool(writers)) {
      List<Callable<List<Long>>> jobs =
          IntStream.range(0, writers)
              .mapToObj(
                  writer ->
                      (Callable<List<Long>>) () -> one(way, firms, seen, writer, writers, until))
              .toList();
      var nanos = new ArrayList<Long>();
      for (Future<List<Long>> done : threads.invokeAll(jobs)) {
        nanos.addAll(done.get());
      }
      return nanos;
    }
  }

  private static List<Long> one(
      Way way, Firms firms, int[] seen, int writer, int writers, long until) {
    var nanos = new ArrayList<Long>();
    while (true) {
      for (int month = 0; month < MONTHS.size(); month++) {
        for (int firm = writer; firm < FIRMS; firm += writers) {
          int place = firm * MONTHS.size() + month;
          var said =
              new Submission(
                  new ReportKey(firms.units().get(firm), Firms.OUTPUT.id(), MONTHS.get(month)),
                  CellRow.of(Firms.OUTPUT)
                      .now(0, 1_000_000 + seen[place])
                      .now(1, 900_000)
                      .prior(0, 800_000)
                      .row(),
                  Map.of(),
                  seen[place],
                  month + " " + seen[place]);
          long asked = System.nanoTime();
          Answer answer = way.handIn(firms.owners().get(firm), said);
          long told = System.nanoTime();
          if (!(answer instanceof Answer.Receipt)) {
            throw new IllegalStateException(answer.toString());
          }
          seen[place]++;
          nanos.add(told - asked);
          if (told > until) {
            return nanos;
          }
        }
      }
    }
  }

  /// What the disk itself takes to put 8 kB away, in milliseconds: below it no commit can be.
  private static double bareSync(Path file) throws IOException {
    var nanos = new ArrayList<Long>();
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < SYNCS; i++) {
        long begun = System.nanoTime();
        channel.write(ByteBuffer.allocate(8_192));
        channel.force(false);
        nanos.add(System.nanoTime() - begun);
      }
    }
    return Samples.of(nanos).medianMillis();
  }
}
