package yuheng.cells;

import org.jspecify.annotations.Nullable;
import yuheng.cells.CellImage.Row;
import yuheng.cells.Windows.Shape;

/// What one unit brings to its groups in some months: the same numbers that [Scatter] comes to,
/// said straight from the definitions, for one unit.
final class Part {
  final int low;
  final int high;
  private final CellImage image;
  private final Windows windows;
  private final int[] items;

  /// Cells of the months, item by item; and whether they are there.
  private final long[] cells;

  private final boolean[] has;

  /// Windows of the months and of the year before them, shape by shape, item by item.
  private final long[][] sums;

  private final boolean[][] whole;
  private final boolean[] counted;
  private final int back;

  /// Reads a unit as it is now.
  ///
  /// @param items the items to be read, by place
  Part(CellImage image, Windows windows, Row row, int low, int high, int[] items) {
    this.image = image;
    this.windows = windows;
    this.low = low;
    this.high = high;
    this.items = items;
    this.back = Math.max(0, low - Windows.YEAR);
    int shapes = windows.shapes.size();
    cells = new long[(high - low) * items.length];
    has = new boolean[(high - low) * items.length];
    counted = new boolean[high - low];
    sums = new long[shapes][(high - back) * items.length];
    whole = new boolean[shapes][(high - back) * items.length];
    for (int month = low; month < high; month++) {
      counted[month - low] = (month >= row.from && month < row.until) || image.hasAny(row, month);
      for (int at = 0; at < items.length; at++) {
        int place = (month - low) * items.length + at;
        cells[place] = row.cells[month * image.items.size() + items[at]];
        has[place] = image.has(row, month, items[at]);
      }
    }
    for (int shape = 0; shape < shapes; shape++) {
      for (int month = back; month < high; month++) {
        for (int at = 0; at < items.length; at++) {
          window(row, shape, month, at);
        }
      }
    }
  }

  private void window(Row row, int shapeAt, int month, int at) {
    Shape shape = windows.shapes.get(shapeAt);
    int item = items[at];
    if (!shape.reads(item) || !image.has(row, month, item)) {
      return;
    }
    long sum = 0;
    for (int tap = shape.start(month); tap <= month; tap++) {
      if (tap >= row.from && tap < row.until && !image.has(row, tap, item)) {
        return;
      }
      sum += row.cells[tap * image.items.size() + item];
    }
    int place = (month - back) * items.length + at;
    sums[shapeAt][place] = sum;
    whole[shapeAt][place] = true;
  }

  /// Adds what the unit brings in a month to a block, or takes it away.
  ///
  /// @param sign 1 or −1
  void add(Block block, int month, int sign) {
    block.units[month] += counted[month - low] ? sign : 0;
    for (int at = 0; at < items.length; at++) {
      int place = (month - low) * items.length + at;
      int cell = month * image.items.size() + items[at];
      block.month[cell] += sign * cells[place];
      block.missing[cell] += counted[month - low] && !has[place] ? sign : 0;
      for (int shape = 0; shape < sums.length; shape++) {
        add(block, windows.shapes.get(shape), shape, month, at, sign);
      }
    }
  }

  private void add(Block block, Shape shape, int shapeAt, int month, int at, int sign) {
    int item = items[at];
    int place = (month - back) * items.length + at;
    if (shape.windowOf[item] >= 0) {
      int window = month * windows.windows() + shape.windowOf[item];
      block.window[window] += sign * sums[shapeAt][place];
      block.windowless[window] +=
          has[(month - low) * items.length + at] && !whole[shapeAt][place] ? sign : 0;
    }
    if (shape.growthOf[item] >= 0 && month >= Windows.YEAR && whole[shapeAt][place]) {
      int growth = month * windows.growths() + shape.growthOf[item];
      int before = place - Windows.YEAR * items.length;
      if (whole[shapeAt][before]) {
        block.now[growth] += sign * sums[shapeAt][place];
        block.then[growth] += sign * sums[shapeAt][before];
      } else {
        block.lone[growth] += sign;
      }
    }
  }

  /// Whether it brings the same in a month as another that was read of the same months and items.
  boolean isSame(@Nullable Part other, int month) {
    if (other == null || counted[month - low] != other.counted[month - low]) {
      return false;
    }
    for (int at = 0; at < items.length; at++) {
      int place = (month - low) * items.length + at;
      if (cells[place] != other.cells[place] || has[place] != other.has[place]) {
        return false;
      }
      for (int shape = 0; shape < sums.length; shape++) {
        int now = (month - back) * items.length + at;
        if (differs(other, shape, now)
            || (month >= Windows.YEAR
                && differs(other, shape, now - Windows.YEAR * items.length))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean differs(Part other, int shape, int place) {
    return sums[shape][place] != other.sums[shape][place]
        || whole[shape][place] != other.whole[shape][place];
  }
}
