package yuheng.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import yuheng.plan.Form;
import yuheng.plan.RowExpression;
import yuheng.plan.RowTest;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// Which reports an office should look at first, and why (异常值). It decides nothing and reads only
/// what it is given: figures beside the unit's own before and a year before, its growth among the
/// units of its class, and the share of a part in its whole. A part and its whole are two items
/// that a hard check compares.
///
/// Among its class a figure is out when it is farther from the median than [#FAR] times the median
/// distance, scaled to the standard deviation of a normal law; a class has at least [#CLASS] units.
public final class Outliers {
  /// How many of its own figures make the unit's own history a leap.
  public static final double LEAP = 3;

  /// From how many scaled median distances on a figure is out among its class.
  public static final double FAR = 3.5;

  /// The smallest class that says anything.
  public static final int CLASS = 8;

  private static final double NORMAL = 1.4826;
  private static final double LEAST = 0.01;

  private final Form form;
  private final Map<Long, List<Outlier>> found = new LinkedHashMap<>();

  private Outliers(Form form) {
    this.form = form;
  }

  /// Why a report is out.
  ///
  /// @param item the cell that it is about
  /// @param strength how far: 1 is just out; the farthest is looked at first
  public record Outlier(String item, Kind kind, double strength, Words why) {}

  /// What a figure is held against.
  public enum Kind {
    /// The unit's own report before.
    BEFORE,
    /// The unit's own figure of a year before.
    YEAR,
    /// The growth of the units of its class.
    PEERS,
    /// The share of a part in its whole among the units of its class.
    NEIGHBOURS
  }

  /// The outliers of a form's reports of one period, by entry of the version; those that are none
  /// have no entry.
  ///
  /// @param before the last report before each, by unit, and the period that it is of
  /// @param classOf the class of a unit; empty keeps it out of comparisons
  public static Map<Long, List<Outlier>> of(
      Form form,
      Period period,
      List<Version> versions,
      Optional<Period> earlier,
      Function<Long, Optional<CellRow>> before,
      Function<Long, String> classOf) {
    var outliers = new Outliers(form);
    for (Version version : versions) {
      CellRow row = version.cells();
      for (int i = 0; i < form.items().size(); i++) {
        outliers.year(version, i);
        if (earlier.isPresent()) {
          outliers.before(
              version, i, before.apply(version.key().unit()), span(form, period, earlier.get(), i));
        }
      }
      if (row.items() != form.items().size()) {
        throw new IllegalArgumentException("a row of another form");
      }
    }
    Map<String, List<Version>> classes = new LinkedHashMap<>();
    for (Version version : versions) {
      String of = classOf.apply(version.key().unit());
      if (!of.isEmpty()) {
        classes.computeIfAbsent(of, _ -> new ArrayList<>()).add(version);
      }
    }
    classes.values().forEach(outliers::among);
    outliers
        .found
        .values()
        .forEach(all -> all.sort((a, b) -> Double.compare(b.strength(), a.strength())));
    return outliers.found;
  }

  /// How many times the earlier figure is to be expected: a year-to-date flow grows by its months.
  private static double span(Form form, Period period, Period earlier, int item) {
    return switch (form.items().get(item).time()) {
      case FLOW -> (double) form.about(period).months() / Math.max(1, form.about(earlier).months());
      default -> 1;
    };
  }

  private void add(Version version, Outlier outlier) {
    found.computeIfAbsent(version.entry(), _ -> new ArrayList<>()).add(outlier);
  }

  private void year(Version version, int i) {
    OptionalDouble times = ratio(version.cells().now(i), version.cells().prior(i));
    if (times.isPresent() && isLeap(times.getAsDouble())) {
      Form.Item item = form.items().get(i);
      String by = times(times.getAsDouble());
      add(
          version,
          new Outlier(
              item.id(),
              Kind.YEAR,
              strength(times.getAsDouble()),
              new Words(
                  "%s为上年同期的%s倍".formatted(item.words().zh(), by),
                  "%s is %s times that of a year before".formatted(item.words().en(), by))));
    }
  }

  private void before(Version version, int i, Optional<CellRow> before, double span) {
    OptionalDouble times =
        before.isEmpty()
            ? OptionalDouble.empty()
            : ratio(version.cells().now(i), before.get().now(i));
    if (times.isPresent() && isLeap(times.getAsDouble() / span)) {
      Form.Item item = form.items().get(i);
      String by = times(times.getAsDouble());
      add(
          version,
          new Outlier(
              item.id(),
              Kind.BEFORE,
              strength(times.getAsDouble() / span),
              new Words(
                  "%s为上期的%s倍，按月数应约%s倍".formatted(item.words().zh(), by, times(span)),
                  "%s is %s times that of the report before; its months say about %s"
                      .formatted(item.words().en(), by, times(span)))));
    }
  }

  private void among(List<Version> peers) {
    for (int i = 0; i < form.items().size(); i++) {
      int at = i;
      Form.Item item = form.items().get(i);
      spread(
          peers,
          version -> logOf(ratio(version.cells().now(at), version.cells().prior(at))),
          (version, z, median) -> {
            String by = times(ratio(version.cells().now(at), version.cells().prior(at)).orElse(1));
            String usual = times(Math.exp(median));
            add(
                version,
                new Outlier(
                    item.id(),
                    Kind.PEERS,
                    z / FAR,
                    new Words(
                        "%s为上年同期的%s倍，同行业%d家中位数%s倍"
                            .formatted(item.words().zh(), by, peers.size(), usual),
                        "%s is %s times that of a year before; the median of %d units of its class is %s"
                            .formatted(item.words().en(), by, peers.size(), usual))));
          });
    }
    for (Form.Check check : form.checks()) {
      if (check.hard()
          && check.test().comparison() == RowTest.Comparison.AT_MOST
          && check.test().left() instanceof RowExpression.Cell(String part, var from)
          && check.test().right() instanceof RowExpression.Cell(String whole, var of)
          && from == RowExpression.From.THIS
          && of == from) {
        share(peers, place(part), place(whole));
      }
    }
  }

  private void share(List<Version> peers, int part, int whole) {
    Form.Item one = form.items().get(part);
    Form.Item all = form.items().get(whole);
    spread(
        peers,
        version -> share(version, part, whole),
        (version, z, median) -> {
          String now = percent(share(version, part, whole));
          String usual = percent(median);
          add(
              version,
              new Outlier(
                  one.id(),
                  Kind.NEIGHBOURS,
                  z / FAR,
                  new Words(
                      "%s占%s的%s，同行业中位数%s".formatted(one.words().zh(), all.words().zh(), now, usual),
                      "%s is %s of %s; the median of its class is %s"
                          .formatted(one.words().en(), now, all.words().en(), usual))));
        });
  }

  private interface Told {
    void tell(Version version, double z, double median);
  }

  /// Tells those whose figure lies far from the median of all that have one; NaN has none.
  private static void spread(List<Version> peers, ToDoubleFunction<Version> figure, Told told) {
    Map<Version, Double> figures = new HashMap<>();
    for (Version version : peers) {
      double value = figure.applyAsDouble(version);
      if (Double.isFinite(value)) {
        figures.put(version, value);
      }
    }
    if (figures.size() < CLASS) {
      return;
    }
    double median = median(figures.values().stream().mapToDouble(Double::doubleValue).toArray());
    double distance =
        median(figures.values().stream().mapToDouble(one -> Math.abs(one - median)).toArray());
    double scale = NORMAL * Math.max(distance, LEAST);
    figures.forEach(
        (version, value) -> {
          double z = Math.abs(value - median) / scale;
          if (z > FAR) {
            told.tell(version, z, median);
          }
        });
  }

  private static double median(double[] values) {
    java.util.Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  private int place(String item) {
    for (int i = 0; i < form.items().size(); i++) {
      if (form.items().get(i).id().equals(item)) {
        return i;
      }
    }
    throw new IllegalArgumentException("%s has no item %s".formatted(form.id(), item));
  }

  private static double share(Version version, int part, int whole) {
    OptionalLong one = version.cells().now(part);
    OptionalLong all = version.cells().now(whole);
    return one.isPresent() && all.isPresent() && all.getAsLong() > 0
        ? (double) one.getAsLong() / all.getAsLong()
        : Double.NaN;
  }

  private static OptionalDouble ratio(OptionalLong now, OptionalLong then) {
    return now.isPresent() && then.isPresent() && now.getAsLong() > 0 && then.getAsLong() > 0
        ? OptionalDouble.of((double) now.getAsLong() / then.getAsLong())
        : OptionalDouble.empty();
  }

  private static double logOf(OptionalDouble ratio) {
    return ratio.isPresent() ? Math.log(ratio.getAsDouble()) : Double.NaN;
  }

  private static boolean isLeap(double times) {
    return times > LEAP || times < 1 / LEAP;
  }

  private static double strength(double times) {
    return Math.abs(Math.log(times)) / Math.log(LEAP);
  }

  private static String times(double times) {
    return times < 0.1
        ? "%.3f".formatted(times)
        : times < 10 ? "%.2f".formatted(times) : "%,.0f".formatted(times);
  }

  private static String percent(double share) {
    return "%.1f%%".formatted(100 * share);
  }
}
