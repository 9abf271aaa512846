package yuheng.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// How long readers wait for pages of the demo.
final class PagesBench implements Bench {
  private static final int READERS = 50;
  private static final Duration WARM_UP = Duration.ofSeconds(20);
  private static final Duration MEASURED = Duration.ofSeconds(30);
  private static final Duration PACE = Duration.ofSeconds(1);

  PagesBench() {}

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public String what() {
    return "pages of the demo, %d readers at once".formatted(READERS);
  }

  @Override
  public void run(Report report) throws IOException, InterruptedException {
    try (var server = ServedDemo.start(report);
        var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      PageSet pages = PageSet.of(client, server.address());
      var readers = new Readers(client, READERS, pages::any);
      var pioneers = new Readers(client, READERS, pages::unseen);
      report.say("warming up");
      readers.closed(WARM_UP);
      pioneers.paced(WARM_UP, PACE);

      String machine = Home.machine();
      Measured paced = measure(server, () -> readers.paced(MEASURED, PACE));
      tell(report, "each a page a second", paced.seen);
      String how =
          "%d readers, each a page a second, timed from when it was due; client and server share %s when it began; %d pages after %d s of warm-up"
              .formatted(READERS, machine, paced.seen.reads().size(), 2 * WARM_UP.toSeconds());
      report.figure("p50_ms", paced.seen.samples().percentileMillis(50), "ms", how);
      report.figure("p99_ms", paced.seen.samples().percentileMillis(99), "ms", how);
      report.figure("cpu_ms", paced.cpuMillisPerPage(), "ms", "of the server, per page; " + how);
      slowest(report, paced.seen, how);

      Measured unseen = measure(server, () -> pioneers.paced(MEASURED, PACE));
      tell(report, "pages that nobody asked for before", unseen.seen);
      String fresh = "each known on a day nobody asked about, so that nothing is kept; " + how;
      report.figure("new_p50_ms", unseen.seen.samples().percentileMillis(50), "ms", fresh);
      report.figure("new_p99_ms", unseen.seen.samples().percentileMillis(99), "ms", fresh);
      report.figure(
          "new_cpu_ms", unseen.cpuMillisPerPage(), "ms", "of the server, per page; " + fresh);

      Measured closed = measure(server, () -> readers.closed(MEASURED));
      tell(report, "without a pause", closed.seen);
      String full =
          "%d readers without a pause, so that client and server use all of %s when it began; %d pages"
              .formatted(READERS, machine, closed.seen.reads().size());
      report.figure("closed_p50_ms", closed.seen.samples().percentileMillis(50), "ms", full);
      report.figure("closed_p99_ms", closed.seen.samples().percentileMillis(99), "ms", full);
      report.figure("per_s", closed.seen.perSecond(), "pages/s", full);
      List<Readers.Seen> all = List.of(paced.seen, unseen.seen, closed.seen);
      report.figure(
          "errors",
          (double) all.stream().mapToLong(Readers.Seen::errors).sum(),
          "1",
          "answers other than a whole page, or none within 10 s; of %d"
              .formatted(all.stream().mapToInt(one -> one.reads().size()).sum()));
    }
  }

  /// What readers do for a while.
  private interface Reading {
    Readers.Seen read() throws InterruptedException;
  }

  /// What they saw, and what it cost the server.
  private record Measured(Readers.Seen seen, Duration cpu) {
    double cpuMillisPerPage() {
      return cpu.toNanos() / 1e6 / seen.reads().size();
    }
  }

  private static Measured measure(ServedDemo server, Reading reading) throws InterruptedException {
    Duration before = server.cpu();
    Readers.Seen seen = reading.read();
    return new Measured(seen, server.cpu().minus(before));
  }

  private static void slowest(Report report, Readers.Seen seen, String how) {
    Map.Entry<String, Samples> slowest =
        seen.byKind().entrySet().stream()
            .max(Comparator.comparingDouble(one -> one.getValue().percentileMillis(99)))
            .orElseThrow();
    report.figure(
        "slowest_page_p99_ms",
        slowest.getValue().percentileMillis(99),
        "ms",
        "%s, %d pages; %s".formatted(slowest.getKey(), slowest.getValue().count(), how));
  }

  private static void tell(Report report, String phase, Readers.Seen seen) {
    report.say(phase);
    seen.byKind()
        .forEach(
            (kind, samples) ->
                report.say(
                    "%-20s %6d  p50 %7.1f ms  p99 %7.1f ms"
                        .formatted(
                            kind,
                            samples.count(),
                            samples.percentileMillis(50),
                            samples.percentileMillis(99))));
    seen.reads().stream()
        .filter(Readers.Read::failed)
        .limit(5)
        .forEach(one -> report.say("failed: " + one.fault()));
  }
}
