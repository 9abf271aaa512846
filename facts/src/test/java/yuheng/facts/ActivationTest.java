package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import yuheng.facts.Letters.Letter;

/// Who speaks for a unit holds a code that went to the unit's registered contact.
@SuppressWarnings("NullAway.Init") // JUnit opens the journal
class ActivationTest {
  @TempDir private Path folder;
  private final List<Letter> letters = new ArrayList<>();
  private Instant now = Instant.parse("2012-09-01T00:00:00Z");
  private Journal journal;
  private Accounts accounts;
  private Activation activation;

  @BeforeEach
  void open() {
    Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    journal = Journal.open(folder.resolve("journal.db"), clock);
    accounts = new Accounts(journal);
    Map<Long, String> contacts = Map.of(7L, "wang@seven.example", 8L, "li@eight.example");
    activation =
        new Activation(
            journal, unit -> Optional.ofNullable(contacts.get(unit)), letters::addAll, clock);
    accounts.add(Act.HOUSE, "root", "root", Role.ADMINISTRATOR, "h", false);
  }

  @AfterEach
  void close() {
    assertThat(journal.verify()).isEmpty();
    journal.close();
  }

  private Access access(String name) {
    return accounts.access(name).orElseThrow();
  }

  private String code(Role role, long unit) {
    activation.issue(access("root"), role, List.of(unit));
    return letters.getLast().code();
  }

  @Test
  void theCodeGoesToTheRegisteredContactAndOpensAnAccountOfTheUnit() {
    var issued = activation.issue(access("root"), Role.CLERK, List.of(7L, 8L, 9L));
    assertThat(issued).isEqualTo(new Activation.Issued(2, List.of(9L)));
    assertThat(letters)
        .extracting(Letter::contact)
        .containsExactly("wang@seven.example", "li@eight.example");
    String typed = letters.getFirst().code().toLowerCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(activation.find(typed))
        .contains(new Activation.Use(7, Role.CLERK, Optional.empty()));
    Account wang = activation.activate(typed, "wang", "王芳", "her-hash");
    assertThat(wang.oneTime()).isFalse();
    assertThat(accounts.hash("wang")).contains("her-hash");
    assertThat(access("wang").speaksFor(7)).isTrue();
    assertThat(access("wang").speaksFor(8)).isFalse();
    assertThat(access("wang").scope()).isEqualTo(new Scope.One(7));
  }

  @Test
  void noActOfTheJournalHoldsACode() {
    String code = code(Role.OWNER, 7);
    activation.activate(code, "wang", "王芳", "h");
    assertThat(journal.since(0, 100).toString())
        .doesNotContain(code)
        .doesNotContain(code.replace("-", ""));
    assertThat(letters.toString()).doesNotContain(code);
  }

  @Test
  void aCodeOpensOneAccountEvenWhenTwoHurry() {
    String code = code(Role.CLERK, 7);
    long opened =
        IntStream.range(0, 8)
            .parallel()
            .filter(
                i -> {
                  try {
                    activation.activate(code, "clerk" + i, "c", "h");
                    return true;
                  } catch (Accounts.Refused refused) {
                    return false;
                  }
                })
            .count();
    assertThat(opened).isEqualTo(1);
    assertThat(activation.find(code)).isEmpty();
  }

  @Test
  void aCodeEndsByTimeAndByANewerOne() {
    String first = code(Role.CLERK, 7);
    String second = code(Role.CLERK, 7);
    String owner = code(Role.OWNER, 7);
    assertThat(activation.find(first)).isEmpty();
    assertThat(activation.find(second)).isPresent();
    assertThat(activation.find(owner)).isPresent();
    now = now.plus(Activation.VALID).minusMillis(1);
    assertThat(activation.find(second)).isPresent();
    now = now.plus(Duration.ofMillis(1));
    assertThatThrownBy(() -> activation.activate(second, "wang", "w", "h"))
        .isInstanceOf(Accounts.Refused.class);
    assertThat(activation.find("0000-0000-0000-0000")).isEmpty();
  }

  @Test
  void aTakenNameDoesNotUseTheCodeUp() {
    activation.activate(code(Role.CLERK, 8), "wang", "w", "h8");
    String code = code(Role.CLERK, 7);
    assertThatThrownBy(() -> activation.activate(code, "wang", "w", "h7"))
        .hasMessageContaining("already");
    assertThat(accounts.hash("wang")).contains("h8");
    assertThat(activation.activate(code, "wang7", "w", "h7").ownUnit()).hasValue(7);
  }

  @ParameterizedTest
  @EnumSource(names = {"CLERK", "OWNER"})
  void noAdministratorMakesOrTakesAnAccountOfAUnit(Role role) {
    assertThatThrownBy(() -> accounts.add("root", "fake", "f", role, "h", false))
        .hasMessageContaining("opened by the enterprise itself");
    accounts.add("root", "office", "o", Role.ANALYST, "h", false);
    assertThatThrownBy(() -> accounts.role("root", "office", role))
        .hasMessageContaining("opened by the enterprise itself");
    accounts.scope("root", "office", new Scope.One(7));
    assertThat(access("office").speaksFor(7)).isFalse();
    activation.activate(code(role, 7), "wang", "w", "h");
    assertThatThrownBy(() -> accounts.password("root", "wang", "mine", true))
        .hasMessageContaining("registered contact");
    assertThatThrownBy(() -> accounts.role("root", "wang", Role.ANALYST))
        .hasMessageContaining("registered contact");
    assertThatThrownBy(() -> accounts.scope("root", "wang", new Scope.One(8)))
        .hasMessageContaining("registered contact");
    accounts.deactivate("root", "wang");
    assertThatThrownBy(() -> accounts.reopen("root", "wang", "mine"))
        .hasMessageContaining("registered contact");
    assertThat(accounts.hash("wang")).contains("h");
    assertThat(accounts.password("office", "office", "own", false).oneTime()).isFalse();
  }

  @Test
  void aResetGoesToTheContactAndIsSeenByTheUnit() {
    activation.activate(code(Role.CLERK, 7), "wang", "w", "old");
    long before = access("wang").passwordSince();
    assertThat(access("wang").resetSince()).isZero();
    activation.reset(access("root"), "wang");
    assertThat(letters.getLast().contact()).isEqualTo("wang@seven.example");
    assertThat(accounts.hash("wang")).contains("old");
    assertThat(accounts.changes("wang").getFirst().by()).isEqualTo("root");
    assertThat(accounts.changes("wang").getFirst().what()).isEqualTo("account-reset");
    String code = letters.getLast().code();
    assertThatThrownBy(() -> activation.activate(code, "second", "s", "h"))
        .isInstanceOf(Accounts.Refused.class);
    activation.renew(code, "new");
    assertThat(accounts.hash("wang")).contains("new");
    assertThat(access("wang").passwordSince()).isGreaterThan(before);
    assertThat(access("wang").resetSince()).isEqualTo(access("wang").passwordSince());
    assertThat(access("wang").speaksFor(7)).isTrue();
    assertThatThrownBy(() -> activation.renew(code, "again")).isInstanceOf(Accounts.Refused.class);
  }

  @Test
  void aClosedAccountOfAUnitIsOpenedAgainByTheUnit() {
    activation.activate(code(Role.CLERK, 7), "wang", "w", "old");
    accounts.deactivate("root", "wang");
    assertThat(accounts.access("wang")).isEmpty();
    activation.reset(access("root"), "wang");
    activation.renew(letters.getLast().code(), "new");
    assertThat(access("wang").speaksFor(7)).isTrue();
  }

  @Test
  void anOwnerHasLettersSentToHisOwnUnitOnly() {
    activation.activate(code(Role.OWNER, 7), "boss", "b", "h");
    assertThat(activation.issue(access("boss"), Role.CLERK, List.of(7L)).sent()).isEqualTo(1);
    assertThatThrownBy(() -> activation.issue(access("boss"), Role.CLERK, List.of(8L)))
        .isInstanceOf(Accounts.Refused.class);
    accounts.add("root", "office", "o", Role.LINE_OFFICE, "h", false);
    assertThatThrownBy(() -> activation.issue(access("office"), Role.CLERK, List.of(7L)))
        .isInstanceOf(Accounts.Refused.class);
    assertThatThrownBy(() -> activation.reset(access("root"), "office"))
        .isInstanceOf(Accounts.Refused.class);
  }

  @Test
  void theFolderOfLettersIsReadByItsOwnUserOnly() throws IOException {
    Path outbox = folder.resolve("letters");
    var post =
        new Activation(journal, _ -> Optional.of("a@b"), Letters.folder(outbox), Clock.systemUTC());
    post.issue(access("root"), Role.CLERK, List.of(7L, 8L));
    try (var files = Files.list(outbox)) {
      Path file = files.findFirst().orElseThrow();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Files.readAllLines(file)).hasSize(3);
    }
  }
}
