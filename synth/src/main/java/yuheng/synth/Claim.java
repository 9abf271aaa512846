package yuheng.synth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import yuheng.facts.Figure;
import yuheng.facts.OfficialFigures;
import yuheng.plan.Form;
import yuheng.plan.Plan;
import yuheng.plan.SynthRules;
import yuheng.plan.SynthRules.Holds;
import yuheng.synth.Calibration.Use;
import yuheng.terms.Period;

/// What one published figure says of the city.
///
/// @param parts which parts of the city it is of
/// @param about the period; for a derived one, the year before the figure's
/// @param amount in units of the items it is of; a share and a count as a pure number
record Claim(Holds holds, Figure figure, Parts parts, Period about, double amount, Use use) {
  private static final double PERCENT = 100;

  /// What the figures known on a day say: for each scope and period one that counts, and the
  /// others.
  static List<Claim> of(
      SynthRules rules,
      Map<String, Form.Item> items,
      Parts.Division division,
      OfficialFigures figures,
      Wishes wishes) {
    var claims = new ArrayList<Claim>();
    for (SynthRules.Calibration calibration : rules.calibrations()) {
      Map<String, Parts> scopes = new LinkedHashMap<>();
      if (!(calibration.holds() instanceof Holds.ShareOf)) {
        scopes.put(Plan.WHOLE, division.all());
      }
      if (!(calibration.holds() instanceof Holds.Count)) {
        scopes.putAll(division.cuts());
      }
      scopes.forEach(
          (scope, parts) -> {
            var byPeriod = new TreeMap<Period, List<Figure>>();
            figures.knownOn(calibration.series(), scope, wishes.knownOn()).stream()
                .filter(figure -> speaks(calibration, figure.about()))
                .forEach(
                    figure ->
                        byPeriod
                            .computeIfAbsent(figure.about(), _ -> new ArrayList<>())
                            .add(figure));
            byPeriod.values().forEach(all -> add(claims, calibration.holds(), parts, all, items));
            if (calibration.holds() instanceof Holds.TotalOf && scope.equals(Plan.WHOLE)) {
              derive(claims, calibration.holds(), byPeriod, parts);
            }
          });
    }
    return claims;
  }

  private static boolean speaks(SynthRules.Calibration calibration, Period about) {
    boolean wholeMonths =
        about.start().getDayOfMonth() == 1 && about.end().getDayOfMonth() == 1 && !about.isYears();
    return wholeMonths
        && (!calibration.whole() || about.isYear())
        && calibration.from().map(year -> about.start().getYear() >= year).orElse(true);
  }

  private static void add(
      List<Claim> claims,
      Holds holds,
      Parts parts,
      List<Figure> vintages,
      Map<String, Form.Item> items) {
    Figure best = vintages.stream().max(Figure.PREFERENCE).orElseThrow();
    for (Figure figure : vintages) {
      double pure = figure.value().amount().multiply(figure.value().unit().scale()).doubleValue();
      claims.add(
          new Claim(
              holds,
              figure,
              parts,
              figure.about(),
              pure / unit(holds, items),
              figure.id().equals(best.id()) ? Use.HELD : Use.OTHER));
    }
  }

  private static double unit(Holds holds, Map<String, Form.Item> items) {
    return switch (holds) {
      case Holds.TotalOf(var item) -> scale(items, item);
      case Holds.ShareOf _, Holds.Count _ -> 1;
      case Holds.RatioOf(var over, var under, _) -> scale(items, over) / scale(items, under);
    };
  }

  private static double scale(Map<String, Form.Item> items, String item) {
    Form.Item found = items.get(item);
    if (found == null) {
      throw new IllegalArgumentException(
          "synth.yaml holds `%s` to figures, but no form asks it.".formatted(item));
    }
    return found.unit().scale().doubleValue();
  }

  /// A total printed with its growth says what the total of the year before was, unless that was
  /// published itself.
  private static void derive(
      List<Claim> claims, Holds holds, Map<Period, List<Figure>> byPeriod, Parts parts) {
    for (Claim claim : List.copyOf(claims)) {
      Period before = claim.about.yearBefore();
      if (claim.use == Use.HELD
          && claim.holds.equals(holds)
          && claim.parts.equals(parts)
          && claim.figure.growth().isPresent()
          && !byPeriod.containsKey(before)) {
        claims.add(
            new Claim(
                holds, claim.figure, parts, before, claim.amount / claim.growth(), Use.DERIVED));
      }
    }
  }

  /// How many times the year before the printed growth makes this.
  double growth() {
    return 1 + figure.growth().orElseThrow().doubleValue() / PERCENT;
  }

  boolean counts() {
    return use != Use.OTHER;
  }

  /// The number of the month in the middle of the period.
  double middle(Timeline timeline) {
    return (timeline.start(about) + timeline.end(about) - 1) / 2.0;
  }
}
