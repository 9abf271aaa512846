package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.reports.Town.added;
import static yuheng.reports.Town.key;
import static yuheng.reports.Town.report;
import static yuheng.reports.Town.row;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import yuheng.facts.Access;
import yuheng.facts.Role;
import yuheng.facts.Scope;
import yuheng.reports.RegisterChange.Change;
import yuheng.terms.Period;

/// A row outside a scope is not there.
@SuppressWarnings("NullAway.Init") // made before each test
class ScopeTest {
  private static final Period SEPTEMBER = Period.of("2012-09");
  private static final LocalDate ON = SEPTEMBER.lastDay();
  private static final LocalDate MARCH = LocalDate.of(2012, 3, 1);

  @TempDir private Path folder;
  private Town town;
  private Town.Firms firms;
  private long park;
  private long plant;

  /// Three firms in 500107 of class 3910: the second moved to 500101 in March, the third is of 3650
  /// since then, and in the park; a plant belongs to the second. All have reported September.
  @BeforeEach
  void open() {
    town = new Town(folder.resolve("book.db"));
    firms = town.firms(3);
    var line = firms.line();
    park =
        added(
                town.book.register(
                    line,
                    List.of(new RegisterChange.Add("park", "p", Map.of("name", "园"), Town.FIRST))))
            .getFirst()
            .unit();
    added(
        town.book.register(
            line,
            List.of(
                new Change(firm(1), Map.of("district", "500101"), MARCH),
                new Change(firm(2), Map.of("industry", "3650", "park", "" + park), MARCH))));
    plant =
        added(
                town.book.register(
                    line,
                    List.of(
                        new RegisterChange.Add(
                            "plant", "1", Map.of("enterprise", "" + firm(1)), Town.FIRST))))
            .getFirst()
            .unit();
    for (int i = 0; i < 3; i++) {
      town.receipt(firms.owners().get(i), report(key(firm(i), "2012-09"), row(i + 1, 1), 0));
    }
  }

  @AfterEach
  void close() {
    town.close();
  }

  private long firm(int place) {
    return firms.units().get(place);
  }

  private String seen(Access by, LocalDate on) {
    return town.book.units(by, "enterprise", on, Instant.MAX).stream()
        .map(unit -> "" + firms.units().indexOf(unit.number()))
        .reduce("", String::concat);
  }

  @ParameterizedTest
  @CsvSource({
    "all, 012",
    "none, ''",
    "district:500107, 02",
    "district:500101, 1",
    "industry:39, 01",
    "industry:3650, 2",
    "PARK, 2",
    "FIRST, 0",
  })
  void unitsAndReportsAreThoseOfTheScope(String scope, String expected) {
    String written = scope.replace("PARK", "park:" + park).replace("FIRST", "unit:" + firm(0));
    Access by =
        switch (Scope.read(written).orElseThrow()) {
          case Scope.All _, Scope.None _ -> town.office(Role.SUPERVISOR, written);
          case Scope.District _ -> town.office(Role.DISTRICT, written);
          case Scope.Industry _ -> town.office(Role.LINE_OFFICE, written);
          case Scope.Park _ -> town.office(Role.PARK, written);
          case Scope.One _ -> firms.owners().getFirst();
        };
    assertThat(seen(by, ON)).isEqualTo(expected);
    assertThat(
            town.book.last(by, "output", SEPTEMBER).stream()
                .map(version -> "" + firms.units().indexOf(version.key().unit()))
                .reduce("", String::concat))
        .isEqualTo(expected);
    for (int i = 0; i < 3; i++) {
      boolean there = expected.contains("" + i);
      assertThat(town.book.unit(by, firm(i), ON, Instant.MAX).isPresent()).isEqualTo(there);
      assertThat(town.book.versions(by, key(firm(i), "2012-09"))).hasSize(there ? 1 : 0);
      assertThat(town.book.changes(by, firm(i)).isEmpty()).isEqualTo(!there);
    }
    assertThat(town.book.missing(by, "output", Period.of("2012-08"), Instant.MAX))
        .hasSize(expected.length());
    assertThat(town.book.units(by, "plant", ON, Instant.MAX))
        .hasSize(expected.contains("1") ? 1 : 0);
    assertThat(town.book.units(by, "park", ON, Instant.MAX)).hasSize(scope.equals("none") ? 0 : 1);
  }

  @Test
  void aUnitIsWhereItWasOnTheDay() {
    Access district = town.office(Role.DISTRICT, "district:500107");
    assertThat(seen(district, MARCH.minusDays(1))).isEqualTo("012");
    assertThat(seen(district, MARCH)).isEqualTo("02");
    Access owner = firms.owners().get(1);
    town.receipt(owner, report(key(firm(1), "2011-12"), row(1, 1), 0));
    assertThat(town.book.versions(district, key(firm(1), "2011-12"))).hasSize(1);
    assertThat(town.book.versions(district, key(firm(1), "2012-09"))).isEmpty();
    assertThat(town.book.unit(owner, plant, ON, Instant.MAX)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"CLERK", "OWNER"})
  void whatARoleMayIsWrittenInReach(Role role) {
    int place = role == Role.PARK ? 2 : 0;
    Access by =
        switch (role) {
          case PARK -> town.office(role, "park:" + park);
          case DISTRICT -> town.office(role, "district:500107");
          case ADMINISTRATOR -> town.office(role, "none");
          default -> town.office(role, "all");
        };
    Set<Role> blind = EnumSet.of(Role.READER, Role.ADMINISTRATOR);
    Set<Role> decides = EnumSet.of(Role.DISTRICT, Role.LINE_OFFICE, Role.REVIEWER);
    Version version =
        town.book.versions(firms.owners().get(place), key(firm(place), "2012-09")).getFirst();
    assertThat(town.book.versions(by, version.key()).isEmpty()).isEqualTo(blind.contains(role));
    assertThat(town.book.annotate(by, version.entry(), "批注") instanceof Decided.Kept)
        .isEqualTo(role == Role.PARK || decides.contains(role));
    assertThat(town.book.accept(by, version.entry(), "") instanceof Decided.Kept)
        .isEqualTo(decides.contains(role));
    assertThat(town.book.submit(by, report(key(firm(place), "2012-08"), row(1, 1), 0)))
        .isInstanceOf(Answer.NotYours.class);
    assertThat(
            town.book.register(by, List.of(Town.firm(9, "500107", "3910")))
                instanceof Registered.Kept)
        .isEqualTo(role == Role.LINE_OFFICE);
  }

  @Test
  void officesActWithinTheirScopeOnly() {
    Access line = town.office(Role.LINE_OFFICE, "industry:36");
    Version other = town.book.versions(firms.owner(), key(firm(0), "2012-09")).getFirst();
    assertThat(town.book.accept(line, other.entry(), "")).isInstanceOf(Decided.Refused.class);
    assertThat(town.book.register(line, List.of(Town.firm(9, "500107", "3910"))))
        .isInstanceOf(Registered.Refused.class);
    assertThat(town.book.register(line, List.of(Town.firm(9, "500107", "3650"))))
        .isInstanceOf(Registered.Kept.class);
    assertThat(town.book.register(line, List.of(new Change(firm(0), Map.of("name", "x"), MARCH))))
        .isInstanceOf(Registered.Refused.class);
  }

  @Test
  void theUnitSeesWhoReadItsCells() {
    Access auditor = town.office(Role.AUDITOR, "all");
    Access district = town.office(Role.DISTRICT, "district:500101");
    ReportKey first = key(firm(0), "2012-09");
    town.book.versions(firms.owner(), first);
    assertThat(town.book.readings(firms.owner(), firm(0))).isEmpty();
    town.book.versions(auditor, first);
    town.book.last(district, "output", SEPTEMBER);
    town.book.versions(district, first);
    assertThat(town.book.readings(firms.owner(), firm(0)))
        .extracting(CellReading::by, CellReading::among)
        .containsExactly(org.assertj.core.api.Assertions.tuple(auditor.account(), false));
    assertThat(town.book.readings(auditor, firm(1)))
        .extracting(CellReading::by, CellReading::among)
        .containsExactly(org.assertj.core.api.Assertions.tuple(district.account(), true));
    assertThat(town.book.readings(district, firm(1))).isEmpty();
    assertThat(town.book.readings(firms.owner(), firm(1))).isEmpty();
    assertThat(town.book.verify()).isEmpty();
  }
}
