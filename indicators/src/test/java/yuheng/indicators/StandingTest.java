package yuheng.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import yuheng.terms.Quantity;
import yuheng.terms.Value;

/// Grades and states by the rules of `docs/book/reference/grades-and-states.md`.
class StandingTest {
  private static final String LOSS_OF_ALL =
      """
        loss:
          name: {zh: 损耗率, en: Losses}
          unit: "%"
          time: rate
          coverage: all
      """;
  private static final String BASE = "grain-output,2010,30,万吨,2011-02-01,statistics";

  @TempDir Path folder;

  @Test
  void aFigureOfTheLastYearThatPassesTheTargetMeetsIt() {
    var standing =
        SmallPlan.with(folder, BASE, "grain-output,2015,41.2,万吨,2016-02-01,statistics")
            .standing("grain-output", "2015-12", "2016-03-01");
    assertThat(standing.grade()).isEqualTo(Grade.MEASURED);
    assertThat(standing.state()).isEqualTo(State.MET);
    assertThat(standing.distance().orElseThrow().percent()).isEqualByComparingTo("3.00");
  }

  @Test
  void moreThanIsNotMetByTheNumberItself() {
    var standing =
        SmallPlan.with(folder, BASE, "grain-output,2015,40,万吨,2016-02-01,statistics")
            .standing("grain-output", "2015-12", "2016-03-01");
    assertThat(standing.state()).isEqualTo(State.MISSED);
  }

  @ParameterizedTest(name = "{0} 万吨 in 2012 is {1}")
  @CsvSource({
    "34.0, ON_COURSE",
    "33.1, ON_COURSE",
    "32.9, BEHIND",
    "31.1, BEHIND",
    "30.9, AT_RISK"
  })
  void progressIsJudgedByPointsBehindAStraightPath(String harvest, State state) {
    var standing =
        SmallPlan.with(
                folder, BASE, "grain-output,2012,%s,万吨,2013-02-01,statistics".formatted(harvest))
            .edited("targets.yaml", "    path: {2013: 38万吨}\n", "")
            .standing("grain-output", "2012-12", "2016-03-01");
    assertThat(standing.state()).isEqualTo(state);
    assertThat(standing.pace().orElseThrow().scheduled()).isEqualByComparingTo("40.0");
  }

  @Test
  void aDeclaredPathIsTheScheduleInsteadOfTheStraightLine() {
    var standing =
        SmallPlan.with(
                folder,
                "grain-output,2013,42,万吨,2014-02-01,statistics",
                "sown-area,2013,105,万公顷,2014-02-01,statistics")
            .standing("yield", "2013-12", "2016-03-01");
    assertThat(standing.grade()).isEqualTo(Grade.DERIVED);
    assertThat(standing.value()).isEqualTo(new Value.Known(Quantity.of("0.4吨/公顷")));
    assertThat(standing.pace().orElseThrow().scheduled()).isEqualByComparingTo("60.0");
    assertThat(standing.pace().orElseThrow().done()).isEqualByComparingTo("50.0");
  }

  @Test
  void aTotalOnceReachedStaysReachedBeforeItsTime() {
    var standing =
        SmallPlan.with(folder, "granaries-built,2011..2013,12,座,2014-02-01,government")
            .standing("granaries", "2013-12", "2016-03-01");
    assertThat(standing.state()).isEqualTo(State.MET);
  }

  @Test
  void aLevelReachedEarlyStillHasToHold() {
    var standing =
        SmallPlan.with(folder, BASE, "grain-output,2013,44,万吨,2014-02-01,statistics")
            .standing("grain-output", "2013-12", "2016-03-01");
    assertThat(standing.state()).isEqualTo(State.ON_COURSE);
  }

  @Test
  void aFigureOlderThanAYearIsOnlyIndicative() {
    var standing =
        SmallPlan.with(folder, BASE, "grain-output,2013,44,万吨,2014-02-01,statistics")
            .standing("grain-output", "2015-12", "2016-03-01");
    assertThat(standing.grade()).isEqualTo(Grade.INDICATIVE);
    assertThat(standing.state()).isEqualTo(State.NOT_COMPARABLE);
    assertThat(standing.distance()).isEmpty();
    assertThat(standing.reasons().getFirst().en()).contains("more than a year before");
  }

  @Test
  void aStandInIsNeverComparedEvenWhenItWouldPass() {
    var standing =
        SmallPlan.with(folder, "loss-large,2015,1,%,2016-02-01,press")
            .standing("loss", "2015-12", "2016-03-01");
    assertThat(standing.grade()).isEqualTo(Grade.INDICATIVE);
    assertThat(standing.state()).isEqualTo(State.NOT_COMPARABLE);
    assertThat(standing.reckoning().orElseThrow().differs().orElseThrow().en())
        .isEqualTo("large farms only");
  }

  @Test
  void whatNobodyPublishedSaysWhatWouldMakeItMeasurable() {
    var standing = SmallPlan.with(folder, BASE).standing("loss", "2015-12", "2016-03-01");
    assertThat(standing.grade()).isEqualTo(Grade.NONE);
    assertThat(standing.value())
        .isInstanceOfSatisfying(
            Value.Missing.class,
            missing -> assertThat(missing.reason()).isEqualTo(Value.Reason.NOT_PUBLISHED));
    assertThat(standing.reasons().getLast().en()).contains("a sample survey of farms");
  }

  @Test
  void nothingAboutLaterThanAskedCounts() {
    var standing =
        SmallPlan.with(
                folder,
                BASE,
                "grain-output,2011,32,万吨,2012-02-01,statistics",
                "grain-output,2015,41.2,万吨,2016-02-01,statistics")
            .standing("grain-output", "2012-06", "2016-03-01");
    assertThat(standing.reckoning().orElseThrow().period()).hasToString("2011");
  }

  @Test
  void nothingHeardLaterThanAskedCounts() {
    var small =
        SmallPlan.with(
            folder,
            BASE,
            "grain-output,2012,34,万吨,2013-02-01,statistics",
            "grain-output,2012,34.6,万吨,2014-02-01,statistics");
    assertThat(small.standing("grain-output", "2012-12", "2013-06-01").value())
        .isEqualTo(new Value.Known(Quantity.of("34万吨")));
    var revised = small.standing("grain-output", "2012-12", "2014-06-01");
    assertThat(revised.value()).isEqualTo(new Value.Known(Quantity.of("34.6万吨")));
    assertThat(revised.reckoning().orElseThrow().others())
        .extracting(figure -> figure.value())
        .containsExactly(Quantity.of("34万吨"));
    assertThat(small.standing("grain-output", "2012-12", "2011-01-01").value())
        .isInstanceOfSatisfying(
            Value.Missing.class,
            missing -> assertThat(missing.reason()).isEqualTo(Value.Reason.NOT_YET_HEARD));
  }

  @Test
  void theHigherAuthorityWinsOverTheLaterWord() {
    var standing =
        SmallPlan.with(
                folder,
                BASE,
                "grain-output,2012,34,万吨,2013-02-01,statistics",
                "grain-output,2012,36,万吨,2015-02-01,press")
            .standing("grain-output", "2012-12", "2016-03-01");
    assertThat(standing.value()).isEqualTo(new Value.Known(Quantity.of("34万吨")));
  }

  @Test
  void partsOfARatioAreTakenForTheSamePeriod() {
    var standing =
        SmallPlan.with(
                folder,
                "grain-output,2014,40,万吨,2015-02-01,statistics",
                "grain-output,2015,41,万吨,2016-02-01,statistics",
                "sown-area,2014,80,万公顷,2015-02-01,statistics")
            .standing("yield", "2015-12", "2016-03-01");
    assertThat(standing.reckoning().orElseThrow().period()).hasToString("2014");
    assertThat(standing.value()).isEqualTo(new Value.Known(Quantity.of("0.5吨/公顷")));
    assertThat(standing.state()).isEqualTo(State.MET);
  }

  @Test
  void acrossAChangeOfDefinitionNothingIsCompared() {
    var standing =
        SmallPlan.with(folder, BASE, "grain-output,2015,41.2,万吨,2016-02-01,statistics")
            .edited(
                "indicators/grain.yaml",
                "    formula: grain-output\n",
                """
                #
                    formula: grain-output
                    breaks:
                      - {after: 2013, before: 2014, why: 改口径, source: 示例}
                """)
            .standing("grain-output", "2015-12", "2016-03-01");
    assertThat(standing.grade()).isEqualTo(Grade.MEASURED);
    assertThat(standing.state()).isEqualTo(State.NOT_COMPARABLE);
    assertThat(standing.distance()).isEmpty();
  }

  @Test
  void paceSaysWhatIsNeededPerYear() {
    var pace =
        SmallPlan.with(folder, BASE, "grain-output,2012,32,万吨,2013-02-01,statistics")
            .standing("grain-output", "2012-12", "2016-03-01")
            .pace()
            .orElseThrow();
    assertThat(pace.soFar().amount()).isBetween(new BigDecimal("0.99"), new BigDecimal("1.01"));
    assertThat(pace.required().orElseThrow().amount())
        .isBetween(new BigDecimal("2.66"), new BigDecimal("2.68"));
  }

  @Test
  void aCapThatWasKeptAtTheBaselineAndIsPassedNowIsAtRisk() {
    var standing =
        SmallPlan.with(
                folder,
                "loss,2010,2,%,2011-02-01,statistics",
                "loss,2013,5,%,2014-02-01,statistics")
            .edited("targets.yaml", "    path: {2013: 4%}\n", "    baseline: {period: 2010}\n")
            .edited("series.yaml", "  loss-large:", LOSS_OF_ALL + "  loss-large:")
            .edited("indicators/grain.yaml", "    stand-ins:", "    formula: loss\n    stand-ins:")
            .standing("loss", "2013-12", "2016-03-01");
    assertThat(standing.state()).isEqualTo(State.AT_RISK);
    assertThat(standing.pace()).isEmpty();
  }
}
