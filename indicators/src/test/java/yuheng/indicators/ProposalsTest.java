package yuheng.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import yuheng.facts.Breakdown;
import yuheng.indicators.Apportionment.Method;
import yuheng.terms.Unit;
import yuheng.terms.Words;
import yuheng.testing.Golden;

/// Proposals for the invented city; the worked examples stand in `cases/parts`.
class ProposalsTest {
  private static final Method BY_SHARE = new Method.Share("output", 2016);
  private static final Method BY_GROWTH = new Method.Growth("output", 2016);
  private static final Method BY_POTENTIAL =
      new Method.Potential(
          new LinkedHashMap<>(Map.of("output", new BigDecimal(60))) {
            private static final long serialVersionUID = 1L;

            {
              put("industrial-jobs", new BigDecimal(40));
            }
          },
          2016);

  private static String table(Apportionment shared) {
    var text = new StringBuilder();
    text.append(shared.how().zh()).append("\n").append(shared.how().en()).append("\n");
    text.append("总数 ")
        .append(shared.whole().amount().toPlainString())
        .append("（")
        .append(shared.whole().from().zh())
        .append("），分到 ")
        .append(shared.step().toPlainString())
        .append("\n\n");
    for (Apportionment.Row row : shared.rows()) {
      text.append(
          "%s\t%s\t%s%n"
              .formatted(row.name().zh(), row.amount().toPlainString(), row.arithmetic().zh()));
    }
    for (Apportionment.Left left : shared.left()) {
      text.append("%s\t—\t%s%n".formatted(left.name().zh(), left.why().zh()));
    }
    return text.append("合计\t").append(Linjiang.sum(shared).toPlainString()).append("\n").toString();
  }

  @Test
  void workedExamplesOfTheThreeMethodsStandInTheCases() {
    String all =
        table(Linjiang.shared("gross-output", 2017, BY_SHARE))
            + "\n"
            + table(Linjiang.shared("gross-output", 2017, BY_GROWTH))
            + "\n"
            + table(Linjiang.shared("gross-output", 2017, BY_POTENTIAL))
            + "\n"
            + table(
                Linjiang.shared(
                    "investment", 2017, new Method.Share("industrial-investment", 2016)));
    Golden.hold(Golden.home().resolve("cases/parts/proposals.txt"), all);
  }

  @Test
  void everyProposalComesToTheWholeToTheLastYuan() {
    for (Method method : new Method[] {BY_SHARE, BY_GROWTH, BY_POTENTIAL}) {
      Apportionment shared = Linjiang.shared("gross-output", 2017, method);
      assertThat(Linjiang.sum(shared)).isEqualByComparingTo("1180");
      assertThat(shared.rows()).allMatch(row -> row.amount().scale() <= 8);
    }
  }

  @Test
  void aPartWithoutAPublishedFigureGetsNothingAndIsListed() {
    Apportionment shared =
        Linjiang.shared("investment", 2017, new Method.Share("industrial-investment", 2016));
    assertThat(shared.left()).extracting(Apportionment.Left::part).containsExactly("990124");
    assertThat(shared.left().getFirst().why())
        .isEqualTo(new Words("没有公布2016年工业投资", "Industrial investment of 2016 was not published"));
    assertThat(Linjiang.sum(shared)).isEqualByComparingTo("200");
  }

  @Test
  void aWeightThatAPersonEntersIsMarkedAsSuch() {
    Breakdown.Key key = Linjiang.districts("investment", 2017);
    var entered = new LinkedHashMap<>(Map.of("990124", new BigDecimal("5.1")));
    var proposed =
        new Proposals(Linjiang.PLAN, Linjiang.FIGURES)
            .propose(
                Linjiang.target("investment"),
                new Proposals.Wish(
                    key,
                    new Breakdown.Whole(new BigDecimal(200), Words.same("200")),
                    new Method.Share("industrial-investment", 2016),
                    Linjiang.ALL,
                    entered));
    assertThat(proposed).isInstanceOf(Proposals.Proposed.Shared.class);
    Apportionment shared = ((Proposals.Proposed.Shared) proposed).apportionment();
    assertThat(shared.left()).isEmpty();
    assertThat(shared.rows().getLast().arithmetic().zh()).contains("手工填写 5.1亿元");
    assertThat(Linjiang.sum(shared)).isEqualByComparingTo("200");
  }

  @Test
  void noFigureAtAllIsRefusedAndSaysWhatToDo() {
    assertThat(Linjiang.propose("gross-output", 2017, new Method.Share("output", 1999)))
        .isInstanceOfSatisfying(
            Proposals.Proposed.Refused.class,
            refused -> assertThat(refused.why().getFirst().en()).contains("Choose another series"));
  }

  @Test
  void districtsOfTheirTimeAreWeighedByWhatTheyWereThen() {
    Apportionment shared = Linjiang.shared("gross-output", 2018, BY_SHARE);
    assertThat(shared.rows())
        .extracting(Apportionment.Row::part)
        .contains("990101", "990105")
        .doesNotContain("990104", "990123");
    Apportionment.Row merged = shared.rows().getFirst();
    assertThat(merged.figures())
        .extracting(figure -> figure.scope())
        .containsExactly("990101", "990104");
    assertThat(merged.arithmetic().zh()).contains("376.14", "（江口区+老港区）");
  }

  @Test
  void theSmallestAmountIsAYuanOrOneOfWhatIsCounted() {
    assertThat(Proposals.step(Unit.of("亿元"))).isEqualByComparingTo("0.00000001");
    assertThat(Proposals.step(Unit.of("万元"))).isEqualByComparingTo("0.0001");
    assertThat(Proposals.step(Unit.of("个"))).isEqualByComparingTo("1");
    assertThat(Proposals.step(Unit.of("万人"))).isEqualByComparingTo("0.0001");
    assertThat(Proposals.step(Unit.of("万吨"))).isEqualByComparingTo("0.01");
  }

  @Test
  void yearlyTasksOfATotalAddUpToItAndOthersLeadStraightToTheirTarget() {
    var proposals = new Proposals(Linjiang.PLAN, Linjiang.FIGURES);
    Breakdown total =
        proposals.yearlyTasks(Linjiang.target("investment"), Linjiang.ALL).orElseThrow();
    assertThat(total.sum()).isEqualByComparingTo("1000");
    Breakdown level =
        proposals.yearlyTasks(Linjiang.target("gross-output"), Linjiang.ALL).orElseThrow();
    assertThat(level.rows().keySet()).containsExactly("2016", "2017", "2018", "2019", "2020");
    assertThat(level.amount("2020").orElseThrow().digits()).isEqualTo("1500");
    assertThat(level.amount("2016").orElseThrow().digits()).isEqualTo("1100");
  }
}
