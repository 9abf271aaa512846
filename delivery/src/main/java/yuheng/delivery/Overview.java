package yuheng.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yuheng.delivery.Bulletin.Block;
import yuheng.delivery.Bulletin.Paragraph;
import yuheng.facts.Figure;
import yuheng.indicators.Standing;
import yuheng.indicators.State;
import yuheng.plan.BulletinRules.Band;
import yuheng.plan.Plan;
import yuheng.plan.Series;
import yuheng.plan.TimeShape;
import yuheng.terms.Unit;

/// 总体情况: what was published of the whole, and how many targets are in which state.
final class Overview {
  private final Material material;

  Overview(Material material) {
    this.material = material;
  }

  List<Block> blocks() {
    var sentences = new ArrayList<Sentence>();
    for (String series : material.rules().headline()) {
      material.latest(series, Plan.WHOLE).map(this::headline).ifPresent(sentences::add);
    }
    var blocks = new ArrayList<Block>();
    if (!sentences.isEmpty()) {
      blocks.add(new Paragraph("overview.headline", sentences));
    }
    blocks.add(new Paragraph("overview.states", List.of(counts())));
    return blocks;
  }

  private Sentence headline(Figure figure) {
    Series series = figure.series();
    var phrase = new Phrase("overview." + series.id());
    phrase
        .say(figure.about().words().followedBy("，", ": "))
        .say(series.name().followedBy("为", " "))
        .number(Printed.of(figure));
    boolean rate = series.time() == TimeShape.RATE && series.unit().equals(Unit.PERCENT);
    if (figure.growth().isPresent()) {
      growth(phrase, figure, figure.growth().get());
    } else if (rate) {
      change(phrase, figure);
    }
    return phrase.say("。", ".").sentence();
  }

  private void growth(Phrase phrase, Figure figure, BigDecimal growth) {
    Band band = material.rules().ofGrowth(growth);
    phrase.say("，同比", "; it ").say(band.words());
    if (band.level()) {
      phrase.say("（", " (").number(Printed.growth(figure, Printed.percent(growth))).say("）", ")");
    } else {
      phrase.say("", " by ").number(Printed.growth(figure, Printed.percent(growth.abs())));
      phrase.say("", " on the year");
    }
    Optional<Figure> before = material.before(figure).filter(other -> other.growth().isPresent());
    if (before.isEmpty()) {
      return;
    }
    BigDecimal points = growth.subtract(before.get().growth().orElseThrow());
    Band change = material.rules().ofChange(points);
    Bound apart = Printed.apart("change of growth", Printed.points(points), figure, before.get());
    phrase.say(
        "，增速比%s%s".formatted(before.get().about().words().zh(), change.words().zh()),
        ", and growth %s against %s"
            .formatted(change.words().en(), before.get().about().words().en()));
    if (change.level()) {
      phrase.say("（相差", " (").number(apart).say("）", " apart)");
    } else {
      phrase.say("", " by ").number(apart);
    }
  }

  /// A percentage against the period before, in the plain words of arithmetic.
  private void change(Phrase phrase, Figure figure) {
    Optional<Figure> before = material.before(figure);
    if (before.isEmpty()) {
      return;
    }
    BigDecimal points =
        figure
            .value()
            .in(Unit.PERCENT)
            .amount()
            .subtract(before.get().value().in(Unit.PERCENT).amount());
    String period = before.get().about().words().zh();
    String english = before.get().about().words().en();
    if (points.signum() == 0) {
      phrase
          .say("，与%s持平".formatted(period), ", the same as in " + english)
          .weighed(List.of(before.get()));
      return;
    }
    phrase
        .say(
            "，比%s%s".formatted(period, points.signum() > 0 ? "提高" : "回落"),
            points.signum() > 0 ? ", up " : ", down ")
        .number(Printed.apart("change", Printed.points(points), figure, before.get()))
        .say("", " on " + english);
  }

  private Sentence counts() {
    Map<State, Integer> counts = new EnumMap<>(State.class);
    var phrase = new Phrase("overview.states");
    for (Standing standing : material.standings()) {
      counts.merge(standing.state(), 1, Integer::sum);
      phrase.weighed(material.restsOn(standing));
    }
    int all = material.standings().size();
    phrase.say("全部%d项目标中".formatted(all), "Of all %d targets".formatted(all));
    String comma = "，";
    for (Map.Entry<State, Integer> one : counts.entrySet()) {
      phrase
          .say(comma + one.getKey().words().zh(), ", ")
          .number(Printed.count(one.getKey(), one.getValue()))
          .say("项", " " + one.getKey().words().en());
      comma = "、";
    }
    return phrase.say("。", ".").sentence();
  }
}
