package yuheng.delivery;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import yuheng.delivery.Bound.Evidence;
import yuheng.delivery.Bound.Kind;
import yuheng.delivery.Bulletin.Block;
import yuheng.delivery.Bulletin.Cell;
import yuheng.delivery.Bulletin.Column;
import yuheng.delivery.Bulletin.Paragraph;
import yuheng.delivery.Bulletin.Table;
import yuheng.facts.Breakdown;
import yuheng.facts.BreakdownVersion;
import yuheng.facts.Figure;
import yuheng.indicators.Lamp;
import yuheng.indicators.PartStanding;
import yuheng.indicators.Ranking;
import yuheng.plan.Target;
import yuheng.terms.Quantity;
import yuheng.terms.Words;

/// 区县任务: how this year's task of a target came down to the districts, who is behind on it, and who
/// makes up the gap of the whole.
final class TaskBlocks {
  private static final int NAMED = 5;
  private static final int SHOWN_DECIMALS = 2;

  private final Material material;
  private final Ranking ranking;
  private final Breakdown tasks;
  private final Target target;
  private final List<PartStanding> judged;

  TaskBlocks(Material material, Ranking ranking, BreakdownVersion tasks) {
    this.material = material;
    this.ranking = ranking;
    this.tasks = tasks.breakdown();
    this.target = ranking.target();
    this.judged = ranking.parts().stream().filter(one -> one.behind().isPresent()).toList();
  }

  List<Block> blocks() {
    var sentences = new ArrayList<Sentence>();
    sentences.add(cameDown());
    sentences.add(judged.isEmpty() ? silent() : lamps());
    gap().ifPresent(sentences::add);
    var blocks = new ArrayList<Block>();
    blocks.add(new Paragraph("districts.tasks." + target.id(), sentences));
    if (!judged.isEmpty()) {
      blocks.add(table());
    }
    return blocks;
  }

  private Sentence cameDown() {
    Words year = tasks.key().period().words();
    Words origin = tasks.origin().words();
    var phrase =
        new Phrase("districts.task." + target.id())
            .say(year.zh() + target.indicator().name().zh(), target.indicator().name().en() + ": ");
    tasks.whole().ifPresent(whole -> phrase.say("任务", "the task of " + year.en() + ", "));
    tasks
        .whole()
        .ifPresent(whole -> phrase.number(set("whole", amount(whole.amount()))).say("，", ", "));
    phrase
        .say("分解到", "came down to ")
        .number(set("districts", Words.same(Integer.toString(tasks.rows().size()))))
        .say(
            "个区县（%s：%s）".formatted(origin.zh(), tasks.origin().detail().zh()),
            " districts (%s: %s)".formatted(origin.en(), tasks.origin().detail().en()));
    tasks
        .remainder()
        .filter(rest -> rest.signum() != 0)
        .ifPresent(
            rest ->
                phrase
                    .say("，与上级任务相差", "; they miss the whole by ")
                    .number(set("remainder", amount(rest))));
    return phrase.say("。", ".").sentence();
  }

  private Words amount(BigDecimal amount) {
    return Printed.quantity(new Quantity(amount, tasks.unit()).rounded(SHOWN_DECIMALS));
  }

  private Sentence silent() {
    boolean published = ranking.parts().stream().anyMatch(one -> one.done().known().isPresent());
    return new Phrase("districts.behind." + target.id())
        .say(
            published ? "区县公布数的口径与任务不同，只作参考，不排名次。" : "本年各区县都没有可与任务比较的公布数，不排名次；录入后自动补上。",
            published
                ? "What districts published is of another definition and is not ranked."
                : "No district has a figure of this year to compare with its task; there is no"
                    + " ranking until some are entered.")
        .weighed(figures(ranking.parts().stream()))
        .sentence();
  }

  /// How many lamps of each kind, and who is furthest behind.
  private Sentence lamps() {
    var phrase =
        new Phrase("districts.behind." + target.id())
            .say("按", "By ")
            .say(ranking.method().words())
            .say("，有", ", ")
            .number(ranked("judged", Words.same(Integer.toString(judged.size())), List.of()))
            .say("个区县可与任务比较：", " districts can be compared with their tasks: ")
            .weighed(figures(judged.stream()));
    String comma = "";
    for (Lamp lamp : List.of(Lamp.GREEN, Lamp.YELLOW, Lamp.RED)) {
      long count = judged.stream().filter(one -> one.lamp() == lamp).count();
      phrase
          .say((comma.isEmpty() ? "" : "、") + lamp.words().zh(), comma + lamp.words().en() + " ")
          .number(ranked(lamp.code(), Words.same(Long.toString(count)), List.of()))
          .say("个", "");
      comma = ", ";
    }
    List<PartStanding> behind =
        judged.reversed().stream()
            .filter(one -> one.lamp() == Lamp.YELLOW || one.lamp() == Lamp.RED)
            .limit(NAMED)
            .toList();
    phrase.say(behind.isEmpty() ? "。" : "；落后较多的是", behind.isEmpty() ? "." : "; furthest behind: ");
    comma = "";
    for (PartStanding one : behind) {
      phrase
          .say(comma.isEmpty() ? "" : "、", comma)
          .say(one.name().followedBy("（差", " ("))
          .number(behind(one))
          .say("，完成任务的", " behind, ")
          .number(percent(one))
          .say("）", " of the task done)");
      comma = ", ";
    }
    return phrase.say(behind.isEmpty() ? "" : "。", behind.isEmpty() ? "" : ".").sentence();
  }

  /// Whose gaps make up the whole's, from the share on that the package declares.
  private Optional<Sentence> gap() {
    if (ranking.gap().isEmpty()) {
      return Optional.empty();
    }
    Quantity whole = ranking.gap().get().whole();
    PartStanding all = ranking.whole();
    Bound amount =
        ranked(
            "gap",
            Printed.quantity(
                new Quantity(whole.amount().abs(), whole.unit()).rounded(SHOWN_DECIMALS)),
            figures(Stream.of(all)));
    var phrase =
        new Phrase("districts.gap." + target.id())
            .say(all.done().about().orElseThrow().words().followedBy("，", ": "))
            .say(material.scope(all.part()))
            .say(
                whole.amount().signum() > 0 ? "差序时进度" : "快于序时进度",
                whole.amount().signum() > 0
                    ? " is behind schedule by "
                    : " is ahead of schedule by ")
            .number(amount);
    if (whole.amount().signum() <= 0) {
      return Optional.of(phrase.say("。", ".").sentence());
    }
    phrase.weighed(figures(judged.stream()));
    List<PartStanding> named =
        ranking.parts().stream()
            .filter(
                one ->
                    one.shareOfGap()
                        .filter(share -> share.compareTo(material.rules().contributes()) >= 0)
                        .isPresent())
            .sorted(
                Comparator.comparing(
                        (PartStanding one) -> one.shareOfGap().orElseThrow(),
                        Comparator.reverseOrder())
                    .thenComparing(PartStanding::part))
            .limit(NAMED)
            .toList();
    String comma = "";
    for (PartStanding one : named) {
      phrase
          .say(comma.isEmpty() ? "，其中" : "、", comma.isEmpty() ? ", of which " : comma)
          .say(one.name().followedBy("占", " "))
          .number(
              ranked(
                  one.part() + " share",
                  Printed.percent(one.shareOfGap().orElseThrow()),
                  figures(Stream.of(one, all))));
      comma = ", ";
    }
    if (judged.isEmpty()) {
      return Optional.of(
          phrase
              .say("，没有区县数可以说明差在哪里。", "; no district has a figure that would say where.")
              .sentence());
    }
    return Optional.of(
        phrase
            .say("；有公布数的区县合计差", "; districts with a figure together ")
            .number(
                ranked("gap of all", shown(ranking.gap().get().parts()), figures(judged.stream())))
            .say("，其余", ", ")
            .number(
                ranked(
                    "remainder",
                    shown(ranking.gap().get().remainder()),
                    figures(Stream.concat(Stream.of(all), judged.stream()))))
            .say("没有区县数可以说明。", " that no district's figure explains.")
            .sentence());
  }

  private static Words shown(Quantity quantity) {
    return Printed.quantity(quantity.rounded(SHOWN_DECIMALS));
  }

  private Bound behind(PartStanding one) {
    return ranked(
        one.part() + " behind", Printed.points(one.behind().orElseThrow()), one.done().figures());
  }

  private static Words signed(BigDecimal points) {
    return Words.same(
        (points.signum() < 0 ? "−" : "") + Printed.percent(points.abs()).zh().replace("%", ""));
  }

  private Bound percent(PartStanding one) {
    return ranked(
        one.part() + " percent",
        Printed.percent(one.percent().orElseThrow()),
        one.done().figures());
  }

  /// A number that the breakdown sets; no published figure is in it.
  private Bound set(String what, Words shown) {
    return new Bound(
        target.id() + " districts " + what,
        shown,
        tasks.key().period().words().zh(),
        List.of(),
        new Evidence(Kind.BREAKDOWN, tasks.key().toString()));
  }

  private Bound ranked(String what, Words shown, Collection<Figure> from) {
    return new Bound(
        target.id() + " districts " + what,
        shown,
        BulletinWriter.month(ranking.month()).zh(),
        Printed.ids(from),
        new Evidence(Kind.RANKING, target.id()));
  }

  private static List<Figure> figures(Stream<PartStanding> parts) {
    return parts.flatMap(one -> one.done().figures().stream()).distinct().toList();
  }

  private Table table() {
    var rows = new ArrayList<List<Cell>>();
    SortedSet<String> weighed = new TreeSet<>(Printed.ids(figures(judged.stream())));
    judged.forEach(one -> rows.add(row(one, weighed)));
    return new Table(
        "districts.tasks-table." + target.id(),
        new Words(
            tasks.key().period().words().zh()
                + "有公布数的区县"
                + target.indicator().name().zh()
                + "任务（单位："
                + Printed.unit(tasks.unit()).zh()
                + "）",
            target.indicator().name().en()
                + " by district, task of "
                + tasks.key().period().words().en()
                + ", "
                + Printed.unit(tasks.unit()).en()),
        head(),
        rows);
  }

  private Cell task(PartStanding one) {
    return one.task()
        .map(task -> Cell.of(set(one.part() + " task", aligned(task))))
        .orElse(Cell.plain("—", "—"));
  }

  /// In a column every amount has the same decimals; the title says the unit.
  private Words aligned(Quantity quantity) {
    return Words.same(
        quantity
            .in(tasks.unit())
            .amount()
            .setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN)
            .toPlainString());
  }

  private static List<Column> head() {
    return List.of(
        new Column(new Words("位次", "Rank"), true, 8),
        new Column(new Words("区县", "District"), false, 20),
        new Column(new Words("年度任务", "Task"), true, 20),
        new Column(new Words("累计完成", "Done"), true, 20),
        new Column(new Words("完成%", "Done, %"), true, 10),
        new Column(new Words("差进度", "Points behind"), true, 11),
        new Column(new Words("亮灯", "Lamp"), false, 11));
  }

  private List<Cell> row(PartStanding one, SortedSet<String> all) {
    SortedSet<String> own = new TreeSet<>(Printed.ids(one.done().figures()));
    return List.of(
        new Cell(
            one.rank().isPresent()
                ? Words.same(Integer.toString(one.rank().getAsInt()))
                : Words.same("—"),
            Optional.empty(),
            all),
        Cell.plain(one.name()),
        task(one),
        one.done()
            .known()
            .map(done -> Cell.of(ranked(one.part() + " done", aligned(done), one.done().figures())))
            .orElse(Cell.plain("—", "—")),
        one.percent()
            .map(
                done ->
                    Cell.of(ranked(one.part() + " percent", signed(done), one.done().figures())))
            .orElse(Cell.plain("—", "—")),
        one.behind()
            .map(
                points ->
                    Cell.of(ranked(one.part() + " behind", signed(points), one.done().figures())))
            .orElse(Cell.plain("—", "—")),
        new Cell(
            one.lamp() == Lamp.NONE
                ? Words.same("—")
                : new Words(
                    one.lamp().mark() + one.lamp().words().zh(),
                    one.lamp().mark() + " " + one.lamp().words().en()),
            Optional.empty(),
            own));
  }
}
