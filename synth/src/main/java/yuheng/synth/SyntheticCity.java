package yuheng.synth;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator.SplittableGenerator;
import java.util.random.RandomGeneratorFactory;
import yuheng.facts.OfficialFigures;
import yuheng.plan.Form;
import yuheng.plan.Plan;
import yuheng.plan.Register;
import yuheng.plan.SynthRules;
import yuheng.plan.SynthRules.Holds;
import yuheng.plan.SynthRules.Recipe;
import yuheng.terms.Quantity;

/// An invented city whose reports add up to the published figures of a plan (合成城市). The same plan,
/// figures and wishes make the same city, byte for byte.
public final class SyntheticCity {
  private static final int PERCENT = 100;
  private static final int DECIMALS = 4;

  private final SynthRules rules;
  private final Wishes wishes;
  private final Timeline timeline;
  private final Season season = new Season();
  private final Parts.Division division;
  private final Cells cells;
  private final List<Claim> claims;
  private final TotalPath total;
  private final Map<Integer, double[][]> held = new HashMap<>();
  private final Population people;
  private final Registers registers;
  private final double bar;

  private SyntheticCity(
      SynthRules rules,
      SequencedMap<String, Register> registers,
      List<Form> forms,
      OfficialFigures figures,
      Wishes wishes) {
    this.rules = rules;
    this.wishes = wishes;
    this.timeline = Timeline.of(wishes.from(), wishes.months());
    this.division = Parts.Division.of(rules);
    this.cells =
        new Cells(
            rules,
            forms.stream().filter(form -> form.register().equals(rules.register())).toList());
    Map<String, Form.Item> items = new LinkedHashMap<>();
    cells.byId.forEach((id, cell) -> items.put(id, cell.item()));
    this.claims = Claim.of(rules, items, division, figures, wishes);
    this.total = new TotalPath(rules, division, timeline, season, claims);
    var itemPath = new ItemPath(rules, division, timeline, total);
    for (Claim claim : claims) {
      String id = ItemPath.reckoned(claim.holds(), rules);
      Cells.Cell cell = cells.byId.get(id);
      if (cell != null && claim.counts()) {
        held.computeIfAbsent(cell.index(), _ -> itemPath.of(id, cell.stock(), claims));
      }
    }
    SplittableGenerator root =
        (SplittableGenerator) RandomGeneratorFactory.of("L64X128MixRandom").create(wishes.seed());
    this.people =
        new Population(rules, division, timeline, claims, wishes.enterprises(), root.split());
    Quantity threshold = rules.threshold();
    double yuan = threshold.amount().multiply(threshold.unit().scale()).doubleValue();
    double scale = cells.all.getFirst().item().unit().scale().doubleValue();
    this.bar = yuan / scale;
    this.registers =
        new Registers(
            rules,
            registers,
            people,
            division,
            new Places(rules, figures, timeline, total.ofMonth(), scale, wishes.knownOn()),
            timeline,
            yuan,
            root.split());
  }

  /// Makes a city of a plan that has a `synth.yaml`.
  ///
  /// @throws IllegalArgumentException if the wishes cannot be fulfilled, and why
  public static SyntheticCity of(Plan plan, OfficialFigures figures, Wishes wishes) {
    SynthRules rules =
        plan.synth()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "%s has no synth.yaml, so nobody knows what its synthetic city is made of."
                            .formatted(plan.id())));
    return new SyntheticCity(
        rules, plan.registers(), List.copyOf(plan.forms().values()), figures, wishes);
  }

  /// What it was made for.
  public Wishes wishes() {
    return wishes;
  }

  /// The forms that its units report, in the order of the reports of one month.
  public List<Form> forms() {
    return cells.forms;
  }

  /// What is said of its units on their registers.
  public List<RegisterRow> register() {
    return registers.rows();
  }

  /// Every report, month by month, each version after the one before it. The same row is used for
  /// the next one.
  ///
  /// @return how near the reports come to the published figures
  public Calibration reports(Consumer<ReportRow> to) {
    var months = new Month(cells, people, timeline, season, division, total, held, bar);
    new Reporting(
            cells, people, timeline, registers.codes(), months, new Posting(wishes.mischief()))
        .run(to);
    var lines = new ArrayList<Calibration.Line>();
    for (Claim claim : claims) {
      if (timeline.reports(claim.about())) {
        lines.add(line(claim, months.sums));
      }
    }
    return new Calibration(lines, total.assumptions());
  }

  private Calibration.Line line(Claim claim, Map<Integer, long[][]> sums) {
    boolean count = claim.holds() instanceof Holds.Count;
    double city = (double) wishes.enterprises() / rules.enterprises();
    BigDecimal printed = claim.figure().value().amount();
    double published =
        claim.use() == Calibration.Use.DERIVED
            ? printed.doubleValue() / claim.growth()
            : printed.doubleValue() * (count ? city : 1);
    double measured = measured(claim, sums) / claim.amount() * published * (count ? 1 / city : 1);
    int decimals = Math.max(printed.scale(), 0) + 2;
    return new Calibration.Line(
        claim.figure().series().id(),
        claim.figure().scope(),
        claim.about(),
        claim.use() == Calibration.Use.DERIVED || count ? rounded(published, decimals) : printed,
        claim.figure().value().unit(),
        claim.figure().heard(),
        claim.figure().source(),
        rounded(measured, decimals),
        rounded((measured - published) / published * PERCENT, DECIMALS),
        claim.use(),
        claim.figure().id());
  }

  private static BigDecimal rounded(double value, int decimals) {
    return new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN);
  }

  /// What the reports say, in the unit of the claim's amount.
  private double measured(Claim claim, Map<Integer, long[][]> sums) {
    Parts all = division.all();
    return switch (claim.holds()) {
      case Holds.TotalOf(var item) -> sum(item, claim, claim.parts(), sums);
      case Holds.ShareOf(var item) ->
          sum(item, claim, claim.parts(), sums) / sum(item, claim, all, sums);
      case Holds.Count _ -> people.aboveIn(timeline.end(claim.about()) - 1);
      case Holds.RatioOf(var over, var under, var times) -> {
        boolean stock = stock(under) && !stock(over);
        yield sum(over, claim, claim.parts(), sums)
            * times.doubleValue()
            * (stock ? Timeline.YEAR : 1)
            / sum(under, claim, claim.parts(), sums);
      }
    };
  }

  private boolean stock(String item) {
    Cells.Cell cell = cells.byId.get(item);
    return cell != null && cell.stock() && cell.recipe() instanceof Recipe.PerOther;
  }

  private double sum(String item, Claim claim, Parts parts, Map<Integer, long[][]> sums) {
    Cells.Cell cell = cells.byId.get(item);
    long[][] table = cell == null ? null : sums.get(cell.index());
    if (table == null) {
      throw new IllegalStateException("`%s` is not held to anything.".formatted(item));
    }
    long sum = 0;
    for (int part = 0; part < table.length; part++) {
      if (parts.has(part)) {
        for (int month = timeline.start(claim.about());
            month < timeline.end(claim.about());
            month++) {
          sum += table[part][month];
        }
      }
    }
    return sum;
  }
}
