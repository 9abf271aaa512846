package yuheng.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import yuheng.cells.Measure.Growth;
import yuheng.cells.Measure.Linear;
import yuheng.cells.Measure.Month;
import yuheng.cells.Measure.Ratio;
import yuheng.cells.Measure.Trailing;
import yuheng.cells.Measure.YearToDate;

/// What of a unit's months the measures asked for need: the shapes of their windows, and which
/// items are read through which.
final class Windows {
  static final int YEAR = 12;

  /// One shape of window, and the items read through it.
  static final class Shape {
    /// Months; 1 is the month itself, 0 from January on.
    final int length;

    /// For each item its place among the window sums, or −1.
    final int[] windowOf;

    /// For each item its place among the growths, or −1.
    final int[] growthOf;

    /// One bit for each item that has a window sum.
    final long[] sums;

    /// One bit for each item that has a growth.
    final long[] growths;

    private Shape(int length, CellImage image) {
      this.length = length;
      windowOf = new int[image.items.size()];
      growthOf = new int[image.items.size()];
      Arrays.fill(windowOf, -1);
      Arrays.fill(growthOf, -1);
      sums = new long[image.words];
      growths = new long[image.words];
    }

    /// Whether anything but the month's own sum is read through it.
    boolean isUsed() {
      return Arrays.stream(sums).anyMatch(word -> word != 0)
          || Arrays.stream(growths).anyMatch(word -> word != 0);
    }

    boolean reads(int item) {
      return windowOf[item] >= 0 || growthOf[item] >= 0;
    }

    /// First month of the window that ends with a month.
    int start(int month) {
      return length == 0 ? month - month % YEAR : Math.max(0, month - length + 1);
    }
  }

  final List<Shape> shapes = new ArrayList<>();
  private final CellImage image;
  private final Map<Integer, Shape> byLength = new LinkedHashMap<>();
  private int windows;
  private int growths;
  private int longest = 1;

  Windows(CellImage image, List<Measure> measures) {
    this.image = image;
    byLength.put(1, new Shape(1, image));
    shapes.addAll(byLength.values());
    for (Measure measure : measures) {
      switch (measure) {
        case Linear linear -> window(linear);
        case Ratio(Linear over, Linear under, _) -> {
          window(over);
          window(under);
        }
        case Growth(Linear of, _) -> {
          window(of);
          growth(of);
        }
      }
    }
  }

  /// How many window sums there are.
  int windows() {
    return windows;
  }

  /// How many growths there are.
  int growths() {
    return growths;
  }

  /// How many months before the first of a year its numbers and comparisons look back at most.
  int reach() {
    return YEAR + shapes.stream().mapToInt(shape -> Math.max(0, shape.length - 1)).max().orElse(0);
  }

  /// How many months the longest window has.
  int longest() {
    return longest;
  }

  /// The shape that a measure which was asked for is read through.
  Shape shape(Linear linear) {
    @Nullable Shape known = byLength.get(length(linear));
    if (known == null || (known.length != 1 && known.windowOf[image.place(linear.item())] < 0)) {
      throw new IllegalArgumentException("Not asked for: " + linear);
    }
    return known;
  }

  private static int length(Linear linear) {
    return switch (linear) {
      case Month _ -> 1;
      case YearToDate _ -> 0;
      case Trailing(_, int months) -> months;
    };
  }

  private Shape make(Linear linear) {
    int length = length(linear);
    longest = Math.max(longest, length == 0 ? YEAR : length);
    @Nullable Shape known = byLength.get(length);
    if (known != null) {
      return known;
    }
    var shape = new Shape(length, image);
    byLength.put(length, shape);
    shapes.add(shape);
    return shape;
  }

  private void window(Linear linear) {
    Shape shape = make(linear);
    int item = image.place(linear.item());
    if (shape.length != 1 && shape.windowOf[item] < 0) {
      shape.windowOf[item] = windows++;
      shape.sums[item / CellImage.WORD] |= 1L << (item % CellImage.WORD);
    }
  }

  private void growth(Linear linear) {
    Shape shape = make(linear);
    int item = image.place(linear.item());
    if (shape.growthOf[item] < 0) {
      shape.growthOf[item] = growths++;
      shape.growths[item / CellImage.WORD] |= 1L << (item % CellImage.WORD);
    }
  }
}
