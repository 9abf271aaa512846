package yuheng.cells;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongUnaryOperator;

/// What units said, cell by cell, in memory (单元列存): unit by unit, within a unit month by month,
/// within a month item by item, so that what one unit said lies together.
///
/// For one writing thread; readers may read while nobody writes.
public final class CellImage {
  /// Bits of a word of presence.
  static final int WORD = 64;

  final List<String> items;
  final int months;
  final int words;
  final Map<String, Dimension> dimensions = new LinkedHashMap<>();
  final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> places = new HashMap<>();

  /// The largest magnitude ever put: an upper bound of every cell.
  private long largest;

  /// What the image holds of one unit.
  static final class Row {
    /// Month by month, item by item; 0 where there is none.
    final long[] cells;

    /// Month by month, one bit for each item.
    final long[] present;

    /// Of each dimension, by its place, month by month.
    final short[][] codes;

    int from;
    int until;

    /// Whether it ever bears another code than in its first month.
    boolean moves;

    Row(long[] cells, long[] present, short[][] codes, int from, int until) {
      this.cells = cells;
      this.present = present;
      this.codes = codes;
      this.from = from;
      this.until = until;
    }
  }

  /// A dimension: codes `0` to `size - 1`.
  ///
  /// @param place among the dimensions of which units bear codes; −1 for one that follows another
  /// @param of the dimension that it follows
  /// @param map for each code of that, the code of this
  record Dimension(String id, int place, int size, String of, List<Integer> map) {
    Dimension {
      map = List.copyOf(map);
    }

    boolean follows() {
      return place < 0;
    }
  }

  /// An empty image.
  ///
  /// @param items ids of the items, in the order in which cells are put
  /// @param months how many months it spans, the first one a January
  public CellImage(List<String> items, int months) {
    if (items.isEmpty() || months < 1) {
      throw new IllegalArgumentException("An image has items and months.");
    }
    this.items = List.copyOf(items);
    this.months = months;
    this.words = (items.size() + WORD - 1) / WORD;
    for (int place = 0; place < items.size(); place++) {
      if (places.put(items.get(place), place) != null) {
        throw new IllegalArgumentException("An item stands twice: " + items.get(place));
      }
    }
  }

  /// Adds a dimension of which every unit bears a code in every month. Before the first unit.
  ///
  /// @param size how many codes it has, 1 to 32 767
  public CellImage dimension(String id, int size) {
    if (!rows.isEmpty()) {
      throw new IllegalStateException("Dimensions come before units.");
    }
    int place = (int) dimensions.values().stream().filter(one -> !one.follows()).count();
    return keep(new Dimension(id, place, within(size), id, List.of()));
  }

  /// Adds a dimension that follows from another: the division from the class.
  ///
  /// @param map for each code of the other, the code of this
  public CellImage following(String id, int size, String other, List<Integer> map) {
    if (map.size() != known(other).size()
        || map.stream().anyMatch(code -> code < 0 || code >= size)) {
      throw new IllegalArgumentException(id + " does not follow from " + other);
    }
    return keep(new Dimension(id, -1, within(size), other, map));
  }

  private static int within(int size) {
    if (size < 1 || size > Short.MAX_VALUE) {
      throw new IllegalArgumentException("A dimension has 1 to 32767 codes, not " + size);
    }
    return size;
  }

  private CellImage keep(Dimension dimension) {
    if (dimensions.putIfAbsent(dimension.id(), dimension) != null) {
      throw new IllegalArgumentException("A dimension stands twice: " + dimension.id());
    }
    return this;
  }

  Dimension known(String id) {
    Dimension dimension = dimensions.get(id);
    if (dimension == null) {
      throw new IllegalArgumentException("There is no dimension " + id);
    }
    return dimension;
  }

  int place(String item) {
    Integer place = places.get(item);
    if (place == null) {
      throw new IllegalArgumentException("There is no item " + item);
    }
    return place;
  }

  /// Adds a unit.
  ///
  /// @param from first month in which it is asked
  /// @param until first month in which it is not any more
  /// @param codes its code in each dimension of [#dimension], in their order, true of every month
  ///   until [#move] says otherwise
  /// @return its number, from 0
  public int unit(int from, int until, int... codes) {
    long own = dimensions.values().stream().filter(one -> !one.follows()).count();
    if (from < 0 || until > months || from > until || codes.length != own) {
      throw new IllegalArgumentException(
          "Not a unit: months %d to %d, codes %s".formatted(from, until, Arrays.toString(codes)));
    }
    var coded = new short[codes.length][months];
    rows.add(
        new Row(new long[months * items.size()], new long[months * words], coded, from, until));
    int number = rows.size() - 1;
    for (Dimension dimension : dimensions.values()) {
      if (!dimension.follows()) {
        move(number, dimension.id(), 0, codes[dimension.place()]);
      }
    }
    return number;
  }

  /// Gives a unit another code from a month on.
  public void move(int unit, String dimension, int month, int code) {
    Dimension known = known(dimension);
    if (known.follows() || code < 0 || code >= known.size()) {
      throw new IllegalArgumentException("Not a code of %s: %d".formatted(dimension, code));
    }
    Row row = rows.get(unit);
    short[] codes = row.codes[known.place()];
    row.moves |= month > 0 && codes[month - 1] != code;
    Arrays.fill(codes, month, months, (short) code);
  }

  /// Says from when to when a unit is asked: first month, and first month in which it is not any
  /// more.
  public void live(int unit, int from, int until) {
    if (from < 0 || until > months || from > until) {
      throw new IllegalArgumentException(
          "Not months of the image: %d to %d".formatted(from, until));
    }
    Row row = rows.get(unit);
    row.from = from;
    row.until = until;
  }

  /// Puts a cell; what stood there before is forgotten here.
  public void put(int unit, int month, int item, long value) {
    Row row = rows.get(unit);
    row.cells[month * items.size() + item] = value;
    row.present[month * words + item / WORD] |= 1L << (item % WORD);
    largest = Math.max(largest, value == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(value));
  }

  /// Takes a cell away.
  public void clear(int unit, int month, int item) {
    Row row = rows.get(unit);
    row.cells[month * items.size() + item] = 0;
    row.present[month * words + item / WORD] &= ~(1L << (item % WORD));
  }

  /// A cell, or that there is none.
  public OptionalLong cell(int unit, int month, int item) {
    Row row = rows.get(unit);
    return has(row, month, item)
        ? OptionalLong.of(row.cells[month * items.size() + item])
        : OptionalLong.empty();
  }

  boolean has(Row row, int month, int item) {
    return (row.present[month * words + item / WORD] >>> (item % WORD) & 1) == 1;
  }

  /// The same image with other cells, where there are cells.
  CellImage mapped(LongUnaryOperator change) {
    var mapped = new CellImage(items, months);
    mapped.dimensions.putAll(dimensions);
    for (Row row : rows) {
      var cells = new long[row.cells.length];
      for (int month = 0; month < months; month++) {
        for (int item = 0; item < items.size(); item++) {
          int at = month * items.size() + item;
          cells[at] = has(row, month, item) ? change.applyAsLong(row.cells[at]) : 0;
        }
      }
      var changed = new Row(cells, row.present, row.codes, row.from, row.until);
      changed.moves = row.moves;
      mapped.rows.add(changed);
    }
    return mapped;
  }

  /// One bit for each item of a word of presence.
  long mask(int word) {
    int left = items.size() - word * WORD;
    return left >= WORD ? -1L : (1L << left) - 1;
  }

  boolean hasAny(Row row, int month) {
    for (int word = 0; word < words; word++) {
      if (row.present[month * words + word] != 0) {
        return true;
      }
    }
    return false;
  }

  /// How many units it holds.
  public int units() {
    return rows.size();
  }

  /// Whether every sum of up to `terms` cells of each unit fits 63 bits, and so can be reckoned in
  /// machine words.
  boolean isNarrow(int terms) {
    return Math.multiplyHigh(largest, (long) Math.max(1, rows.size()) * terms) == 0
        && largest * Math.max(1, rows.size()) * terms >= 0;
  }

  /// Sums up: every measure, of every group of every cut, in every month.
  ///
  /// @param threads how many threads it may use, at least 1
  public Cube cube(List<Cut> cuts, List<Measure> measures, int threads) {
    return new Aggregation(this, cuts, measures).run(threads);
  }
}
