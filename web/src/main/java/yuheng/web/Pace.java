package yuheng.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// How fast somebody may ask: so many at once, then so many a second. Kept in memory.
final class Pace {
  private static final int MOST_KEPT = 20_000;

  private final Clock clock;
  private final int atOnce;
  private final int perSecond;

  /// By whoever asks: when all that he may ask at once is his again.
  private final Map<String, Instant> full =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
          return size() > MOST_KEPT;
        }
      };

  Pace(Clock clock, int atOnce, int perSecond) {
    this.clock = clock;
    this.atOnce = atOnce;
    this.perSecond = perSecond;
  }

  /// Asks for one.
  ///
  /// @return how long must be waited first; zero if it may be asked now
  synchronized Duration ask(String who) {
    Instant now = clock.instant();
    Instant from = full.getOrDefault(who, now);
    Instant after =
        (from.isBefore(now) ? now : from).plus(Duration.ofSeconds(1).dividedBy(perSecond));
    Duration over =
        Duration.between(
            now.plus(Duration.ofSeconds(1).multipliedBy(atOnce).dividedBy(perSecond)), after);
    if (over.isPositive()) {
      return over;
    }
    full.put(who, after);
    return Duration.ZERO;
  }
}
