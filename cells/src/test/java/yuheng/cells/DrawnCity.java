package yuheng.cells;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// A small city as drawn: units that come, go and move, cells that are there or not, of any size.
///
/// @param sector for each code of `industry`, the code of `sector`
record DrawnCity(List<String> items, int months, List<Integer> sector, List<Unit> units) {
  static final int INDUSTRIES = 4;
  static final int DISTRICTS = 3;
  static final int SECTORS = 2;

  static final List<Cut> CUTS =
      List.of(
          Cut.by(),
          Cut.by("industry"),
          Cut.by("sector"),
          Cut.by("district"),
          Cut.by("industry", "district"),
          Cut.by("district", "sector"));

  /// @param industry its code in each month
  /// @param cells month by month, item by item
  record Unit(
      int from,
      int until,
      List<Integer> industry,
      List<Integer> district,
      List<List<OptionalLong>> cells) {
    Optional<BigInteger> cell(int month, int item) {
      OptionalLong cell = cells.get(month).get(item);
      return cell.isPresent()
          ? Optional.of(BigInteger.valueOf(cell.getAsLong()))
          : Optional.empty();
    }
  }

  static DrawnCity draw(RandomGenerator random, int size) {
    int months = 1 + random.nextInt(6 + 5 * size);
    var items = new ArrayList<String>();
    // More than one word of presence, now and then.
    int count = random.nextInt(8) == 0 ? 60 + random.nextInt(10) : 1 + random.nextInt(4);
    for (int item = 0; item < count; item++) {
      items.add("i" + item);
    }
    long largest = random.nextInt(6) == 0 ? Long.MAX_VALUE : 1L << random.nextInt(1, 30);
    double presence = random.nextInt(3) == 0 ? 0.5 : 0.95;
    boolean settled = random.nextBoolean();
    var units = new ArrayList<Unit>();
    for (int unit = random.nextInt(2 + size); unit >= 0; unit--) {
      units.add(unit(random, months, count, largest, presence, settled));
    }
    var sector = new ArrayList<Integer>();
    for (int industry = 0; industry < INDUSTRIES; industry++) {
      sector.add(random.nextInt(SECTORS));
    }
    return new DrawnCity(items, months, sector, units);
  }

  private static Unit unit(
      RandomGenerator random,
      int months,
      int items,
      long largest,
      double presence,
      boolean settled) {
    boolean always = random.nextBoolean();
    int from = always ? 0 : random.nextInt(months);
    int until = always ? months : random.nextInt(from, months + 1);
    var cells = new ArrayList<List<OptionalLong>>();
    for (int month = 0; month < months; month++) {
      var row = new ArrayList<OptionalLong>();
      // A late report, now and then, of a month in which nobody asked.
      boolean there = (month >= from && month < until) || random.nextInt(40) == 0;
      for (int item = 0; item < items; item++) {
        row.add(
            there && random.nextDouble() < presence
                ? OptionalLong.of(cell(random, largest))
                : OptionalLong.empty());
      }
      cells.add(row);
    }
    return new Unit(
        from,
        until,
        codes(random, months, INDUSTRIES, settled),
        codes(random, months, DISTRICTS, settled),
        cells);
  }

  private static long cell(RandomGenerator random, long largest) {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> -random.nextLong(largest);
      case 2 -> largest;
      default -> random.nextLong(largest);
    };
  }

  private static List<Integer> codes(
      RandomGenerator random, int months, int size, boolean settled) {
    var codes = new ArrayList<Integer>();
    int code = random.nextInt(size);
    for (int month = 0; month < months; month++) {
      if (!settled && random.nextInt(8) == 0) {
        code = random.nextInt(size);
      }
      codes.add(code);
    }
    return codes;
  }

  List<Integer> group(Cut cut, Unit unit, int month) {
    return cut.dimensions().stream()
        .map(
            dimension ->
                switch (dimension) {
                  case "industry" -> unit.industry().get(month);
                  case "district" -> unit.district().get(month);
                  case "sector" -> sector.get(unit.industry().get(month));
                  default -> throw new IllegalArgumentException(dimension);
                })
        .toList();
  }

  CellImage image() {
    CellImage image =
        new CellImage(items, months)
            .dimension("industry", INDUSTRIES)
            .dimension("district", DISTRICTS)
            .following("sector", SECTORS, "industry", sector);
    for (Unit unit : units) {
      int number =
          image.unit(
              unit.from(), unit.until(), unit.industry().getFirst(), unit.district().getFirst());
      for (int month = 0; month < months; month++) {
        if (month > 0) {
          move(image, number, "industry", unit.industry(), month);
          move(image, number, "district", unit.district(), month);
        }
        for (int item = 0; item < items.size(); item++) {
          OptionalLong cell = unit.cells().get(month).get(item);
          if (cell.isPresent()) {
            image.put(number, month, item, cell.getAsLong());
          }
        }
      }
    }
    return image;
  }

  private static void move(
      CellImage image, int unit, String dimension, List<Integer> codes, int month) {
    if (!codes.get(month).equals(codes.get(month - 1))) {
      image.move(unit, dimension, month, codes.get(month));
    }
  }

  /// The items that are measured: all, or the first and those about the end of a word of presence.
  List<String> measured() {
    return items.size() <= 4
        ? items
        : Stream.of("i0", "i59", "i" + (items.size() - 1)).distinct().toList();
  }

  /// Every kind of measure over the city's items.
  List<Measure> measures() {
    var measures = new ArrayList<Measure>();
    for (String item : measured()) {
      var month = new Measure.Month(item);
      var year = new Measure.YearToDate(item);
      var trailing = new Measure.Trailing(item, 12);
      measures.addAll(List.of(month, year, trailing, new Measure.Trailing(item, 3)));
      measures.add(new Measure.Ratio(year, new Measure.Month(items.getFirst()), 4));
      measures.add(new Measure.Ratio(month, trailing, 9));
      measures.add(new Measure.Growth(month, 1));
      measures.add(new Measure.Growth(year, 2));
      measures.add(new Measure.Growth(trailing, 9));
    }
    return measures;
  }

  /// Every group that any unit could be in.
  static List<List<Integer>> groups(Cut cut) {
    List<List<Integer>> groups = List.of(List.of());
    for (String dimension : cut.dimensions()) {
      int size =
          switch (dimension) {
            case "industry" -> INDUSTRIES;
            case "district" -> DISTRICTS;
            default -> SECTORS;
          };
      var longer = new ArrayList<List<Integer>>();
      for (List<Integer> group : groups) {
        for (int code = 0; code < size; code++) {
          var next = new ArrayList<>(group);
          next.add(code);
          longer.add(next);
        }
      }
      groups = longer;
    }
    return groups;
  }
}
