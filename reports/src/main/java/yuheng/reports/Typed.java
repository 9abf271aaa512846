package yuheng.reports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;

/// What somebody typed and did not hand in yet (草稿). It is no report and may be kept anew; a digest
/// tells when it is not as it was typed.
final class Typed {
  private static final String OF = "where unit = ? and form = ? and period = ?";

  private Typed() {}

  private static byte[] digest(long unit, String form, String period, byte[] body) {
    return new Digest().add(unit).add(form).add(period).add(body).end();
  }

  /// Keeps what was typed; nothing at all takes it away.
  static void keep(EntryTable table, ReportKey key, Map<String, String> typed) throws SQLException {
    String period = key.period().toString();
    if (typed.isEmpty()) {
      remove(table, key);
      return;
    }
    byte[] body = new Packed().add(typed).bytes();
    table
        .statement(
            "insert or replace into typed values (?, ?, ?, ?, ?)",
            key.unit(),
            key.form(),
            period,
            body,
            digest(key.unit(), key.form(), period, body))
        .executeUpdate();
  }

  static void remove(EntryTable table, ReportKey key) throws SQLException {
    table
        .statement("delete from typed " + OF, key.unit(), key.form(), key.period().toString())
        .executeUpdate();
  }

  static Map<String, String> find(EntryTable table, ReportKey key) throws SQLException {
    return table
        .first(
            row -> (Map<String, String>) new Packed.Reader(EntryTable.bytes(row, 1)).map(),
            "select body from typed " + OF,
            key.unit(),
            key.form(),
            key.period().toString())
        .orElse(Map.of());
  }

  /// Tells everything typed that is not as it was kept.
  static void follow(EntryTable table, Consumer<String> broken) throws SQLException {
    try (ResultSet rows =
        table.statement("select unit, form, period, body, digest from typed").executeQuery()) {
      while (rows.next()) {
        long unit = rows.getLong(1);
        String form = EntryTable.text(rows, 2);
        String period = EntryTable.text(rows, 3);
        if (!Arrays.equals(
            digest(unit, form, period, EntryTable.bytes(rows, 4)), EntryTable.bytes(rows, 5))) {
          broken.accept(
              "what unit %d typed into form %s of %s is not as it was kept"
                  .formatted(unit, form, period));
        }
      }
    }
  }
}
