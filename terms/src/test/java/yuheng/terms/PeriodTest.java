package yuheng.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2015, 2015-01-01, 2016-01-01",
    "2012H1, 2012-01-01, 2012-07-01",
    "2012Q3, 2012-07-01, 2012-10-01",
    "2012-09, 2012-09-01, 2012-10-01",
    "2012-01..2012-09, 2012-01-01, 2012-10-01",
    "2011..2015, 2011-01-01, 2016-01-01",
    "十二五, 2011-01-01, 2016-01-01",
    "十四五, 2021-01-01, 2026-01-01",
    "13FYP, 2016-01-01, 2021-01-01"
  })
  void runsFromItsFirstDayToTheDayAfterItsLast(String written, String start, String end) {
    assertThat(Period.of(written))
        .isEqualTo(new Period(LocalDate.parse(start), LocalDate.parse(end)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2012H3", "2012Q0", "2012-13", "2015..2011", "二〇一五", "", "2012-9"})
  void isRefusedWhenItIsNone(String text) {
    assertThat(Period.read(text)).isEmpty();
  }

  @Test
  void theSameDaysAreTheSamePeriodHoweverWritten() {
    assertThat(Period.of("2012-01..2012-06")).isEqualTo(Period.of("2012H1"));
    assertThat(Period.of("2012-01..2012-12")).isEqualTo(Period.of("2012"));
    assertThat(Period.of("2012-07..2012-09")).hasToString("2012Q3");
  }

  @Test
  void januaryToSeptemberIsAYearToDate() {
    assertThat(Period.of("2012-01..2012-09").isYearToDate()).isTrue();
    assertThat(Period.of("2012-02..2012-09").isYearToDate()).isFalse();
    assertThat(Period.of("2012").isYearToDate()).isFalse();
  }

  @Test
  void theLaterComesLastAndOfTwoThatEndTogetherTheLonger() {
    assertThat(Stream.of("2012", "2012-12", "2011", "2012H2", "2013Q1").map(Period::of).sorted())
        .extracting(Period::toString)
        .containsExactly("2011", "2012-12", "2012H2", "2012", "2013Q1");
  }

  @ParameterizedTest
  @CsvSource({
    "2015, 2015年, 2015",
    "2011..2014, 2011—2014年, 2011–2014",
    "2012H1, 2012年上半年, first half of 2012",
    "2012-01..2012-09, 2012年1—9月, Jan–Sep 2012",
    "2012-11..2013-02, 2012年11月—2013年2月, Nov 2012 – Feb 2013",
    "2012-08, 2012年8月, Aug 2012"
  })
  void isSaidAsPeopleSayIt(String written, String chinese, String english) {
    assertThat(Period.of(written).words()).isEqualTo(new Words(chinese, english));
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    forAll(
        (random, size) -> {
          LocalDate start = LocalDate.of(2000 + random.nextInt(30), 1 + random.nextInt(12), 1);
          return new Period(start, start.plusMonths(1 + random.nextInt(6 * (size + 1))));
        },
        period -> assertThat(Period.of(period.toString())).isEqualTo(period));
  }

  @Test
  void aYearEarlierIsAsLong() {
    forAll(
        (random, _) -> List.of(2000 + random.nextInt(30), 1 + random.nextInt(12)),
        drawn -> {
          LocalDate start = LocalDate.of(drawn.getFirst(), drawn.getLast(), 1);
          var period = new Period(start, start.plusMonths(3));
          assertThat(period.yearBefore().months()).isEqualTo(period.months());
          assertThat(period.yearBefore().endsBy(period)).isTrue();
        });
  }
}
