package yuheng.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How long `./yuheng bulletin` takes, from the command line to the file.
final class BulletinBench implements Bench {
  private static final int RUNS = 9;

  BulletinBench() {}

  @Override
  public String name() {
    return "bulletin";
  }

  @Override
  public String what() {
    return "a month's bulletin of the demo as a file, each in a fresh process";
  }

  @Override
  public void run(Report report) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("yuheng-bench");
    try {
      for (String kind : List.of("docx", "pdf")) {
        Path file = folder.resolve("bulletin." + kind);
        write(folder, file); // the launcher builds what is stale
        var nanos = new ArrayList<Long>();
        for (int run = 0; run < RUNS; run++) {
          Files.delete(file);
          long start = System.nanoTime();
          write(folder, file);
          nanos.add(System.nanoTime() - start);
        }
        Samples samples = Samples.of(nanos);
        report.figure(
            kind + "_ms",
            samples.medianMillis(),
            "ms",
            "wall time of ./yuheng bulletin plans/chongqing-2012 --as-of 2012-09, median of %d processes (slowest %.0f ms); %s"
                .formatted(RUNS, samples.percentileMillis(100), Home.machine()));
      }
    } finally {
      Home.deleteAll(folder);
    }
  }

  private static void write(Path folder, Path file) throws IOException, InterruptedException {
    Process process =
        Home.command(
                List.of(
                    "bulletin",
                    "plans/chongqing-2012",
                    "--as-of",
                    "2012-09",
                    "--store",
                    folder.resolve("none.db").toString(),
                    "--out",
                    file.toString()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("talk").toFile())
            .start();
    int code = process.waitFor();
    if (code != 0 || !Files.exists(file)) {
      throw new IOException(
          "./yuheng bulletin ended with %d: %s"
              .formatted(code, Files.readString(folder.resolve("talk"))));
    }
  }
}
