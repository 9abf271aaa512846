package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import yuheng.terms.Period;

/// Periods, days and numbers as people write them in tables.
class WrittenTest {
  @Test
  void periodsAreReadAsPeopleWriteThem() {
    Map<String, String> written =
        Map.ofEntries(
            Map.entry("2012年1-9月", "2012-01..2012-09"),
            Map.entry("2012年1—9月", "2012-01..2012-09"),
            Map.entry("2012年1至9月累计", "2012-01..2012-09"),
            Map.entry("2012年前三季度", "2012-01..2012-09"),
            Map.entry("２０１２年９月", "2012-09"),
            Map.entry("2012.09", "2012-09"),
            Map.entry("201209", "2012-09"),
            Map.entry("2012/9", "2012-09"),
            Map.entry("2012年9月份", "2012-09"),
            Map.entry("2012年", "2012"),
            Map.entry("2012年度", "2012"),
            Map.entry("2012年上半年", "2012H1"),
            Map.entry("2012年下半年", "2012H2"),
            Map.entry("2012年一季度", "2012Q1"),
            Map.entry("2012年第4季度", "2012Q4"),
            Map.entry("2011-2014年", "2011..2014"),
            Map.entry("2011年至2014年", "2011..2014"),
            Map.entry("Sep 2012", "2012-09"),
            Map.entry("January–September 2012", "2012-01..2012-09"),
            Map.entry("2012 q3", "2012Q3"),
            Map.entry("2011年11月-2012年2月", "2011-11..2012-02"));
    written.forEach(
        (text, period) ->
            assertThat(WrittenPeriod.read(text)).as(text).contains(Period.of(period)));
    for (String none :
        List.of("", "九月", "2012年13月", "2012年9-1月", "2012年5季度", "Foo 2012", "去年", "20129")) {
      assertThat(WrittenPeriod.read(none)).as(none).isEmpty();
    }
  }

  @Test
  void aPeriodThatWeWriteIsReadInBothLanguages() {
    forAll(
        (random, size) -> {
          LocalDate start = LocalDate.of(2000 + random.nextInt(30), 1 + random.nextInt(12), 1);
          return new Period(start, start.plusMonths(1 + random.nextInt(size * 6 + 1)));
        },
        period -> {
          assertThat(WrittenPeriod.read(period.toString())).contains(period);
          assertThat(WrittenPeriod.read(period.words().zh())).contains(period);
          assertThat(WrittenPeriod.read(period.words().en())).contains(period);
        });
  }

  @Test
  void daysAreReadAsPeopleWriteThem() {
    for (String day :
        List.of("2012-10-20", "2012年10月20日", "2012/10/20", "2012.10.20", "２０１２年10月20日")) {
      assertThat(WrittenDay.read(day))
          .contains(new WrittenDay(LocalDate.parse("2012-10-20"), false));
    }
    for (String month : List.of("2012-10", "2012年10月")) {
      assertThat(WrittenDay.read(month))
          .contains(new WrittenDay(LocalDate.parse("2012-10-31"), true));
    }
    for (String none : List.of("", "十月", "2012-10-32", "2012-13", "20/10/2012", "2012")) {
      assertThat(WrittenDay.read(none)).as(none).isEmpty();
    }
  }

  @Test
  void numbersAreReadAsPeopleWriteThem() {
    Map.of("9,621", "9621", "9 621.50", "9621.50", "−3.5", "-3.5", "９６２１", "9621", "+8.1", "8.1")
        .forEach(
            (text, number) ->
                assertThat(WrittenNumber.read(text).orElseThrow().number().toPlainString())
                    .as(text)
                    .isEqualTo(number));
    assertThat(WrittenNumber.read("1.5万亿元").orElseThrow().behind()).isEqualTo("万亿元");
    for (String none : List.of("", "—", "96,21", "1.2.3", "约九千", "1e5", "9621,5", ".", "-")) {
      assertThat(WrittenNumber.read(none).filter(n -> n.behind().isEmpty())).as(none).isEmpty();
    }
  }
}
