package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import yuheng.terms.Problem;

/// Accounts are what the journal says of them, whoever said it.
@SuppressWarnings("NullAway.Init") // JUnit opens the journal
class AccountsTest {
  @TempDir private Path folder;
  private Journal journal;
  private Accounts accounts;

  @BeforeEach
  void open() {
    journal = Journal.open(folder.resolve("journal.db"));
    accounts = new Accounts(journal);
  }

  @AfterEach
  void close() {
    assertThat(journal.verify()).isEmpty();
    journal.close();
  }

  private Account add(String name, Role role) {
    return accounts.add(Act.HOUSE, name, name, role, "hash-" + name, false);
  }

  @Test
  void anAccountIsWhatWasLastSaidOfIt() {
    assertThat(accounts.isEmpty()).isTrue();
    Account li = accounts.add(Act.HOUSE, "li", " 李 明 ", Role.ANALYST, "h1", true);
    assertThat(li.display()).isEqualTo("李 明");
    assertThat(li.oneTime()).isTrue();
    accounts.password("li", "li", "h2", false);
    accounts.role(Act.HOUSE, "li", Role.REVIEWER);
    Account now = accounts.find("li").orElseThrow();
    assertThat(now.role()).isEqualTo(Role.REVIEWER);
    assertThat(now.oneTime()).isFalse();
    assertThat(now.since()).isEqualTo(li.since());
    assertThat(now.passwordSince()).isGreaterThan(li.passwordSince());
    assertThat(accounts.hash("li")).contains("h2");
    assertThat(accounts.all()).containsExactly(now);
    assertThat(accounts.changes("li")).extracting(Act::what).endsWith("account-add");
    assertThat(accounts.isEmpty()).isFalse();
  }

  @Test
  void aBetterHashOfTheSamePasswordEndsNoSession() {
    Account before = add("li", Role.READER);
    accounts.rehash("li", "better");
    assertThat(accounts.find("li")).contains(before);
    assertThat(accounts.hash("li")).contains("better");
  }

  @Test
  void anotherProcessSeesAChangeAtOnce() {
    add("li", Role.ANALYST);
    try (Journal elsewhere = Journal.open(folder.resolve("journal.db"))) {
      new Accounts(elsewhere).deactivate(Act.HOUSE, "li");
    }
    assertThat(accounts.find("li").orElseThrow().active()).isFalse();
    assertThat(accounts.reopen(Act.HOUSE, "li", "new").active()).isTrue();
    assertThat(accounts.find("li").orElseThrow().oneTime()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "Li",
        "1li",
        "li ming",
        "李明",
        "<script>",
        "li'--",
        "yuheng",
        "../etc",
        "-",
        "li\n",
        "a23456789012345678901234567890123"
      })
  void aNameThatIsNoneIsRefused(String name) {
    assertThatThrownBy(() -> add(name, Role.READER)).isInstanceOf(Accounts.Refused.class);
    assertThat(journal.last()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "two\nlines", "li\u202Egnim", "zero\u200Bwidth", "\u0000"})
  void aDisplayThatCouldPassForAnotherIsRefused(String display) {
    assertThatThrownBy(() -> accounts.add("x", "li", display, Role.READER, "h", true))
        .isInstanceOf(Accounts.Refused.class);
  }

  @Test
  void aNameIsTakenForever() {
    add("li", Role.READER);
    accounts.deactivate(Act.HOUSE, "li");
    assertThatThrownBy(() -> add("li", Role.READER)).hasMessageContaining("already");
  }

  @Test
  void whatIsNotThereOrClosedCannotBeChanged() {
    assertThatThrownBy(() -> accounts.role("x", "li", Role.READER)).hasMessageContaining("no acc");
    add("li", Role.READER);
    accounts.deactivate(Act.HOUSE, "li");
    assertThatThrownBy(() -> accounts.role("x", "li", Role.READER)).hasMessageContaining("closed");
    assertThatThrownBy(() -> accounts.password("x", "li", "h", true))
        .hasMessageContaining("closed");
  }

  @Test
  void theLastAdministratorStays() {
    add("root", Role.ADMINISTRATOR);
    assertThatThrownBy(() -> accounts.deactivate("root", "root")).hasMessageContaining("only");
    assertThatThrownBy(() -> accounts.role("root", "root", Role.READER))
        .hasMessageContaining("only");
    add("second", Role.ADMINISTRATOR);
    assertThat(accounts.deactivate("second", "root").active()).isFalse();
  }

  @Test
  void aScopeFitsItsRoleOrIsRefused() {
    for (Role role : Role.values()) {
      List<String> fitting =
          Stream.of("all", "none", "unit:7", "park:3", "district:500107", "industry:36")
              .filter(scope -> role.takes(Scope.read(scope).orElseThrow()))
              .toList();
      assertThat(fitting)
          .as(role.code())
          .containsExactlyElementsOf(
              switch (role) {
                case CLERK, OWNER -> List.of("unit:7");
                case PARK -> List.of("park:3");
                case DISTRICT -> List.of("district:500107");
                case LINE_OFFICE -> List.of("all", "industry:36");
                case ADMINISTRATOR -> List.of("none");
                case READER, ANALYST, REVIEWER, DISPATCHER, SUPERVISOR, AUDITOR ->
                    List.of("all", "none");
              });
    }
    assertThatThrownBy(() -> add("district", Role.DISTRICT)).hasMessageContaining("one district");
    assertThatThrownBy(
            () ->
                accounts.add(
                    "root",
                    "dd",
                    "d",
                    Role.DISTRICT,
                    new Scope.Industry("36"),
                    Optional.empty(),
                    "h",
                    false))
        .hasMessageContaining("one district");
    Scope shapingba = new Scope.District("500106");
    accounts.add("root", "dd", "d", Role.DISTRICT, shapingba, Optional.empty(), "h", false);
    assertThat(accounts.access("dd").orElseThrow().scope()).isEqualTo(shapingba);
    assertThatThrownBy(() -> accounts.scope("root", "dd", new Scope.All()))
        .hasMessageContaining("one district");
    assertThat(accounts.role("root", "dd", Role.ANALYST).scope()).isEqualTo(new Scope.None());
    assertThat(accounts.role("root", "dd", Role.LINE_OFFICE, new Scope.All()).scope())
        .isEqualTo(new Scope.All());
  }

  @Test
  void aScopeHoldsItselfAndWhatItsOwnWordsSay() {
    Scope machines = new Scope.Industry("35");
    assertThat(new Scope.All().holds(new Scope.One(7))).isTrue();
    assertThat(machines.holds(new Scope.Industry("3511"))).isTrue();
    assertThat(machines.holds(new Scope.Industry("3"))).isFalse();
    assertThat(machines.holds(new Scope.All())).isFalse();
    assertThat(new Scope.One(7).holds(new Scope.One(7))).isTrue();
    assertThat(new Scope.One(7).holds(new Scope.One(8))).isFalse();
    assertThat(new Scope.One(7).holds(new Scope.None())).isTrue();
    assertThat(new Scope.None().holds(new Scope.One(7))).isFalse();
    assertThat(new Scope.District("500106").holds(new Scope.Park(3))).isFalse();
  }

  @Test
  void signInsAreKeptAndATypedNameThatNobodyHasIsNot() {
    add("li", Role.READER);
    accounts.keep(Accounts.SignIn.FAILED, "li", "10.0.0.1");
    accounts.keep(Accounts.SignIn.IN, "li", "10.0.0.1");
    accounts.keep(Accounts.SignIn.FAILED, Accounts.NOBODY, "10.0.0.2");
    assertThat(accounts.signIns("li"))
        .extracting(Act::by, act -> act.said().getFirst().text("outcome"))
        .containsExactly(tuple("li", "in"), tuple(Act.HOUSE, "failed"));
    assertThat(accounts.signIns(Accounts.NOBODY)).hasSize(1);
  }

  @Test
  void aHashStandsInNoActAndAnOldOneIsGone() {
    add("li", Role.READER);
    accounts.password("li", "li", "newer-hash", false);
    assertThat(journal.since(0, 10).toString()).doesNotContain("hash-li", "newer-hash");
    assertThat(accounts.hash("li")).contains("newer-hash");
    assertThat(journal.verify()).isEmpty();
  }

  @Test
  void aHashThatSomebodyPutInItsPlaceOpensNothingAndIsNamed() throws SQLException {
    add("li", Role.READER);
    add("wang", Role.READER);
    behind(
        "update apart set text = 'forged' where subject = 'li'",
        "delete from apart where subject = 'wang'",
        "insert into apart values ('password', 'ghost', 'x')");
    assertThat(accounts.hash("li")).isEmpty();
    assertThat(accounts.hash("wang")).isEmpty();
    assertThat(journal.verify())
        .extracting(Problem::what)
        .anySatisfy(what -> assertThat(what).contains("password of li"))
        .anySatisfy(what -> assertThat(what).contains("password of wang"))
        .anySatisfy(what -> assertThat(what).contains("password of ghost"))
        .hasSize(3);
    behind(
        "update apart set text = 'hash-li' where subject = 'li'",
        "insert into apart values ('password', 'wang', 'hash-wang')",
        "delete from apart where subject = 'ghost'");
    assertThat(accounts.hash("li")).contains("hash-li");
  }

  /// Changes the file behind the journal's back.
  private void behind(String... changes) throws SQLException {
    try (var file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("journal.db"));
        var statement = file.createStatement()) {
      for (String change : changes) {
        statement.execute(change);
      }
    }
  }

  @Test
  void aHashInAnActOfAnOlderJournalStillOpens() {
    Said account = new Said(Accounts.KIND, "old", Map.of("role", "reader", "one-time", "false"));
    Said hash = new Said(Accounts.PASSWORD, "old", Map.of("hash", "h1"));
    journal.append(Act.HOUSE, "account-add", List.of(account, hash));
    assertThat(accounts.hash("old")).contains("h1");
    accounts.password("old", "old", "h2", false);
    assertThat(accounts.hash("old")).contains("h2");
    assertThat(journal.verify()).isEmpty();
  }

  @Test
  void actsAreFoundByWhoWhatAboutWhatAndWhen() {
    add("li", Role.READER);
    add("wang", Role.READER);
    accounts.keep(Accounts.SignIn.IN, "li", "10.0.0.1");
    accounts.keep(Accounts.SignIn.IN, "wang", "10.0.0.1");
    accounts.keep(Accounts.SignIn.OUT, "li", "10.0.0.1");
    assertThat(found(filter("li", "", ""))).containsExactly(5L, 3L);
    assertThat(found(filter("", "sign-in", ""))).containsExactly(5L, 4L, 3L);
    assertThat(found(filter("", "", "wang"))).containsExactly(4L, 2L);
    assertThat(found(filter("li", "account", ""))).isEmpty();
    assertThat(journal.find(ActFilter.ALL, 4, 2)).extracting(Act::number).containsExactly(3L, 2L);
    Instant now = Instant.now();
    assertThat(found(ActFilter.since("sign-in", now.minusSeconds(60)))).hasSize(3);
    assertThat(found(ActFilter.since("sign-in", now.plusSeconds(60)))).isEmpty();
  }

  private List<Long> found(ActFilter filter) {
    return journal.find(filter, Long.MAX_VALUE, 100).stream().map(Act::number).toList();
  }

  private static ActFilter filter(String by, String kind, String subject) {
    return new ActFilter(
        Optional.of(by).filter(one -> !one.isEmpty()),
        Optional.empty(),
        Optional.of(kind).filter(one -> !one.isEmpty()),
        Optional.of(subject).filter(one -> !one.isEmpty()),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void anAccountIsGivenToAnOfficeAndTakenFromIt() {
    accounts.add(
        Act.HOUSE,
        "wang",
        "王",
        Role.ANALYST,
        new Scope.None(),
        Optional.of("finance"),
        "hash",
        false);
    assertThat(accounts.find("wang").orElseThrow().office()).contains("finance");
    accounts.role("root", "wang", Role.REVIEWER);
    assertThat(accounts.office("root", "wang", Optional.of("economy")).office())
        .contains("economy");
    assertThat(accounts.office("root", "wang", Optional.empty()).office()).isEmpty();
    assertThat(accounts.find("wang").orElseThrow().role()).isEqualTo(Role.REVIEWER);
    assertThat(accounts.changes("wang").getFirst().what()).isEqualTo("account-office");
    assertThat(add("li", Role.READER).office()).isEmpty();
  }
}
