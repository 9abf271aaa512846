package yuheng.cells;

import java.util.List;
import org.jspecify.annotations.Nullable;
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
  private final List<Grouping> bases;
  private final Block[][] blocks;
  private final int items;
  private final int words;

  /// Masks of one unit: shape by shape, month by month, word by word. `whole`: the unit has the
  /// number of that window; `some`: at least one cell of it.
  private final long[][] whole;

  private final long[][] some;
  private final int[][] group;

  /// Another for each thread.
  Scatter(CellImage image, Windows windows, List<Grouping> bases, Block[][] blocks) {
    this.image = image;
    this.windows = windows;
    this.bases = bases;
    this.blocks = blocks;
    this.items = image.items.size();
    this.words = image.words;
    whole = new long[windows.shapes.size()][image.months * words];
    some = new long[windows.shapes.size()][image.months * words];
    group = new int[bases.size()][image.months];
  }

  /// Adds every unit's cells of months `low` to `high - 1`.
  void run(int low, int high) {
    for (int from = low; from < high; from += Windows.YEAR) {
      int to = Math.min(high, from + Windows.YEAR);
      for (Row row : image.rows) {
        add(row, from, to);
      }
    }
  }

  private void add(Row row, int low, int high) {
    boolean moves = groups(row, high);
    for (int base = 0; base < blocks.length; base++) {
      Block[] of = blocks[base];
      if (!moves) {
        addRange(of[group[base][low]].month, row.cells, low * items, high * items);
      }
      for (int month = low; month < high; month++) {
        Block block = of[group[base][month]];
        if (moves) {
          addRange(block.month, row.cells, month * items, (month + 1) * items);
        }
        count(row, block, month);
      }
    }
    masks(row, Math.max(0, low - Windows.YEAR), high);
    for (int shape = 0; shape < whole.length; shape++) {
      for (int month = low; month < high; month++) {
        correct(row, shape, month, moves);
      }
    }
  }

  /// Whether the unit is in more than one group of a base up to a month.
  private boolean groups(Row row, int high) {
    boolean moves = false;
    for (int base = 0; base < group.length; base++) {
      int[] of = group[base];
      for (int month = 0; month < high; month++) {
        of[month] = bases.get(base).group(image, row, month);
        moves |= of[month] != of[0];
      }
    }
    return moves;
  }

  private static void addRange(long[] to, long[] from, int low, int high) {
    for (int i = low; i < high; i++) {
      to[i] += from[i];
    }
  }

  private void count(Row row, Block block, int month) {
    boolean asked = month >= row.from && month < row.until;
    for (int word = 0; word < words; word++) {
      asked |= row.present[month * words + word] != 0;
    }
    if (!asked) {
      return;
    }
    block.units[month]++;
    for (int word = 0; word < words; word++) {
      long bits = ~row.present[month * words + word] & image.mask(word);
      while (bits != 0) {
        int item = word * CellImage.WORD + Long.numberOfTrailingZeros(bits);
        block.missing[month * items + item]++;
        bits &= bits - 1;
      }
    }
  }

  private void masks(Row row, int low, int high) {
    long[] present = row.present;
    for (int shape = 0; shape < whole.length; shape++) {
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
  }

  private void correct(Row row, int shapeAt, int month, boolean moves) {
    Shape shape = windows.shapes.get(shapeAt);
    for (int word = 0; word < words; word++) {
      int at = month * words + word;
      long now = whole[shapeAt][at];
      long broken = some[shapeAt][at] & ~now & shape.sums[word];
      long windowless = row.present[at] & ~now & shape.sums[word];
      if (moves) {
        for (long bits = some[shapeAt][at] & shape.sums[word]; bits != 0; bits &= bits - 1) {
          moved(row, shape, month, item(word, bits), (now & bits & -bits) != 0);
        }
      } else {
        for (long bits = broken; bits != 0; bits &= bits - 1) {
          broken(row, shape, month, item(word, bits));
        }
      }
      for (long bits = windowless; bits != 0; bits &= bits - 1) {
        int place = month * windows.windows() + shape.windowOf[item(word, bits)];
        for (int base = 0; base < blocks.length; base++) {
          blocks[base][group[base][month]].windowless[place]++;
        }
      }
      if (month >= Windows.YEAR && shape.growths[word] != 0) {
        compare(row, shapeAt, month, word, moves);
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
    for (int base = 0; base < blocks.length; base++) {
      blocks[base][group[base][month]].window[place] -= sum;
    }
  }

  /// A unit that moves: what it said in other groups belongs, in the window, to this month's.
  private void moved(Row row, Shape shape, int month, int item, boolean isWhole) {
    int place = month * windows.windows() + shape.windowOf[item];
    for (int tap = shape.start(month); tap <= month; tap++) {
      long cell = row.cells[tap * items + item];
      for (int base = 0; base < blocks.length; base++) {
        blocks[base][group[base][tap]].window[place] -= cell;
        if (isWhole) {
          blocks[base][group[base][month]].window[place] += cell;
        }
      }
    }
  }

  /// Holds the month against the same a year before.
  private void compare(Row row, int shapeAt, int month, int word, boolean moves) {
    Shape shape = windows.shapes.get(shapeAt);
    long now = whole[shapeAt][month * words + word] & shape.growths[word];
    long then = whole[shapeAt][(month - Windows.YEAR) * words + word] & shape.growths[word];
    for (long bits = now & ~then; bits != 0; bits &= bits - 1) {
      int item = item(word, bits);
      int place = month * windows.growths() + shape.growthOf[item];
      long sum = sum(row, shape, month, item);
      for (int base = 0; base < blocks.length; base++) {
        Block block = blocks[base][group[base][month]];
        block.now[place] -= sum;
        block.lone[place]++;
      }
    }
    for (long bits = moves ? then : then & ~now; bits != 0; bits &= bits - 1) {
      int item = item(word, bits);
      int place = month * windows.growths() + shape.growthOf[item];
      long sum = sum(row, shape, month - Windows.YEAR, item);
      boolean both = (now & bits & -bits) != 0;
      for (int base = 0; base < blocks.length; base++) {
        blocks[base][group[base][month - Windows.YEAR]].then[place] -= sum;
        if (both) {
          blocks[base][group[base][month]].then[place] += sum;
        }
      }
    }
  }

  /// Makes a block for each group that a unit is ever in.
  static void touch(CellImage image, Grouping base, Block[] blocks, Windows windows) {
    for (Row row : image.rows) {
      int before = -1;
      for (int month = 0; month < image.months; month++) {
        int group = base.group(image, row, month);
        if (group != before) {
          before = group;
          @Nullable Block known = blocks[group];
          if (known == null) {
            blocks[group] = image.block(windows);
          }
        }
      }
    }
  }
}
