package yuheng.delivery;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import yuheng.delivery.Bulletin.Block;
import yuheng.delivery.Bulletin.Cell;
import yuheng.delivery.Bulletin.Chart;
import yuheng.delivery.Bulletin.Column;
import yuheng.delivery.Bulletin.Line;
import yuheng.delivery.Bulletin.Paragraph;
import yuheng.delivery.Bulletin.Point;
import yuheng.delivery.Bulletin.Table;
import yuheng.facts.Figure;
import yuheng.indicators.Reckoning;
import yuheng.indicators.Standing;
import yuheng.plan.BulletinRules;
import yuheng.plan.Plan;
import yuheng.plan.Plan.Pillar;
import yuheng.terms.Period;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// 支柱产业: which of them lead and which drag, their output beside the target, and how they grew.
final class PillarBlocks {
  private final Material material;
  private final BulletinRules rules;
  private final SequencedMap<Pillar, Standing> outputs = new LinkedHashMap<>();
  private final SequencedMap<Pillar, Figure> growth = new LinkedHashMap<>();

  PillarBlocks(Material material) {
    this.material = material;
    this.rules = material.rules();
    rules
        .pillarOutput()
        .forEach(
            (id, target) -> {
              Pillar pillar = Objects.requireNonNull(material.plan().pillars().get(id));
              material.standing(target).ifPresent(one -> outputs.put(pillar, one));
              rules
                  .pillarGrowth()
                  .flatMap(series -> material.latest(series, id))
                  .ifPresent(figure -> growth.put(pillar, figure));
            });
  }

  List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    var sentences = new ArrayList<Sentence>();
    period().map(this::output).ifPresent(sentences::add);
    growth.forEach((pillar, figure) -> sentences.add(grew(pillar, figure)));
    silent().ifPresent(sentences::add);
    if (!sentences.isEmpty()) {
      blocks.add(new Paragraph("pillars.sentences", sentences));
    }
    blocks.add(table());
    period().map(this::outputChart).ifPresent(blocks::add);
    growthChart().ifPresent(blocks::add);
    return blocks;
  }

  /// The latest period that the output of a pillar was published for.
  private Optional<Period> period() {
    return outputs.values().stream()
        .flatMap(standing -> standing.reckoning().stream())
        .map(Reckoning::period)
        .max(Period::compareTo);
  }

  private List<Map.Entry<Pillar, Standing>> of(Period period) {
    return outputs.entrySet().stream()
        .filter(
            one ->
                one.getValue()
                    .reckoning()
                    .filter(reckoning -> reckoning.period().equals(period))
                    .isPresent())
        .toList();
  }

  private Sentence output(Period period) {
    var phrase = new Phrase("pillars.output").say(period.words().followedBy("，", ": "));
    String comma = "";
    for (Map.Entry<Pillar, Standing> one : of(period)) {
      Reckoning reckoning = one.getValue().reckoning().orElseThrow();
      phrase
          .say(comma.isEmpty() ? "" : "，", comma)
          .say(one.getKey().name().followedBy("产业总产值", " output "))
          .number(Printed.of(one.getValue(), reckoning));
      comma = ", ";
    }
    return phrase.say("。", ".").sentence();
  }

  private Sentence grew(Pillar pillar, Figure figure) {
    BigDecimal rate = figure.value().in(Unit.PERCENT).amount();
    var phrase =
        new Phrase("pillars.growth." + pillar.id())
            .say(pillar.name().followedBy("产业", " in "))
            .say(figure.about().words().followedBy("同比", " "))
            .say(rules.ofGrowth(rate).words());
    if (rules.ofGrowth(rate).level()) {
      phrase.say("（", " (").number(Printed.growth(figure, Printed.percent(rate))).say("）", ")");
    } else {
      phrase.say("", " by ").number(Printed.growth(figure, Printed.percent(rate.abs())));
    }
    whole(figure).ifPresent(whole -> against(phrase, figure, rate, whole));
    return phrase.say("。", ".").sentence();
  }

  /// The whole's growth in the same period.
  private Optional<Figure> whole(Figure figure) {
    return rules.headline().stream()
        .findFirst()
        .flatMap(series -> material.figure(series, Plan.WHOLE, figure.about()))
        .filter(one -> one.growth().isPresent());
  }

  private void against(Phrase phrase, Figure figure, BigDecimal rate, Figure whole) {
    BigDecimal apart = rate.subtract(whole.growth().orElseThrow());
    Bound bound = Printed.apart("beside the whole", Printed.points(apart), figure, whole);
    boolean leads = apart.compareTo(rules.leads()) >= 0;
    boolean drags = apart.compareTo(rules.drags().negate()) <= 0;
    if (apart.signum() == 0) {
      phrase.say("，与全部工业持平", ", the same as the whole").weighed(List.of(whole));
      return;
    }
    phrase
        .say(apart.signum() > 0 ? "，高于全部工业" : "，低于全部工业", ", ")
        .number(bound)
        .say("", apart.signum() > 0 ? " above the whole" : " below the whole");
    if (leads) {
      phrase.say("，对增长起带动作用", "; it leads");
    } else if (drags) {
      phrase.say("，对增长形成拖累", "; it drags");
    }
  }

  /// Pillars of which no growth was published within a year.
  private Optional<Sentence> silent() {
    List<Pillar> silent =
        outputs.keySet().stream().filter(one -> !growth.containsKey(one)).toList();
    if (silent.isEmpty() || rules.pillarGrowth().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Phrase("pillars.silent")
            .say(
                names(silent, true) + "产业一年内没有公布过增速，不作判断。",
                "No growth was published within a year for " + names(silent, false) + ".")
            .sentence());
  }

  private static String names(List<Pillar> pillars, boolean chinese) {
    return pillars.stream()
        .map(one -> chinese ? one.name().zh() : one.name().en())
        .collect(Collectors.joining(chinese ? "、" : ", "));
  }

  private Chart outputChart(Period period) {
    List<Map.Entry<Pillar, Standing>> drawn = of(period);
    Unit unit = drawn.getFirst().getValue().target().indicator().unit();
    var points = new ArrayList<Point>();
    for (Map.Entry<Pillar, Standing> one : drawn) {
      Reckoning reckoning = one.getValue().reckoning().orElseThrow();
      points.add(
          new Point(
              Optional.of(reckoning.value().in(unit).rounded(1).digits()),
              Printed.ids(reckoning.figures())));
    }
    List<Pillar> left =
        outputs.keySet().stream()
            .filter(pillar -> drawn.stream().noneMatch(one -> one.getKey().equals(pillar)))
            .toList();
    return new Chart(
        "pillars.output-chart",
        Chart.Kind.BAR,
        new Words(
            period.words().zh() + "支柱产业总产值", "Output of pillar industries, " + period.words().en()),
        Printed.unit(unit),
        drawn.stream().map(one -> one.getKey().name()).toList(),
        List.of(new Line(new Words("总产值", "output"), false, points)),
        left.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Words(
                    names(left, true) + "没有同一时期的公布数，未画入。",
                    names(left, false) + " have no figure about this period and are not drawn.")));
  }

  /// Growth of the pillars about the period that most of them were published for.
  private Optional<Chart> growthChart() {
    Optional<Period> period = growth.values().stream().map(Figure::about).max(Period::compareTo);
    List<Map.Entry<Pillar, Figure>> drawn =
        growth.entrySet().stream()
            .filter(one -> period.filter(one.getValue().about()::equals).isPresent())
            .toList();
    if (drawn.isEmpty()) {
      return Optional.empty();
    }
    var names = new ArrayList<>(drawn.stream().map(one -> one.getKey().name()).toList());
    var points = new ArrayList<Point>();
    drawn.forEach(
        one ->
            points.add(
                new Point(
                    Optional.of(one.getValue().value().in(Unit.PERCENT).rounded(1).digits()),
                    List.of(one.getValue().id()))));
    whole(drawn.getFirst().getValue())
        .ifPresent(
            whole -> {
              names.add(new Words("全部工业", "the whole"));
              points.add(
                  new Point(whole.growth().map(BigDecimal::toPlainString), List.of(whole.id())));
            });
    String zh = period.orElseThrow().words().zh();
    return Optional.of(
        new Chart(
            "pillars.growth-chart",
            Chart.Kind.BAR,
            new Words(zh + "支柱产业同比增速", "Growth of pillar industries, " + period.get().words().en()),
            Words.same("%"),
            names,
            List.of(new Line(new Words("同比增速", "growth on the year"), false, points)),
            Optional.empty()));
  }

  private Table table() {
    var rows = new ArrayList<List<Cell>>();
    outputs.forEach(
        (pillar, standing) -> {
          Optional<Reckoning> reckoning = standing.reckoning();
          Optional<Figure> grew = Optional.ofNullable(growth.get(pillar));
          rows.add(
              List.of(
                  Cell.plain(pillar.name()),
                  Cell.plain(Printed.asked(standing.target())),
                  reckoning
                      .map(one -> Cell.of(Printed.of(standing, one)))
                      .orElse(Cell.plain("—", "—")),
                  Cell.plain(reckoning.map(one -> one.period().words()).orElse(Words.same("—"))),
                  grew.map(
                          one ->
                              Cell.of(
                                  Printed.growth(
                                      one, Printed.percent(one.value().in(Unit.PERCENT).amount()))))
                      .orElse(Cell.plain("—", "—")),
                  Cell.plain(grew.map(one -> one.about().words()).orElse(Words.same("—")))));
        });
    return new Table(
        "pillars.table",
        new Words("支柱产业总产值与目标", "Output of pillar industries and their targets"),
        List.of(
            new Column(new Words("产业", "Pillar"), false, 14),
            new Column(new Words("目标", "Target"), true, 16),
            new Column(new Words("最近总产值", "Latest output"), true, 17),
            new Column(new Words("所属期", "About"), false, 20),
            new Column(new Words("同比", "Growth"), true, 13),
            new Column(new Words("增速所属期", "About"), false, 20)),
        rows);
  }
}
