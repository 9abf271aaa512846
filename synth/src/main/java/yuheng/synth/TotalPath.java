package yuheng.synth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import yuheng.plan.SynthRules;
import yuheng.plan.SynthRules.Holds;
import yuheng.plan.SynthRules.IndustryClass;
import yuheng.terms.Words;

/// What the total item of the units above scale comes to in each part of the city and month: along
/// a trend through the published totals, in seasons, in the published shares; then brought to every
/// known sum.
final class TotalPath {
  private static final int SHORTEST = 3;

  private final SynthRules rules;
  private final Parts.Division division;
  private final Timeline timeline;
  private final Season season;
  private final List<Claim> claims;
  private final List<Words> assumptions = new ArrayList<>();
  private final double[][] total;
  private final double[][] level;

  TotalPath(
      SynthRules rules,
      Parts.Division division,
      Timeline timeline,
      Season season,
      List<Claim> claims) {
    this.rules = rules;
    this.division = division;
    this.timeline = timeline;
    this.season = season;
    this.claims = claims;
    this.total = total();
    this.level = level();
  }

  /// The total item, by part and month.
  double[][] ofMonth() {
    return total;
  }

  /// What a year of it would be as the last twelve months suggest, by part and month; stocks follow
  /// this.
  double[][] ofYear() {
    return level;
  }

  /// What was taken for granted.
  List<Words> assumptions() {
    return assumptions;
  }

  private String totalItem() {
    return rules.items().firstEntry().getKey();
  }

  private double[][] total() {
    List<Claim> totals =
        claims.stream()
            .filter(Claim::counts)
            .filter(one -> one.holds().equals(new Holds.TotalOf(totalItem())))
            .toList();
    Trend whole = trend(totals.stream().filter(one -> one.parts().equals(division.all())).toList());
    double[] declared = declaredShares();
    Map<Parts, Trend> shares = new LinkedHashMap<>();
    claims.stream()
        .filter(Claim::counts)
        .filter(one -> one.holds() instanceof Holds.ShareOf)
        .map(Claim::parts)
        .distinct()
        .forEach(
            parts ->
                shares.put(
                    parts,
                    flat(
                        claims.stream()
                            .filter(Claim::counts)
                            .filter(one -> one.holds() instanceof Holds.ShareOf)
                            .filter(one -> one.parts().equals(parts))
                            .toList())));
    double[][] table = new double[division.count()][timeline.count()];
    for (int month = 0; month < timeline.count(); month++) {
      double amount = whole.at(month) / Timeline.YEAR * season.of(timeline.month(month));
      double[][] column = new double[table.length][1];
      for (int part = 0; part < table.length; part++) {
        column[part][0] = declared[part] * amount;
      }
      int now = month;
      Raking.fit(
          column,
          shares.entrySet().stream()
              .map(one -> new Raking.Known(one.getKey(), 0, 1, one.getValue().at(now), true))
              .toList());
      for (int part = 0; part < table.length; part++) {
        table[part][month] = column[part][0];
      }
    }
    var sums = new ArrayList<Raking.Known>();
    claims.stream()
        .filter(Claim::counts)
        .filter(one -> one.holds() instanceof Holds.ShareOf && timeline.reckons(one.about()))
        .forEach(one -> sums.add(known(one, one.amount(), true)));
    totals.stream()
        .filter(one -> timeline.reckons(one.about()))
        .forEach(one -> sums.add(known(one, one.amount(), false)));
    Raking.fit(table, sums);
    return table;
  }

  private Raking.Known known(Claim claim, double amount, boolean share) {
    return new Raking.Known(
        claim.parts(), timeline.start(claim.about()), timeline.end(claim.about()), amount, share);
  }

  private double[] declaredShares() {
    double[] shares = new double[division.count()];
    double sum = 0;
    int i = 0;
    for (IndustryClass one : rules.classes().values()) {
      shares[division.partOf().get(i)] += one.output().doubleValue();
      sum += one.output().doubleValue();
      i++;
    }
    for (int part = 0; part < shares.length; part++) {
      shares[part] /= sum;
    }
    return shares;
  }

  /// The level of a year's total, before the seasons.
  private Trend trend(List<Claim> totals) {
    var levels = new TreeMap<Double, Double>();
    for (Claim claim : totals) {
      if (claim.about().months() >= SHORTEST) {
        double weight = 0;
        for (int month = timeline.start(claim.about());
            month < timeline.end(claim.about());
            month++) {
          weight += season.of(timeline.month(month));
        }
        levels.put(claim.middle(timeline), claim.amount() / weight * Timeline.YEAR);
      }
    }
    if (levels.isEmpty()) {
      throw new IllegalArgumentException(
          "No published total of `%s` is known by that day, so there is nothing to calibrate to."
              .formatted(totalItem()));
    }
    double declared = Math.log1p(rules.growth().doubleValue()) / Timeline.YEAR;
    double before = levels.size() > 1 ? Trend.slope(levels, false) : declared;
    Claim last =
        totals.stream()
            .filter(one -> one.about().months() >= SHORTEST)
            .max((a, b) -> a.about().compareTo(b.about()))
            .orElseThrow();
    double after;
    if (last.figure().growth().isPresent() && last.use() == Calibration.Use.HELD) {
      after = Math.log(last.growth()) / Timeline.YEAR;
      assume(
          "%s以后按随%s公布的增速%s%%外推",
          "after %s: carried on at the growth printed with %s, %s%%",
          last.about().words(),
          last.about().words(),
          last.figure().growth().get().toPlainString());
    } else {
      after = levels.size() > 1 ? Trend.slope(levels, true) : declared;
      assume(
          "%s以后按最近两个已知数之间的增速（每年%s%%）外推%s",
          "after %s: carried on at the growth between the last two known totals (%s%% a year)%s",
          last.about().words(),
          Words.same("%.2f".formatted(Math.expm1(after * Timeline.YEAR) * 100)),
          "");
    }
    return new Trend(levels, before, after);
  }

  private void assume(String zh, String en, Words first, Words second, String third) {
    assumptions.add(
        new Words(
            zh.formatted(first.zh(), second.zh(), third),
            en.formatted(first.en(), second.en(), third)));
  }

  private Trend flat(List<Claim> shares) {
    var levels = new TreeMap<Double, Double>();
    shares.forEach(one -> levels.put(one.middle(timeline), one.amount()));
    return new Trend(levels, 0, 0);
  }

  private double[][] level() {
    double[][] table = new double[total.length][timeline.count()];
    for (int part = 0; part < total.length; part++) {
      double now = 0;
      for (int month = 0; month < timeline.count(); month++) {
        double yearly = total[part][month] * Timeline.YEAR / season.of(timeline.month(month));
        now = month == 0 ? yearly : now + (yearly - now) / Timeline.YEAR;
        table[part][month] = now;
      }
    }
    return table;
  }
}
