package yuheng.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yuheng.plan.Form;
import yuheng.synth.RegisterRow.Event;
import yuheng.synth.ReportRow.Oddity;
import yuheng.synth.Wishes.Mischief;
import yuheng.testing.Golden;

/// The city that Chongqing's package describes.
class SyntheticCityTest {
  private static final Chongqing CHONGQING = Chongqing.read(Chongqing.FOLDER);
  private static final double OF_A_HUNDRED_MILLION = 100_000; // 千元 in 亿元

  private static Wishes wishes(int enterprises, int months, long seed, Mischief mischief) {
    return new Wishes(enterprises, months, seed, Chongqing.JANUARY, Chongqing.NOW, mischief);
  }

  @Test
  void theCalibrationOfACityOfAThousandIsAsReviewed() {
    Calibration calibration = CHONGQING.city(wishes(1_000, 60, 1, Mischief.NONE)).reports(_ -> {});
    Golden.hold(
        Golden.home().resolve("cases/chongqing-2012/synthetic-1000.csv"),
        CalibrationText.csv(calibration));
  }

  /// Reckoned again from what a reader of the reports sees: rows, and who is above scale then.
  @Test
  void theReportsOfUnitsAboveScaleAddUpToWhatWasPublished() {
    SyntheticCity city = CHONGQING.city(wishes(500, 60, 7, Mischief.NONE));
    var above = new Above(city.register());
    Map<String, Long> sums = new TreeMap<>();
    city.reports(
        row -> {
          if (row.form().id().equals("output") && above.on(row.code(), row.period().lastDay())) {
            String period = row.period().toString();
            sums.merge(period, row.now(0), Long::sum);
            String division = above.industry(row.code()).substring(0, 2);
            sums.merge(period + " " + division, row.now(0), Long::sum);
          }
        });
    published(sums, "2012-06", 6_121.9);
    published(sums, "2012-09", 9_621);
    published(sums, "2012-11", 11_996.54);
    published(sums, "2014-12", 18_700);
    published(sums, "2015-12", 21_404.66);
    published(sums, "2012-09 39", 9_621 * 0.16);
    published(sums, "2012-09 36", 9_621 * 0.18);
  }

  private static void published(Map<String, Long> sums, String of, double amount) {
    assertThat(sums.getOrDefault(of, 0L) / OF_A_HUNDRED_MILLION)
        .as(of)
        .isCloseTo(amount, within(amount / 1_000));
  }

  @Test
  void tenThousandEnterprisesHaveAsManyAboveScaleAsWerePublished() {
    SyntheticCity city = CHONGQING.city(wishes(10_000, 60, 3, Mischief.NONE));
    var above = new Above(city.register());
    assertThat(above.count(LocalDate.of(2012, 12, 31))).isEqualTo(4_985);
    assertThat(above.count(LocalDate.of(2015, 11, 30))).isEqualTo(6_280);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void everyFigureIsMetAndEveryHardCheckHoldsWhateverTheSeed(long seed) {
    int months = 9 + (int) (seed * 7 % 40);
    SyntheticCity city =
        CHONGQING.city(
            new Wishes(
                150 + (int) seed * 17,
                months,
                seed,
                YearMonth.of(2011, 1).plusMonths(seed * 5 % 13),
                Chongqing.NOW,
                Mischief.SOME));
    var checks = new CheckedRow();
    Calibration calibration =
        city.reports(
            row -> {
              if (row.oddity() != Oddity.WRONG_UNIT) {
                assertThat(checks.failing(row, true))
                    .as("%s %s %s %s", row.code(), row.form().id(), row.period(), row.oddity())
                    .isEmpty();
                checks.keep(row);
              }
            });
    assertThat(calibration.lines())
        .filteredOn(line -> line.use() == Calibration.Use.HELD)
        .filteredOn(line -> !line.series().equals("above-scale-enterprises"))
        .allSatisfy(line -> assertThat(line.deviation().abs()).isLessThan(new BigDecimal("0.1")));
  }

  /// In a small city a unit that passes the bar leaps, for totals are not brought to its size.
  @Test
  void inACityOfManyFewReportsAskForAReason() {
    SyntheticCity city = CHONGQING.city(wishes(4_000, 26, 1, Mischief.NONE));
    var checks = new CheckedRow();
    Map<String, Integer> doubted = new TreeMap<>();
    int[] rows = new int[2];
    city.reports(
        row -> {
          List<Form.Check> failing = checks.failing(row, false);
          failing.forEach(check -> doubted.merge(check.id(), 1, Integer::sum));
          rows[failing.isEmpty() ? 0 : 1]++;
          checks.keep(row);
        });
    assertThat(rows[1])
        .as("of %d: %s", rows[0] + rows[1], doubted)
        .isLessThan((rows[0] + rows[1]) / 20);
  }

  @Test
  void theFiguresOfTheYearBeforeAreThoseReportedThenUnlessRevised() {
    Map<String, Long> reported = new HashMap<>();
    int[] compared = new int[2];
    CHONGQING
        .city(wishes(200, 30, 5, new Mischief(0, 300, 0, 300)))
        .reports(
            row -> {
              for (int item = 0; item < row.form().items().size(); item++) {
                String of = "%s %s %d ".formatted(row.code(), row.form().id(), item);
                Long then = reported.get(of + row.period().yearBefore());
                if (row.hasPrior(item) && then != null) {
                  boolean same = row.prior(item) == then;
                  compared[same ? 0 : 1]++;
                  assertThat(same || row.oddity() == Oddity.PRIOR_REVISED).isTrue();
                }
                reported.put(of + row.period(), row.now(item));
              }
            });
    assertThat(compared[0]).isGreaterThan(10_000);
    assertThat(compared[1]).isGreaterThan(100);
  }

  @Test
  void mischiefIsAsOftenAsWishedAndLaterPutRight() {
    Map<Oddity, Integer> met = new HashMap<>();
    Map<String, Oddity> open = new HashMap<>();
    int[] reports = new int[1];
    CHONGQING
        .city(wishes(300, 24, 9, new Mischief(500, 300, 200, 100)))
        .reports(
            row -> {
              met.merge(row.oddity(), 1, Integer::sum);
              reports[0] += row.version() == 1 ? 1 : 0;
              String key = row.code() + row.form().id() + row.period();
              if (row.oddity() == Oddity.LOW || row.oddity() == Oddity.WRONG_UNIT) {
                open.put(key, row.oddity());
                assertThat(row.accepted().isPresent()).isEqualTo(row.oddity() == Oddity.LOW);
              }
              if (row.oddity() == Oddity.CORRECTION) {
                assertThat(open.remove(key)).isNotNull();
                assertThat(row.version()).isEqualTo(2);
              }
              boolean late =
                  row.heard()
                      .isAfter(
                          row.form()
                              .due(row.period())
                              .plusDays(1)
                              .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                              .toInstant());
              assertThat(late && row.version() == 1).isEqualTo(row.oddity() == Oddity.LATE);
            });
    assertThat(open).isEmpty();
    assertThat(met.getOrDefault(Oddity.LATE, 0) * 10_000 / reports[0]).isBetween(420, 580);
    assertThat(met.getOrDefault(Oddity.LOW, 0) * 10_000 / reports[0]).isBetween(240, 360);
    assertThat(met.getOrDefault(Oddity.WRONG_UNIT, 0) * 10_000 / reports[0]).isBetween(150, 250);
  }

  @Test
  void noUnitReportsBeforeItOpensOrAfterItCloses() {
    SyntheticCity city = CHONGQING.city(wishes(400, 48, 11, Mischief.NONE));
    Map<String, LocalDate> from = new HashMap<>();
    Map<String, LocalDate> until = new HashMap<>();
    for (RegisterRow row : city.register()) {
      if (row.event() == Event.ADD) {
        from.put(row.code(), row.from());
      } else if (row.event() == Event.CLOSE) {
        until.put(row.code(), row.from());
      }
    }
    Set<String> heard = new HashSet<>();
    city.reports(
        row -> {
          heard.add(row.code());
          assertThat(row.period().lastDay()).isAfterOrEqualTo(from.get(row.code()));
          assertThat(row.period().lastDay())
              .isBefore(until.getOrDefault(row.code(), LocalDate.MAX));
        });
    assertThat(until).isNotEmpty();
    assertThat(heard.size()).isGreaterThan(350);
  }

  @Test
  void wishesThatCannotBeFulfilledSayWhy() {
    assertThatThrownBy(() -> wishes(20, 12, 1, Mischief.NONE))
        .hasMessageContaining("100 to 1000000 enterprises, not 20");
    assertThatThrownBy(
            () ->
                CHONGQING.city(
                    new Wishes(
                        200, 12, 1, Chongqing.JANUARY, LocalDate.of(2000, 1, 1), Mischief.NONE)))
        .hasMessageContaining("nothing to calibrate to");
  }

  /// Who is above scale, read from the register.
  private static final class Above {
    private final Map<String, TreeMap<LocalDate, String>> said = new HashMap<>();
    private final Map<String, String> industries = new HashMap<>();
    private final Map<String, LocalDate> until = new HashMap<>();

    Above(List<RegisterRow> rows) {
      for (RegisterRow row : rows) {
        if (row.register().equals("enterprise")) {
          String above = row.attributes().get("above-scale");
          if (above != null) {
            said.computeIfAbsent(row.code(), _ -> new TreeMap<>()).put(row.from(), above);
          }
          String industry = row.attributes().get("industry");
          if (industry != null) {
            industries.put(row.code(), industry);
          }
          if (row.event() == Event.CLOSE) {
            until.put(row.code(), row.from());
          }
        }
      }
    }

    boolean on(String code, LocalDate day) {
      var before = said.getOrDefault(code, new TreeMap<>()).floorEntry(day);
      return before != null
          && before.getValue().equals("yes")
          && day.isBefore(until.getOrDefault(code, LocalDate.MAX));
    }

    String industry(String code) {
      return industries.getOrDefault(code, "");
    }

    long count(LocalDate day) {
      return said.keySet().stream().filter(code -> on(code, day)).count();
    }
  }
}
