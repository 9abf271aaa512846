package yuheng.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import yuheng.facts.Figure;
import yuheng.indicators.Standing.Distance;
import yuheng.indicators.Standing.Pace;
import yuheng.plan.Indicator.DefinitionBreak;
import yuheng.plan.Target;
import yuheng.terms.Language;
import yuheng.terms.Quantity;
import yuheng.terms.Value;
import yuheng.terms.Words;

/// Why a target has its grade and its state, in sentences for people.
final class Wording {
  private Wording() {}

  static Words missing(Value.Reason reason) {
    return switch (reason) {
      case NOT_PUBLISHED -> new Words("没有公布过这一数量。", "Nothing was published for this quantity.");
      case NOT_YET_ABOUT ->
          new Words("公布的数据都晚于所问时点。", "What was published is about later periods than asked.");
      case NOT_YET_HEARD ->
          new Words("截至所选“已知日”尚未公布。", "Nobody had heard a figure by the day chosen.");
      case NO_COMMON_PERIOD ->
          new Words(
              "公式各部分没有同一时期的公布数。",
              "The parts of the formula were never published for one and the same period.");
      case DIVIDES_BY_ZERO -> new Words("公式的分母为零。", "The formula divides by zero here.");
    };
  }

  static Words needs(Words needs) {
    return new Words("要使其可测：" + needs.zh(), "To make it measurable: " + needs.en());
  }

  static Words indicative(Reckoning shown) {
    Words differs = shown.differs().orElse(new Words("口径不同", "of another kind"));
    return new Words(
        "仅供参考，不与目标比较：%s".formatted(sentence(differs.zh(), "。")),
        "Indicative only, not compared with the target: %s".formatted(sentence(differs.en(), ".")));
  }

  private static String sentence(String text, String stop) {
    return text.endsWith(stop) ? text : text + stop;
  }

  static Words graded(Grade grade, Reckoning own) {
    Words period = own.period().words();
    return grade == Grade.MEASURED
        ? new Words(
            "%s的公布数，定义与范围一致，%s听闻。".formatted(period.zh(), own.heard()),
            "Published for %s with the same definition and coverage, heard on %s."
                .formatted(period.en(), own.heard()))
        : new Words(
            "由%s的公布数按公式推算：%s。".formatted(period.zh(), arithmetic(own, Language.ZH)),
            "Computed from figures published for %s: %s."
                .formatted(period.en(), arithmetic(own, Language.EN)));
  }

  private static String arithmetic(Reckoning own, Language language) {
    var parts = new StringBuilder(own.formula().written());
    for (Figure figure : own.figures()) {
      parts
          .append(language == Language.ZH ? "；" : "; ")
          .append(figure.series().name().in(language))
          .append(' ')
          .append(figure.value().show(language));
    }
    return parts.toString();
  }

  static Words broken(DefinitionBreak change) {
    return new Words(
        "%d年与%d年之间口径有调整，前后不可比：%s"
            .formatted(change.after(), change.before(), sentence(change.why().zh(), "。")),
        "The definition changed between %d and %d, so the two sides are not comparable: %s"
            .formatted(change.after(), change.before(), sentence(change.why().en(), ".")));
  }

  static Words met(Target target, Reckoning own, Distance distance) {
    String by = signed(distance.percent());
    return against(target, own).followedBy("，已达成（" + by + "）。", "; met (" + by + ").");
  }

  static Words missed(Target target, Reckoning own, Distance distance) {
    String by = signed(distance.percent());
    return against(target, own).followedBy("，相差" + by + "，未达成。", "; missed (" + by + ").");
  }

  private static Words against(Target target, Reckoning own) {
    return new Words(
        "%s为%s，目标%s%s"
            .formatted(
                own.period().words().zh(),
                own.value().show(Language.ZH),
                target.sense().words().zh(),
                target.value().show(Language.ZH)),
        "%s: %s against %s %s"
            .formatted(
                own.period().words().en(),
                own.value().show(Language.EN),
                target.sense().words().en(),
                target.value().show(Language.EN)));
  }

  private static String signed(BigDecimal percent) {
    BigDecimal rounded = percent.setScale(1, RoundingMode.HALF_EVEN);
    String sign = rounded.signum() < 0 ? "−" : "+";
    return sign + rounded.abs().toPlainString() + "%";
  }

  static Words reachedEarly(Target target, Reckoning own) {
    return new Words(
        "%s已到目标线，期限为%s末，须保持。".formatted(own.period().words().zh(), target.period().words().zh()),
        "The line was reached in %s; it has to hold until the end of %s."
            .formatted(own.period().words().en(), target.period().words().en()));
  }

  static Words lost(Target target, Reckoning own) {
    return against(target, own)
        .followedBy(
            "；基期时在目标线之内，现已越线，期限前须回到线内。",
            "; it was within the line at the baseline and no longer is, and has to be back before"
                + " the deadline.");
  }

  static Words noBaseline() {
    return new Words(
        "没有基期数，期限之前无法计算进度。", "Without a baseline, progress cannot be counted before the deadline.");
  }

  static Words progress(Pace pace) {
    Quantity soFar = pace.soFar();
    String zh =
        pace.required()
            .map(
                needed ->
                    "已走完%s%%的路程，按进度应为%s%%；此前每年%s，此后每年需%s。"
                        .formatted(
                            pace.done(),
                            pace.scheduled(),
                            soFar.show(Language.ZH),
                            needed.show(Language.ZH)))
            .orElse("已走完%s%%的路程，按进度应为%s%%。".formatted(pace.done(), pace.scheduled()));
    String en =
        pace.required()
            .map(
                needed ->
                    "%s%% of the way done, %s%% scheduled; %s a year so far, %s a year needed."
                        .formatted(
                            pace.done(),
                            pace.scheduled(),
                            soFar.show(Language.EN),
                            needed.show(Language.EN)))
            .orElse(
                "%s%% of the way done, %s%% scheduled.".formatted(pace.done(), pace.scheduled()));
    return new Words(zh, en);
  }

  static Words lastPeriodUnpublished(Target target, Reckoning own) {
    return new Words(
        "期限已到，但最近的数据是%s的。".formatted(own.period().words().zh()),
        "The deadline (%s) has passed, but the latest figure is about %s."
            .formatted(target.period().words().en(), own.period().words().en()));
  }
}
