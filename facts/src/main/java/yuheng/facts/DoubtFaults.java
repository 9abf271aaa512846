package yuheng.facts;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import yuheng.plan.Series;
import yuheng.terms.Language;
import yuheng.terms.Quantity;
import yuheng.terms.Words;

/// What a doubt says: always the numbers compared.
final class DoubtFaults {
  private static final Words MEND =
      new Words("核对原文；无误就写明理由", "look at the source again; if it is right, say why");

  private DoubtFaults() {}

  private static Fault doubt(String code, Offered offered, Words what, Words why) {
    return new Fault(code, what, offered.place(), why, MEND);
  }

  private static String zh(Quantity quantity) {
    return quantity.show(Language.ZH);
  }

  private static String en(Quantity quantity) {
    return quantity.show(Language.EN);
  }

  private static String digits(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }

  static Fault magnitude(Offered offered, Figure near, BigDecimal ratio) {
    Figure figure = offered.figure();
    return doubt(
        "FA131",
        offered,
        new Words(
            "%s约为邻近时期的 %s 倍（%s是 %s）"
                .formatted(
                    zh(figure.value()), digits(ratio), near.about().words().zh(), zh(near.value())),
            "%s is about %s times what neighbouring periods have (%s in %s)"
                .formatted(
                    en(figure.value()),
                    digits(ratio),
                    en(near.value()),
                    near.about().words().en())),
        new Words(
            "一个数列很少一期之间差出一个数量级；多半是单位或小数点错了",
            "a series seldom changes by an order of magnitude; most often a unit or a point is"
                + " wrong"));
  }

  static Fault falls(Offered offered, Figure shorter, Figure longer) {
    return doubt(
        "FA132",
        offered,
        new Words(
            "%s累计 %s，%s却只有 %s"
                .formatted(
                    shorter.about().words().zh(),
                    zh(shorter.value()),
                    longer.about().words().zh(),
                    zh(longer.value())),
            "%s to date in %s, but only %s in %s"
                .formatted(
                    en(shorter.value()),
                    shorter.about().words().en(),
                    en(longer.value()),
                    longer.about().words().en())),
        new Words("年内累计不会减少", "what has come together since January does not become less"));
  }

  static Fault overWhole(Offered offered, Figure whole) {
    return doubt(
        "FA133",
        offered,
        new Words(
            "%s多于全体的 %s".formatted(zh(offered.figure().value()), zh(whole.value())),
            "%s is more than the whole, %s"
                .formatted(en(offered.figure().value()), en(whole.value()))),
        new Words("部分不大于全体", "a part is not more than its whole"));
  }

  static Fault together(Offered offered, Figure whole, BigDecimal sum, int parts, boolean pillars) {
    Series series = whole.series();
    var total = new Quantity(sum, series.unit());
    return doubt(
        "FA133",
        offered,
        new Words(
            "%d 个%s合计 %s，多于全体的 %s"
                .formatted(parts, pillars ? "支柱" : "区县", zh(total), zh(whole.value())),
            "%d %s have %s together, more than the whole, %s"
                .formatted(parts, pillars ? "pillars" : "districts", en(total), en(whole.value()))),
        new Words("各部分合计不大于全体", "parts together are not more than their whole"));
  }

  static Fault growth(Offered offered, Figure yearBefore, BigDecimal computed) {
    Figure figure = offered.figure();
    String printed = digits(figure.growth().orElseThrow());
    return doubt(
        "FA134",
        offered,
        new Words(
            "公布增长 %s%%，按上年同期 %s 算是 %s%%"
                .formatted(printed, zh(yearBefore.value()), digits(computed)),
            "growth of %s%% is printed, %s%% follows from %s the year before"
                .formatted(printed, digits(computed), en(yearBefore.value()))),
        new Words(
            "基数和价格会调整，两种增速可以不同，但很少差出 10 个百分点",
            "bases and prices are adjusted, so that the two may differ, but seldom by more than 10"
                + " points"));
  }

  static Fault revision(
      Offered offered, Figure before, BigDecimal size, Optional<Revisions.Usual> usual) {
    Figure figure = offered.figure();
    String zhUnit = Revisions.isShare(figure.series()) ? "个百分点" : "%";
    String enUnit = Revisions.isShare(figure.series()) ? " points" : "%";
    String change = digits(size.round(new MathContext(2)));
    String zhUsual =
        usual
            .map(
                u ->
                    "%s一般修订 %s%s（%d 次的中位数）"
                        .formatted(
                            u.own() ? "这个数列" : "各数列",
                            digits(u.size().round(new MathContext(2))),
                            zhUnit,
                            u.count()))
            .orElse("还没有修订可比");
    String enUsual =
        usual
            .map(
                u ->
                    "%s %s%s (median of %d)"
                        .formatted(
                            u.own() ? "usual for this series:" : "usual for all series:",
                            digits(u.size().round(new MathContext(2))),
                            enUnit,
                            u.count()))
            .orElse("no revision to compare with is known");
    return doubt(
        "FA135",
        offered,
        new Words(
            "由 %s 改为 %s，差 %s%s；%s"
                .formatted(zh(before.value()), zh(figure.value()), change, zhUnit, zhUsual),
            "%s becomes %s, a change of %s%s; %s"
                .formatted(en(before.value()), en(figure.value()), change, enUnit, enUsual)),
        new Words("比往常大的修订要有出处", "a revision larger than usual has a cause that can be named"));
  }

  static Fault early(Offered offered) {
    Figure figure = offered.figure();
    return doubt(
        "FA136",
        offered,
        new Words(
            "%s公布，那时%s还没结束".formatted(figure.heard(), figure.about().words().zh()),
            "heard on %s, before %s ended".formatted(figure.heard(), figure.about().words().en())),
        new Words("期末之前只有预计数", "before a period ends there are only estimates of it"));
  }

  static Fault computed(Cell cell) {
    String text = Fault.shown(cell.text());
    return new Fault(
        "FA137",
        new Words("“%s” 是公式的结果".formatted(text), "«%s» is the result of a formula".formatted(text)),
        cell.place(),
        new Words("公布数照印出的写，不是算出来的", "figures are written as printed, not computed"),
        MEND);
  }
}
