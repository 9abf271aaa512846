package yuheng.benchmarks;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import yuheng.cells.CellImage;
import yuheng.cells.Cube;
import yuheng.cells.Cut;
import yuheng.cells.Measure;

/// Summing up 10 000 units × 60 months × 60 items by 12 cuts into 100 measures, beside DuckDB on
/// the same cells, and beside merely adding up every cell and every bit of presence once.
final class CubeBench implements Bench {
  private static final int PAIRS = Integer.getInteger("cube.pairs", 11);
  private static final int WARM_UPS = 15;
  private static final int THREADS = 2;
  private static final double NANOS = 1e9;

  CubeBench() {}

  @Override
  public String name() {
    return "cube";
  }

  @Override
  public String what() {
    return "36 million cells by 12 cuts into 100 measures";
  }

  @Override
  public void run(Report report) throws IOException, InterruptedException {
    report.say("drawing the city");
    var town = new CubeTown();
    CellImage image = town.image();
    long[][] plain = plain(town);
    try (var duck = new CubeDatabase(town, THREADS);
        ExecutorService workers = Executors.newFixedThreadPool(THREADS)) {
      for (int run = 0; run < WARM_UPS; run++) {
        image.cube(CubeTown.CUTS, CubeTown.MEASURES, THREADS);
        bound(plain, workers);
      }
      duck.sumUp();
      var ours = new ArrayList<Double>();
      var peer = new ArrayList<Double>();
      var bound = new ArrayList<Double>();
      for (int pair = 0; pair < PAIRS; pair++) {
        bound.add(seconds(() -> bound(plain, workers)));
        ours.add(seconds(() -> image.cube(CubeTown.CUTS, CubeTown.MEASURES, THREADS)));
        peer.add(
            seconds(
                () -> {
                  duck.sumUp();
                  return 0;
                }));
        report.say(
            "ours %.3f s, DuckDB %.3f s, memory %.3f s"
                .formatted(ours.getLast(), peer.getLast(), bound.getLast()));
      }
      Cube cube = image.cube(CubeTown.CUTS, CubeTown.MEASURES, THREADS);
      int rows = rows(cube);
      report.say("comparing %d numbers".formatted(rows * CubeTown.MEASURES.size()));
      String on =
          "%d rows of 12 cuts × 100 measures, %d threads, median of %d pairs, %s"
              .formatted(rows, THREADS, PAIRS, Home.machine());
      report.against(
          "vs_duckdb", ratio(peer, ours), shown(ours), shown(peer), "DuckDB ÷ ours; " + on);
      report.against(
          "vs_memory_bound",
          ratio(ours, bound),
          shown(ours),
          shown(bound),
          "ours ÷ adding every cell and every bit of presence once; " + on);
      report.figure("mismatches", mismatches(cube, duck), "1", "numbers that differ; " + on);
    } catch (SQLException broken) {
      throw new IOException(broken);
    }
  }

  private static String shown(List<Double> seconds) {
    return "%.3f s".formatted(median(seconds));
  }

  private static double seconds(Callable<?> work) throws IOException {
    long start = System.nanoTime();
    try {
      work.call();
    } catch (Exception broken) {
      throw new IOException(broken);
    }
    return (System.nanoTime() - start) / NANOS;
  }

  private static double ratio(List<Double> over, List<Double> under) {
    return median(
        IntStream.range(0, over.size()).mapToObj(i -> over.get(i) / under.get(i)).toList());
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  /// The same cells, and a word of presence for each unit and month, in plain arrays.
  private static long[][] plain(CubeTown town) {
    return town.units().stream()
        .map(
            unit -> {
              var row = new long[CubeTown.MONTHS * (CubeTown.ITEMS + 1)];
              for (int month = 0; month < CubeTown.MONTHS; month++) {
                for (int item = 0; item < CubeTown.ITEMS; item++) {
                  int cell = unit.cells().cell(month, item);
                  row[month * CubeTown.ITEMS + item] = Math.max(cell, 0);
                  row[CubeTown.MONTHS * CubeTown.ITEMS + month] |= cell >= 0 ? 1L << item : 0;
                }
              }
              return row;
            })
        .toArray(long[][]::new);
  }

  private static long bound(long[][] plain, ExecutorService workers) {
    var running = new ArrayList<Future<Long>>();
    for (int part = 0; part < THREADS; part++) {
      int from = plain.length * part / THREADS;
      int to = plain.length * (part + 1) / THREADS;
      running.add(workers.submit(() -> bound(plain, from, to)));
    }
    long sum = 0;
    for (Future<Long> one : running) {
      try {
        sum += one.get();
      } catch (ExecutionException | InterruptedException broken) {
        throw new IllegalStateException(broken);
      }
    }
    return sum;
  }

  private static long bound(long[][] plain, int from, int to) {
    int cells = CubeTown.MONTHS * CubeTown.ITEMS;
    long sum = 0;
    for (int unit = from; unit < to; unit++) {
      long[] row = plain[unit];
      long own = 0;
      for (int at = 0; at < cells; at++) {
        own += row[at];
      }
      for (int at = cells; at < row.length; at++) {
        own += Long.bitCount(row[at]);
      }
      sum += own;
    }
    return sum;
  }

  private static int rows(Cube cube) {
    return cube.cuts().stream().mapToInt(cut -> cube.groups(cut).size() * CubeTown.MONTHS).sum();
  }

  private static int mismatches(Cube cube, CubeDatabase duck) throws SQLException {
    int differ = 0;
    for (Cut cut : CubeTown.CUTS) {
      int compared = 0;
      try (ResultSet rows = duck.shown(cut)) {
        while (rows.next()) {
          List<Integer> group = duck.group(rows, cut);
          int month = rows.getInt("month");
          for (Measure measure : CubeTown.MEASURES) {
            // Both have the digits of the measure, so that equal numbers are written alike.
            if (!cube.value(cut, group, month, measure).equals(CubeDatabase.value(rows, measure))) {
              differ++;
            }
          }
          compared++;
        }
      }
      // Groups and months that the database does not have at all must have nothing here either.
      int here = 0;
      for (List<Integer> group : cube.groups(cut)) {
        for (int month = 0; month < CubeTown.MONTHS; month++) {
          int at = month;
          if (CubeTown.MEASURES.stream()
              .anyMatch(measure -> cube.value(cut, group, at, measure).isPresent())) {
            here++;
          }
        }
      }
      differ += Math.max(0, here - compared);
    }
    return differ;
  }
}
