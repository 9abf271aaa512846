package yuheng.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Breakdowns;
import yuheng.facts.Dimension;
import yuheng.facts.Journal;
import yuheng.indicators.Apportionment.Method;
import yuheng.indicators.PartStanding.Cell;
import yuheng.terms.Quantity;
import yuheng.terms.Value;
import yuheng.testing.Golden;

/// Rankings of the invented city; the worked example stands in `cases/parts`.
@SuppressWarnings("NullAway.Init") // JUnit opens the journal
class RankingsTest {
  @TempDir private Path folder;
  private Journal journal;
  private Breakdowns breakdowns;

  @BeforeEach
  void shareOut() {
    journal = Journal.open(folder.resolve("journal.db"));
    breakdowns =
        Linjiang.keep(
            journal, Linjiang.shared("gross-output", 2017, new Method.Share("output", 2016)));
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private Ranking ranking(String month, YearSchedule.Method method) {
    return Linjiang.ranking(breakdowns, "gross-output", month, method);
  }

  private static PartStanding part(Ranking ranking, String code) {
    return ranking.parts().stream()
        .filter(one -> one.part().equals(code))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + code + " in " + ranking.parts()));
  }

  private static String table(Ranking ranking) {
    var text = new StringBuilder();
    text.append(ranking.month()).append(' ').append(ranking.method().words().zh()).append("\n");
    text.append("名次\t升降\t部分\t灯\t任务\t累计\t所属期\t完成%\t应完成%\t落后点\t当月\t同比%\t环比%\t差进度\t占全域%\n");
    ranking.parts().forEach(one -> text.append(line(one)));
    text.append(line(ranking.whole()));
    ranking
        .gap()
        .ifPresent(
            gap ->
                text.append(
                    "差进度 %s = 各部分 %s + 其余 %s（应完成 %s − 已完成 %s）%n"
                        .formatted(
                            gap.whole().digits(),
                            gap.parts().digits(),
                            gap.remainder().digits(),
                            gap.unshared().digits(),
                            gap.unlisted().digits())));
    return text.toString();
  }

  private static String line(PartStanding one) {
    return String.join(
            "\t",
            one.rank().isPresent() ? Integer.toString(one.rank().getAsInt()) : "",
            one.moved().isPresent() ? Integer.toString(one.moved().getAsInt()) : "",
            one.name().zh(),
            one.lamp().mark() + one.lamp().words().zh(),
            one.task().map(Quantity::digits).orElse("—"),
            cell(one.done()),
            one.done().about().map(Object::toString).orElse(""),
            one.percent().map(Object::toString).orElse(""),
            one.schedule().map(asked -> asked.percent() + "（" + asked.how().zh() + "）").orElse(""),
            one.behind().map(Object::toString).orElse(""),
            cell(one.month()),
            cell(one.growth()),
            cell(one.change()),
            one.gap().map(Quantity::digits).orElse(""),
            one.shareOfGap().map(Object::toString).orElse(""))
        + "\n"
        + one.notes().stream().map(note -> "\t\t（" + note.zh() + "）\n").reduce("", String::concat);
  }

  private static String cell(Cell cell) {
    return switch (cell.value()) {
      case Value.Known(var quantity) -> quantity.digits();
      case Value.Missing(_, var detail) -> "—（" + detail.zh() + "）";
    };
  }

  @Test
  void aWorkedExampleStandsInTheCases() {
    String all =
        table(ranking("2017-06", YearSchedule.Method.LINEAR))
            + "\n"
            + table(ranking("2017-09", YearSchedule.Method.LINEAR))
            + "\n"
            + table(ranking("2017-09", YearSchedule.Method.SEASONAL))
            + "\n"
            + table(ranking("2017-09", YearSchedule.Method.PATH));
    Golden.hold(Golden.home().resolve("cases/parts/standing.txt"), all);
  }

  @Test
  void thePartsGapsAndTheRemainderAddToTheWholeGapExactly() {
    for (YearSchedule.Method method : YearSchedule.Method.values()) {
      Ranking ranking = ranking("2017-09", method);
      Ranking.Gap gap = ranking.gap().orElseThrow();
      Quantity parts = new Quantity(BigDecimal.ZERO, gap.whole().unit());
      for (PartStanding one : ranking.parts()) {
        parts = one.gap().isPresent() ? parts.plus(one.gap().get()) : parts;
      }
      assertThat(parts).isEqualTo(gap.parts());
      assertThat(gap.parts().plus(gap.remainder())).isEqualTo(gap.whole());
      assertThat(gap.unshared().minus(gap.unlisted())).isEqualTo(gap.remainder());
    }
  }

  @Test
  void aDistrictThatMergedBringsItsTaskAlongAndOneRenamedGoesOn() {
    Ranking june = ranking("2017-06", YearSchedule.Method.LINEAR);
    Ranking july = ranking("2017-07", YearSchedule.Method.LINEAR);
    assertThat(part(june, "990104").task()).isPresent();
    assertThat(july.parts()).extracting(PartStanding::part).doesNotContain("990104", "990123");
    Quantity together =
        part(june, "990101").task().orElseThrow().plus(part(june, "990104").task().orElseThrow());
    assertThat(part(july, "990101").task()).contains(together);
    assertThat(part(july, "990101").notes().getFirst().zh()).contains("老港区");
    assertThat(part(july, "990105").task()).isEqualTo(part(june, "990123").task());
  }

  @Test
  void theMonthOfAMergerIsThatOfTheDistrictAsItIsNow() {
    PartStanding july = part(ranking("2017-07", YearSchedule.Method.LINEAR), "990101");
    PartStanding june = part(ranking("2017-06", YearSchedule.Method.LINEAR), "990101");
    PartStanding port = part(ranking("2017-06", YearSchedule.Method.LINEAR), "990104");
    Quantity before = june.done().known().orElseThrow().plus(port.done().known().orElseThrow());
    assertThat(july.month().known()).contains(july.done().known().orElseThrow().minus(before));
    assertThat(july.month().figures()).hasSize(3);
  }

  @Test
  void aPartAMonthLateIsJudgedByItsOwnMonthAndItsGapIsNotAdded() {
    PartStanding late = part(ranking("2017-09", YearSchedule.Method.LINEAR), "990122");
    assertThat(late.done().about().orElseThrow().toString()).isEqualTo("2017-01..2017-08");
    assertThat(late.schedule().orElseThrow().percent()).isEqualByComparingTo("66.6667");
    assertThat(late.lamp()).isEqualTo(Lamp.RED);
    assertThat(late.gap()).isEmpty();
  }

  @Test
  void aPartThatPublishesNothingHasNoRankAndSaysWhatThereIs() {
    PartStanding silent = part(ranking("2017-09", YearSchedule.Method.LINEAR), "990124");
    assertThat(silent.rank()).isEmpty();
    assertThat(silent.lamp()).isEqualTo(Lamp.NONE);
    assertThat(cell(silent.done())).contains("2017年截至所问月份没有公布", "2016年的24.96");
  }

  @Test
  void whatWasHeardLaterDoesNotCount() {
    Ranking then =
        new Rankings(Linjiang.PLAN, Linjiang.FIGURES, breakdowns)
            .ranking(
                Linjiang.target("gross-output"),
                Dimension.DISTRICTS,
                new Question(YearMonth.of(2017, 9), LocalDate.of(2017, 9, 30)),
                YearSchedule.Method.LINEAR);
    assertThat(then.tasks()).as("kept long after that day").isEmpty();
    assertThat(part(then, "990101").done().about().orElseThrow().toString())
        .isEqualTo("2017-01..2017-08");
  }

  @Test
  void pillarsAreMeasuredByTheirOwnTargetsFormulas() {
    Ranking pillars =
        new Rankings(Linjiang.PLAN, Linjiang.FIGURES, breakdowns)
            .ranking(
                Linjiang.target("gross-output"),
                Dimension.PILLARS,
                new Question(YearMonth.of(2017, 9), Linjiang.ALL),
                YearSchedule.Method.LINEAR);
    assertThat(cell(part(pillars, "machinery").done())).isEqualTo("491.24");
    assertThat(pillars.notes().getFirst().zh()).contains("还没有分解到支柱产业");
  }

  @Test
  void levelsOfTwoYearsAreNeverDivided() {
    Ranking investment =
        Linjiang.ranking(breakdowns, "investment", "2017-09", YearSchedule.Method.LINEAR);
    assertThat(cell(part(investment, "990102").growth())).contains("两年的公布数不相除");
    assertThat(cell(part(investment, "990102").done())).isEqualTo("28.96");
  }
}
