package yuheng.delivery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import yuheng.delivery.Bound.Evidence;
import yuheng.delivery.Bound.Kind;
import yuheng.facts.Figure;
import yuheng.indicators.Reckoning;
import yuheng.indicators.Standing;
import yuheng.indicators.State;
import yuheng.plan.Sense;
import yuheng.plan.Target;
import yuheng.terms.Language;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// How numbers stand in a bulletin: in Chinese without blanks, as official documents print them.
final class Printed {
  private Printed() {}

  static Words quantity(Quantity quantity) {
    return new Words(
        quantity.show(Language.ZH).replaceAll("[\\s\\u2009\\u202F\\u00A0]", ""),
        quantity.show(Language.EN).replaceAll("[\\u2009\\u202F\\u00A0]", " "));
  }

  /// 亿元, 100 million yuan.
  static Words unit(Unit unit) {
    String one = new Quantity(BigDecimal.ONE, unit).show(Language.EN);
    return new Words(
        unit.symbol().isEmpty() ? "个" : unit.symbol(),
        one.replaceAll("[\\u2009\\u202F\\u00A0]", " ").replaceFirst("^1 ?(?=\\D)", ""));
  }

  /// 18.5%, −0.4%.
  static Words percent(BigDecimal percent) {
    return Words.same(digits(percent) + "%");
  }

  /// 0.8个百分点; without its sign, which the words bear.
  static Words points(BigDecimal points) {
    return new Words(digits(points.abs()) + "个百分点", digits(points.abs()) + " percentage points");
  }

  private static String digits(BigDecimal number) {
    BigDecimal shown = number.scale() > 1 ? number.setScale(1, RoundingMode.HALF_EVEN) : number;
    return (shown.signum() < 0 ? "−" : "") + shown.abs().toPlainString();
  }

  static String name(Figure figure) {
    return figure.series().id() + "@" + figure.scope();
  }

  /// A published figure.
  static Bound of(Figure figure) {
    return new Bound(
        name(figure) + " value",
        quantity(figure.value()),
        figure.about().words().zh(),
        List.of(figure.id()),
        new Evidence(Kind.FIGURE, figure.id()));
  }

  /// The growth printed beside a figure.
  static Bound growth(Figure figure, Words shown) {
    return new Bound(
        name(figure) + " growth",
        shown,
        figure.about().words().zh(),
        List.of(figure.id()),
        new Evidence(Kind.FIGURE, figure.id()));
  }

  /// How far two figures, or their growths, are apart.
  static Bound apart(String what, Words shown, Figure one, Figure other) {
    return new Bound(
        name(one) + " " + what,
        shown,
        one.about().words().zh(),
        Stream.of(one, other).map(Figure::id).distinct().toList(),
        new Evidence(Kind.FIGURE, one.id()));
  }

  /// The value of a target's standing.
  static Bound of(Standing standing, Reckoning reckoning) {
    String target = standing.target().id();
    return new Bound(
        target + " value",
        quantity(reckoning.value()),
        reckoning.period().words().zh(),
        ids(reckoning.figures()),
        new Evidence(Kind.TARGET, target));
  }

  /// A percentage of a target's way.
  static Bound ofWay(Standing standing, String what, BigDecimal percent, List<Figure> from) {
    return new Bound(
        standing.target().id() + " " + what,
        percent(percent),
        standing.reckoning().map(one -> one.period().words().zh()).orElse(""),
        ids(from),
        new Evidence(Kind.TARGET, standing.target().id()));
  }

  /// How many targets are in a state.
  static Bound count(State state, int count) {
    return new Bound(
        state.code() + " count",
        Words.same(Integer.toString(count)),
        "",
        List.of(),
        new Evidence(Kind.STATE, state.code()));
  }

  /// ≥30万元/人·年.
  static Words asked(Target target) {
    Words value = quantity(target.value());
    String sign = sign(target.sense());
    return new Words(sign + value.zh(), sign + " " + value.en());
  }

  private static String sign(Sense sense) {
    return switch (sense) {
      case AT_LEAST -> "≥";
      case AT_MOST -> "≤";
      case MORE_THAN -> ">";
      case ABOUT -> "≈";
      case EXACTLY -> "=";
    };
  }

  static List<String> ids(Collection<Figure> figures) {
    return figures.stream().map(Figure::id).distinct().toList();
  }
}
