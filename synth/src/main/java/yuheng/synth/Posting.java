package yuheng.synth;

import java.time.LocalDate;
import java.time.ZoneOffset;
import yuheng.synth.ReportRow.Oddity;

/// On which day and in which hour a report is handed in and accepted, and what goes wrong with it
/// on purpose. Nothing here changes what a correct report says.
final class Posting {
  private static final int OF = 10_000;
  private static final int HOUR = 3_600;
  private static final int OPENS = 8;
  private static final int OPEN_HOURS = 10;
  private static final int DAY = 24 * HOUR;
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final Wishes.Mischief mischief;

  Posting(Wishes.Mischief mischief) {
    this.mischief = mischief;
  }

  private static long draw(long luck, int form, int month) {
    return Chance.mix(luck, 1_000_003L * (form + 1) + month);
  }

  /// Fills when the first version comes, and what is wrong with it.
  void of(ReportRow row, long luck, int form, int month) {
    long draw = draw(luck, form, month);
    row.version = 1;
    row.oddity = oddity(Math.floorMod(Chance.mix(draw, 1), OF));
    LocalDate last = row.period().lastDay();
    int due = row.form.dueDays();
    double when = Math.sqrt(Chance.of(draw, 2));
    int days =
        row.oddity == Oddity.LATE
            ? due + 1 + (int) (Chance.of(draw, 3) * Math.min(12, due))
            : 1 + (int) (when * due);
    row.heard = at(last.plusDays(days), Chance.of(draw, 4));
    row.accepted =
        row.oddity == Oddity.WRONG_UNIT
            ? ReportRow.NONE
            : row.heard + DAY * (1 + (long) (3 * Chance.of(draw, 5)));
  }

  private Oddity oddity(int drawn) {
    int upTo = mischief.late();
    if (drawn < upTo) {
      return Oddity.LATE;
    }
    upTo += mischief.revised();
    if (drawn < upTo) {
      return Oddity.LOW;
    }
    upTo += mischief.wrongUnit();
    if (drawn < upTo) {
      return Oddity.WRONG_UNIT;
    }
    upTo += mischief.priorRevised();
    return drawn < upTo ? Oddity.PRIOR_REVISED : Oddity.NONE;
  }

  private static long at(LocalDate day, double hour) {
    return day.atStartOfDay().toEpochSecond(CHINA)
        + OPENS * HOUR
        + (long) (hour * OPEN_HOURS * HOUR);
  }

  /// Fills when the second version comes: within a week where the first was returned, else one to
  /// three months later.
  void correct(ReportRow row, long luck, int form, int month) {
    long draw = draw(luck, form, month);
    int days =
        row.oddity == Oddity.WRONG_UNIT
            ? 2 + (int) (5 * Chance.of(draw, 6))
            : 30 + (int) (60 * Chance.of(draw, 6));
    row.version = 2;
    row.oddity = Oddity.CORRECTION;
    row.heard += (long) DAY * days;
    row.accepted = row.heard + DAY;
  }

  /// How much of what came since the last report a low version says.
  double part(long luck, int form, int month) {
    return 0.6 + 0.38 * Chance.of(draw(luck, form, month), 7);
  }

  /// How many times too large a wrong unit makes it.
  int times(long luck, int form, int month) {
    return Chance.of(draw(luck, form, month), 8) < 0.5 ? 10 : 1_000;
  }

  /// How many times the figures of the year before are what was reported then.
  double revision(long luck, int form, int month) {
    return 0.96 + 0.1 * Chance.of(draw(luck, form, month), 9);
  }
}
