package yuheng.reports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The entries of a book over one connection; for one thread at a time.
final class EntryTable implements AutoCloseable {
  private static final String ROWS =
      "select number, unit, kind, form, period, about, token, at, account, body, hash from entry ";

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  EntryTable(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return connection;
  }

  /// What is done with each row of a query.
  interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /// A statement with its parameters; kept prepared.
  PreparedStatement statement(String sql, Object... parameters) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
    return statement;
  }

  <T> List<T> list(Row<T> row, String sql, Object... parameters) throws SQLException {
    var list = new ArrayList<T>();
    try (ResultSet rows = statement(sql, parameters).executeQuery()) {
      while (rows.next()) {
        list.add(row.of(rows));
      }
    }
    return list;
  }

  <T> Optional<T> first(Row<T> row, String sql, Object... parameters) throws SQLException {
    try (ResultSet rows = statement(sql, parameters).executeQuery()) {
      return rows.next() ? Optional.of(row.of(rows)) : Optional.empty();
    }
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(1),
        row.getLong(2),
        Entry.Kind.of(row.getInt(3)),
        text(row, 4),
        text(row, 5),
        row.getLong(6),
        bytes(row, 7),
        row.getLong(8),
        text(row, 9),
        bytes(row, 10),
        bytes(row, 11));
  }

  static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    return text == null ? "" : text;
  }

  static byte[] bytes(ResultSet row, int column) throws SQLException {
    byte[] bytes = row.getBytes(column);
    return bytes == null ? new byte[0] : bytes;
  }

  void insert(Entry entry) throws SQLException {
    statement(
            "insert into entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            entry.number(),
            entry.unit(),
            entry.kind().code(),
            entry.form(),
            entry.period(),
            entry.about(),
            entry.token(),
            entry.at(),
            entry.by(),
            entry.body(),
            entry.hash())
        .executeUpdate();
  }

  /// Number of the last entry; 0 for none.
  long last() throws SQLException {
    return first(row -> row.getLong(1), "select coalesce(max(number), 0) from entry").orElse(0L);
  }

  Optional<Entry> lastEntry() throws SQLException {
    return first(EntryTable::entry, ROWS + "order by number desc limit 1");
  }

  Optional<Entry> find(long number) throws SQLException {
    return first(EntryTable::entry, ROWS + "where number = ?", number);
  }

  /// A part of the book, in order.
  List<Entry> from(long number, int most) throws SQLException {
    return list(
        EntryTable::entry, ROWS + "where number >= ? order by number limit ?", number, most);
  }

  /// Changes of registers and layouts after an entry, in order.
  List<Entry> stateAfter(long number) throws SQLException {
    return list(EntryTable::entry, ROWS + "where kind <= 1 and number > ? order by number", number);
  }

  Optional<byte[]> head(long unit) throws SQLException {
    return first(
        row -> row.getBytes(1),
        "select hash from entry where unit = ? order by number desc limit 1",
        unit);
  }

  /// The last hash of every chain.
  Map<Long, byte[]> heads() throws SQLException {
    var heads = new HashMap<Long, byte[]>();
    try (ResultSet rows =
        statement(
                """
                select unit, hash from entry
                where number in (select max(number) from entry group by unit)\
                """)
            .executeQuery()) {
      while (rows.next()) {
        heads.put(rows.getLong(1), rows.getBytes(2));
      }
    }
    return heads;
  }

  /// The versions of one report, the first first.
  List<Entry> versions(ReportKey key) throws SQLException {
    return list(
        EntryTable::entry,
        ROWS + "where kind = 2 and form = ? and period = ? and unit = ? order by number",
        key.form(),
        key.period().toString(),
        key.unit());
  }

  Optional<Entry> lastVersion(ReportKey key) throws SQLException {
    return first(
        EntryTable::entry,
        ROWS
            + "where kind = 2 and form = ? and period = ? and unit = ? order by number desc limit"
            + " 1",
        key.form(),
        key.period().toString(),
        key.unit());
  }

  /// The versions of every unit's report of a form and period, by unit.
  List<Entry> versions(String form, String period) throws SQLException {
    return list(
        EntryTable::entry,
        ROWS + "where kind = 2 and form = ? and period = ? order by unit, number",
        form,
        period);
  }

  /// Units with a version of a form and period up to a moment.
  List<Long> reporters(String form, String period, long until) throws SQLException {
    return list(
        row -> row.getLong(1),
        """
        select distinct unit from entry
        where kind = 2 and form = ? and period = ? and at <= ? order by unit\
        """,
        form,
        period,
        until);
  }

  /// The versions of a unit by one account, the last first.
  List<Entry> versionsBy(long unit, String account) throws SQLException {
    return list(
        EntryTable::entry,
        ROWS + "where unit = ? and kind + 0 = 2 and account = ? order by number desc limit 1",
        unit,
        account);
  }

  Optional<Entry> byToken(long unit, byte[] token) throws SQLException {
    return first(
        EntryTable::entry, ROWS + "where unit = ? and token = ? and token != x''", unit, token);
  }

  /// The decision on a version and the notes beside it, in order.
  List<Entry> about(long version) throws SQLException {
    return list(EntryTable::entry, ROWS + "where about = ? and about > 0 order by number", version);
  }

  /// The decisions on the versions of a form and period, by version.
  Map<Long, Entry> decisions(String form, String period) throws SQLException {
    var decisions = new HashMap<Long, Entry>();
    for (Entry decision :
        list(
            EntryTable::entry,
            """
            select d.number, d.unit, d.kind, d.form, d.period, d.about, d.token, d.at, d.account,
              d.body, d.hash
            from entry v join entry d on d.about = v.number and d.about > 0
            where v.kind = 2 and v.form = ? and v.period = ? and d.kind + 0 = 3\
            """,
            form,
            period)) {
      decisions.put(decision.about(), decision);
    }
    return decisions;
  }

  List<Entry> decisionsAfter(long number, int most) throws SQLException {
    return list(
        EntryTable::entry,
        ROWS + "where kind = 3 and number > ? order by number limit ?",
        number,
        most);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
