package yuheng.reports;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import yuheng.facts.Journal;
import yuheng.terms.Problem;

/// Connections that only read, and what is kept in memory of the book, as of now whoever wrote it.
final class Readers implements AutoCloseable {
  private static final int CONNECTIONS = 4;

  private final Path file;
  private final BlockingQueue<EntryTable> idle = new ArrayBlockingQueue<>(CONNECTIONS);
  private final AtomicReference<Known> known;

  Readers(Path file, Scheme scheme) throws SQLException {
    this.file = file;
    this.known = new AtomicReference<>(Known.nothing(scheme));
    for (int i = 0; i < CONNECTIONS; i++) {
      idle.add(new EntryTable(Tables.reading(file)));
    }
  }

  /// What is read over a connection.
  interface Reading<T> {
    T run(EntryTable table, Known now) throws SQLException;
  }

  /// Reads the book as it is at one moment.
  <T> T read(Reading<T> reading) {
    return with(
        table -> {
          table.connection().setAutoCommit(false);
          try {
            return reading.run(table, fresh(table));
          } finally {
            table.connection().setAutoCommit(true);
          }
        });
  }

  Known known() {
    return read((_, now) -> now);
  }

  private Known fresh(EntryTable table) throws SQLException {
    Known now = known.get().after(table);
    return known.accumulateAndGet(now, (a, b) -> a.upTo() >= b.upTo() ? a : b);
  }

  private interface Step<T> {
    T run(EntryTable table) throws SQLException;
  }

  private <T> T with(Step<T> step) {
    EntryTable table;
    try {
      table = idle.take();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting to read " + file, stopped);
    }
    try {
      return step.run(table);
    } catch (SQLException broken) {
      throw new Journal.Unavailable("Could not read the report book " + file, broken);
    } finally {
      idle.add(table);
    }
  }

  List<Problem> verify() {
    return with(table -> new Verification(file, table).run());
  }

  @Override
  public void close() throws SQLException {
    var all = new ArrayList<EntryTable>();
    idle.drainTo(all);
    for (EntryTable table : all) {
      table.close();
    }
  }
}
