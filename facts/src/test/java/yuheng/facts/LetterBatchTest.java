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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Letters.Letter;

/// Ten thousand clerks are written to at once, and it is known what became of the letters.
@SuppressWarnings("NullAway.Init") // JUnit opens the journal
class LetterBatchTest {
  private static final int UNITS = 10_000;

  @TempDir private Path folder;
  private final List<Letter> letters = new ArrayList<>();
  private Instant now = Instant.parse("2012-09-01T00:00:00Z");
  private Journal journal;
  private Accounts accounts;
  private Activation activation;
  private boolean jammed = false;

  @BeforeEach
  void open() {
    Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    journal = Journal.open(folder.resolve("journal.db"), clock);
    accounts = new Accounts(journal);
    activation =
        new Activation(journal, unit -> Optional.of("clerk" + unit + "@x"), this::post, clock);
    accounts.add(Act.HOUSE, "root", "root", Role.ADMINISTRATOR, "h", false);
  }

  private void post(List<Letter> more) {
    if (jammed) {
      throw new IllegalStateException("the outbox is full");
    }
    letters.addAll(more);
  }

  @AfterEach
  void close() {
    assertThat(journal.verify()).isEmpty();
    journal.close();
  }

  private Access root() {
    return accounts.access("root").orElseThrow();
  }

  @Test
  void tenThousandCodesAreIssuedAtOnceAndEachOpensItsOwnUnit() {
    long start = System.nanoTime();
    activation.issue(root(), Role.CLERK, LongStream.rangeClosed(1, UNITS).boxed().toList());
    long issued = System.nanoTime();
    assertThat(letters).hasSize(UNITS);
    assertThat(new HashSet<>(letters.stream().map(Letter::code).toList())).hasSize(UNITS);
    assertThat(letters).allMatch(letter -> Activation.isWhole(letter.code()));
    long activating = System.nanoTime();
    for (int i = 0; i < UNITS; i += 100) {
      Letter letter = letters.get(i);
      Account clerk = activation.activate(letter.code(), "clerk" + letter.unit(), "c", "h");
      assertThat(clerk.ownUnit()).hasValue(letter.unit());
    }
    long activated = System.nanoTime();
    LetterBatch batch = activation.batches().getFirst();
    long counted = System.nanoTime();
    assertThat(batch.sent()).isTrue();
    assertThat(batch.issued()).isEqualTo(UNITS);
    assertThat(batch.used()).isEqualTo(UNITS / 100);
    assertThat(batch.waiting()).isEqualTo(UNITS - UNITS / 100);
    System.err.printf(
        "10 000 codes: issued in %d ms, an activation %.1f ms, counted in %d ms%n",
        (issued - start) / 1_000_000,
        (activated - activating) / 1e6 / (UNITS / 100),
        (counted - activated) / 1_000_000);
    assertThat((issued - start) / 1_000_000).isLessThan(20_000);
  }

  @Test
  void ofEachBatchItIsKnownWhatBecameOfItsLetters() {
    activation.issue(root(), Role.CLERK, List.of(1L, 2L, 3L, 4L));
    activation.activate(letters.getFirst().code(), "wang", "w", "h");
    activation.issue(root(), Role.CLERK, List.of(2L));
    now = now.plus(Activation.VALID).plus(Duration.ofDays(1));
    activation.issue(root(), Role.CLERK, List.of(3L));
    assertThat(activation.batches())
        .extracting(
            LetterBatch::issued,
            LetterBatch::used,
            LetterBatch::replaced,
            LetterBatch::expired,
            LetterBatch::waiting)
        .containsExactly(
            org.assertj.core.api.Assertions.tuple(1, 0, 0, 0, 1),
            org.assertj.core.api.Assertions.tuple(1, 0, 0, 1, 0),
            org.assertj.core.api.Assertions.tuple(4, 1, 2, 1, 0));
  }

  @Test
  void aBatchThatNeverReachedTheOutboxSaysSo() {
    jammed = true;
    assertThatThrownBy(() -> activation.issue(root(), Role.CLERK, List.of(1L)))
        .hasMessageContaining("full");
    jammed = false;
    activation.issue(root(), Role.CLERK, List.of(1L));
    assertThat(activation.batches()).extracting(LetterBatch::sent).containsExactly(true, false);
  }

  @Test
  void aMistypedSignAndTwoChangedOverAreSeenWithoutAskingTheJournal() {
    activation.issue(root(), Role.CLERK, LongStream.rangeClosed(1, 50).boxed().toList());
    String signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    int unseen = 0;
    int swaps = 0;
    for (Letter letter : letters) {
      String code = letter.code().replace("-", "");
      assertThat(Activation.isWhole(code.toLowerCase(java.util.Locale.ROOT))).isTrue();
      for (int i = 0; i < code.length(); i++) {
        for (int j = 0; j < signs.length(); j++) {
          char sign = signs.charAt(j);
          if (sign != code.charAt(i)) {
            String wrong = code.substring(0, i) + sign + code.substring(i + 1);
            assertThat(Activation.isWhole(wrong)).as(wrong).isFalse();
          }
        }
        if (i > 0 && code.charAt(i) != code.charAt(i - 1)) {
          swaps++;
          String swapped =
              code.substring(0, i - 1)
                  + code.charAt(i)
                  + code.charAt(i - 1)
                  + code.substring(i + 1);
          unseen += Activation.isWhole(swapped) ? 1 : 0;
        }
      }
    }
    assertThat(unseen).isLessThan(swaps / 50);
    assertThat(Activation.isWhole("")).isFalse();
    assertThat(Activation.isWhole("U".repeat(16))).isFalse();
  }
}
