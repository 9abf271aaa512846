package yuheng.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import yuheng.plan.Findings.Said;
import yuheng.plan.Relation.PerYear;
import yuheng.terms.Language;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// The yearly rate that a number over several years stands for, by bisection, in percent to two
/// decimals.
final class YearlyRate {
  private static final int STEPS = 80;
  private static final MathContext DIGITS = new MathContext(40);
  private static final BigDecimal TWO = new BigDecimal(2);
  private static final BigDecimal LOWEST = new BigDecimal("-0.999999");
  private static final BigDecimal HIGHEST = new BigDecimal(100);

  private YearlyRate() {}

  static Said of(PerYear perYear, Target target) {
    BigDecimal number = base(target.value());
    BigDecimal goal =
        switch (perYear.kind()) {
          case FALLS -> BigDecimal.ONE.subtract(number);
          case RISES -> BigDecimal.ONE.add(number);
          case REACHES, TOTALS -> number.divide(base(perYear.from().orElseThrow()), DIGITS);
        };
    BigDecimal rate = rate(goal, perYear.years(), perYear.kind() == PerYear.Kind.TOTALS);
    boolean falls = rate.signum() < 0;
    var shown =
        new Quantity(
            rate.abs().movePointRight(2).setScale(2, RoundingMode.HALF_EVEN), Unit.PERCENT);
    return new Said(
        "per-year",
        new Words(zh(perYear, target, falls, shown), en(perYear, target, falls, shown)),
        Findings.both(language -> written(perYear, target, falls ? "−" : "+", shown, language)),
        List.of(target.id()));
  }

  /// The r with (1 + r)ⁿ, or its total over the years, equal to `goal`.
  private static BigDecimal rate(BigDecimal goal, int years, boolean totals) {
    BigDecimal low = LOWEST;
    BigDecimal high = HIGHEST;
    for (int i = 0; i < STEPS; i++) {
      BigDecimal middle = low.add(high).divide(TWO, DIGITS);
      boolean tooLow = reached(middle, years, totals).compareTo(goal) < 0;
      low = tooLow ? middle : low;
      high = tooLow ? high : middle;
    }
    return high;
  }

  private static BigDecimal reached(BigDecimal rate, int years, boolean totals) {
    BigDecimal factor = BigDecimal.ONE.add(rate);
    if (!totals) {
      return factor.pow(years, DIGITS);
    }
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal year = BigDecimal.ONE;
    for (int i = 0; i < years; i++) {
      year = year.multiply(factor, DIGITS);
      total = total.add(year);
    }
    return total;
  }

  private static BigDecimal base(Quantity quantity) {
    return quantity.amount().multiply(quantity.unit().scale());
  }

  private static String zh(PerYear perYear, Target target, boolean falls, Quantity rate) {
    String number = target.value().show(Language.ZH);
    String from = perYear.from().map(q -> q.show(Language.ZH)).orElse("");
    return switch (perYear.kind()) {
      case FALLS -> "%d年累计下降%s，相当于每年%s。".formatted(perYear.years(), number, rate);
      case RISES -> "%d年累计增长%s，相当于每年%s。".formatted(perYear.years(), number, rate);
      case REACHES ->
          "从%s起%d年达到%s，相当于每年%s%s。"
              .formatted(from, perYear.years(), number, falls ? "下降" : "增长", rate);
      case TOTALS ->
          "%d年合计%s，从上一年的%s起，相当于每年%s%s。"
              .formatted(perYear.years(), number, from, falls ? "下降" : "增长", rate);
    };
  }

  private static String en(PerYear perYear, Target target, boolean falls, Quantity rate) {
    String number = target.value().show(Language.EN);
    String from = perYear.from().map(q -> q.show(Language.EN)).orElse("");
    String way = falls ? "a fall" : "growth";
    return switch (perYear.kind()) {
      case FALLS ->
          "A fall of %s over %d years is %s a year.".formatted(number, perYear.years(), rate);
      case RISES ->
          "A rise of %s over %d years is %s a year.".formatted(number, perYear.years(), rate);
      case REACHES ->
          "From %s to %s in %d years is %s of %s a year."
              .formatted(from, number, perYear.years(), way, rate);
      case TOTALS ->
          "%s in all over %d years, from %s in the year before, is %s of %s a year."
              .formatted(number, perYear.years(), from, way, rate);
    };
  }

  private static String written(
      PerYear perYear, Target target, String sign, Quantity rate, Language language) {
    String number = target.value().show(language);
    String from = perYear.from().map(q -> q.show(language)).orElse("");
    int years = perYear.years();
    return switch (perYear.kind()) {
      case FALLS -> "(1 − %s)^%d = 1 − %s".formatted(rate, years, number);
      case RISES -> "(1 + %s)^%d = 1 + %s".formatted(rate, years, number);
      case REACHES -> "%s × (1 %s %s)^%d = %s".formatted(from, sign, rate, years, number);
      case TOTALS ->
          "%s × ((1 %s %s) + … + (1 %s %s)^%d) = %s"
              .formatted(from, sign, rate, sign, rate, years, number);
    };
  }
}
