package yuheng.synth;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import yuheng.plan.SynthRules;
import yuheng.plan.SynthRules.Holds;
import yuheng.plan.SynthRules.IndustryClass;

/// The units of the city: their class, when they open and close, how large they are meant to be in
/// each year, and which of them are above scale.
///
/// Sizes follow a Pareto law: what a unit is meant to be is `exp(size / TAIL)` times the bar, and a
/// size is drawn from the exponential law, so that those above the bar have the same shape however
/// high it is. A unit is above scale for whole years, is never closed within such a year, and was
/// there before it began.
final class Population {
  static final double TAIL = 1.1;
  static final double LARGEST = 8.5;
  private static final RandomGeneratorFactory<RandomGenerator> STREAMS =
      RandomGeneratorFactory.of("L64X128MixRandom");
  private static final long MONTHLY = 77;
  private static final int ANCHORS = 2;
  private static final double LATE = 0.12;
  private static final double CLOSES = 0.06;
  private static final double UNREST = 0.18;
  private static final double MEMORY = 0.8;
  private static final int OLDEST_YEARS = 25;

  final int count;
  final int[] classOf;
  final int[] partOf;

  /// Number of the month in which it opens; at most 0 for those that are there from the beginning.
  final int[] opens;

  /// Number of the first month in which it is not there any more.
  final int[] closes;

  /// By year and unit.
  final double[][] size;

  /// By year and unit.
  final boolean[][] above;

  /// The size at the bar, by year.
  final double[] bar;

  /// A number of its own for each unit, for what is drawn once.
  final long[] luck;

  /// Units by part, those of one part in order.
  final int[] order;

  private final Timeline timeline;
  private final int[] openedDaysBefore;

  Population(
      SynthRules rules,
      Parts.Division division,
      Timeline timeline,
      List<Claim> claims,
      int enterprises,
      SplittableGenerator root) {
    this.timeline = timeline;
    this.count = enterprises;
    this.classOf = new int[count];
    this.partOf = new int[count];
    this.opens = new int[count];
    this.closes = new int[count];
    this.openedDaysBefore = new int[count];
    this.size = new double[timeline.years()][count];
    this.above = new boolean[timeline.years()][count];
    this.bar = new double[timeline.years()];
    this.luck = new long[count];
    double[] weights =
        rules.classes().values().stream()
            .map(IndustryClass::firms)
            .mapToDouble(Number::doubleValue)
            .toArray();
    var classes = new Weights(weights);
    int anchors = division.count() * ANCHORS;
    for (int unit = 0; unit < count; unit++) {
      SplittableGenerator own = root.split();
      luck[unit] = own.nextLong();
      classOf[unit] = unit < anchors ? anchor(division, rules, unit / ANCHORS) : classes.draw(own);
      partOf[unit] = division.partOf().get(classOf[unit]);
      settle(unit, unit < anchors, own);
    }
    int[] wanted = wanted(rules, claims, enterprises);
    for (int year = 0; year < timeline.years(); year++) {
      choose(year, wanted[year], anchors);
    }
    this.order = order(division.count());
  }

  /// The largest class of a part.
  private static int anchor(Parts.Division division, SynthRules rules, int part) {
    int best = -1;
    double most = -1;
    int i = 0;
    for (IndustryClass one : rules.classes().values()) {
      if (division.partOf().get(i) == part && one.output().doubleValue() > most) {
        best = i;
        most = one.output().doubleValue();
      }
      i++;
    }
    return best;
  }

  private void settle(int unit, boolean anchor, RandomGenerator own) {
    int span = timeline.count() - timeline.from();
    double enters = own.nextDouble();
    double leaves = own.nextDouble();
    opens[unit] = !anchor && enters < LATE ? timeline.from() + (int) (enters / LATE * span) : -1;
    openedDaysBefore[unit] = (int) (own.nextDouble() * OLDEST_YEARS * 365);
    closes[unit] =
        !anchor && leaves < CLOSES
            ? Math.max(
                opens[unit] + Timeline.YEAR, timeline.from() + (int) (leaves / CLOSES * span))
            : Integer.MAX_VALUE;
    double lasting = Math.min(LARGEST, -Math.log1p(-own.nextDouble()));
    double mood = 0;
    for (int year = 0; year < timeline.years(); year++) {
      mood = MEMORY * mood + UNREST * own.nextGaussian();
      size[year][unit] = Math.clamp(lasting + mood, 0, LARGEST);
    }
  }

  /// How many are above scale in each year.
  private int[] wanted(SynthRules rules, List<Claim> claims, int enterprises) {
    double scale = (double) enterprises / rules.enterprises();
    var known = new TreeMap<Integer, Double>();
    claims.stream()
        .filter(one -> one.counts() && one.holds() instanceof Holds.Count)
        .sorted((a, b) -> a.about().compareTo(b.about()))
        .forEach(one -> known.put(one.about().lastDay().getYear(), one.amount() * scale));
    int[] wanted = new int[timeline.years()];
    for (int i = 0; i < wanted.length; i++) {
      int year = timeline.first().getYear() + i;
      var left = known.floorEntry(year);
      var right = known.ceilingEntry(year);
      double number;
      if (left == null && right == null) {
        number = rules.aboveScale().doubleValue() * enterprises;
      } else if (left == null || right == null) {
        number = left == null ? right.getValue() : left.getValue();
      } else if (left.getKey().equals(right.getKey())) {
        number = left.getValue();
      } else {
        double way = (double) (year - left.getKey()) / (right.getKey() - left.getKey());
        number = left.getValue() + way * (right.getValue() - left.getValue());
      }
      wanted[i] = (int) Math.round(number);
    }
    return wanted;
  }

  private void choose(int year, int wanted, int anchors) {
    int first = year * Timeline.YEAR;
    double[] sizes = size[year];
    Integer[] there = new Integer[count];
    int found = 0;
    for (int unit = 0; unit < count; unit++) {
      if (opens[unit] < first && closes[unit] >= first + Timeline.YEAR) {
        there[found++] = unit;
      }
    }
    if (wanted > found || wanted < anchors) {
      throw new IllegalArgumentException(
          ("%d enterprises are too few or too many: in %d, %d are to be above scale, of %d that are"
                  + " there and not fewer than %d.")
              .formatted(count, timeline.first().getYear() + year, wanted, found, anchors));
    }
    Arrays.sort(
        there,
        0,
        found,
        (a, b) -> {
          boolean anchorA = a < anchors;
          boolean anchorB = b < anchors;
          if (anchorA != anchorB) {
            return anchorA ? -1 : 1;
          }
          int bySize = Double.compare(sizes[b], sizes[a]);
          return bySize != 0 ? bySize : Integer.compare(a, b);
        });
    bar[year] = sizes[there[wanted - 1]];
    for (int i = 0; i < wanted; i++) {
      above[year][there[i]] = true;
      sizes[there[i]] = Math.max(sizes[there[i]], bar[year]);
    }
    for (int unit = 0; unit < count; unit++) {
      if (!above[year][unit]) {
        sizes[unit] = Math.min(sizes[unit], bar[year]);
      }
    }
  }

  private int[] order(int parts) {
    int[] sorted = new int[count];
    int next = 0;
    for (int part = 0; part < parts; part++) {
      for (int unit = 0; unit < count; unit++) {
        if (partOf[unit] == part) {
          sorted[next++] = unit;
        }
      }
    }
    return sorted;
  }

  /// The months of a unit, from the first: the same each time it is asked.
  RandomGenerator monthly(int unit) {
    return STREAMS.create(Chance.mix(luck[unit], MONTHLY));
  }

  boolean there(int unit, int month) {
    return opens[unit] <= month && month < closes[unit];
  }

  boolean above(int unit, int month) {
    return above[month / Timeline.YEAR][unit];
  }

  /// How many are above scale in a month.
  int aboveIn(int month) {
    int number = 0;
    for (int unit = 0; unit < count; unit++) {
      if (above(unit, month) && there(unit, month)) {
        number++;
      }
    }
    return number;
  }

  /// The day on which it opened.
  LocalDate opened(int unit) {
    YearMonth month = timeline.month(Math.max(0, opens[unit]));
    return opens[unit] < 0
        ? month.atDay(1).minusDays(1 + openedDaysBefore[unit])
        : month.atDay(1 + openedDaysBefore[unit] % month.lengthOfMonth());
  }
}
