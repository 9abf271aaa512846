package yuheng.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import yuheng.facts.Act;
import yuheng.facts.FigureTable;
import yuheng.facts.Intake;
import yuheng.facts.Journal;
import yuheng.facts.Offered;

/// Where figures are brought (收数台): checks them against what is known now, and keeps a table until
/// the account that brought it takes it, brings another, or leaves it for two hours.
@NeedsJournal
final class Desk {
  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final int MOST = 24;
  private static final int TRIES = 10;

  private final Shown shown;
  private final Journal journal;
  private final Clock clock;
  private final Map<String, Brought> tables = new ConcurrentHashMap<>();

  Desk(Shown shown, Journal journal, Clock clock) {
    this.shown = shown;
    this.journal = journal;
    this.clock = clock;
  }

  /// A table that lies on the desk.
  ///
  /// @param what the act will be for: `import`, `from-text`
  record Brought(FigureTable table, String what, Instant at) {}

  /// Puts a table on the desk in place of the account's last one.
  void put(String account, FigureTable table, String what) {
    Instant now = clock.instant();
    tables.values().removeIf(one -> one.at.plus(PATIENCE).isBefore(now));
    while (tables.size() >= MOST) {
      tables.entrySet().stream()
          .min(Comparator.comparing(entry -> entry.getValue().at))
          .ifPresent(oldest -> tables.remove(oldest.getKey()));
    }
    tables.put(account, new Brought(table, what, now));
  }

  /// The table of an account.
  Optional<Brought> of(String account) {
    return Optional.ofNullable(tables.get(account));
  }

  /// Takes the account's table off the desk.
  void clear(String account) {
    tables.remove(account);
  }

  /// The day of entry.
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneId.systemDefault());
  }

  /// Tables checked against what is known now.
  Intake check(FigureTable table) {
    return Intake.of(shown.plan(), shown.figures().upTo(journal), today(), List.of(table));
  }

  /// What came of an attempt to take a table.
  ///
  /// @param act empty when something is wrong, or still open, and nothing was taken
  record Outcome(Intake intake, Optional<Act> act) {}

  /// Takes a table if nothing is wrong or open.
  Outcome take(
      FigureTable table, Function<Offered, Optional<String>> reasons, String account, String what) {
    for (int i = 0; i < TRIES; i++) {
      Intake intake = check(table).because(reasons);
      boolean fits =
          intake.faults().isEmpty() && intake.open().isEmpty() && !intake.offered().isEmpty();
      Optional<Act> act = fits ? intake.take(journal, account, what) : Optional.empty();
      if (!fits || act.isPresent()) {
        return new Outcome(intake, act);
      }
    }
    return new Outcome(check(table).because(reasons), Optional.empty());
  }
}
