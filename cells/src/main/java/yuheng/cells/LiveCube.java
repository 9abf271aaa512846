package yuheng.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import yuheng.cells.CellImage.Row;

/// A cube that follows its image: what one unit says anew changes exactly the numbers that it
/// concerns, to what summing up everything again would give.
///
/// For one writing thread. Where sums no longer fit machine words, everything is summed up again.
public final class LiveCube {
  private final CellImage image;
  private final List<Cut> cuts;
  private final List<Measure> measures;
  private final int threads;
  private Cube cube;

  /// Sums an image up, and follows it from then on; the image is changed through this alone.
  public LiveCube(CellImage image, List<Cut> cuts, List<Measure> measures, int threads) {
    this.image = image;
    this.cuts = List.copyOf(cuts);
    this.measures = List.copyOf(measures);
    this.threads = threads;
    this.cube = image.cube(cuts, measures, threads);
  }

  /// Numbers that were touched: of a group of a cut, in a month.
  public record Touched(Cut cut, List<Integer> group, int month) {}

  /// The numbers as they are now. They change with the next change.
  public Cube now() {
    return cube;
  }

  /// Puts cells of a unit and month, or takes them away.
  ///
  /// @param cells by place of the item; empty: there is none any more
  /// @return what was touched by it
  public List<Touched> put(int unit, int month, Map<Integer, OptionalLong> cells) {
    Row row = image.rows.get(unit);
    boolean asked = month >= row.from && month < row.until;
    // Whoever speaks unasked is counted from then on, and so lacks what he did not say.
    int[] items =
        asked ? cells.keySet().stream().mapToInt(Integer::intValue).sorted().toArray() : all();
    int high = Math.min(image.months, month + Windows.YEAR + cube.windows().longest());
    return change(
        unit,
        month,
        high,
        items,
        () ->
            cells.forEach(
                (item, value) -> {
                  if (value.isPresent()) {
                    image.put(unit, month, item, value.getAsLong());
                  } else {
                    image.clear(unit, month, item);
                  }
                }));
  }

  /// Gives a unit another code of a dimension from a month on (归类变动).
  public List<Touched> move(int unit, String dimension, int month, int code) {
    return change(unit, 0, image.months, all(), () -> image.move(unit, dimension, month, code));
  }

  /// Says from when to when a unit is asked (进入、退出).
  public List<Touched> live(int unit, int from, int until) {
    return change(unit, 0, image.months, all(), () -> image.live(unit, from, until));
  }

  private int[] all() {
    return IntStream.range(0, image.items.size()).toArray();
  }

  private List<Touched> change(int unit, int low, int high, int[] items, Runnable change) {
    Row row = image.rows.get(unit);
    if (!cube.isNarrow()) {
      change.run();
      return again();
    }
    var before = new Part(image, cube.windows(), row, low, high, items);
    List<int[]> groupsBefore = groups(row, low, high);
    change.run();
    if (!cube.fits()) {
      return again();
    }
    var after = new Part(image, cube.windows(), row, low, high, items);
    List<int[]> groupsAfter = groups(row, low, high);
    var touched = new ArrayList<Touched>();
    for (int at = 0; at < cube.sheets().size(); at++) {
      Sheet sheet = cube.sheets().get(at);
      for (int month = low; month < high; month++) {
        int from = groupsBefore.get(at)[month - low];
        int to = groupsAfter.get(at)[month - low];
        if (from == to && after.isSame(before, month)) {
          continue;
        }
        before.add(cube.block(sheet, from), month, -1);
        after.add(cube.block(sheet, to), month, 1);
        touched.add(cube.rederive(sheet, from, month));
        if (from != to) {
          touched.add(cube.rederive(sheet, to, month));
        }
      }
    }
    return touched;
  }

  private List<int[]> groups(Row row, int low, int high) {
    return cube.sheets().stream()
        .map(
            sheet -> {
              var groups = new int[high - low];
              if (row.moves) {
                Arrays.setAll(groups, i -> sheet.grouping.group(image, row, low + i));
              } else {
                Arrays.fill(groups, sheet.grouping.group(image, row, low));
              }
              return groups;
            })
        .toList();
  }

  private List<Touched> again() {
    cube = image.cube(cuts, measures, threads);
    return cuts.stream()
        .distinct()
        .flatMap(
            cut ->
                cube.groups(cut).stream()
                    .flatMap(
                        group ->
                            IntStream.range(0, image.months)
                                .mapToObj(month -> new Touched(cut, group, month))))
        .toList();
  }
}
