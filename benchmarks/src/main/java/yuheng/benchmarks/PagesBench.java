package yuheng.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Comparator;
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

      report.say("paced");
      Readers.Seen paced = readers.paced(MEASURED, PACE);
      String how =
          "%d readers, each a page a second, timed from when it was due; client and server share %s; %d pages after %d s of warm-up"
              .formatted(
                  READERS, Home.machine(), paced.reads().size(), 2 * WARM_UP.toSeconds());
      tell(report, paced);
      report.figure("p50_ms", paced.samples().percentileMillis(50), "ms", how);
      report.figure("p99_ms", paced.samples().percentileMillis(99), "ms", how);
      Map.Entry<String, Samples> slowest =
          paced.byKind().entrySet().stream()
              .max(Comparator.comparingDouble(one -> one.getValue().percentileMillis(99)))
              .orElseThrow();
      report.figure(
          "slowest_page_p99_ms",
          slowest.getValue().percentileMillis(99),
          "ms",
          "%s, %d pages; %s".formatted(slowest.getKey(), slowest.getValue().count(), how));

      report.say("paced, pages that nobody asked for before");
      Readers.Seen unseen = pioneers.paced(MEASURED, PACE);
      tell(report, unseen);
      String fresh = "each known on a day nobody asked about, so that nothing is kept; " + how;
      report.figure("new_p50_ms", unseen.samples().percentileMillis(50), "ms", fresh);
      report.figure("new_p99_ms", unseen.samples().percentileMillis(99), "ms", fresh);

      report.say("without a pause");
      Readers.Seen closed = readers.closed(MEASURED);
      tell(report, closed);
      String full =
          "%d readers without a pause, so that both cores are always busy with client and server; %d pages"
              .formatted(READERS, closed.reads().size());
      report.figure("closed_p50_ms", closed.samples().percentileMillis(50), "ms", full);
      report.figure("closed_p99_ms", closed.samples().percentileMillis(99), "ms", full);
      report.figure("per_s", closed.perSecond(), "pages/s", full);
      report.figure(
          "errors",
          (double) (paced.errors() + unseen.errors() + closed.errors()),
          "1",
          "answers other than a whole page, or none within 10 s; of %d"
              .formatted(
                  paced.reads().size() + unseen.reads().size() + closed.reads().size()));
    }
  }

  private static void tell(Report report, Readers.Seen seen) {
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
