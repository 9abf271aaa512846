package yuheng.reports;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteOpenMode;

/// The tables of the book in its file, and the connections to it.
final class Tables {
  private static final int PATIENCE_MILLIS = 20_000;

  private static final List<String> SCHEMA =
      List.of(
          """
          create table entry (
            number integer primary key, unit integer not null, kind integer not null,
            form text not null, period text not null, about integer not null, token blob not null,
            at integer not null, account text not null, body blob not null, hash blob not null)\
          """,
          "create index entry_of_unit on entry (unit, number)",
          "create index entry_of_state on entry (number) where kind <= 1",
          "create index entry_of_report on entry (form, period, unit, number) where kind = 2",
          "create index entry_about on entry (about, number) where about > 0",
          "create index entry_decided on entry (number) where kind = 3",
          "create unique index entry_of_token on entry (unit, token) where token != x''",
          """
          create table day_root (
            day integer primary key, entry integer not null, reading integer not null,
            units integer not null, root blob not null, before blob not null)\
          """,
          """
          create table reading (
            number integer primary key, at integer not null, account text not null,
            role text not null, scope text not null, unit integer not null, form text not null,
            period text not null, hash blob not null)\
          """,
          "create index reading_of_unit on reading (unit, number)",
          """
          create table typed (
            unit integer not null, form text not null, period text not null, body blob not null,
            digest blob not null, primary key (unit, form, period)) without rowid\
          """,
          guard("entry", "update"),
          guard("entry", "delete"),
          guard("day_root", "update"),
          guard("day_root", "delete"),
          guard("reading", "update"),
          guard("reading", "delete"));

  private Tables() {}

  private static String guard(String table, String change) {
    return """
    create trigger %s_no_%s before %s on %s
    begin select raise(abort, 'the book is only added to'); end\
    """
        .formatted(table, change, change, table);
  }

  static Connection writing(Path file) throws SQLException {
    return writing(file, SynchronousMode.FULL);
  }

  /// A connection that takes the write lock before anything is read, so that nothing comes between.
  static Connection writing(Path file, SynchronousMode sync) throws SQLException {
    SQLiteConfig settings = settings();
    settings.setSynchronous(sync);
    settings.setTransactionMode(TransactionMode.IMMEDIATE);
    return settings.createConnection("jdbc:sqlite:" + file);
  }

  static Connection reading(Path file) throws SQLException {
    Connection connection = settings().createConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma query_only = true");
    }
    return connection;
  }

  /// A connection that changes nothing, not even the kind of the file, and makes none.
  static Connection auditing(Path file) throws SQLException {
    var settings = new SQLiteConfig();
    settings.resetOpenMode(SQLiteOpenMode.CREATE);
    settings.setBusyTimeout(PATIENCE_MILLIS);
    Connection connection = settings.createConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma query_only = true");
      return connection;
    } catch (SQLException broken) {
      connection.close();
      throw broken;
    }
  }

  /// Whether there is anything of a book in the file.
  static boolean arePresent(Connection connection) throws SQLException {
    return !present(connection).isEmpty();
  }

  private static SQLiteConfig settings() {
    var settings = new SQLiteConfig();
    settings.setJournalMode(JournalMode.WAL);
    settings.setSynchronous(SynchronousMode.FULL);
    settings.setBusyTimeout(PATIENCE_MILLIS);
    return settings;
  }

  /// Makes the tables in a file that has none of them. Those that are there are left as they are: a
  /// file with only some is damaged, and nothing is put in the place of what is gone.
  static void make(Connection writing) throws SQLException {
    writing.setAutoCommit(false);
    try (Statement statement = writing.createStatement()) {
      Map<String, String> there = present(writing);
      if (there.isEmpty()) {
        for (String line : SCHEMA) {
          statement.execute(line);
        }
      } else if (!there.keySet().equals(wanted().keySet())) {
        throw new SQLException("parts of its tables are gone: " + lost(there));
      }
      writing.commit();
    } catch (SQLException broken) {
      writing.rollback();
      throw broken;
    } finally {
      writing.setAutoCommit(true);
    }
  }

  private static List<String> lost(Map<String, String> there) throws SQLException {
    var lost = new ArrayList<>(wanted().keySet());
    lost.removeAll(there.keySet());
    return lost;
  }

  /// Tables, indexes and guards that are not as they were made, by name.
  static List<String> altered(Connection connection) throws SQLException {
    Map<String, String> there = present(connection);
    var altered = new ArrayList<String>();
    wanted()
        .forEach(
            (name, made) -> {
              if (!made.equals(there.get(name))) {
                altered.add(name);
              }
            });
    return altered;
  }

  private static Map<String, String> wanted() throws SQLException {
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = memory.createStatement()) {
      for (String line : SCHEMA) {
        statement.execute(line);
      }
      return present(memory);
    }
  }

  private static Map<String, String> present(Connection connection) throws SQLException {
    var there = new TreeMap<String, String>();
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select name, type || ' ' || tbl_name || ': ' || sql from sqlite_schema
                where sql is not null
                  and tbl_name in ('entry', 'day_root', 'reading', 'typed')\
                """)) {
      while (rows.next()) {
        there.put(rows.getString(1), rows.getString(2));
      }
    }
    return there;
  }
}
