package yuheng.cells;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import yuheng.cells.Measure.Growth;
import yuheng.cells.Measure.Linear;
import yuheng.cells.Measure.Ratio;
import yuheng.cells.Windows.Shape;

/// What an image sums up to: of every group of every cut, in every month, every measure (汇总立方).
public final class Cube {
  /// While they are reckoned, window sums hold at most this many times the cells of a window.
  private static final int CORRECTED = 4;

  /// How many bits the lower halves of sums have that machine words are too short for.
  static final int LOW_BITS = 31;

  private final CellImage image;
  private final Windows windows;
  private final List<Measure> measures;
  private final List<RoundedMeasure> derived;
  private final List<Sheet> sheets = new ArrayList<>();
  private boolean narrow;
  private final Map<Cut, Map<List<Integer>, Group>> groups = new LinkedHashMap<>();
  private final int months;

  /// One group of one cut.
  ///
  /// @param high the upper halves of its sums; none where machine words are enough
  /// @param numbers of the derived measures, month by month
  record Group(Block low, @Nullable Block high, Rounded numbers) {}

  Cube(CellImage image, Windows windows, List<Measure> measures) {
    this.image = image;
    this.windows = windows;
    this.measures = measures;
    this.months = image.months;
    this.derived =
        measures.stream()
            .filter(one -> !(one instanceof Linear))
            .distinct()
            .map(one -> new RoundedMeasure(image, windows, one))
            .toList();
  }

  /// Takes the sums of its cuts in.
  ///
  /// @param high the upper halves; empty where machine words are enough
  void hold(List<Sheet> low, List<Sheet> high) {
    sheets.addAll(low);
    narrow = high.isEmpty();
    for (int cut = 0; cut < low.size(); cut++) {
      Sheet sheet = low.get(cut);
      var own = new HashMap<List<Integer>, Group>();
      for (int group = 0; group < sheet.groups(); group++) {
        @Nullable Block block = sheet.find(group);
        if (block != null) {
          var numbers = new Rounded(months * derived.size());
          own.put(
              sheet.grouping.codes(group),
              new Group(block, high.isEmpty() ? null : high.get(cut).find(group), numbers));
        }
      }
      groups.put(sheet.grouping.cut, own);
    }
  }

  List<Group> all() {
    return groups.values().stream().flatMap(each -> each.values().stream()).toList();
  }

  /// The measures, as asked for.
  public List<Measure> measures() {
    return measures;
  }

  /// The cuts, as asked for.
  public List<Cut> cuts() {
    return List.copyOf(groups.keySet());
  }

  /// The groups of a cut in which there was ever a unit, each by its codes in the order of the
  /// cut's dimensions.
  public List<List<Integer>> groups(Cut cut) {
    return of(cut).keySet().stream().sorted(Cube::compare).toList();
  }

  private Map<List<Integer>, Group> of(Cut cut) {
    @Nullable Map<List<Integer>, Group> own = groups.get(cut);
    if (own == null) {
      throw new IllegalArgumentException("Not asked for: " + cut);
    }
    return own;
  }

  private static int compare(List<Integer> one, List<Integer> other) {
    for (int i = 0; i < one.size(); i++) {
      int compared = Integer.compare(one.get(i), other.get(i));
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }

  /// A measure of a group in a month; empty where it has none: no unit of the group has what it
  /// takes, or a divisor is zero.
  public Optional<BigDecimal> value(Cut cut, List<Integer> group, int month, Measure measure) {
    @Nullable Group found = of(cut).get(group);
    if (found == null) {
      return Optional.empty();
    }
    return switch (measure) {
      case Linear linear ->
          count(found, linear, month) == 0
              ? Optional.empty()
              : Optional.of(new BigDecimal(sum(found, linear, month)));
      case Ratio(_, _, int decimals) -> rounded(found, month, measure, decimals);
      case Growth(_, int decimals) -> rounded(found, month, measure, decimals);
    };
  }

  private Optional<BigDecimal> rounded(Group group, int month, Measure measure, int decimals) {
    int place = 0;
    while (place < derived.size() && !derived.get(place).measure().equals(measure)) {
      place++;
    }
    if (place == derived.size()) {
      throw new IllegalArgumentException("Not asked for: " + measure);
    }
    return group
        .numbers()
        .find(month * derived.size() + place)
        .map(number -> new BigDecimal(number, decimals));
  }

  /// How many units of a group have what a measure adds up; empty for a group without units.
  public OptionalInt count(Cut cut, List<Integer> group, int month, Linear measure) {
    @Nullable Group found = of(cut).get(group);
    return found == null ? OptionalInt.empty() : OptionalInt.of(count(found, measure, month));
  }

  private int count(Group group, Linear linear, int month) {
    return count(group.low(), windows.shape(linear), month, image.place(linear.item()));
  }

  private int count(Block block, Shape shape, int month, int item) {
    int cells = block.units[month] - block.missing[month * image.items.size() + item];
    return shape.length == 1
        ? cells
        : cells - block.windowless[month * windows.windows() + shape.windowOf[item]];
  }

  private BigInteger sum(Group group, Linear linear, int month) {
    Shape shape = windows.shape(linear);
    int item = image.place(linear.item());
    return joined(
        word(group.low(), shape, month, item),
        group.high() == null ? 0 : word(group.high(), shape, month, item));
  }

  private long word(Block block, Shape shape, int month, int item) {
    return shape.length == 1
        ? block.month[month * image.items.size() + item]
        : block.window[month * windows.windows() + shape.windowOf[item]];
  }

  private BigInteger joined(long low, long high) {
    return high == 0
        ? BigInteger.valueOf(low)
        : BigInteger.valueOf(high).shiftLeft(LOW_BITS).add(BigInteger.valueOf(low));
  }

  Windows windows() {
    return windows;
  }

  List<Sheet> sheets() {
    return sheets;
  }

  boolean isNarrow() {
    return narrow;
  }

  /// Whether machine words are still enough for the sums.
  boolean fits() {
    return image.isNarrow(CORRECTED * windows.longest());
  }

  /// The block of a group, which is made if there was never a unit in it.
  Block block(Sheet sheet, int group) {
    return group(sheet, group).low();
  }

  private Group group(Sheet sheet, int group) {
    return of(sheet.grouping.cut)
        .computeIfAbsent(
            sheet.grouping.codes(group),
            _ ->
                new Group(
                    sheet.made(group, image, windows), null, new Rounded(months * derived.size())));
  }

  /// Reckons the rounded numbers of a group and month again.
  LiveCube.Touched rederive(Sheet sheet, int number, int month) {
    Group group = group(sheet, number);
    for (int place = 0; place < derived.size(); place++) {
      derive(group, place, month);
    }
    return new LiveCube.Touched(sheet.grouping.cut, sheet.grouping.codes(number), month);
  }

  /// Turns what was added up for a group into its sums and rounded numbers.
  void finish(Group group) {
    group.low().close(image, windows);
    @Nullable Block high = group.high();
    if (high != null) {
      high.close(image, windows);
    }
    for (int month = 0; month < months; month++) {
      for (int place = 0; place < derived.size(); place++) {
        derive(group, place, month);
      }
    }
  }

  private void derive(Group group, int place, int month) {
    RoundedMeasure number = derived.get(place);
    int at = month * derived.size() + place;
    switch (number.measure()) {
      case Ratio _ -> ratio(group, number, at, month);
      case Growth _ -> growth(group, number, at, month);
      case Linear linear -> throw new IllegalStateException("Not derived: " + linear);
    }
  }

  private void ratio(Group group, RoundedMeasure number, int at, int month) {
    Block low = group.low();
    if (count(low, number.over, month, number.overItem) == 0
        || count(low, number.under, month, number.underItem) == 0) {
      group.numbers().clear(at);
      return;
    }
    long over = word(low, number.over, month, number.overItem);
    long under = word(low, number.under, month, number.underItem);
    if (group.high() == null) {
      group.numbers().set(at, over, number.scale, under);
    } else {
      BigInteger wide = joined(over, word(group.high(), number.over, month, number.overItem));
      group
          .numbers()
          .set(
              at,
              wide.multiply(BigInteger.valueOf(number.scale)),
              joined(under, word(group.high(), number.under, month, number.underItem)));
    }
  }

  private void growth(Group group, RoundedMeasure number, int at, int month) {
    Block low = group.low();
    int pair = month * windows.growths() + number.over.growthOf[number.overItem];
    group.numbers().clear(at);
    if (month < Windows.YEAR || count(low, number.over, month, number.overItem) == low.lone[pair]) {
      return;
    }
    if (group.high() == null) {
      if (low.then[pair] > 0) {
        group.numbers().set(at, low.now[pair] - low.then[pair], number.scale, low.then[pair]);
      }
      return;
    }
    BigInteger then = joined(low.then[pair], group.high().then[pair]);
    BigInteger now = joined(low.now[pair], group.high().now[pair]);
    if (then.signum() > 0) {
      group.numbers().set(at, now.subtract(then).multiply(BigInteger.valueOf(number.scale)), then);
    }
  }

  /// A measure that is rounded, with where its parts stand.
  private static final class RoundedMeasure {
    private final Measure measure;
    private final Shape over;
    private final Shape under;
    private final int overItem;
    private final int underItem;
    private final long scale;

    RoundedMeasure(CellImage image, Windows windows, Measure measure) {
      this.measure = measure;
      Linear first;
      Linear second;
      switch (measure) {
        case Ratio(Linear o, Linear u, int decimals) -> {
          first = o;
          second = u;
          scale = Rounded.power(decimals);
        }
        case Growth(Linear of, int decimals) -> {
          first = of;
          second = of;
          scale = 100 * Rounded.power(decimals);
        }
        case Linear linear -> throw new IllegalArgumentException("Not rounded: " + linear);
      }
      over = windows.shape(first);
      under = windows.shape(second);
      overItem = image.place(first.item());
      underItem = image.place(second.item());
    }

    Measure measure() {
      return measure;
    }
  }
}
