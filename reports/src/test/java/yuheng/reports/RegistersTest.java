package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.reports.Town.added;
import static yuheng.reports.Town.firm;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Access;
import yuheng.facts.Role;
import yuheng.reports.RegisterChange.Add;
import yuheng.reports.RegisterChange.Change;
import yuheng.reports.RegisterChange.Close;
import yuheng.reports.RegisterChange.Merge;
import yuheng.reports.RegisterChange.Recode;
import yuheng.reports.RegisterChange.Split;

/// A register says what was true of each day, as it was known at each moment.
@SuppressWarnings("NullAway.Init") // made before each test
class RegistersTest {
  private static final LocalDate MARCH = LocalDate.of(2012, 3, 1);

  @TempDir private Path folder;
  private Town town;
  private Access line;

  @BeforeEach
  void open() {
    town = new Town(folder.resolve("book.db"));
    line = town.office(Role.LINE_OFFICE, "all");
  }

  @AfterEach
  void close() {
    assertThat(town.book.verify()).isEmpty();
    town.close();
  }

  private long add(Add add) {
    return added(town.book.register(line, List.of(add))).getFirst().unit();
  }

  private static Add with(Add add, String attribute, String value) {
    var attributes = new HashMap<>(add.attributes());
    attributes.put(attribute, value);
    return new Add(add.register(), add.code(), attributes, add.from());
  }

  private List<String> wrong(RegisterChange... changes) {
    long before = town.book.lastEntry();
    Registered answer = town.book.register(line, List.of(changes));
    assertThat(town.book.lastEntry()).isEqualTo(before);
    return switch (answer) {
      case Registered.Kept kept -> throw new AssertionError("kept: " + kept);
      case Registered.Refused(var wrong) -> wrong.stream().map(Registered.Wrong::code).toList();
    };
  }

  private RegisterUnit unit(long number, LocalDate on, Instant known) {
    return town.book.unit(line, number, on, known).orElseThrow();
  }

  @Test
  void aChangeIsTrueFromItsDayAndKnownFromItsMoment() {
    long firm = add(firm(1, "500101", "3910"));
    Instant before = town.clock.instant();
    town.clock.set("2012-11-01T00:00:00Z");
    add(firm(2, "500101", "3910"));
    added(town.book.register(line, List.of(new Change(firm, Map.of("district", "500107"), MARCH))));
    added(
        town.book.register(
            line,
            List.of(new Change(firm, Map.of("district", "500101"), LocalDate.of(2012, 6, 1)))));
    assertThat(unit(firm, MARCH, Instant.MAX).find("district")).contains("500107");
    assertThat(unit(firm, MARCH.minusDays(1), Instant.MAX).find("district")).contains("500101");
    assertThat(unit(firm, LocalDate.of(2012, 6, 1), Instant.MAX).find("district"))
        .contains("500101");
    assertThat(unit(firm, MARCH, before).find("district")).contains("500101");
    assertThat(town.book.units(line, "enterprise", MARCH, before)).hasSize(1);
    assertThat(town.book.units(line, "enterprise", MARCH, Instant.MAX)).hasSize(2);
    assertThat(town.book.changes(line, firm))
        .extracting(RegisterEntry::change)
        .hasExactlyElementsOfTypes(Add.class, Change.class, Change.class);
  }

  @Test
  void aCorrectionHoldsUntilTheNextChangeByDay() {
    long firm = add(firm(1, "500101", "3910"));
    LocalDate june = LocalDate.of(2012, 6, 1);
    added(town.book.register(line, List.of(new Change(firm, Map.of("industry", "3650"), june))));
    added(town.book.register(line, List.of(new Change(firm, Map.of("name", "改正"), MARCH))));
    added(town.book.register(line, List.of(new Change(firm, Map.of("district", "500107"), MARCH))));
    added(town.book.register(line, List.of(new Change(firm, Map.of("district", "500101"), june))));
    added(town.book.register(line, List.of(new Change(firm, Map.of("district", "500107"), june))));
    RegisterUnit now = unit(firm, june, Instant.MAX);
    assertThat(now.attributes())
        .containsEntry("industry", "3650")
        .containsEntry("name", "改正")
        .containsEntry("district", "500107");
    assertThat(unit(firm, MARCH, Instant.MAX).attributes()).containsEntry("industry", "3910");
  }

  @Test
  void aCreditCodeAndTheOrganizationCodeWithinItFindTheSameUnit() {
    long firm = add(firm(12_345_678, "500101", "3910"));
    String nine = Town.code(12_345_678);
    String credit = "91500107" + nine;
    credit += OrganizationCode.creditCheck(credit);
    assertThat(town.book.unitOf(line, "enterprise", credit).orElseThrow().number()).isEqualTo(firm);
    added(town.book.register(line, List.of(new Recode(firm, credit, LocalDate.of(2012, 7, 1)))));
    String printed = nine.substring(0, 8) + "-" + nine.charAt(8);
    for (String code : List.of(nine, printed, credit)) {
      assertThat(town.book.unitOf(line, "enterprise", code).orElseThrow().number())
          .as(code)
          .isEqualTo(firm);
    }
    assertThat(unit(firm, LocalDate.of(2012, 7, 1), Instant.MAX).codes())
        .containsExactly(credit, nine);
    assertThat(unit(firm, MARCH, Instant.MAX).codes()).containsExactly(nine, credit);
    assertThat(wrong(firm(12_345_678, "500101", "3910"))).containsExactly("RP003");
  }

  @Test
  void whatDoesNotFitIsRefusedWhole() {
    long firm = add(firm(1, "500101", "3910"));
    Add good = firm(2, "500101", "3910");
    assertThat(wrong(good, with(firm(3, "500101", "3910"), "industry", "9999")))
        .containsExactly("RP007");
    assertThat(wrong(new Add("enterprise", "123456789", good.attributes(), MARCH)))
        .containsExactly("RP002");
    assertThat(wrong(good, good)).containsExactly("RP003");
    assertThat(wrong(new Add("nobody", "1", Map.of(), MARCH))).containsExactly("RP001");
    assertThat(wrong(with(good, "colour", "red"))).containsExactly("RP004");
    assertThat(wrong(with(good, "name", ""))).containsExactly("RP005");
    assertThat(wrong(with(good, "name", "a\u202Eb"))).containsExactly("RP006");
    assertThat(wrong(with(good, "opened", "2012-02-30"))).containsExactly("RP006");
    assertThat(wrong(with(good, "above-scale", "true"))).containsExactly("RP006");
    assertThat(wrong(with(good, "capital", "1.5"))).containsExactly("RP006");
    assertThat(wrong(with(good, "park", "" + firm))).containsExactly("RP008");
    assertThat(wrong(with(good, "district", "500120"))).containsExactly("RP007");
    assertThat(wrong(new Change(firm, Map.of(), MARCH))).containsExactly("RP015");
    assertThat(wrong(new Change(99, Map.of("name", "x"), MARCH))).containsExactly("RP010");
    assertThat(wrong(new Change(firm, Map.of("name", "x"), LocalDate.of(2010, 1, 1))))
        .containsExactly("RP011");
    assertThat(wrong(new Merge(firm, firm, MARCH))).containsExactly("RP014");
    assertThat(wrong(new Split(firm, List.of(), MARCH))).containsExactly("RP014");
    assertThat(wrong(new Close(firm, " ", MARCH))).containsExactly("RP015");
    var late = new HashMap<>(good.attributes());
    late.put("district", "500120");
    add(new Add("enterprise", Town.code(4), late, LocalDate.of(2014, 1, 1)));
  }

  @Test
  void aMergedUnitEndsAndNamesTheOneItWentInto() {
    long one = add(firm(1, "500101", "3910"));
    long other = add(firm(2, "500101", "3910"));
    long third = add(firm(3, "500101", "3910"));
    added(town.book.register(line, List.of(new Merge(one, other, MARCH))));
    RegisterUnit gone = unit(one, MARCH, Instant.MAX);
    assertThat(gone.standsOn(MARCH)).isFalse();
    assertThat(gone.intoUnit()).contains(other);
    assertThat(town.book.units(line, "enterprise", MARCH, Instant.MAX)).hasSize(2);
    assertThat(wrong(new Close(one, "again", MARCH))).containsExactly("RP011");
    assertThat(wrong(new Merge(third, one, MARCH))).containsExactly("RP014");
    added(town.book.register(line, List.of(new Split(other, List.of(third), MARCH))));
    assertThat(unit(other, MARCH, Instant.MAX).intoUnit()).contains(third);
  }

  @Test
  void referencesOfOneAttributeNeverGoInARing() {
    long a = add(new Add("group", "a", Map.of(), Town.FIRST));
    long b = add(new Add("group", "b", Map.of("parent", "" + a), Town.FIRST));
    long c = add(new Add("group", "c", Map.of("parent", "" + b), Town.FIRST));
    assertThat(wrong(new Change(a, Map.of("parent", "" + c), MARCH))).containsExactly("RP009");
    assertThat(wrong(new Change(a, Map.of("parent", "" + a), MARCH))).containsExactly("RP009");
    added(town.book.register(line, List.of(new Change(c, Map.of("parent", ""), MARCH))));
    added(town.book.register(line, List.of(new Change(a, Map.of("parent", "" + c), MARCH))));
    assertThat(wrong(new Change(c, Map.of("parent", "" + b), LocalDate.of(2012, 5, 1))))
        .containsExactly("RP009");
    long d = add(new Add("group", "d", Map.of(), Town.FIRST));
    added(
        town.book.register(
            line, List.of(new Change(d, Map.of("parent", "" + b), LocalDate.of(2013, 1, 1)))));
    assertThat(wrong(new Change(c, Map.of("parent", "" + d), MARCH)))
        .as("a ring that begins later")
        .containsExactly("RP009");
  }

  @Test
  void onlyTheUnitItselfChangesItsContactAndNothingElse() {
    var firms = town.firms(1);
    Change contact = new Change(firms.unit(), Map.of("contact", "new@town.example"), MARCH);
    assertThat(wrong(contact)).containsExactly("RP012");
    added(town.book.register(firms.owner(), List.of(contact)));
    assertThat(town.book.contacts().of(firms.unit())).contains("new@town.example");
    Change name = new Change(firms.unit(), Map.of("name", "mine"), MARCH);
    assertThat(town.book.register(firms.owner(), List.of(name)))
        .isInstanceOfSatisfying(
            Registered.Refused.class,
            no -> assertThat(no.wrong()).extracting("code").containsExactly("RP013"));
    for (Access other :
        List.of(
            town.office(Role.ADMINISTRATOR, "none"),
            town.office(Role.REVIEWER, "all"),
            town.office(Role.DISTRICT, "district:500107"),
            town.office(Role.PARK, "park:1"))) {
      assertThat(town.book.register(other, List.of(contact)))
          .isInstanceOf(Registered.Refused.class);
    }
  }

  @Test
  void aFirmWithAWrongContactIsClosedAndAddedAnew() {
    Add wrong = firm(5, "500101", "3910");
    long first = add(wrong);
    added(town.book.register(line, List.of(new Close(first, "登记有误", Town.FIRST))));
    long second = add(with(wrong, "contact", "right@town.example"));
    assertThat(town.book.unitOf(line, "enterprise", wrong.code()).orElseThrow().number())
        .isEqualTo(second);
    assertThat(town.book.contacts().of(first)).isEmpty();
  }
}
