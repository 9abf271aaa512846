package yuheng.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import yuheng.prose.PolicyText;

/// How long finding the quantities of a megabyte of text takes.
final class ProseBench implements Bench {
  private static final int MEGABYTE = 1_000_000;
  private static final int WARM_UPS = 2;
  private static final int RUNS = 5;

  /// Texts without an end of a sentence, where a grammar that looks back would never end.
  private static final Map<String, List<String>> ENDLESS =
      Map.of(
          "zh",
          List.of("提高到", "三", "1", "1.", "每万人", "比2010年", "“", "、5个", "增长5%和"),
          "en",
          List.of(
              "raise to ",
              "one ",
              "1.",
              "per 10 people ",
              "in 2010 ",
              "\"",
              "and 5 parks ",
              "by 5 percent and ",
              "2011-2015 ",
              "RMB300 ",
              "US$",
              "double ",
              "1-2 km ",
              "a\n"));

  ProseBench() {}

  @Override
  public String name() {
    return "prose";
  }

  @Override
  public String what() {
    return "quantities found in a megabyte of policy documents";
  }

  @Override
  public void run(Report report) throws IOException, InterruptedException {
    for (String language : List.of("zh", "en")) {
      String text = megabyte(language.equals("zh") ? "prose" : "prose-en");
      int found = 0;
      var nanos = new ArrayList<Long>();
      for (int run = 0; run < WARM_UPS + RUNS; run++) {
        long start = System.nanoTime();
        found = PolicyText.of(text).mentions().size();
        if (run >= WARM_UPS) {
          nanos.add(System.nanoTime() - start);
        }
      }
      report.figure(
          language + "_ms",
          Samples.of(nanos).medianMillis(),
          "ms",
          "1 MB of UTF-8 made of the texts of cases/, %d quantities, median of %d"
              .formatted(found, RUNS));
    }
    SequencedMap<Double, String> endless = endless();
    report.figure(
        "endless_ms",
        endless.lastEntry().getKey(),
        "ms",
        "100 KB of one piece again and again without an end of a sentence; the slowest piece, «%s»"
            .formatted(endless.lastEntry().getValue().strip()));
  }

  private static SequencedMap<Double, String> endless() {
    var times = new TreeMap<Double, String>();
    ENDLESS.forEach(
        (language, pieces) -> {
          for (String piece : pieces) {
            String text = repeated(piece, MEGABYTE / 10);
            String head = language.equals("zh") ? "某省2012年规划\n" : "A Plan for 2012\n";
            long start = System.nanoTime();
            PolicyText.of(head + text).mentions();
            times.put((System.nanoTime() - start) / 1e6, piece);
          }
        });
    return times;
  }

  private static String megabyte(String folder) throws IOException {
    var lines = new ArrayList<String>();
    try (Stream<Path> cases = Files.list(Home.path().resolve("cases").resolve(folder))) {
      for (Path file : cases.sorted().toList()) {
        Files.readAllLines(file).stream()
            .filter(line -> line.startsWith("= ") || line.startsWith("> "))
            .map(line -> line.substring(2))
            .forEach(lines::add);
      }
    }
    return repeated(String.join("\n", lines) + "\n", MEGABYTE);
  }

  private static String repeated(String piece, int bytes) {
    return piece.repeat(Math.max(1, bytes / piece.getBytes(StandardCharsets.UTF_8).length));
  }
}
