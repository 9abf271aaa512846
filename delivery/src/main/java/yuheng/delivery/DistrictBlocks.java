package yuheng.delivery;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import yuheng.delivery.Bound.Evidence;
import yuheng.delivery.Bound.Kind;
import yuheng.delivery.Bulletin.Block;
import yuheng.delivery.Bulletin.Cell;
import yuheng.delivery.Bulletin.Column;
import yuheng.delivery.Bulletin.Paragraph;
import yuheng.delivery.Bulletin.Table;
import yuheng.facts.Figure;
import yuheng.indicators.DistrictFigure;
import yuheng.indicators.Ranking;
import yuheng.plan.Series;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// 区县: how this year's tasks came down and who is behind; who stands first and last, where enough
/// districts have a figure that is not too old.
final class DistrictBlocks {
  private static final int FEWEST = 3;
  private static final int OLDEST_YEARS = 2;
  private static final int NAMED = 3;

  private final Material material;

  DistrictBlocks(Material material) {
    this.material = material;
  }

  List<Block> blocks() {
    var sentences = new ArrayList<Sentence>();
    var tables = new ArrayList<Table>();
    for (String id : material.rules().districts()) {
      Series series = Objects.requireNonNull(material.plan().series().get(id));
      ranked(id)
          .ifPresent(
              ranked -> {
                sentences.add(sentence(series, ranked));
                tables.add(table(series, ranked));
              });
    }
    var tasks = new ArrayList<Block>();
    for (String target : material.rules().tasks()) {
      Ranking ranking = material.ranking(target);
      ranking
          .tasks()
          .ifPresent(version -> tasks.addAll(new TaskBlocks(material, ranking, version).blocks()));
    }
    if (sentences.isEmpty() && tasks.isEmpty()) {
      sentences.add(none());
    }
    var blocks = new ArrayList<Block>(tasks);
    if (!sentences.isEmpty()) {
      blocks.add(new Paragraph("districts.sentences", sentences));
    }
    blocks.addAll(tables);
    return blocks;
  }

  /// The districts of the last year that enough of them have a figure for, most first.
  private Optional<List<DistrictFigure>> ranked(String series) {
    YearMonth month = material.question().asOf();
    int last = month.getMonthValue() == 12 ? month.getYear() : month.getYear() - 1;
    return IntStream.iterate(last, year -> year > last - OLDEST_YEARS, year -> year - 1)
        .mapToObj(
            year ->
                material
                    .measurement()
                    .byDistrict(series, Period.year(year), material.question().knownOn())
                    .stream()
                    .filter(one -> !one.merged())
                    .sorted(
                        Comparator.comparing(
                                (DistrictFigure one) -> one.figure().value(),
                                (a, b) -> b.comparedTo(a))
                            .thenComparing(one -> one.district().code()))
                    .toList())
        .filter(found -> found.size() >= FEWEST)
        .findFirst();
  }

  private static Sentence sentence(Series series, List<DistrictFigure> ranked) {
    Figure first = ranked.getFirst().figure();
    var phrase =
        new Phrase("districts." + series.id())
            .say(
                "%s%s有%d个区县的公布数"
                    .formatted(first.about().words().zh(), series.name().zh(), ranked.size()),
                "%s was published for %d districts for %s"
                    .formatted(series.name().en(), ranked.size(), first.about().words().en()))
            .say("，居前的是", "; first come ")
            .weighed(ranked.stream().map(DistrictFigure::figure).toList());
    int named = Math.min(NAMED, ranked.size() / 2);
    name(phrase, ranked.subList(0, Math.max(1, named)));
    phrase.say("，居后的是", ", last ");
    name(phrase, ranked.subList(ranked.size() - Math.max(1, named), ranked.size()));
    return phrase.say("。", ".").sentence();
  }

  private static void name(Phrase phrase, List<DistrictFigure> named) {
    String comma = "";
    for (DistrictFigure one : named) {
      phrase
          .say(comma.isEmpty() ? "" : "、", comma)
          .say(one.district().name().followedBy("（", " ("))
          .number(Printed.of(one.figure()))
          .say("）", ")");
      comma = ", ";
    }
  }

  private static Sentence none() {
    return new Phrase("districts.none")
        .say(
            "近两年没有三个以上区县的同类公布数，不作排名；区县数录入后自动补上。",
            "No figure was published for three or more districts in the last two years; there is no"
                + " ranking until some are entered.")
        .sentence();
  }

  private static Table table(Series series, List<DistrictFigure> ranked) {
    var weighed = new TreeSet<>(ranked.stream().map(one -> one.figure().id()).toList());
    var rows = new ArrayList<List<Cell>>();
    for (int i = 0; i < ranked.size(); i++) {
      DistrictFigure one = ranked.get(i);
      Bound value = Printed.of(one.figure());
      rows.add(
          List.of(
              new Cell(Words.same(Integer.toString(i + 1)), Optional.empty(), weighed),
              Cell.plain(one.district().name()),
              Cell.of(
                  new Bound(
                      value.name(),
                      value.shown(),
                      value.about(),
                      value.figures(),
                      new Evidence(Kind.FIGURE, one.figure().id())))));
    }
    Words year = ranked.getFirst().figure().about().words();
    return new Table(
        "districts.table." + series.id(),
        new Words(
            year.zh() + "各区县" + series.name().zh(),
            series.name().en() + " by district, " + year.en()),
        List.of(
            new Column(new Words("位次", "Rank"), true, 14),
            new Column(new Words("区县", "District"), false, 43),
            new Column(series.name(), true, 43)),
        rows);
  }
}
