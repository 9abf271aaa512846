package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yuheng.reports.Outliers.Kind;
import yuheng.reports.Outliers.Outlier;
import yuheng.terms.Period;

class OutliersTest {
  private static final Period SEPTEMBER = Period.of("2012-09");

  private static Version version(long unit, CellRow row) {
    return new Version(
        unit,
        Town.key(unit, "2012-09"),
        1,
        row,
        Map.of(),
        "firm",
        Instant.EPOCH,
        false,
        Optional.empty(),
        "hash");
  }

  private static CellRow row(long now, long prior) {
    return CellRow.of(Town.output()).now(0, now).prior(0, prior).row();
  }

  private static Map<Long, List<Outlier>> of(List<Version> versions, Optional<CellRow> before) {
    return Outliers.of(
        Town.output(),
        SEPTEMBER,
        versions,
        Optional.of(Period.of("2012-08")),
        _ -> before,
        _ -> "39");
  }

  @Test
  void aThousandTimesTheYearBeforeIsOutAndAThirdMoreIsNot() {
    var out =
        of(
            List.of(version(1, row(1_000_000, 1_000)), version(2, row(1_300, 1_000))),
            Optional.empty());
    assertThat(out).containsOnlyKeys(1L);
    assertThat(out.values())
        .singleElement()
        .satisfies(
            all -> {
              assertThat(all).extracting(Outlier::kind).containsExactly(Kind.YEAR);
              assertThat(all.getFirst().why().zh()).contains("1,000倍");
            });
  }

  @Test
  void nineMonthsAreHeldAgainstEightByTheirNumber() {
    assertThat(of(List.of(version(1, row(9, 8))), Optional.of(row(8, 7)))).isEmpty();
    assertThat(of(List.of(version(1, row(90, 90))), Optional.of(row(8, 7))).get(1L))
        .extracting(Outlier::kind)
        .containsExactly(Kind.BEFORE);
  }

  @Test
  void oneThatGrowsUnlikeItsClassIsOutAndASmallClassSaysNothing() {
    var versions = new ArrayList<Version>();
    for (int i = 1; i < Outliers.CLASS; i++) {
      versions.add(version(i, row(1_100 + i, 1_000)));
    }
    versions.add(version(99, row(2_500, 1_000)));
    assertThat(of(versions, Optional.empty())).containsOnlyKeys(99L);
    assertThat(of(versions, Optional.empty()).get(99L))
        .extracting(Outlier::kind)
        .containsExactly(Kind.PEERS);
    assertThat(of(versions.subList(1, versions.size()), Optional.empty())).isEmpty();
  }
}
