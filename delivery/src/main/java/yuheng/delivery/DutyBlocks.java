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
import yuheng.delivery.Duty.Stage;
import yuheng.indicators.Standing;
import yuheng.plan.Target;
import yuheng.terms.Words;

/// 督办: the duties of the register, what is said of each, and beside it the indicator's own lamp.
final class DutyBlocks {
  private final Material material;

  DutyBlocks(Material material) {
    this.material = material;
  }

  List<Block> blocks() {
    List<Duty> duties = material.duties();
    if (duties.isEmpty()) {
      return List.of(
          new Paragraph(
              "duties.none",
              List.of(
                  new Phrase("duties.none")
                      .say("督办台账中没有到本月的事项。", "There is no duty up to this month.")
                      .sentence())));
    }
    long open = duties.stream().filter(duty -> duty.stage() != Stage.CLOSED).count();
    long overdue =
        duties.stream().filter(duty -> duty.overdue(material.question().knownOn())).count();
    var sentence =
        new Phrase("duties.count")
            .say(
                "督办台账共%d项，未办结%d项，其中逾期%d项。指标状态取自指标本身，不取自填报。".formatted(duties.size(), open, overdue),
                ("The register holds %d duties, %d of them not closed, %d overdue. States are the"
                        + " indicators' own, not what is said of the duty.")
                    .formatted(duties.size(), open, overdue))
            .sentence();
    return List.of(new Paragraph("duties.count", List.of(sentence)), table(duties));
  }

  private Table table(List<Duty> duties) {
    var rows = new ArrayList<List<Cell>>();
    for (Duty duty : duties) {
      Optional<Target> target = Optional.ofNullable(material.plan().targets().get(duty.target()));
      rows.add(
          List.of(
              Cell.plain(
                  target.map(one -> one.indicator().name()).orElse(Words.same(duty.target()))),
              Cell.plain(duty.owner().map(material::office).orElse(new Words("待定", "nobody yet"))),
              Cell.plain(Words.same(duty.deadline().toString())),
              Cell.plain(duty.stage().words()),
              lamp(duty)));
    }
    return new Table(
        "duties.table",
        new Words("督办事项", "Duties"),
        List.of(
            new Column(new Words("目标", "Target"), false, 28),
            new Column(new Words("牵头单位", "Owner"), false, 26),
            new Column(new Words("期限", "Deadline"), false, 16),
            new Column(new Words("办理情况", "Said"), false, 16),
            new Column(new Words("指标状态", "Lamp"), false, 14)),
        rows);
  }

  private Cell lamp(Duty duty) {
    return Duties.lamp(duty, material.standings()).map(this::lamp).orElse(Cell.plain("—", "—"));
  }

  private Cell lamp(Standing now) {
    return new Cell(
        new Words(
            now.state().mark() + now.state().words().zh(),
            now.state().mark() + " " + now.state().words().en()),
        Optional.empty(),
        new TreeSet<>(Printed.ids(material.restsOn(now))));
  }
}
