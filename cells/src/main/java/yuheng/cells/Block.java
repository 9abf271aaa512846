package yuheng.cells;

import yuheng.cells.Windows.Shape;

/// The sums of one group of one cut. All of it is additive: the block of a union of groups is the
/// sum of their blocks, whatever is still open in it.
final class Block {
  /// Sums of cells, month by month, item by item.
  final long[] month;

  /// Units counted, by month.
  final int[] units;

  /// Of these, those without a cell, month by month, item by item.
  final int[] missing;

  /// First what must be added to the naive window sums of the group, in the end the sums
  /// themselves; month by month, window by window.
  final long[] window;

  /// Units with a cell of the month but without the window, likewise.
  final int[] windowless;

  /// First corrections, in the end sums over comparable units, month by month, growth by growth: of
  /// the month, and of the month a year before.
  final long[] now;

  final long[] then;

  /// Units with the number of the month but without that of the year before, likewise.
  final int[] lone;

  Block(CellImage image, Windows windows) {
    int months = image.months;
    month = new long[months * image.items.size()];
    units = new int[months];
    missing = new int[months * image.items.size()];
    window = new long[months * windows.windows()];
    windowless = new int[months * windows.windows()];
    now = new long[months * windows.growths()];
    then = new long[months * windows.growths()];
    lone = new int[months * windows.growths()];
  }

  /// Adds another for months `low` to `high - 1` of `months`.
  void add(Block part, int months, int low, int high) {
    add(month, part.month, months, low, high);
    add(units, part.units, months, low, high);
    add(missing, part.missing, months, low, high);
    add(window, part.window, months, low, high);
    add(windowless, part.windowless, months, low, high);
    add(now, part.now, months, low, high);
    add(then, part.then, months, low, high);
    add(lone, part.lone, months, low, high);
  }

  private static void add(long[] to, long[] from, int months, int low, int high) {
    int wide = to.length / months;
    for (int i = low * wide; i < high * wide; i++) {
      to[i] += from[i];
    }
  }

  private static void add(int[] to, int[] from, int months, int low, int high) {
    int wide = to.length / months;
    for (int i = low * wide; i < high * wide; i++) {
      to[i] += from[i];
    }
  }

  /// Turns corrections into sums: adds what is naively right.
  void close(CellImage image, Windows windows) {
    for (Shape shape : windows.shapes) {
      for (int item = 0; item < image.items.size(); item++) {
        if (shape.windowOf[item] >= 0) {
          closeWindow(image, windows, shape, item);
        }
      }
    }
    for (Shape shape : windows.shapes) {
      for (int item = 0; item < image.items.size(); item++) {
        if (shape.growthOf[item] >= 0) {
          closeGrowth(image, windows, shape, item);
        }
      }
    }
  }

  private void closeWindow(CellImage image, Windows windows, Shape shape, int item) {
    int items = image.items.size();
    long sum = 0;
    int start = 0;
    for (int at = 0; at < image.months; at++) {
      sum += month[at * items + item];
      for (int first = shape.start(at); start < first; start++) {
        sum -= month[start * items + item];
      }
      window[at * windows.windows() + shape.windowOf[item]] += sum;
    }
  }

  private void closeGrowth(CellImage image, Windows windows, Shape shape, int item) {
    for (int at = Windows.YEAR; at < image.months; at++) {
      int place = at * windows.growths() + shape.growthOf[item];
      now[place] += linear(image, windows, shape, at, item);
      then[place] += linear(image, windows, shape, at - Windows.YEAR, item);
    }
  }

  private long linear(CellImage image, Windows windows, Shape shape, int at, int item) {
    return shape.length == 1
        ? month[at * image.items.size() + item]
        : window[at * windows.windows() + shape.windowOf[item]];
  }
}
