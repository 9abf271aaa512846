package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void aRoleMayWhatItsPlaceInTheOrderSays() {
    assertThat(lets(Role.READER)).containsExactly(Role.READER);
    assertThat(lets(Role.ANALYST)).containsExactlyInAnyOrder(Role.READER, Role.ANALYST);
    assertThat(lets(Role.REVIEWER))
        .containsExactlyInAnyOrder(Role.READER, Role.ANALYST, Role.REVIEWER);
    assertThat(lets(Role.ADMINISTRATOR)).containsExactlyInAnyOrder(Role.READER, Role.ADMINISTRATOR);
  }

  private static Set<Role> lets(Role role) {
    return Stream.of(Role.values()).filter(role::may).collect(Collectors.toSet());
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
  void aHashIsSaidUnderNoKindButPassword() {
    add("li", Role.READER);
    List<Said> all = journal.since(0, 10).stream().flatMap(act -> act.said().stream()).toList();
    assertThat(all)
        .filteredOn(said -> said.fields().containsValue("hash-li"))
        .extracting(Said::kind)
        .containsExactly(Accounts.PASSWORD);
  }

  @Test
  void anAccountIsGivenToAnOfficeAndTakenFromIt() {
    accounts.add(Act.HOUSE, "wang", "王", Role.ANALYST, Optional.of("finance"), "hash", false);
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
