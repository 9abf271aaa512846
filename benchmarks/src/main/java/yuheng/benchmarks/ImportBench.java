package yuheng.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// How long it takes to bring 100 000 reports of 60 cells each in one workbook: read, checked and
/// in the book, beside Apache POI merely reading the same file. Both run in one JVM of 512 MB, one
/// after the other, so that what else the machine does falls on both.
///
/// `-Dimport.pairs=3` on the command of the JVM makes fewer pairs.
final class ImportBench implements Bench {
  private static final int PAIRS = Integer.getInteger("import.pairs", 11);
  private static final double NANOS = 1e9;

  ImportBench() {}

  @Override
  public String name() {
    return "import";
  }

  @Override
  public String what() {
    return "100 000 reports of 60 cells from one workbook, checked and in the book";
  }

  @Override
  public void run(Report report) throws IOException, InterruptedException {
    Process process =
        Jvm.start(
            List.of("-Xmx512m", "-XX:+UseSerialGC"),
            ImportRun.class,
            List.of(Integer.toString(PAIRS)));
    var ratios = new ArrayList<Double>();
    var ours = new ArrayList<Double>();
    var peers = new ArrayList<Double>();
    var checking = new ArrayList<Double>();
    var work = new ArrayList<Double>();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.matches("\\d+( \\d+){4}")) {
          report.say(line); // a library that logs
          continue;
        }
        String[] nanos = line.split(" ", -1);
        checking.add(Long.parseLong(nanos[0]) / NANOS);
        ours.add(Long.parseLong(nanos[1]) / NANOS);
        peers.add(Long.parseLong(nanos[2]) / NANOS);
        ratios.add(peers.getLast() / ours.getLast());
        work.add((double) Long.parseLong(nanos[4]) / Long.parseLong(nanos[3]));
        report.say(
            "ours %.1f s (read and checked after %.1f), POI %.1f s"
                .formatted(ours.getLast(), checking.getLast(), peers.getLast()));
      }
    }
    if (process.waitFor() != 0 || ratios.isEmpty()) {
      throw new IOException("the measured JVM ended with %d".formatted(process.exitValue()));
    }
    String on =
        "%d reports of 60 cells in one .xlsx; %d pairs, -Xmx512m, %s"
            .formatted(ImportTown.ROWS, ratios.size(), Home.machine());
    report.figure("ratio", median(ratios), "1", "Apache POI SAX without checks ÷ ours; " + on);
    report.figure("work_ratio", median(work), "1", "the same in processor time; " + on);
    report.figure("rows_per_s", ImportTown.ROWS / median(ours), "1/s", on);
    report.figure("ours_s", median(ours), "s", "read, checked, committed; " + on);
    report.figure("checked_s", median(checking), "s", "of it, read and checked; " + on);
    report.figure("peer_s", median(peers), "s", "XSSFReader with a SAX handler; " + on);
  }

  private static double median(List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
