package yuheng.draft;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import yuheng.plan.Sense;
import yuheng.plan.TimeShape;
import yuheng.prose.Mention;
import yuheng.prose.Mention.Comparator;
import yuheng.prose.Mention.Timing;
import yuheng.terms.Period;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// General rules for what a text leaves unsaid: how a quantity lives in time, which way is better,
/// what is meant by a number, and when it is to be reached.
final class Guesses {
  private static final Pattern GATHERS =
      Pattern.compile("累计|新增|新建|新培育|新引进|新发展|新认定|新开工|新改扩建|淘汰|关停|关闭|搬迁|脱贫|转移|治理|总共|合计新");
  private static final Pattern SPENDS = Pattern.compile("投入|投资|资金|引资|到位");
  private static final Pattern FLOWS =
      Pattern.compile(
          "产值|增加值|生产总值|GDP|收入|产量|销售|利润|税|出口|进口|进出口|投资|投入|旅客|游客|人次|用电|发电|用水|用气"
              + "|开采|输入|输出|吞吐|周转|成交|贸易|消费|零售|支出|贷款发放|融资|产出|排放|供应量|运量|交易额");
  private static final Pattern LESS_IS_BETTER =
      Pattern.compile(
          "能耗|水耗|电耗|物耗|煤耗|损失率|损耗|不合格|失业|排放|死亡|事故|成本|负债|发病|感染率|污染|贫困|浓度|强度"
              + "|逾期|不良|赤字|人口自然增长|出生率|涨幅|物价|价格指数|时间|天数|等待|投诉|案件|债务");
  private static final Pattern CHANGES = Pattern.compile("下降|降低|减少|增长|提高|增加(?!值)|上升|翻番|压减|削减|提升");
  private static final Pattern MEAN = Pattern.compile("年均|每年|平均每");

  private Guesses() {}

  /// A decision and, where it is not sure, what a person should look at.
  record Guess<T>(T taken, Optional<Doubt> doubt) {
    static <T> Guess<T> sure(T taken) {
      return new Guess<>(taken, Optional.empty());
    }

    static <T> Guess<T> unsure(T taken, Doubt.Field field, String zh, String en) {
      return new Guess<>(taken, Optional.of(new Doubt(field, new Words(zh, en))));
    }
  }

  static boolean isChange(Mention mention) {
    return mention.comparator() == Comparator.RISES_BY
        || mention.comparator() == Comparator.FALLS_BY;
  }

  /// What a change is a number of: 能耗 that falls by 20 % is 能耗下降.
  static String nameOfChange(Mention mention, String name) {
    if (!isChange(mention) || CHANGES.matcher(name).find()) {
      return name;
    }
    boolean points = mention.unit().equals("pp");
    return name + (mention.comparator() == Comparator.FALLS_BY ? "下降" : points ? "提高" : "增长");
  }

  /// @param around the words right before the number
  static Guess<TimeShape> time(Mention mention, String name, Unit unit, String around) {
    boolean years = mention.timing() instanceof Timing.In(Period period) && period.isYears();
    boolean mean = MEAN.matcher(name).find();
    if (isChange(mention)) {
      boolean total = !mean && (years || around.contains("累计"));
      return Guess.sure(total ? TimeShape.CUMULATIVE : TimeShape.RATE);
    }
    if (isRatio(unit)) {
      return Guess.sure(TimeShape.RATE);
    }
    if (GATHERS.matcher(name).find()
        || around.contains("累计")
        || (years && SPENDS.matcher(name).find())) {
      return Guess.sure(TimeShape.CUMULATIVE);
    }
    if (FLOWS.matcher(name).find()) {
      return Guess.sure(TimeShape.FLOW);
    }
    return unit.counts()
        ? Guess.sure(TimeShape.STOCK)
        : Guess.unsure(
            TimeShape.STOCK,
            Doubt.Field.TIME,
            "看不出是时点数还是时期数，按期末时点数处理。",
            "It is not clear whether this is an amount at a moment or in a period; a moment was"
                + " assumed.");
  }

  private static boolean isRatio(Unit unit) {
    boolean share = unit.dimension().isEmpty() && !unit.symbol().isEmpty();
    return share
        || unit.hasTheDimensionOf(Unit.PERCENTAGE_POINT)
        || unit.dimension().values().stream().anyMatch(power -> power < 0);
  }

  /// A change downwards is counted as the size of the change, of which more is better.
  static Guess<Boolean> lowerIsBetter(Mention mention, String name) {
    if (isChange(mention)) {
      return Guess.sure(false);
    }
    boolean said = LESS_IS_BETTER.matcher(name).find();
    boolean capped =
        mention.comparator() == Comparator.AT_MOST || mention.comparator() == Comparator.LESS_THAN;
    if (said == capped || said || isCeiling(mention)) {
      return Guess.sure(said || capped);
    }
    return Guess.unsure(
        capped,
        Doubt.Field.BETTER,
        "写作上限，按越低越好处理。",
        "It is written as an upper bound; less was taken to be better.");
  }

  private static boolean isCeiling(Mention mention) {
    return mention.comparator() == Comparator.IS;
  }

  /// @param said what the words around the number say by the plan room's rules
  static Guess<Sense> sense(Mention mention, boolean lowerIsBetter, Optional<Sense> said) {
    Comparator comparator =
        isChange(mention) ? mention.bound().orElse(Comparator.IS) : mention.comparator();
    return switch (comparator) {
      case MORE_THAN -> Guess.sure(Sense.MORE_THAN);
      case AT_LEAST -> Guess.sure(Sense.AT_LEAST);
      case AT_MOST -> Guess.sure(Sense.AT_MOST);
      case ABOUT -> Guess.sure(Sense.ABOUT);
      case LESS_THAN ->
          Guess.unsure(
              Sense.AT_MOST,
              Doubt.Field.SENSE,
              "写作“低于”，按“不高于”处理。",
              "It says less than; at most was taken.");
      case IS, RISES_BY, FALLS_BY ->
          Guess.sure(said.orElse(lowerIsBetter ? Sense.AT_MOST : Sense.AT_LEAST));
    };
  }

  static Guess<Period> period(Mention mention, TimeShape time, String name, Period span) {
    boolean total = time == TimeShape.CUMULATIVE;
    return switch (mention.timing()) {
      case Timing.In(Period period) -> stated(period, total, name, span);
      case Timing.EveryYear _ ->
          Guess.unsure(
              span,
              Doubt.Field.PERIOD,
              "原文是“每年”，期限按整个规划期%s处理。".formatted(span.words().zh()),
              "The text says every year; the whole span %s was taken."
                  .formatted(span.words().en()));
      case Timing.Unstated _ -> {
        Period taken = total ? span : lastYear(span);
        yield span.isYear()
            ? Guess.sure(span)
            : Guess.unsure(
                taken,
                Doubt.Field.PERIOD,
                "原文没有写明期限，按%s处理。".formatted(taken.words().zh()),
                "The text gives no period; %s was taken.".formatted(taken.words().en()));
      }
    };
  }

  private static Guess<Period> stated(Period period, boolean total, String name, Period span) {
    boolean end = period.isYear() && span.isYears() && period.end().equals(span.end());
    if (total && end) {
      return Guess.unsure(
          span,
          Doubt.Field.PERIOD,
          "原文写到%s，累计数按%s处理。".formatted(period.words().zh(), span.words().zh()),
          "The text says by %s; a total was taken to run over %s."
              .formatted(period.words().en(), span.words().en()));
    }
    if (!total && period.isYears() && !MEAN.matcher(name).find()) {
      Period last = lastYear(period);
      return Guess.unsure(
          last,
          Doubt.Field.PERIOD,
          "原文写%s期间，不是累计数，按期末%s处理。".formatted(period.words().zh(), last.words().zh()),
          "The text says during %s; the number is no total, so its last year %s was taken."
              .formatted(period.words().en(), last.words().en()));
    }
    return Guess.sure(period);
  }

  static Period lastYear(Period period) {
    return Period.year(period.lastDay().getYear());
  }

  /// The doubts among guesses.
  static List<Doubt> doubts(List<Guess<?>> guesses) {
    return guesses.stream().flatMap(guess -> guess.doubt().stream()).toList();
  }
}
