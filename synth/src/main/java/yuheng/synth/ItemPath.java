package yuheng.synth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import yuheng.plan.SynthRules;
import yuheng.plan.SynthRules.Holds;
import yuheng.plan.SynthRules.Range;
import yuheng.plan.SynthRules.Recipe;

/// What an item that is held to figures comes to in each part of the city and month: so much for
/// each of the total, as the figures say, between them in proportion, before and after as next to
/// them.
final class ItemPath {
  private final SynthRules rules;
  private final Parts.Division division;
  private final Timeline timeline;
  private final TotalPath total;

  ItemPath(SynthRules rules, Parts.Division division, Timeline timeline, TotalPath total) {
    this.rules = rules;
    this.division = division;
    this.timeline = timeline;
    this.total = total;
  }

  /// The item that a claim is of beside the total item; empty for a claim of none.
  static String reckoned(Holds holds, SynthRules rules) {
    String whole = rules.items().firstEntry().getKey();
    return switch (holds) {
      case Holds.TotalOf(var item) -> item.equals(whole) ? "" : item;
      case Holds.RatioOf(var over, var under, _) -> over.equals(whole) ? under : over;
      case Holds.ShareOf _, Holds.Count _ -> "";
    };
  }

  /// Sums of units above scale by part and month.
  ///
  /// @param stock it stands at the end of a month
  double[][] of(String item, boolean stock, List<Claim> claims) {
    List<Claim> of =
        claims.stream()
            .filter(Claim::counts)
            .filter(one -> reckoned(one.holds(), rules).equals(item))
            .filter(one -> !(one.holds() instanceof Holds.TotalOf) || timeline.reckons(one.about()))
            .toList();
    double[][] base = stock ? total.ofYear() : total.ofMonth();
    double[] ratios = declared(item);
    Map<Parts, Trend> intensity = new LinkedHashMap<>();
    of.stream()
        .map(Claim::parts)
        .distinct()
        .forEach(parts -> intensity.put(parts, intensity(of, parts)));
    double[][] table = new double[division.count()][timeline.count()];
    for (int month = 0; month < timeline.count(); month++) {
      double[][] column = new double[table.length][1];
      for (int part = 0; part < table.length; part++) {
        column[part][0] = base[part][month] * ratios[part];
      }
      var sums = new ArrayList<Raking.Known>();
      int now = month;
      intensity.forEach(
          (parts, trend) ->
              sums.add(
                  new Raking.Known(
                      parts, 0, 1, trend.at(now) * sum(base, parts, now, now + 1), false)));
      Raking.fit(column, sums);
      for (int part = 0; part < table.length; part++) {
        table[part][month] = column[part][0];
      }
    }
    Raking.fit(
        table,
        of.stream()
            .filter(one -> timeline.reckons(one.about()))
            .map(one -> known(one, stock))
            .toList());
    return table;
  }

  private Raking.Known known(Claim claim, boolean stock) {
    int first = timeline.start(claim.about());
    int end = timeline.end(claim.about());
    double amount =
        intensityOf(claim)
            * sum(total.ofMonth(), claim.parts(), first, end)
            * (stock ? Timeline.YEAR : 1);
    return new Raking.Known(claim.parts(), first, end, amount, false);
  }

  private Trend intensity(List<Claim> claims, Parts parts) {
    var levels = new TreeMap<Double, Double>();
    claims.stream()
        .filter(one -> one.parts().equals(parts))
        .forEach(one -> levels.put(one.middle(timeline), intensityOf(one)));
    return new Trend(levels, 0, 0);
  }

  /// The item for each of the total; for a stock, for each of a year's total.
  private double intensityOf(Claim claim) {
    return switch (claim.holds()) {
      case Holds.RatioOf(var over, _, var times) ->
          over.equals(rules.items().firstEntry().getKey())
              ? times.doubleValue() / claim.amount()
              : claim.amount() / times.doubleValue();
      case Holds.TotalOf _ ->
          claim.amount()
              / sum(
                  total.ofMonth(),
                  claim.parts(),
                  timeline.start(claim.about()),
                  timeline.end(claim.about()));
      case Holds.ShareOf _, Holds.Count _ -> throw new IllegalStateException("of no item");
    };
  }

  private static double sum(double[][] table, Parts parts, int first, int end) {
    double sum = 0;
    for (int part = 0; part < table.length; part++) {
      if (parts.has(part)) {
        for (int month = first; month < end; month++) {
          sum += table[part][month];
        }
      }
    }
    return sum;
  }

  private double[] declared(String item) {
    if (!(rules.items().get(item) instanceof Recipe.PerOther recipe)) {
      throw new IllegalStateException("`%s` is not so much of another item.".formatted(item));
    }
    double[] sums = new double[division.count()];
    double[] weights = new double[division.count()];
    int i = 0;
    for (var one : rules.classes().entrySet()) {
      Range range = rangeOf(recipe, one.getKey());
      double weight = one.getValue().output().doubleValue();
      double middle = (range.low().doubleValue() + range.high().doubleValue()) / 2;
      sums[division.partOf().get(i)] += weight * middle;
      weights[division.partOf().get(i)] += weight;
      i++;
    }
    for (int part = 0; part < sums.length; part++) {
      sums[part] /= weights[part];
    }
    return sums;
  }

  /// The range that holds for a class.
  static Range rangeOf(Recipe.PerOther recipe, String code) {
    Range range = recipe.ratio();
    int longest = -1;
    for (var by : recipe.by().entrySet()) {
      if (code.startsWith(by.getKey()) && by.getKey().length() > longest) {
        range = by.getValue();
        longest = by.getKey().length();
      }
    }
    return range;
  }
}
