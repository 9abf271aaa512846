package yuheng.facts;

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

/// Reads a store's journal as it is, and holds it to what a journal is made of.
final class JournalAudit {
  private static final int STRIDE = 1_000;

  private final Path file;

  JournalAudit(Path file) {
    this.file = file;
  }

  /// Whatever the file holds, this comes to an end and names it.
  Audit run() {
    var chain = new ActChain(file);
    long last = 0;
    String head = ActChain.START;
    try (Connection reading = StoreFile.toLookAt(file)) {
      // One moment for all of it, so that writing meanwhile does no harm.
      reading.setAutoCommit(false);
      for (String name : altered(reading)) {
        chain.damaged("the table, index or guard «%s» is not as it was made".formatted(name));
      }
      for (String line : list(reading, "pragma integrity_check")) {
        if (!line.equals("ok")) {
          chain.damaged("the file is damaged: " + line.strip());
        }
      }
      String end = list(reading, "select coalesce(max(number), 0) from act").getFirst();
      last = Long.parseLong(end);
      for (long from = 0; from < last; from += STRIDE) {
        SqliteJournal.acts(
                reading,
                SqliteJournal.ROWS + "where number > ? and number <= ? ",
                from,
                from + STRIDE)
            .forEach(chain::follow);
      }
      SealedTexts.verify(reading, chain);
      if (last > 0) {
        head = list(reading, "select hash from act order by number desc limit 1").getFirst();
      }
    } catch (SQLException | RuntimeException broken) {
      chain.damaged("the journal cannot be read: " + broken.getMessage());
      return new Audit(last, head, chain.end(0));
    }
    return new Audit(last, head, chain.end(last));
  }

  /// What is another than it was made, by name. An index that is not there only makes reading slow.
  private static List<String> altered(Connection reading) throws SQLException {
    Map<String, String> there = present(reading);
    Map<String, String> made;
    try (Connection memory = DriverManager.getConnection("jdbc:sqlite::memory:");
        Statement statement = memory.createStatement()) {
      for (String line : SqliteJournal.SCHEMA) {
        statement.execute(line);
      }
      made = present(memory);
    }
    var altered = new ArrayList<String>();
    made.forEach(
        (name, text) -> {
          boolean missing = !there.containsKey(name) && !text.startsWith("index");
          if (missing || !there.getOrDefault(name, text).equals(text)) {
            altered.add(name);
          }
        });
    there.forEach(
        (name, text) -> {
          if (text.startsWith("trigger") && !made.containsKey(name)) {
            altered.add(name);
          }
        });
    return altered;
  }

  private static Map<String, String> present(Connection reading) throws SQLException {
    var there = new TreeMap<String, String>();
    try (Statement statement = reading.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select name, type || ' ' || tbl_name || ': ' || sql from sqlite_schema
                where sql is not null and tbl_name in ('act', 'said', 'apart')\
                """)) {
      while (rows.next()) {
        there.put(rows.getString(1), rows.getString(2));
      }
    }
    return there;
  }

  private static List<String> list(Connection reading, String query) throws SQLException {
    var list = new ArrayList<String>();
    try (Statement statement = reading.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        list.add(rows.getString(1));
      }
    }
    return list;
  }
}
