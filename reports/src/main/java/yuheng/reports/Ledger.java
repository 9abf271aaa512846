package yuheng.reports;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yuheng.facts.Access;
import yuheng.facts.Act;

/// The book while one transaction writes it: numbers, times and chains. It holds the write lock
/// from [#begin] on, so that what it reads stays true until the commit; what it remembers from one
/// transaction to the next is thrown away when another process wrote in between.
final class Ledger {
  private static final byte[] NO_TOKEN = {};

  private final EntryTable table;
  private final Clock clock;
  private final Map<Long, byte[]> heads = new HashMap<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private boolean allHeads;
  private long last;
  private long lastAt;
  private Known known;
  private Optional<DayRoot> root = Optional.empty();

  Ledger(EntryTable table, Clock clock, Scheme scheme) {
    this.table = table;
    this.clock = clock;
    this.known = Known.nothing(scheme);
  }

  void begin() throws SQLException {
    afterwards.clear();
    Optional<Entry> end = table.lastEntry();
    long number = end.map(Entry::number).orElse(0L);
    if (number != last) {
      forget();
      last = number;
      lastAt = end.map(Entry::at).orElse(0L);
    }
    known = known.after(table);
    root = lastRoot(table);
  }

  /// After a commit.
  void done() {
    afterwards.forEach(Runnable::run);
    afterwards.clear();
  }

  /// After a transaction that came to nothing.
  void undone(Known before) {
    known = before;
    last = -1;
    forget();
  }

  private void forget() {
    heads.clear();
    allHeads = false;
  }

  EntryTable table() {
    return table;
  }

  Known known() {
    return known;
  }

  /// Number of the last entry, the ones of this transaction too.
  long last() {
    return last;
  }

  /// Does something once what was written is on disk.
  void afterwards(Runnable step) {
    afterwards.add(step);
  }

  /// The moment of an entry that is added now; never before the last one's.
  Instant now() {
    return Instant.ofEpochMilli(at());
  }

  private long at() {
    long floor =
        root.map(bound -> bound.day().plusDays(1).atStartOfDay(clock.getZone()))
            .map(day -> day.toInstant().toEpochMilli())
            .orElse(0L);
    return Math.max(Math.max(clock.millis(), lastAt), floor);
  }

  LocalDate today() {
    return day(at());
  }

  private LocalDate day(long at) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(at), clock.getZone());
  }

  /// Adds a version. This is the only way in which one comes into being: for a unit that the access
  /// speaks for.
  Entry addVersion(Access by, ReportKey key, byte[] token, byte[] body) throws SQLException {
    if (!by.speaksFor(key.unit())) {
      throw new IllegalStateException("%s does not speak for unit %d".formatted(by, key.unit()));
    }
    return add(
        key.unit(),
        Entry.Kind.VERSION,
        key.form(),
        key.period().toString(),
        0,
        token,
        by.account(),
        body);
  }

  /// Adds what an office said of a version.
  Entry addAbout(Entry version, Entry.Kind kind, String by, byte[] body) throws SQLException {
    if (kind != Entry.Kind.DECISION && kind != Entry.Kind.NOTE) {
      throw new IllegalArgumentException(kind + " is not said of a version");
    }
    return add(
        version.unit(),
        kind,
        version.form(),
        version.period(),
        version.number(),
        NO_TOKEN,
        by,
        body);
  }

  Entry addChange(long unit, String by, byte[] body) throws SQLException {
    return add(unit, Entry.Kind.REGISTER, "", "", 0, NO_TOKEN, by, body);
  }

  Entry addLayout(String form, List<String> items) throws SQLException {
    Entry layout =
        add(Entry.HOUSE, Entry.Kind.LAYOUT, form, "", 0, NO_TOKEN, Act.HOUSE, Bodies.of(items));
    learn();
    return layout;
  }

  /// Takes what was added to registers and layouts to memory.
  void learn() throws SQLException {
    known = known.after(table);
  }

  private Entry add(
      long unit,
      Entry.Kind kind,
      String form,
      String period,
      long about,
      byte[] token,
      String by,
      byte[] body)
      throws SQLException {
    long at = at();
    if (day(at).isAfter(day(lastAt))) {
      seal(day(at));
    }
    byte[] before = heads.get(unit);
    if (before == null) {
      before = allHeads ? Digest.START : table.head(unit).orElse(Digest.START);
    }
    Entry entry =
        Entry.chained(before, last + 1, unit, kind, form, period, about, token, at, by, body);
    table.insert(entry);
    heads.put(unit, entry.hash());
    last = entry.number();
    lastAt = at;
    return entry;
  }

  /// Binds what was said up to the last entry, if its day is before another and not bound yet.
  Optional<DayRoot> seal(LocalDate before) throws SQLException {
    if (last == 0) {
      return Optional.empty();
    }
    LocalDate day = day(lastAt);
    if (!day.isBefore(before) || root.filter(bound -> !bound.day().isBefore(day)).isPresent()) {
      return Optional.empty();
    }
    if (!allHeads) {
      heads.clear();
      heads.putAll(table.heads());
      allHeads = true;
    }
    byte[] rootBefore =
        root.map(bound -> HexFormat.of().parseHex(bound.root())).orElse(Digest.START);
    ReadingLog.Head reading = ReadingLog.head(table);
    byte[] next = DayRoots.root(rootBefore, day, last, heads, reading);
    table
        .statement(
            "insert into day_root values (?, ?, ?, ?, ?, ?)",
            day.toEpochDay(),
            last,
            reading.number(),
            heads.size(),
            next,
            rootBefore)
        .executeUpdate();
    root = lastRoot(table);
    return root;
  }

  private static Optional<DayRoot> lastRoot(EntryTable table) throws SQLException {
    return table.first(DayRoots::of, DayRoots.ROWS + "order by day desc limit 1");
  }
}
