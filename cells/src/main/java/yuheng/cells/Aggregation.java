package yuheng.cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import yuheng.cells.Windows.Shape;

/// Sums up an image: the finest cuts from the cells, every coarser cut from a finer one.
final class Aggregation {
  /// Window sums have at most this many times the cells of a window in them while they are reckoned.
  private static final int CORRECTED = 4;

  private static final int LOW_BITS = 31;

  private final CellImage image;
  private final List<Measure> measures;
  private final Windows windows;
  private final List<Grouping> groupings;

  Aggregation(CellImage image, List<Cut> cuts, List<Measure> measures) {
    this.image = image;
    this.measures = List.copyOf(measures);
    this.windows = new Windows(image, measures);
    this.groupings = cuts.stream().distinct().map(cut -> new Grouping(image, cut)).toList();
  }

  Cube run(int threads) {
    try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
      var team = new Team(workers, threads);
      if (image.isNarrow(CORRECTED * windows.longest())) {
        return cube(sums(image, team), List.of(), team);
      }
      // Cells too large to be added in machine words are added in two halves.
      return cube(
          sums(image.mapped(cell -> cell & ((1L << LOW_BITS) - 1)), team),
          sums(image.mapped(cell -> cell >> LOW_BITS), team),
          team);
    }
  }

  /// Threads that share out a range of numbers and wait for each other.
  private record Team(ExecutorService workers, int threads) {
    /// Calls `work` with each of `0` to `parts - 1`.
    void each(int parts, IntConsumer work) {
      var running = new ArrayList<Future<?>>();
      for (int part = 0; part < parts; part++) {
        int number = part;
        running.add(workers.submit(() -> work.accept(number)));
      }
      for (Future<?> one : running) {
        try {
          one.get();
        } catch (ExecutionException broken) {
          throw new IllegalStateException(broken.getCause());
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException(stopped);
        }
      }
    }
  }

  /// The blocks of each cut, in the order of [#groupings].
  private List<Block[]> sums(CellImage from, Team team) {
    List<Grouping> finestFirst =
        groupings.stream().sorted(Comparator.comparingInt(Grouping::size).reversed()).toList();
    var bases = new ArrayList<Grouping>();
    var steps = new ArrayList<RollUp>();
    var done = new ArrayList<Grouping>();
    var blocks = new ArrayList<Block[]>();
    for (Grouping one : finestFirst) {
      var own = new Block[one.size()];
      @Nullable Grouping finer =
          done.stream()
              .filter(other -> one.isCoarserThan(from, other))
              .min(Comparator.comparingInt(Grouping::size))
              .orElse(null);
      if (finer == null) {
        bases.add(one);
        Scatter.touch(from, one, own, windows);
      } else {
        Block[] source = blocks.get(done.indexOf(finer));
        var target = new int[source.length];
        for (int group = 0; group < source.length; group++) {
          target[group] = one.of(from, finer, group);
          if (source[group] != null && own[target[group]] == null) {
            own[target[group]] = from.block(windows);
          }
        }
        steps.add(new RollUp(source, own, target));
      }
      done.add(one);
      blocks.add(own);
    }
    Block[][] base = bases.stream().map(one -> blocks.get(done.indexOf(one))).toArray(Block[][]::new);
    int years = (from.months + Windows.YEAR - 1) / Windows.YEAR;
    int parts = Math.min(years, team.threads() * 2);
    team.each(
        parts,
        part -> {
          int low = years * part / parts * Windows.YEAR;
          int high = Math.min(from.months, years * (part + 1) / parts * Windows.YEAR);
          new Scatter(from, windows, bases, base).run(low, high);
          steps.forEach(step -> step.run(from.months, low, high));
        });
    List<Block> all = new ArrayList<>();
    blocks.forEach(
        each -> {
          for (Block block : each) {
            if (block != null) {
              all.add(block);
            }
          }
        });
    team.each(
        team.threads(),
        part -> {
          for (int at = part; at < all.size(); at += team.threads()) {
            close(all.get(at));
          }
        });
    return groupings.stream().map(one -> blocks.get(done.indexOf(one))).toList();
  }

  /// Adds the blocks of a finer cut to those of a coarser.
  private static final class RollUp {
    private final Block[] from;
    private final Block[] to;
    private final int[] target;

    RollUp(Block[] from, Block[] to, int[] target) {
      this.from = from;
      this.to = to;
      this.target = target;
    }

    void run(int months, int low, int high) {
      for (int group = 0; group < from.length; group++) {
        @Nullable Block part = from[group];
        if (part != null) {
          to[target[group]].add(part, months, low, high);
        }
      }
    }
  }

  /// Turns corrections into sums: adds what is naively right.
  private void close(Block block) {
    for (Shape shape : windows.shapes) {
      for (int item = 0; item < image.items.size(); item++) {
        if (shape.windowOf[item] >= 0) {
          closeWindow(block, shape, item);
        }
      }
    }
    for (Shape shape : windows.shapes) {
      for (int item = 0; item < image.items.size(); item++) {
        if (shape.growthOf[item] >= 0) {
          closeGrowth(block, shape, item);
        }
      }
    }
  }

  private void closeWindow(Block block, Shape shape, int item) {
    int items = image.items.size();
    long sum = 0;
    int start = 0;
    for (int month = 0; month < image.months; month++) {
      sum += block.month[month * items + item];
      for (int first = shape.start(month); start < first; start++) {
        sum -= block.month[start * items + item];
      }
      block.window[month * windows.windows() + shape.windowOf[item]] += sum;
    }
  }

  private void closeGrowth(Block block, Shape shape, int item) {
    for (int month = Windows.YEAR; month < image.months; month++) {
      int place = month * windows.growths() + shape.growthOf[item];
      block.now[place] += linear(block, shape, month, item);
      block.then[place] += linear(block, shape, month - Windows.YEAR, item);
    }
  }

  private long linear(Block block, Shape shape, int month, int item) {
    return shape.length == 1
        ? block.month[month * image.items.size() + item]
        : block.window[month * windows.windows() + shape.windowOf[item]];
  }

  private Cube cube(List<Block[]> low, List<Block[]> high, Team team) {
    var cube = new Cube(image, windows, groupings, measures, low, high, LOW_BITS);
    List<Cube.Group> all = cube.all();
    team.each(
        team.threads(),
        part -> {
          for (int at = part; at < all.size(); at += team.threads()) {
            cube.derive(all.get(at));
          }
        });
    return cube;
  }
}
