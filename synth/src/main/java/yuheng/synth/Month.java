package yuheng.synth;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import yuheng.plan.SynthRules.Recipe;
import yuheng.synth.Cells.Cell;

/// What every unit does in one month after another: for each cell the flow of the month or the
/// stock at its end. Amounts of units above scale add up, for each part of the city, to the paths
/// that the city is held to, to the last whole unit.
final class Month {
  private static final double FLICKER = 0.16;
  private static final double FLICKER_OF_RATIO = 0.05;
  private static final double BELOW_MOST = 0.93;
  private static final double BELOW_LEAST = 0.08;
  private static final double BELOW_FLICKER = 0.1;
  private static final double FLOOR = 1.2;
  private static final double LEAST_EXCESS = 0.02;
  private static final double FEW = 20;
  private static final int PASSES = 50;

  private final Cells cells;
  private final Population people;
  private final Timeline timeline;
  private final Season season;
  private final double[][] total;
  private final Map<Integer, double[][]> held;
  private final double barPerMonth;
  private final double[][] ratios;
  private final boolean[] capped;
  private final long[] luck;
  private final RandomGenerator[] chance;
  private final double[] year;
  private final double[] wanted;

  /// Amount of the month by cell and unit.
  final long[][] amounts;

  /// Sums over units above scale of what is held to figures, by cell, part and month.
  final Map<Integer, long[][]> sums = new HashMap<>();

  /// @param bar yearly total at which a unit is above scale, in the total item's unit
  Month(
      Cells cells,
      Population people,
      Timeline timeline,
      Season season,
      Parts.Division division,
      TotalPath total,
      Map<Integer, double[][]> held,
      double bar) {
    this.cells = cells;
    this.people = people;
    this.timeline = timeline;
    this.season = season;
    this.total = total.ofMonth();
    this.held = held;
    this.barPerMonth = bar / Timeline.YEAR;
    this.luck = new long[people.count];
    this.chance = new RandomGenerator[people.count];
    for (int unit = 0; unit < people.count; unit++) {
      luck[unit] = people.luck[unit];
      chance[unit] = people.monthly(unit);
    }
    this.ratios = new double[cells.all.size()][];
    this.capped = new boolean[cells.all.size()];
    for (Cell cell : cells.all) {
      ratios[cell.index()] = Cells.ratios(cell, division.classes(), people, luck);
      capped[cell.index()] = cells.capped(cell);
    }
    this.year = new double[people.count];
    this.wanted = new double[people.count];
    this.amounts = new long[cells.all.size()][people.count];
    sums.put(0, new long[division.count()][timeline.count()]);
    held.keySet().forEach(cell -> sums.put(cell, new long[division.count()][timeline.count()]));
  }

  /// Reckons the next month; months come in order.
  void reckon(int month) {
    for (int unit = 0; unit < people.count; unit++) {
      luck[unit] = chance[unit].nextLong();
    }
    total(month);
    for (Cell cell : cells.all) {
      if (cell.recipe() instanceof Recipe.PerOther) {
        perOther(cell, month);
      }
    }
  }

  private void total(int month) {
    double inSeason = season.of(timeline.month(month));
    for (int from = 0; from < people.count; ) {
      int part = people.partOf[people.order[from]];
      int end = from;
      double weights = 0;
      int above = 0;
      for (; end < people.count && people.partOf[people.order[end]] == part; end++) {
        int unit = people.order[end];
        wanted[unit] = weight(unit, month, inSeason);
        if (people.above(unit, month)) {
          weights += wanted[unit];
          above++;
        }
      }
      double whole = total[part][month];
      double floor = above == 0 ? 0 : Math.min(FLOOR * barPerMonth * inSeason, whole / 2 / above);
      double target = 0;
      long given = 0;
      for (int i = from; i < end; i++) {
        int unit = people.order[i];
        if (people.above(unit, month)) {
          target += floor + (whole - floor * above) * wanted[unit] / weights;
          long amount = Math.round(target) - given;
          given += amount;
          amounts[0][unit] = amount;
        } else {
          amounts[0][unit] = Math.round(wanted[unit]);
        }
        remember(unit, month, amounts[0][unit] * Timeline.YEAR / inSeason);
      }
      keep(0, part, month, given);
      from = end;
    }
  }

  /// For a unit above scale, its weight; for another, its amount.
  private double weight(int unit, int month, double inSeason) {
    if (!people.there(unit, month)) {
      return 0;
    }
    int now = month / Timeline.YEAR;
    int next = Math.min(now + 1, people.bar.length - 1);
    double way = (month % Timeline.YEAR) / (double) Timeline.YEAR;
    double beyond =
        (people.size[now][unit] - people.bar[now]) * (1 - way)
            + (people.size[next][unit] - people.bar[next]) * way;
    double flicker = Chance.of(luck[unit], 0) + Chance.of(luck[unit], 1) - 1;
    if (people.above(unit, month)) {
      double excess = Math.expm1(Math.max(0, beyond) / Population.TAIL) + LEAST_EXCESS;
      return excess * (1 + FLICKER * flicker);
    }
    double share = Math.clamp(Math.exp(beyond / Population.TAIL), BELOW_LEAST, BELOW_MOST);
    return share * barPerMonth * inSeason * (1 + BELOW_FLICKER / 2 * flicker);
  }

  private void keep(int cell, int part, int month, long sum) {
    Objects.requireNonNull(sums.get(cell))[part][month] = sum;
  }

  private void remember(int unit, int month, double yearly) {
    if (!people.there(unit, month)) {
      year[unit] = 0;
    } else if (year[unit] == 0) {
      year[unit] = yearly;
    } else {
      year[unit] += (yearly - year[unit]) / Timeline.YEAR;
    }
  }

  private void perOther(Cell cell, int month) {
    int index = cell.index();
    int of = cells.of[index];
    boolean stock = cell.stock();
    boolean ofStock = cells.all.get(of).stock();
    double each = !stock && ofStock ? 1.0 / Timeline.YEAR : 1;
    boolean ofYear = stock && !ofStock;
    double[] ratio = ratios[index];
    long[] other = amounts[of];
    double[][] path = held.get(index);
    for (int unit = 0; unit < people.count; unit++) {
      double base = ofYear ? year[unit] : other[unit];
      double flicker = 1 + FLICKER_OF_RATIO * (Chance.of(luck[unit], 2L + index) - 0.5);
      wanted[unit] = base * ratio[unit] * each * flicker;
    }
    if (path != null) {
      hold(index, path, other, month);
      return;
    }
    long[] to = amounts[index];
    for (int unit = 0; unit < people.count; unit++) {
      long amount = whole(wanted[unit], unit, index);
      to[unit] = capped[index] ? Math.min(amount, other[unit]) : amount;
    }
  }

  /// Small numbers are rounded up or down by chance, so that rare things happen to some; a stock
  /// always by the same, so that it does not flicker.
  private long whole(double amount, int unit, int index) {
    if (amount >= FEW || amount <= 0) {
      return Math.round(amount);
    }
    long drawn = cells.all.get(index).stock() ? people.luck[unit] : luck[unit];
    return (long) (amount + Chance.of(drawn, 1000L + index));
  }

  private void hold(int index, double[][] path, long[] other, int month) {
    long[] to = amounts[index];
    for (int from = 0; from < people.count; ) {
      int part = people.partOf[people.order[from]];
      int end = from;
      double sum = 0;
      for (; end < people.count && people.partOf[people.order[end]] == part; end++) {
        int unit = people.order[end];
        if (people.above(unit, month)) {
          sum += wanted[unit];
        }
      }
      double scale = sum > 0 ? path[part][month] / sum : 1;
      if (capped[index]) {
        scale = scaleUnderCaps(from, end, month, other, path[part][month], scale);
      }
      double target = 0;
      long given = 0;
      for (int i = from; i < end; i++) {
        int unit = people.order[i];
        double exact = wanted[unit] * scale;
        exact = capped[index] ? Math.min(exact, (double) other[unit]) : exact;
        if (people.above(unit, month)) {
          target += exact;
          long amount = Math.max(0, Math.round(target) - given);
          to[unit] = capped[index] ? Math.min(amount, other[unit]) : amount;
          given += to[unit];
        } else {
          long amount = whole(exact, unit, index);
          to[unit] = capped[index] ? Math.min(amount, other[unit]) : amount;
        }
      }
      keep(index, part, month, given);
      from = end;
    }
  }

  /// What is cut off some units by their cap falls to the others.
  private double scaleUnderCaps(
      int from, int end, int month, long[] caps, double whole, double first) {
    double scale = first;
    for (int pass = 0; pass < PASSES; pass++) {
      double cut = 0;
      double free = 0;
      for (int i = from; i < end; i++) {
        int unit = people.order[i];
        if (people.above(unit, month)) {
          if (wanted[unit] * scale >= caps[unit]) {
            cut += caps[unit];
          } else {
            free += wanted[unit];
          }
        }
      }
      double next = free > 0 ? (whole - cut) / free : scale;
      if (next <= scale) {
        return scale;
      }
      scale = next;
    }
    return scale;
  }
}
