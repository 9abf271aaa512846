package yuheng.synth;

import java.time.LocalDate;
import java.time.YearMonth;

/// What sort of synthetic city is wanted.
///
/// @param enterprises how many are ever on the register; at least 100
/// @param months how many months are reported; 1 to 240
/// @param seed other seeds make other cities
/// @param from the first month
/// @param knownOn figures heard later have no influence
public record Wishes(
    int enterprises, int months, long seed, YearMonth from, LocalDate knownOn, Mischief mischief) {
  private static final int FEWEST = 100;
  private static final int MOST = 1_000_000;
  private static final int LONGEST = 240;

  public Wishes {
    if (enterprises < FEWEST || enterprises > MOST) {
      throw new IllegalArgumentException(
          "A synthetic city has %d to %d enterprises, not %d."
              .formatted(FEWEST, MOST, enterprises));
    }
    if (months < 1 || months > LONGEST) {
      throw new IllegalArgumentException(
          "A synthetic city lasts 1 to %d months, not %d.".formatted(LONGEST, months));
    }
  }

  /// What goes wrong on purpose, of ten thousand reports.
  ///
  /// @param late handed in after the due day
  /// @param revised handed in low, and raised one to three months later
  /// @param wrongUnit handed in a thousand or ten times too large, returned, and put right within a
  ///   week
  /// @param priorRevised with figures of the year before that are not those reported then
  public record Mischief(int late, int revised, int wrongUnit, int priorRevised) {
    /// Nothing.
    public static final Mischief NONE = new Mischief(0, 0, 0, 0);

    /// Two percent late, one revised, three per mille in a wrong unit, five with other figures of
    /// the year before.
    public static final Mischief SOME = new Mischief(200, 100, 30, 50);
  }
}
