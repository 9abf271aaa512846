package yuheng.cells;

import java.util.ArrayList;
import java.util.List;
import yuheng.cells.CellImage.Dimension;
import yuheng.cells.CellImage.Row;

/// How a cut puts a unit into a group: its codes as digits of one number.
final class Grouping {
  final Cut cut;
  private final List<Dimension> dimensions = new ArrayList<>();
  private final int size;

  Grouping(CellImage image, Cut cut) {
    this.cut = cut;
    long groups = 1;
    for (String id : cut.dimensions()) {
      Dimension dimension = image.known(id);
      dimensions.add(dimension);
      groups *= dimension.size();
      if (groups > Integer.MAX_VALUE / 2) {
        throw new IllegalArgumentException("A cut of too many groups: " + cut.dimensions());
      }
    }
    this.size = (int) groups;
  }

  /// How many groups there can be.
  int size() {
    return size;
  }

  /// The group of a unit in a month.
  int group(CellImage image, Row row, int month) {
    int group = 0;
    for (Dimension dimension : dimensions) {
      group = group * dimension.size() + code(image, dimension, row, month);
    }
    return group;
  }

  private static int code(CellImage image, Dimension dimension, Row row, int month) {
    return dimension.follows()
        ? dimension.map().get(code(image, image.known(dimension.of()), row, month))
        : row.codes[dimension.place()][month];
  }

  /// The codes of a group.
  List<Integer> codes(int group) {
    var codes = new ArrayList<Integer>();
    int rest = group;
    for (Dimension dimension : dimensions.reversed()) {
      codes.add(rest % dimension.size());
      rest /= dimension.size();
    }
    return codes.reversed();
  }

  /// Whether the groups of this are unions of groups of another.
  boolean isCoarserThan(CellImage image, Grouping finer) {
    return dimensions.stream().allMatch(dimension -> finer.decides(image, dimension));
  }

  private boolean decides(CellImage image, Dimension dimension) {
    return dimensions.contains(dimension)
        || (dimension.follows() && decides(image, image.known(dimension.of())));
  }

  /// The group of this in which a group of a finer one lies.
  int of(CellImage image, Grouping finer, int group) {
    List<Integer> codes = finer.codes(group);
    int found = 0;
    for (Dimension dimension : dimensions) {
      found = found * dimension.size() + finer.code(image, dimension, codes);
    }
    return found;
  }

  private int code(CellImage image, Dimension dimension, List<Integer> codes) {
    int place = dimensions.indexOf(dimension);
    return place >= 0
        ? codes.get(place)
        : dimension.map().get(code(image, image.known(dimension.of()), codes));
  }
}
