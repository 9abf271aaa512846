package yuheng.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import yuheng.facts.Dimension;
import yuheng.facts.Figure;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Apportionment.Method;
import yuheng.indicators.Evaluator.Amount;
import yuheng.indicators.Proposals.Wish;
import yuheng.plan.Formula;
import yuheng.plan.Formula.Growth;
import yuheng.plan.Formula.Published;
import yuheng.plan.Plan;
import yuheng.plan.Series;
import yuheng.plan.Target;
import yuheng.plan.TimeShape;
import yuheng.terms.Language;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Weighs parts by published figures, for a proposal. A part without the figures has no weight;
/// none is ever guessed.
final class Weighing {
  private static final BigDecimal HUNDRED = new BigDecimal(100);

  private final Plan plan;
  private final Parts parts;
  private final Wish wish;
  private final Evaluator evaluator;

  Weighing(Plan plan, OfficialFigures figures, Parts parts, Wish wish) {
    this.plan = plan;
    this.parts = parts;
    this.wish = wish;
    this.evaluator = new Evaluator(figures, plan.span(), Period.year(9998).end(), wish.knownOn());
  }

  /// What a part weighs and by what.
  record Weight(BigDecimal amount, List<Words> bases, List<Figure> figures) {}

  static Words words(Plan plan, Method method) {
    return switch (method) {
      case Method.Share(var series, var year) ->
          new Words(
              "按占比：%d年%s".formatted(year, name(plan, series).zh()),
              "by share: %s %d".formatted(name(plan, series).en(), year));
      case Method.Growth(var series, var year) ->
          new Words(
              "按增速：%d年%s按各自增速推到任务年，再按总数折算".formatted(year, name(plan, series).zh()),
              "by growth: %s %d, each grown on at its own rate, then scaled"
                  .formatted(name(plan, series).en(), year));
      case Method.Potential(var percentages, var year) -> potential(plan, percentages, year);
      case Method.Weights(var basis) -> given(basis);
    };
  }

  private static Words given(Optional<String> basis) {
    return basis
        .map(
            source ->
                new Words("按给定权数，来源：" + source, "by weights that were given; source: " + source))
        .orElse(
            new Words(
                "按给定权数，没有写来源，系建议权数", "by weights that were given, without a source: a proposal"));
  }

  private static Words potential(Plan plan, Map<String, BigDecimal> percentages, int year) {
    var zh = new ArrayList<String>();
    var en = new ArrayList<String>();
    percentages.forEach(
        (series, percent) -> {
          zh.add(name(plan, series).zh() + " " + percent.toPlainString() + "%");
          en.add(name(plan, series).en() + " " + percent.toPlainString() + "%");
        });
    return new Words(
        "按潜力：%d年%s".formatted(year, String.join("、", zh)),
        "by potential: %s, %d".formatted(String.join(", ", en), year));
  }

  private static Words name(Plan plan, String series) {
    return Optional.ofNullable(plan.series().get(series))
        .map(Series::name)
        .orElse(Words.same(series));
  }

  private List<String> series() {
    return switch (wish.method()) {
      case Method.Share(var series, _) -> List.of(series);
      case Method.Growth(var series, _) -> List.of(series);
      case Method.Potential(var percentages, _) -> List.copyOf(percentages.keySet());
      case Method.Weights _ -> List.of();
    };
  }

  private int year() {
    return switch (wish.method()) {
      case Method.Share(_, var year) -> year;
      case Method.Growth(_, var year) -> year;
      case Method.Potential(_, var year) -> year;
      case Method.Weights _ -> wish.key().period().lastDay().getYear();
    };
  }

  /// What is wrong with the wish itself.
  List<Words> faults(Target target) {
    var faults = new ArrayList<Words>();
    for (String id : series()) {
      Optional<Series> series = Optional.ofNullable(plan.series().get(id));
      if (series.isEmpty()) {
        faults.add(new Words("没有数列 %s。".formatted(id), "There is no series %s.".formatted(id)));
      } else if (series.get().time() == TimeShape.RATE) {
        faults.add(
            new Words(
                "%s是比率，比率不能作为份额的基数。".formatted(series.get().name().zh()),
                "%s is a ratio; shares of a ratio mean nothing."
                    .formatted(series.get().name().en())));
      }
    }
    if (wish.method() instanceof Method.Potential(var percentages, _)
        && percentages.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(HUNDRED)
            != 0) {
      faults.add(new Words("各数列的权数之和应为100。", "The percentages of the series must come to 100."));
    }
    if (wish.method() instanceof Method.Growth
        && wish.key().period().lastDay().getYear() < year()) {
      faults.add(new Words("基年晚于任务年。", "The base year is later than the year of the task."));
    }
    if (target.indicator().time() == TimeShape.RATE) {
      faults.add(
          new Words(
              "这个目标是比率，各部分的比率不相加；请逐个填写。",
              "This target is a ratio, and ratios do not add up; enter each part's own."));
    }
    if (wish.method() instanceof Method.Weights && wish.entered().isEmpty()) {
      faults.add(
          new Words(
              "没有给权数：每行写名称、制表符、数。", "No weight is given: write name, tab, number on each line."));
    }
    for (BigDecimal weight : wish.entered().values()) {
      if (weight.signum() < 0) {
        faults.add(new Words("手工基数不能小于零。", "A weight that is entered cannot be less than zero."));
      }
    }
    return faults;
  }

  /// The weights of the parts that have one.
  SequencedMap<String, Weight> weights(SequencedSet<String> among) {
    var weights = new LinkedHashMap<String, Weight>();
    if (wish.method() instanceof Method.Potential(var percentages, _)) {
      return potentials(among, percentages);
    }
    for (String part : among) {
      weight(part).filter(one -> one.amount.signum() >= 0).ifPresent(one -> weights.put(part, one));
    }
    return weights;
  }

  private Optional<Weight> weight(String part) {
    if (wish.method() instanceof Method.Weights) {
      return Optional.ofNullable(wish.entered().get(part)).map(Weighing::given);
    }
    String series = series().getFirst();
    Optional<Weight> base = base(part, series);
    if (!(wish.method() instanceof Method.Growth)) {
      return base;
    }
    return base.flatMap(
        one ->
            growth(part, series)
                .map(
                    rate -> {
                      int years = wish.key().period().lastDay().getYear() - year();
                      BigDecimal factor =
                          BigDecimal.ONE.add(rate.amount.scaleByPowerOfTen(-2)).pow(years);
                      var bases = new ArrayList<>(one.bases);
                      bases.add(
                          new Words(
                              "增速 %s%%，%d年".formatted(rate.amount.toPlainString(), years),
                              "growth %s%%, %d year(s)"
                                  .formatted(rate.amount.toPlainString(), years)));
                      return new Weight(one.amount.multiply(factor), bases, one.figures);
                    }));
  }

  private Optional<Weight> base(String part, String id) {
    Series series = Objects.requireNonNull(plan.series().get(id));
    Optional<Weight> published =
        read(new Published(series, Plan.WHOLE), part)
            .map(
                found -> {
                  Quantity value =
                      found.value().in(series.unit().at(found.value().unit().prices()));
                  return new Weight(
                      value.amount(), List.of(base(series, value, found)), found.figures());
                });
    boolean first = id.equals(series().getFirst());
    return published.or(
        () ->
            first
                ? Optional.ofNullable(wish.entered().get(part)).map(one -> entered(series, one))
                : Optional.empty());
  }

  private Words base(Series series, Quantity value, Amount found) {
    String from =
        found.figures().stream().map(Figure::scope).distinct().count() > 1
            ? found.figures().stream()
                .map(one -> parts.name(Dimension.DISTRICTS, one.scope()).zh())
                .reduce((a, b) -> a + "+" + b)
                .map(names -> "（" + names + "）")
                .orElse("")
            : "";
    return new Words(
        "%d年%s %s%s".formatted(year(), series.name().zh(), value.show(Language.ZH), from),
        "%s %d: %s%s".formatted(series.name().en(), year(), value.show(Language.EN), from));
  }

  private static Weight entered(Series series, BigDecimal amount) {
    Unit unit = series.unit();
    return new Weight(
        amount,
        List.of(
            new Words(
                "手工填写 %s%s".formatted(amount.toPlainString(), unit.symbol()),
                "entered by hand: %s %s".formatted(amount.toPlainString(), unit.symbol()))),
        List.of());
  }

  private static Weight given(BigDecimal amount) {
    String plain = amount.toPlainString();
    return new Weight(
        amount, List.of(new Words("给定权数 " + plain, "given weight " + plain)), List.of());
  }

  private Optional<Amount> read(Formula formula, String part) {
    Period period = Period.year(year());
    return parts
        .of(formula, wish.key().dimension(), part, period, asAt())
        .flatMap(one -> evaluator.amount(one, period));
  }

  private LocalDate asAt() {
    return wish.key().period().start();
  }

  private Optional<Weight> growth(String part, String id) {
    Series series = Objects.requireNonNull(plan.series().get(id));
    Period period = Period.year(year());
    return parts
        .of(new Published(series, Plan.WHOLE), wish.key().dimension(), part, period, asAt())
        .filter(one -> one instanceof Published)
        .flatMap(one -> evaluator.amount(new Growth(one), period))
        .map(found -> new Weight(found.value().amount(), List.of(), found.figures()));
  }

  /// Each part's share of each series, weighed: Σ pₖ·xᵢₖ/Xₖ, written over the common denominator
  /// ΠXₖ so that it stays exact. Xₖ is taken over the parts that have a figure of every series.
  private SequencedMap<String, Weight> potentials(
      SequencedSet<String> among, SequencedMap<String, BigDecimal> percentages) {
    var complete = new LinkedHashMap<String, List<Weight>>();
    for (String part : among) {
      List<Weight> all =
          percentages.keySet().stream().flatMap(id -> base(part, id).stream()).toList();
      boolean usable = all.stream().noneMatch(one -> one.amount.signum() < 0);
      if (all.size() == percentages.size() && usable) {
        complete.put(part, all);
      }
    }
    List<BigDecimal> percents = List.copyOf(percentages.values());
    var totals = new ArrayList<BigDecimal>();
    for (int k = 0; k < percents.size(); k++) {
      int which = k;
      totals.add(
          complete.values().stream()
              .map(all -> all.get(which).amount)
              .reduce(BigDecimal.ZERO, BigDecimal::add));
    }
    var weights = new LinkedHashMap<String, Weight>();
    complete.forEach((part, all) -> weights.put(part, together(all, percents, totals)));
    return weights;
  }

  private static Weight together(
      List<Weight> all, List<BigDecimal> percents, List<BigDecimal> totals) {
    BigDecimal sum = BigDecimal.ZERO;
    var bases = new ArrayList<Words>();
    var figures = new ArrayList<Figure>();
    for (int k = 0; k < all.size(); k++) {
      BigDecimal term = percents.get(k).multiply(all.get(k).amount);
      for (int other = 0; other < totals.size(); other++) {
        term = other == k ? term : term.multiply(totals.get(other));
      }
      sum = sum.add(term);
      String share = percents.get(k).toPlainString();
      all.get(k)
          .bases
          .forEach(one -> bases.add(one.followedBy(" ×" + share + "%", " ×" + share + "%")));
      figures.addAll(all.get(k).figures);
    }
    return new Weight(sum, bases, figures);
  }

  /// Why a part has no weight.
  Words why(String part) {
    if (wish.method() instanceof Method.Weights && !wish.entered().containsKey(part)) {
      return new Words("没有给权数", "no weight was given");
    }
    for (String id : series()) {
      if (base(part, id).isEmpty()) {
        Words name = name(plan, id);
        return new Words(
            "没有公布%d年%s".formatted(year(), name.zh()),
            "%s of %d was not published".formatted(name.en(), year()));
      }
    }
    if (wish.method() instanceof Method.Growth && growth(part, series().getFirst()).isEmpty()) {
      return new Words(
          "没有公布%d年增速".formatted(year()), "no growth was published for %d".formatted(year()));
    }
    return new Words("基数小于零", "its figure is less than zero");
  }
}
