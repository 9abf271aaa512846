package yuheng.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// How fast the room keeps what units hand in: 16 writers, each waiting for its receipt before the
/// next report, for 20 seconds, in a JVM with the flags of the server.
final class SubmitBench implements Bench {
  private static final int WRITERS = Integer.getInteger("submit.writers", 16);
  private static final int SECONDS = Integer.getInteger("submit.seconds", 20);

  SubmitBench() {}

  @Override
  public String name() {
    return "submit";
  }

  @Override
  public String what() {
    return "submissions acknowledged by the report book, each on disk before its receipt";
  }

  @Override
  public void run(Report report) throws IOException, InterruptedException {
    Process process =
        Jvm.start(
            List.of("-Xmx1g", "-XX:+UseParallelGC"),
            SubmitRun.class,
            List.of(Integer.toString(WRITERS), Integer.toString(SECONDS)));
    var lines = new ArrayList<String>();
    try (var said = process.inputReader()) {
      said.lines().forEach(lines::add);
    }
    if (process.waitFor() != 0 || lines.isEmpty()) {
      throw new IOException("the measured JVM ended with %d".formatted(process.exitValue()));
    }
    SubmitRun.Measured door = SubmitRun.Measured.read(lines.getLast());
    String on =
        "%d writers for %d s through the room's door: %d receipts in %d commits, one sync each, %.1f to each; p50 %.2f ms, slowest %.0f ms; %s"
            .formatted(
                WRITERS,
                SECONDS,
                door.receipts(),
                door.commits(),
                (double) door.receipts() / door.commits(),
                door.p50(),
                door.worst(),
                Home.machine());
    report.figure("per_s", door.receipts() / door.seconds(), "1/s", on);
    report.figure("p99_ms", door.p99(), "ms", on);
    report.figure("commits", (double) door.commits(), "1", on);
    report.figure(
        "cpu_ms",
        door.cpuSeconds() * 1e3 / door.receipts(),
        "ms",
        "processor time of the JVM for each; " + on);
    report.figure(
        "sync_ms",
        door.syncMillis(),
        "ms",
        "median of 200 bare syncs of 8 kB on the same disk, right after; " + Home.machine());
  }
}
