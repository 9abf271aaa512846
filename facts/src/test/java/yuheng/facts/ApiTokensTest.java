package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Letters.Letter;

/// A token may what its account may, or less, and never longer.
@SuppressWarnings("NullAway.Init") // JUnit opens the journal
class ApiTokensTest {
  private static final Duration MONTH = Duration.ofDays(30);

  @TempDir private Path folder;
  private final List<Letter> letters = new ArrayList<>();
  private Instant now = Instant.parse("2012-09-01T00:00:00Z");
  private Journal journal;
  private Accounts accounts;
  private ApiTokens tokens;
  private Activation activation;

  @BeforeEach
  void open() {
    Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    journal = Journal.open(folder.resolve("journal.db"), clock);
    accounts = new Accounts(journal);
    tokens = new ApiTokens(journal, clock);
    activation = new Activation(journal, _ -> Optional.of("a@b"), letters::addAll, clock);
    accounts.add(Act.HOUSE, "root", "root", Role.ADMINISTRATOR, "h", false);
    accounts.add(
        "root",
        "office",
        "o",
        Role.LINE_OFFICE,
        new Scope.Industry("36"),
        Optional.empty(),
        "h",
        false);
    activation.issue(accounts.access("root").orElseThrow(), Role.CLERK, List.of(7L));
    activation.activate(letters.getLast().code(), "wang", "王芳", "h");
  }

  @AfterEach
  void close() {
    assertThat(journal.verify()).isEmpty();
    journal.close();
  }

  private Account account(String name) {
    return accounts.find(name).orElseThrow();
  }

  private ApiTokens.Made clerks(boolean says) {
    return tokens.make(account("wang"), "erp", MONTH, says, new Scope.One(7));
  }

  private Optional<Access> access(String written) {
    return tokens.find(written).flatMap(tokens::access);
  }

  @Test
  void theTokenOfAClerkSpeaksForHisUnitOnly() {
    Access clerk = access(clerks(true).written()).orElseThrow();
    assertThat(clerk.account()).isEqualTo("wang");
    assertThat(clerk.speaksFor(7)).isTrue();
    assertThat(clerk.speaksFor(8)).isFalse();
    assertThatThrownBy(() -> tokens.make(account("wang"), "x", MONTH, true, new Scope.One(8)))
        .isInstanceOf(Accounts.Refused.class);
    assertThatThrownBy(() -> tokens.make(account("wang"), "x", MONTH, true, new Scope.All()))
        .isInstanceOf(Accounts.Refused.class);
    assertThat(access(clerks(false).written()).orElseThrow().speaksFor(7)).isFalse();
  }

  @Test
  void noOfficesTokenSpeaksForAUnit() {
    var made = tokens.make(account("office"), "x", MONTH, true, new Scope.Industry("3610"));
    Access access = access(made.written()).orElseThrow();
    assertThat(access.scope()).isEqualTo(new Scope.Industry("3610"));
    assertThat(access.speaksFor(7)).isFalse();
    accounts.scope("root", "office", new Scope.Industry("40"));
    assertThat(access(made.written()).orElseThrow().scope()).isEqualTo(new Scope.None());
  }

  @Test
  void theSecretIsInNoActAndNoTwoAreAlike() {
    String one = clerks(true).written();
    String other = clerks(true).written();
    assertThat(one).matches("yuheng_[0-9a-f]{16}_[0-9a-f]{64}").isNotEqualTo(other);
    assertThat(journal.since(0, 100).toString())
        .doesNotContain(one.substring(24))
        .doesNotContain(other.substring(24));
  }

  @Test
  void aTokenThatIsNoneIsWorthNothing() {
    String good = clerks(true).written();
    char last = good.charAt(good.length() - 1) == '0' ? '1' : '0';
    String mixed = good.substring(0, 24) + clerks(true).written().substring(24);
    for (String bad :
        List.of(
            "",
            "yuheng_",
            good + "0",
            good.substring(0, good.length() - 1) + last,
            mixed,
            good.toUpperCase(java.util.Locale.ROOT),
            " " + good)) {
      assertThat(tokens.find(bad)).as(bad).isEmpty();
    }
    assertThat(tokens.find(good)).isPresent();
  }

  @Test
  void aTokenEndsByTimeByRevocationByAPasswordAndWithItsAccount() {
    String expires = clerks(true).written();
    now = now.plus(MONTH).minusMillis(1);
    assertThat(access(expires)).isPresent();
    now = now.plusMillis(1);
    assertThat(access(expires)).isEmpty();

    var revoked = clerks(true);
    tokens.revoke("wang", "wang", revoked.token().id());
    assertThat(access(revoked.written())).isEmpty();
    assertThatThrownBy(() -> tokens.revoke("office", "office", revoked.token().id()))
        .isInstanceOf(Accounts.Refused.class);

    String before = clerks(true).written();
    accounts.password("wang", "wang", "h2", false);
    assertThat(access(before)).isEmpty();

    String closed = clerks(true).written();
    accounts.deactivate("root", "wang");
    assertThat(access(closed)).isEmpty();
    assertThat(tokens.of("wang")).hasSize(4);
  }

  @Test
  void whatATokenIsForAndHowLongIsAskedAndATokenOfAReaderOnlyReads() {
    accounts.add(
        Act.HOUSE, "audit", "a", Role.AUDITOR, new Scope.All(), Optional.empty(), "h", false);
    assertThatThrownBy(() -> tokens.make(account("audit"), "x", MONTH, true, new Scope.All()))
        .hasMessageContaining("only read");
    for (String name : List.of("", " ", "a\nb", "a\u202Eb", "x".repeat(61))) {
      assertThatThrownBy(() -> tokens.make(account("wang"), name, MONTH, true, new Scope.One(7)))
          .isInstanceOf(Accounts.Refused.class);
    }
    for (Duration life : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(367))) {
      assertThatThrownBy(() -> tokens.make(account("wang"), "x", life, true, new Scope.One(7)))
          .isInstanceOf(Accounts.Refused.class);
    }
    for (int i = 0; i < ApiTokens.MOST; i++) {
      clerks(false);
    }
    assertThatThrownBy(() -> clerks(false)).hasMessageContaining("20");
  }

  @Test
  void theLastUseIsNotedOnceAnHour() {
    var made = clerks(true);
    assertThat(made.token().lastUse()).isEmpty();
    long before = journal.last();
    for (int minute = 0; minute < 120; minute++) {
      tokens.used(made.token(), "10.0.0.1");
      now = now.plus(Duration.ofMinutes(1));
    }
    assertThat(journal.last()).isEqualTo(before + 2);
    assertThat(tokens.of("wang").getFirst().lastUse())
        .contains(Instant.parse("2012-09-01T01:00:00Z"));
  }
}
