package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import yuheng.plan.Plan;
import yuheng.terms.Span;
import yuheng.testing.Golden;

/// What is unlikely is doubted with the numbers compared, and what was really published seldom is.
class DoubtsTest {
  private static final Plan PLAN =
      Plan.read(Golden.home().resolve("plans/chongqing-2012")).plan().orElseThrow();
  private static final OfficialFigures KNOWN = OfficialFigures.load(PLAN).figures().orElseThrow();

  private static List<String> told(String... rows) {
    String text = "series,scope,period,value,unit,growth,heard,source\n" + String.join("\n", rows);
    Intake intake =
        Intake.of(
            PLAN,
            KNOWN,
            LocalDate.parse("2026-11-24"),
            List.of(FigureTable.read("t.csv", text.getBytes(StandardCharsets.UTF_8))));
    assertThat(intake.faults()).isEmpty();
    return intake.offered().stream()
        .flatMap(one -> one.doubts().stream())
        .map(doubt -> doubt.code() + " " + doubt.what().en())
        .toList();
  }

  @Test
  void aSlippedPointIsDoubtedAgainstNeighbouringPeriods() {
    assertThat(told("gross-output-above-scale,city,2012,131041.2,亿元,18,2013-01-20,月报"))
        .anySatisfy(
            told ->
                assertThat(told).startsWith("FA131").contains("times what neighbouring periods"));
    assertThat(told("gross-output-above-scale,city,2012,13104.2,亿元,,2013-01-20,月报"))
        .noneMatch(told -> told.startsWith("FA131"));
  }

  @Test
  void aYearToDateDoesNotFall() {
    assertThat(told("gross-output-above-scale,city,2012-01..2012-10,9500,亿元,,2012-11-20,月报"))
        .anySatisfy(
            told -> assertThat(told).startsWith("FA132").contains("962.1 billion", "950 billion"));
    assertThat(told("gross-output-above-scale,city,2012-01..2012-10,10800,亿元,,2012-11-20,月报"))
        .isEmpty();
  }

  @Test
  void aPartIsNotMoreThanItsWhole() {
    assertThat(told("gross-output-above-scale,liangjiang,2012-01..2012-11,12000,亿元,,2012-12-20,月报"))
        .anySatisfy(told -> assertThat(told).startsWith("FA133").contains("more than the whole"));
    assertThat(
            told(
                "gross-output-above-scale,500103,2012-01..2012-11,6100,亿元,,2012-12-20,月报",
                "gross-output-above-scale,500105,2012-01..2012-11,6200,亿元,,2012-12-20,月报"))
        .filteredOn(told -> told.startsWith("FA133"))
        .singleElement()
        .satisfies(
            told -> assertThat(told).contains("2 districts", "1.23 trillion", "1.1997 trillion"));
  }

  @Test
  void printedGrowthIsHeldAgainstTheYearBefore() {
    assertThat(told("gdp,city,2011,10011.37,亿元,76.4,2012-02-20,公报"))
        .anySatisfy(told -> assertThat(told).startsWith("FA134").contains("76.4%"));
  }

  @Test
  void aRevisionLargerThanUsualIsDoubtedAndTheUsualIsSaid() {
    assertThat(told("gross-output-above-scale,city,2012-01..2012-09,9900,亿元,18.5,2012-12-25,月报"))
        .anySatisfy(
            told ->
                assertThat(told).startsWith("FA135").contains("962.1 billion", "usual", "median"));
    assertThat(told("gross-output-above-scale,city,2012-01..2012-09,9630,亿元,18.5,2012-12-25,月报"))
        .isEmpty();
  }

  @Test
  void whatIsHeardBeforeItsPeriodEndedIsAnEstimate() {
    assertThat(told("gdp,city,2015,15800,亿元,11,2015-12-20,会议"))
        .anySatisfy(told -> assertThat(told).startsWith("FA136"));
  }

  /// Each published figure is offered as if it were not here yet.
  @Test
  void fewOfTheFiguresThatWereReallyPublishedAreDoubted() {
    var counts = new TreeMap<String, Integer>();
    int doubted = 0;
    for (Figure figure : KNOWN.all()) {
      var others = new ArrayList<>(KNOWN.all());
      others.remove(figure);
      var without = new OfficialFigures(PLAN, others, KNOWN.lists(), 0);
      var doubts = new Doubts(PLAN, without, List.of(figure));
      List<Fault> told =
          doubts.of(
              new Offered(
                  figure, Span.at("x", 1, 1), Optional.empty(), List.of(), Optional.empty()));
      told.forEach(fault -> counts.merge(fault.code(), 1, Integer::sum));
      doubted += told.isEmpty() ? 0 : 1;
    }
    assertThat(doubted).as("doubted of %d: %s", KNOWN.all().size(), counts).isLessThan(46);
  }
}
