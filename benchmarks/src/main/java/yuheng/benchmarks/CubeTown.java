package yuheng.benchmarks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import yuheng.cells.CellImage;
import yuheng.cells.Cut;
import yuheng.cells.Measure;

/// The city that `bench cube` and `bench revision` sum up, always the same: 10 000 units, 60
/// months, 60 items, of which some units come late, leave, move, or leave cells out.
final class CubeTown {
  static final int UNITS = 10_000;
  static final int MONTHS = 60;
  static final int ITEMS = 60;
  static final List<String> DIMENSIONS =
      List.of("industry", "district", "size", "ownership", "park", "cluster");
  static final List<Integer> SIZES = List.of(41, 38, 4, 7, 150, 30);
  static final int PILLARS = 7;
  static final int YEARS = 20;
  static final int GROWTHS = 10;
  static final int RATIOS = 10;

  static final List<Cut> CUTS =
      List.of(
          Cut.by(),
          Cut.by("industry"),
          Cut.by("pillar"),
          Cut.by("district"),
          Cut.by("size"),
          Cut.by("park"),
          Cut.by("ownership"),
          Cut.by("cluster"),
          Cut.by("industry", "district"),
          Cut.by("pillar", "district"),
          Cut.by("industry", "size"),
          Cut.by("pillar", "size"));

  /// 100 measures: 60 sums, 20 years to date, 10 ratios, 10 growths.
  static final List<Measure> MEASURES = measures();

  private static final long SEED = 20_120_818;
  private static final int LARGEST = 1_000_000;

  /// One unit.
  ///
  /// @param codes month by month, dimension by dimension
  /// @param cells month by month, item by item; empty where it has none
  record Unit(int from, int until, List<List<Integer>> codes, Cells cells) {}

  /// The cells of a unit: a number, or −1 where there is none; none is below zero.
  static final class Cells {
    private final int[] cells = new int[MONTHS * ITEMS];

    int cell(int month, int item) {
      return cells[month * ITEMS + item];
    }
  }

  private final List<Unit> units = new ArrayList<>();

  CubeTown() {
    var random = new SplittableRandom(SEED);
    for (int unit = 0; unit < UNITS; unit++) {
      units.add(unit(random, unit));
    }
    // As units stand in a register: by district, park and industry.
    units.sort(
        Comparator.<Unit>comparingInt(unit -> unit.codes().getFirst().get(1))
            .thenComparingInt(unit -> unit.codes().getFirst().get(4))
            .thenComparingInt(unit -> unit.codes().getFirst().get(0)));
  }

  private static Unit unit(SplittableRandom random, int number) {
    int from = random.nextInt(10) == 0 ? random.nextInt(MONTHS) : 0;
    int until = random.nextInt(20) == 0 ? random.nextInt(from, MONTHS) + 1 : MONTHS;
    var first = new ArrayList<Integer>();
    SIZES.forEach(size -> first.add(random.nextInt(size)));
    // The first units stand in every pair of industry and district, so that no group is empty.
    if (number < SIZES.get(0) * SIZES.get(1)) {
      first.set(0, number % SIZES.get(0));
      first.set(1, number / SIZES.get(0));
    }
    var codes = new ArrayList<List<Integer>>();
    int moves = random.nextInt(50) == 0 ? random.nextInt(1, MONTHS) : MONTHS;
    List<Integer> now = List.copyOf(first);
    for (int month = 0; month < MONTHS; month++) {
      if (month == moves) {
        first.set(1, random.nextInt(SIZES.get(1)));
        now = List.copyOf(first);
      }
      codes.add(now);
    }
    var cells = new Cells();
    for (int month = 0; month < MONTHS; month++) {
      boolean gaps = random.nextInt(50) == 0;
      for (int item = 0; item < ITEMS; item++) {
        boolean there = month >= from && month < until && (!gaps || random.nextBoolean());
        cells.cells[month * ITEMS + item] = there ? random.nextInt(LARGEST) : -1;
      }
    }
    return new Unit(from, until, codes, cells);
  }

  static int pillar(int industry) {
    return industry % PILLARS;
  }

  List<Unit> units() {
    return units;
  }

  CellImage image() {
    var items = IntStream.range(0, ITEMS).mapToObj(item -> "i" + item).toList();
    var image = new CellImage(items, MONTHS);
    for (int dimension = 0; dimension < DIMENSIONS.size(); dimension++) {
      image.dimension(DIMENSIONS.get(dimension), SIZES.get(dimension));
    }
    image.following(
        "pillar",
        PILLARS,
        "industry",
        IntStream.range(0, SIZES.getFirst()).mapToObj(CubeTown::pillar).toList());
    for (Unit unit : units) {
      List<Integer> first = unit.codes().getFirst();
      int number =
          image.unit(
              unit.from(), unit.until(), first.stream().mapToInt(Integer::intValue).toArray());
      for (int month = 0; month < MONTHS; month++) {
        if (month > 0 && !unit.codes().get(month).equals(unit.codes().get(month - 1))) {
          image.move(number, "district", month, unit.codes().get(month).get(1));
        }
        for (int item = 0; item < ITEMS; item++) {
          if (unit.cells().cell(month, item) >= 0) {
            image.put(number, month, item, unit.cells().cell(month, item));
          }
        }
      }
    }
    return image;
  }

  private static List<Measure> measures() {
    var measures = new ArrayList<Measure>();
    for (int item = 0; item < ITEMS; item++) {
      measures.add(new Measure.Month("i" + item));
    }
    for (int item = 0; item < YEARS; item++) {
      measures.add(new Measure.YearToDate("i" + item));
    }
    for (int item = 0; item < RATIOS; item++) {
      measures.add(
          new Measure.Ratio(new Measure.Month("i" + item), new Measure.Month("i" + (item + 1)), 4));
    }
    for (int item = 0; item < GROWTHS; item++) {
      measures.add(new Measure.Growth(new Measure.Month("i" + item), 1));
    }
    return List.copyOf(measures);
  }
}
