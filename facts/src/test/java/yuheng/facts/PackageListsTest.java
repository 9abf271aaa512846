package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import yuheng.facts.PillarShares.Share;
import yuheng.plan.Form;
import yuheng.plan.Plan;
import yuheng.testing.Golden;

/// The lists of packages: codes with days of validity, and the classes of pillars.
class PackageListsTest {
  private static final Plan SMALL = plan("examples/small");
  private static final OfficialFigures OF_SMALL = load(SMALL);
  private static final Plan CHONGQING = plan("plans/chongqing-2012");
  private static final OfficialFigures OF_CHONGQING = load(CHONGQING);

  private static Plan plan(String folder) {
    return Plan.read(Golden.home().resolve(Path.of(folder))).plan().orElseThrow();
  }

  private static OfficialFigures load(Plan plan) {
    return OfficialFigures.load(plan).figures().orElseThrow();
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  @Test
  void aCodeStandsFromItsFirstDayToTheDayBeforeItEnds() {
    CodeList industries = OF_SMALL.codes("industries").orElseThrow();
    assertThat(industries.find("0119", day("2011-10-31"))).isEmpty();
    assertThat(industries.find("0119", day("2011-11-01"))).isPresent();
    assertThat(industries.find("0139", day("2011-10-31"))).isPresent();
    assertThat(industries.find("0139", day("2011-11-01"))).isEmpty();
    assertThat(industries.find("0139")).isPresent();
  }

  @Test
  void aCodeKnowsWhatItIsAPartOfAndWhetherItIsTheFinest() {
    CodeList industries = OF_SMALL.codes("industries").orElseThrow();
    assertThat(industries.lineage("0111"))
        .extracting(CodeList.Code::code)
        .containsExactly("0111", "01");
    assertThat(industries.lineage("9999")).isEmpty();
    assertThat(industries.isFinest("0111", day("2012-01-01"))).isTrue();
    assertThat(industries.isFinest("01", day("2012-01-01"))).isFalse();
  }

  @Test
  void districtsAreACodeListOfTheirDays() {
    CodeList districts = OF_CHONGQING.codes("districts").orElseThrow();
    assertThat(districts.find("500101", day("2012-01-01"))).isPresent();
    assertThat(districts.codes()).hasSameSizeAs(OF_CHONGQING.districts());
    assertThat(OF_CHONGQING.codes("nothing")).isEmpty();
  }

  @Test
  void aClassBelongsToItsOwnPillarsElseToThoseOfWhatItIsAPartOf() {
    PillarShares pillars = OF_SMALL.pillars();
    LocalDate day = day("2012-06-30");
    assertThat(pillars.of("0111", day)).containsExactly(new Share("rice", 1, 1));
    assertThat(pillars.of("0112", day)).isEmpty();
    assertThat(pillars.of("0119", day)).containsExactly(new Share("rice", 2, 6));
    assertThat(pillars.of("0119", day("2014-01-01"))).isEmpty();
    assertThat(pillars.of("9999", day)).isEmpty();
  }

  @Test
  void everyClassOfChongqingIsSharedOutWholeOrNotAtAll() {
    CodeList industries = OF_CHONGQING.codes("industries").orElseThrow();
    LocalDate day = day("2012-12-31");
    Set<String> found =
        industries.codes().keySet().stream()
            .flatMap(code -> OF_CHONGQING.pillars().of(code, day).stream())
            .map(Share::pillar)
            .collect(Collectors.toSet());
    assertThat(found).isEqualTo(CHONGQING.pillars().keySet());
    for (String code : industries.codes().keySet()) {
      List<Share> shares = OF_CHONGQING.pillars().of(code, day);
      assertThat(shares.isEmpty() || sum(shares).equals(BigInteger.ONE)).as(code).isTrue();
    }
    assertThat(OF_CHONGQING.pillars().of("3825", day))
        .containsExactly(new Share("electronics", 1, 1));
    assertThat(OF_CHONGQING.pillars().of("3811", day))
        .containsExactly(new Share("equipment", 1, 1));
    assertThat(OF_CHONGQING.pillars().of("4610", day)).isEmpty();
  }

  /// Of shares of one denominator.
  private static BigInteger sum(List<Share> shares) {
    long denominator = shares.getFirst().denominator();
    assertThat(shares).allMatch(share -> share.denominator() == denominator);
    return BigInteger.valueOf(shares.stream().mapToLong(Share::numerator).sum())
        .divide(BigInteger.valueOf(denominator));
  }

  @Test
  void theStandardHas41DivisionsAnd581Classes() {
    CodeList industries = OF_CHONGQING.codes("industries").orElseThrow();
    assertThat(industries.codes().keySet()).filteredOn(code -> code.length() == 2).hasSize(41);
    assertThat(industries.codes().keySet()).filteredOn(code -> code.length() == 4).hasSize(581);
    assertThat(industries.codes().values())
        .allMatch(
            code ->
                code.parent()
                    .orElse("")
                    .equals(code.code().length() == 2 ? "" : code.code().substring(0, 2)));
  }

  @Test
  void chongqingAsksEightFormsOf64Items() {
    assertThat(CHONGQING.forms().keySet())
        .containsExactlyInAnyOrder(
            "output", "finance", "energy", "employment", "investment", "rd", "quality", "safety");
    assertThat(CHONGQING.forms().values().stream().flatMap(form -> form.items().stream()))
        .hasSize(64)
        .extracting(Form.Item::id)
        .doesNotHaveDuplicates();
    assertThat(CHONGQING.forms().values()).allMatch(form -> form.checks().size() >= 5);
  }
}
