package yuheng.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The year's shape.
class SeasonTest {
  /// Days as the State Council's holiday notices of those years have them.
  @ParameterizedTest
  @CsvSource({
    "2011,2011-02-03", "2012,2012-01-23", "2013,2013-02-10", "2014,2014-01-31",
    "2015,2015-02-19", "2016,2016-02-08", "2017,2017-01-28", "2023,2023-01-22"
  })
  void springFestivalIsOnItsDay(int year, LocalDate day) {
    assertThat(Season.springFestival(year)).isEqualTo(day);
  }

  @Test
  void theMonthWithTheFestivalIsTheLowest() {
    var season = new Season();
    assertThat(season.of(YearMonth.of(2012, 1))).isLessThan(season.of(YearMonth.of(2012, 2)));
    assertThat(season.of(YearMonth.of(2015, 2))).isLessThan(season.of(YearMonth.of(2015, 1)));
    double year = 0;
    for (int month = 1; month <= 12; month++) {
      year += season.of(YearMonth.of(2014, month));
    }
    assertThat(year).isCloseTo(12, within(1e-9));
  }
}
