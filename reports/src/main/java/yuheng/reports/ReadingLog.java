package yuheng.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import yuheng.facts.Access;
import yuheng.facts.Role;
import yuheng.facts.Scope;
import yuheng.terms.Period;

/// Who read the cells of whom (阅览记录). A reading is kept in memory first and put on disk with the
/// next commit, at the latest half a second later, so that it costs no sync of its own; who asks
/// for the log gets all of it.
final class ReadingLog {
  private final Clock clock;
  private final ConcurrentLinkedQueue<Row> waiting = new ConcurrentLinkedQueue<>();

  ReadingLog(Clock clock) {
    this.clock = clock;
  }

  /// One reading.
  ///
  /// @param unit 0 for every unit of the reader's scope
  record Row(
      long at, String account, String role, String scope, long unit, String form, String period) {
    private byte[] hashAfter(byte[] before, long number) {
      return new Digest()
          .add(before)
          .add(number)
          .add(at)
          .add(account)
          .add(role)
          .add(scope)
          .add(unit)
          .add(form)
          .add(period)
          .end();
    }

    CellReading shown() {
      return new CellReading(
          Instant.ofEpochMilli(at),
          account,
          Role.find(role).orElseThrow(Packed.Torn::new),
          form,
          Period.read(period).orElseThrow(Packed.Torn::new),
          unit == 0);
    }

    Scope readScope() {
      return Scope.read(scope).orElseThrow(Packed.Torn::new);
    }
  }

  /// The end of the chain of readings.
  static final class Head {
    private final long number;
    private final byte[] hash;

    Head(long number, byte[] hash) {
      this.number = number;
      this.hash = hash;
    }

    long number() {
      return number;
    }

    byte[] hash() {
      return hash;
    }

    /// The head when a row is put behind it.
    Head after(Row row) {
      return new Head(number + 1, row.hashAfter(hash, number + 1));
    }
  }

  void add(Access by, long unit, String form, String period) {
    waiting.add(
        new Row(
            clock.millis(),
            by.account(),
            by.role().code(),
            by.scope().written(),
            unit,
            form,
            period));
  }

  boolean isWaiting() {
    return !waiting.isEmpty();
  }

  /// Writes what waits; it goes on waiting until [#written] says that it is on disk.
  List<Row> write(EntryTable table) throws SQLException {
    var rows = new ArrayList<>(waiting);
    if (rows.isEmpty()) {
      return rows;
    }
    Head head = head(table);
    for (Row row : rows) {
      head = head.after(row);
      table
          .statement(
              "insert into reading values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
              head.number(),
              row.at(),
              row.account(),
              row.role(),
              row.scope(),
              row.unit(),
              row.form(),
              row.period(),
              head.hash())
          .executeUpdate();
    }
    return rows;
  }

  /// They are on disk.
  void written(List<Row> rows) {
    rows.forEach(_ -> waiting.poll());
  }

  static Head head(EntryTable table) throws SQLException {
    return table
        .first(
            row -> new Head(row.getLong(1), EntryTable.bytes(row, 2)),
            "select number, hash from reading order by number desc limit 1")
        .orElse(new Head(0, Digest.START));
  }

  /// Readings of a unit, and of all units, in order.
  static List<Row> of(EntryTable table, long unit) throws SQLException {
    return table.list(
        ReadingLog::row,
        """
        select at, account, role, scope, unit, form, period from reading
        where unit in (0, ?) order by number\
        """,
        unit);
  }

  /// Tells every reading that is not as it was kept.
  static void follow(EntryTable table, Consumer<String> broken) throws SQLException {
    var head = new Head(0, Digest.START);
    try (ResultSet rows =
        table
            .statement(
                """
                select at, account, role, scope, unit, form, period, number, hash from reading
                order by number\
                """)
            .executeQuery()) {
      while (rows.next()) {
        long number = rows.getLong(8);
        byte[] kept = EntryTable.bytes(rows, 9);
        if (number != head.number() + 1) {
          broken.accept("readings before reading %d are missing".formatted(number));
          head = new Head(number - 1, head.hash());
        }
        if (!Arrays.equals(head.after(row(rows)).hash(), kept)) {
          broken.accept("reading %d is not as it was kept".formatted(number));
        }
        head = new Head(number, kept);
      }
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getLong(1),
        EntryTable.text(row, 2),
        EntryTable.text(row, 3),
        EntryTable.text(row, 4),
        row.getLong(5),
        EntryTable.text(row, 6),
        EntryTable.text(row, 7));
  }
}
