package yuheng.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Makes guessing slow. After five wrong passwords for a name within 15 minutes, or twenty from an
/// address (an office may share one), each further one costs a wait: 30 s, 1 min, 2 min, … 15 min.
/// Fifteen quiet minutes after a wait, or the right password for a name, and counting begins anew.
///
/// Names that no account has are counted the same. Kept in memory; after a restart [SignInsOfLate]
/// tells what the journal has of it.
final class Lockout {
  static final int TRIES_FOR_NAME = 5;
  static final int TRIES_FROM_ADDRESS = 20;
  static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final int MOST_DOUBLINGS = 5;
  private static final int MOST_KEPT = 10_000;

  private final Clock clock;
  private final Tries names = new Tries(TRIES_FOR_NAME);
  private final Tries addresses = new Tries(TRIES_FROM_ADDRESS);

  Lockout(Clock clock) {
    this.clock = clock;
  }

  /// Asks for a try. It counts as wrong until [#right] says otherwise, so that many at once gain
  /// nothing.
  ///
  /// @return how long must be waited first; zero if the try may be made
  synchronized Duration enter(String name, String from) {
    Instant now = clock.instant();
    Duration wait = longer(names.wait(name, now), addresses.wait(from, now));
    if (wait.isZero()) {
      names.wrong(name, now);
    }
    return wait;
  }

  /// The password was right.
  synchronized void right(String name) {
    names.forget(name);
  }

  /// The password was wrong.
  ///
  /// @return whether the next try has to wait
  synchronized boolean wrong(String name, String from) {
    Instant now = clock.instant();
    addresses.wrong(from, now);
    return !longer(names.wait(name, now), addresses.wait(from, now)).isZero();
  }

  /// How long an address must wait.
  synchronized Duration waitFrom(String from) {
    return addresses.wait(from, clock.instant());
  }

  /// Something that is no password was wrong: a token, a code.
  synchronized void wrongFrom(String from) {
    addresses.wrong(from, clock.instant());
  }

  /// A wrong password of before the server started.
  ///
  /// @param name empty if it was of no account
  synchronized void wrongAt(String name, String from, Instant at) {
    if (!name.isEmpty()) {
      names.wrong(name, at);
    }
    addresses.wrong(from, at);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /// Wrong passwords by name, or by address.
  private static final class Tries {
    private final int most;
    private final Map<String, Count> kept =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_KEPT;
          }
        };

    Tries(int most) {
      this.most = most;
    }

    Duration wait(String key, Instant now) {
      @Nullable Count count = kept.get(key);
      return count == null || !now.isBefore(count.until)
          ? Duration.ZERO
          : Duration.between(now, count.until);
    }

    void wrong(String key, Instant now) {
      Count count = kept.computeIfAbsent(key, _ -> new Count());
      if (now.isAfter(count.until.plus(WINDOW))) {
        count.waits = 0;
      }
      count.wrong.addLast(now);
      while (count.wrong.getFirst().isBefore(now.minus(WINDOW))) {
        count.wrong.removeFirst();
      }
      if (count.wrong.size() >= most || count.waits > 0) {
        count.until =
            now.plus(FIRST_WAIT.multipliedBy(1L << Math.min(count.waits, MOST_DOUBLINGS)));
        if (count.until.isAfter(now.plus(WINDOW))) {
          count.until = now.plus(WINDOW);
        }
        count.waits++;
      }
    }

    void forget(String key) {
      kept.remove(key);
    }
  }

  private static final class Count {
    private final Deque<Instant> wrong = new ArrayDeque<>();
    private int waits = 0;
    private Instant until = Instant.EPOCH;
  }
}
