package yuheng.cells;

import java.util.List;
import yuheng.cells.CellImage.Row;
import yuheng.cells.Windows.Shape;

/// Adds the cells of units to the blocks of their groups, for a stretch of months.
///
/// Window sums and comparable sums of a group are first taken naively from its monthly sums, as if
/// every unit were there in all months and never moved. What that gets wrong comes from few units;
/// it is set right unit by unit, so that most cells are read once and added once.
final class Scatter {
  private final CellImage image;
  private final Windows windows;
  private final Placement[] bases;
  private final int reach;
  private final boolean[] used;

  /// The blocks of one unit that does not move, base by base.
  private final Block[] settled;

  private final int items;
  private final int words;

  /// Masks of one unit: shape by shape, month by month, word by word. `whole`: the unit has the
  /// number of that window; `some`: at least one cell of it.
  private final long[][] whole;

  private final long[][] some;

  /// Another for each thread.
  Scatter(CellImage image, Windows windows, List<Placement> bases) {
    this.image = image;
    this.windows = windows;
    this.bases = bases.toArray(Placement[]::new);
    this.items = image.items.size();
    this.words = image.words;
    this.reach = windows.reach();
    used = new boolean[windows.shapes.size()];
    for (int shape = 0; shape < used.length; shape++) {
      used[shape] = windows.shapes.get(shape).isUsed();
    }
    settled = new Block[this.bases.length];
    whole = new long[windows.shapes.size()][image.months * words];
    some = new long[windows.shapes.size()][image.months * words];
  }

  /// Adds every unit's cells of months `low` to `high - 1`, a year at a time, so that the sums of
  /// that year stay near.
  void run(int low, int high) {
    for (int from = low; from < high; from += Windows.YEAR) {
      int to = Math.min(high, from + Windows.YEAR);
      for (int unit = 0; unit < image.units(); unit++) {
        add(unit, from, to);
      }
    }
  }

  private void add(int unit, int low, int high) {
    Row row = image.rows.get(unit);
    for (int base = 0; base < bases.length; base++) {
      if (row.moves) {
        for (int month = low; month < high; month++) {
          Block block = bases[base].block(unit, month);
          addRange(block.month, row.cells, month * items, (month + 1) * items);
        }
      } else {
        settled[base] = bases[base].block(unit);
        addRange(settled[base].month, row.cells, low * items, high * items);
      }
    }
    if (!row.moves && hasAll(row, Math.max(0, low - reach), high)) {
      for (Block block : settled) {
        int[] units = block.units;
        for (int month = low; month < high; month++) {
          units[month]++;
        }
      }
      return;
    }
    for (int month = low; month < high; month++) {
      count(unit, row, month);
    }
    for (int shape = 0; shape < whole.length; shape++) {
      if (used[shape]) {
        masks(row, shape, Math.max(0, low - Windows.YEAR), high);
        for (int month = low; month < high; month++) {
          correct(unit, row, shape, month);
        }
      }
    }
  }

  /// Whether a unit was asked in all of these months and left no cell out, so that nothing taken
  /// naively is wrong.
  private boolean hasAll(Row row, int low, int high) {
    if (row.from > low || row.until < high) {
      return false;
    }
    for (int word = 0; word < words; word++) {
      long all = -1;
      for (int month = low; month < high; month++) {
        all &= row.present[month * words + word];
      }
      if ((all & image.mask(word)) != image.mask(word)) {
        return false;
      }
    }
    return true;
  }

  private Block block(int base, int unit, Row row, int month) {
    return row.moves ? bases[base].block(unit, month) : settled[base];
  }

  private static void addRange(long[] to, long[] from, int low, int high) {
    for (int i = low; i < high; i++) {
      to[i] += from[i];
    }
  }

  private void count(int unit, Row row, int month) {
    boolean asked = month >= row.from && month < row.until;
    for (int word = 0; word < words; word++) {
      asked |= row.present[month * words + word] != 0;
    }
    if (!asked) {
      return;
    }
    for (int base = 0; base < bases.length; base++) {
      block(base, unit, row, month).units[month]++;
    }
    for (int word = 0; word < words; word++) {
      long lacking = ~row.present[month * words + word] & image.mask(word);
      if (lacking != 0) {
        for (int base = 0; base < bases.length; base++) {
          int[] missing = block(base, unit, row, month).missing;
          for (long bits = lacking; bits != 0; bits &= bits - 1) {
            missing[month * items + item(word, bits)]++;
          }
        }
      }
    }
  }

  private void masks(Row row, int shape, int low, int high) {
    long[] present = row.present;
    for (int month = low; month < high; month++) {
      int start = windows.shapes.get(shape).start(month);
      for (int word = 0; word < words; word++) {
        long lacking = 0;
        long any = 0;
        for (int tap = start; tap <= month; tap++) {
          long there = present[tap * words + word];
          any |= there;
          lacking |= tap >= row.from && tap < row.until ? ~there : 0;
        }
        some[shape][month * words + word] = any;
        whole[shape][month * words + word] = present[month * words + word] & ~lacking;
      }
    }
  }

  private void correct(int unit, Row row, int shapeAt, int month) {
    Shape shape = windows.shapes.get(shapeAt);
    for (int word = 0; word < words; word++) {
      int at = month * words + word;
      long now = whole[shapeAt][at];
      long any = some[shapeAt][at] & shape.sums[word];
      for (long bits = row.moves ? any : any & ~now; bits != 0; bits &= bits - 1) {
        if (row.moves) {
          moved(unit, row, shape, month, item(word, bits), (now & bits & -bits) != 0);
        } else {
          broken(row, shape, month, item(word, bits));
        }
      }
      long windowless = row.present[at] & ~now & shape.sums[word];
      for (long bits = windowless; bits != 0; bits &= bits - 1) {
        int place = month * windows.windows() + shape.windowOf[item(word, bits)];
        for (int base = 0; base < bases.length; base++) {
          block(base, unit, row, month).windowless[place]++;
        }
      }
      if (month >= Windows.YEAR && shape.growths[word] != 0) {
        compare(unit, row, shapeAt, month, word);
      }
    }
  }

  private static int item(int word, long bits) {
    return word * CellImage.WORD + Long.numberOfTrailingZeros(bits);
  }

  private long sum(Row row, Shape shape, int month, int item) {
    long sum = 0;
    for (int tap = shape.start(month); tap <= month; tap++) {
      sum += row.cells[tap * items + item];
    }
    return sum;
  }

  /// A unit that stays in its groups and has some of the window, but not all.
  private void broken(Row row, Shape shape, int month, int item) {
    long sum = sum(row, shape, month, item);
    int place = month * windows.windows() + shape.windowOf[item];
    for (Block block : settled) {
      block.window[place] -= sum;
    }
  }

  /// A unit that moves: what it said in other groups belongs, in the window, to this month's.
  private void moved(int unit, Row row, Shape shape, int month, int item, boolean isWhole) {
    int place = month * windows.windows() + shape.windowOf[item];
    for (int tap = shape.start(month); tap <= month; tap++) {
      long cell = row.cells[tap * items + item];
      for (Placement base : bases) {
        base.block(unit, tap).window[place] -= cell;
        if (isWhole) {
          base.block(unit, month).window[place] += cell;
        }
      }
    }
  }

  /// Holds the month against the same a year before.
  private void compare(int unit, Row row, int shapeAt, int month, int word) {
    Shape shape = windows.shapes.get(shapeAt);
    int yearBefore = month - Windows.YEAR;
    long now = whole[shapeAt][month * words + word] & shape.growths[word];
    long then = whole[shapeAt][yearBefore * words + word] & shape.growths[word];
    for (long bits = now & ~then; bits != 0; bits &= bits - 1) {
      int item = item(word, bits);
      int place = month * windows.growths() + shape.growthOf[item];
      long sum = sum(row, shape, month, item);
      for (int base = 0; base < bases.length; base++) {
        Block block = block(base, unit, row, month);
        block.now[place] -= sum;
        block.lone[place]++;
      }
    }
    for (long bits = row.moves ? then : then & ~now; bits != 0; bits &= bits - 1) {
      int item = item(word, bits);
      int place = month * windows.growths() + shape.growthOf[item];
      long sum = sum(row, shape, yearBefore, item);
      boolean both = (now & bits & -bits) != 0;
      for (int base = 0; base < bases.length; base++) {
        block(base, unit, row, yearBefore).then[place] -= sum;
        if (both) {
          block(base, unit, row, month).then[place] += sum;
        }
      }
    }
  }
}
