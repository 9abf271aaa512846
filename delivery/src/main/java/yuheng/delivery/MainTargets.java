package yuheng.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import yuheng.delivery.Bulletin.Block;
import yuheng.delivery.Bulletin.Cell;
import yuheng.delivery.Bulletin.Column;
import yuheng.delivery.Bulletin.Paragraph;
import yuheng.delivery.Bulletin.Table;
import yuheng.indicators.Reckoning;
import yuheng.indicators.Standing;
import yuheng.indicators.Standing.Pace;
import yuheng.indicators.State;
import yuheng.plan.Target;
import yuheng.terms.Words;

/// 主要目标进展: a sentence for every target that can be judged, the way of one of them as a chart, and
/// the targets of its article as a table.
final class MainTargets {
  private final Material material;

  MainTargets(Material material) {
    this.material = material;
  }

  List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    List<Sentence> judged =
        material.standings().stream().filter(MainTargets::isJudged).map(this::sentence).toList();
    blocks.add(new Paragraph("targets.judged", judged.isEmpty() ? List.of(none()) : judged));
    Optional<Target> drawn =
        material.rules().path().flatMap(material::standing).map(Standing::target);
    String article =
        drawn
            .or(() -> material.standings().stream().map(Standing::target).findFirst())
            .map(Target::article)
            .orElse("");
    blocks.add(table(article));
    drawn.flatMap(target -> new PathChart(material, target).chart()).ifPresent(blocks::add);
    return blocks;
  }

  static boolean isJudged(Standing standing) {
    return switch (standing.state()) {
      case MET, ON_COURSE, BEHIND, AT_RISK, MISSED -> standing.reckoning().isPresent();
      case NOT_COMPARABLE, NOT_MEASURABLE -> false;
    };
  }

  private static Sentence none() {
    return new Phrase("targets.none")
        .say(
            "截至本月，没有一项目标的公布数与目标口径一致，各项进展只能参考，不作判断。",
            "So far no published figure has the definition of its target; nothing is judged.")
        .sentence();
  }

  private Sentence sentence(Standing standing) {
    Target target = standing.target();
    Reckoning reckoning = standing.reckoning().orElseThrow();
    Words asked = Printed.asked(target);
    var phrase =
        new Phrase("targets." + target.id())
            .say(reckoning.period().words().followedBy("，", ": "))
            .say(target.indicator().name().followedBy("为", " "))
            .number(Printed.of(standing, reckoning))
            .say("，目标" + asked.zh(), " against " + asked.en())
            .weighed(material.restsOn(standing));
    standing.pace().ifPresent(pace -> way(phrase, standing, pace));
    State state = standing.state();
    return phrase.say("，" + state.words().zh() + "。", "; " + state.words().en() + ".").sentence();
  }

  private void way(Phrase phrase, Standing standing, Pace pace) {
    phrase
        .say("，已走完全程的", "; ")
        .number(Printed.ofWay(standing, "done", pace.done(), material.restsOn(standing)))
        .say("，按进度应为", " of the way is done, ")
        .number(Printed.ofWay(standing, "scheduled", pace.scheduled(), material.origin(standing)))
        .say("", " is scheduled");
  }

  private Table table(String article) {
    var rows = new ArrayList<List<Cell>>();
    for (Standing standing : material.standings()) {
      if (standing.target().article().equals(article)) {
        rows.add(row(standing));
      }
    }
    return new Table(
        "targets.table",
        new Words("主要目标进展情况", "Main targets"),
        List.of(
            new Column(new Words("目标", "Target"), false, 25),
            new Column(new Words("要求", "Asked"), true, 17),
            new Column(new Words("最近公布数", "Latest figure"), true, 17),
            new Column(new Words("所属期", "About"), false, 19),
            new Column(new Words("等级", "Grade"), false, 9),
            new Column(new Words("状态", "State"), false, 13)),
        rows);
  }

  private List<Cell> row(Standing standing) {
    Optional<Reckoning> reckoning = standing.reckoning();
    var weighed = new TreeSet<>(Printed.ids(material.restsOn(standing)));
    return List.of(
        Cell.plain(standing.target().indicator().name()),
        Cell.plain(Printed.asked(standing.target())),
        reckoning.map(one -> Cell.of(Printed.of(standing, one))).orElse(Cell.plain("—", "—")),
        Cell.plain(reckoning.map(one -> one.period().words()).orElse(Words.same("—"))),
        Cell.plain(standing.grade().words()),
        new Cell(
            new Words(
                standing.state().mark() + standing.state().words().zh(),
                standing.state().mark() + " " + standing.state().words().en()),
            Optional.empty(),
            weighed));
  }
}
