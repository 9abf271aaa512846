package yuheng.synth;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/// How the months of a year differ (季节性): their days, the rest around Spring Festival, and the push
/// before the end of a quarter. The months of a year are 1 on the average.
final class Season {
  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int REST_BEFORE = 8;
  private static final int REST_AFTER = 12;
  private static final double AT_REST = 0.45;
  private static final double QUARTER_END = 1.035;
  private static final double YEAR_END = 1.08;

  private final Map<Integer, double[]> byYear = new HashMap<>();

  double of(YearMonth month) {
    return byYear.computeIfAbsent(month.getYear(), Season::year)[month.getMonthValue() - 1];
  }

  private static double[] year(int year) {
    LocalDate festival = springFestival(year);
    double[] weights = new double[Timeline.YEAR];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      YearMonth month = YearMonth.of(year, i + 1);
      double days = 0;
      for (int day = 1; day <= month.lengthOfMonth(); day++) {
        LocalDate date = month.atDay(day);
        boolean rests =
            !date.isBefore(festival.minusDays(REST_BEFORE))
                && !date.isAfter(festival.plusDays(REST_AFTER));
        days += rests ? AT_REST : 1;
      }
      double push = i == 11 ? YEAR_END : i % 3 == 2 ? QUARTER_END : 1;
      weights[i] = days * push;
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= weights.length / sum;
    }
    return weights;
  }

  /// The first day of the first Chinese month.
  static LocalDate springFestival(int year) {
    var calendar = new ChineseCalendar();
    calendar.setTimeZone(TimeZone.getTimeZone("Asia/Shanghai"));
    for (LocalDate day = LocalDate.of(year, 1, 20); ; day = day.plusDays(1)) {
      calendar.setTimeInMillis(day.atTime(12, 0).atZone(CHINA).toInstant().toEpochMilli());
      if (calendar.get(ChineseCalendar.MONTH) == 0
          && calendar.get(ChineseCalendar.DAY_OF_MONTH) == 1
          && calendar.get(ChineseCalendar.IS_LEAP_MONTH) == 0) {
        return day;
      }
    }
  }
}
