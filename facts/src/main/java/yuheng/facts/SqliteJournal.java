package yuheng.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import yuheng.terms.Problem;

/// A journal in an SQLite file: write-ahead log, one sync to disk for each act.
final class SqliteJournal implements Journal {
  private static final int PATIENCE_MILLIS = 10_000;
  static final List<String> SCHEMA =
      List.of(
          """
          create table if not exists act (
            number integer primary key, at text not null, by text not null, what text not null,
            hash text not null)\
          """,
          """
          create table if not exists said (
            act integer not null references act (number), place integer not null,
            kind text not null, subject text not null, fields text not null,
            primary key (act, place)) without rowid\
          """,
          "create index if not exists said_of on said (kind, subject, act)",
          "create index if not exists act_at on act (at)",
          "create index if not exists act_by on act (by)",
          """
          create table if not exists apart (
            kind text not null, subject text not null, text text not null,
            primary key (kind, subject)) without rowid\
          """,
          guard("act", "update"),
          guard("act", "delete"),
          guard("said", "update"),
          guard("said", "delete"));
  static final String ROWS =
      "select number, at, by, what, hash, kind, subject, fields from act join said on act = number"
          + " ";

  private final Path file;
  private final Clock clock;
  private final Connection writing;
  private final Connection reading;
  private final List<Consumer<Act>> listeners = new CopyOnWriteArrayList<>();

  SqliteJournal(Path file, Clock clock) {
    this.file = file;
    this.clock = clock;
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      writing = settings().createConnection("jdbc:sqlite:" + file);
      try (Statement statement = writing.createStatement()) {
        for (String line : SCHEMA) {
          statement.execute(line);
        }
      }
      reading = settings().createConnection("jdbc:sqlite:" + file);
    } catch (SQLException | IOException broken) {
      throw new Unavailable("The journal %s cannot be opened".formatted(file), broken);
    }
  }

  private static String guard(String table, String change) {
    return """
    create trigger if not exists %s_no_%s before %s on %s
    begin select raise(abort, 'a journal is only added to'); end\
    """
        .formatted(table, change, change, table);
  }

  private static SQLiteConfig settings() {
    var settings = new SQLiteConfig();
    settings.setJournalMode(JournalMode.WAL);
    settings.setSynchronous(SynchronousMode.FULL);
    // The write lock is taken before anything is read, so that nothing comes between.
    settings.setTransactionMode(TransactionMode.IMMEDIATE);
    settings.setBusyTimeout(PATIENCE_MILLIS);
    settings.enforceForeignKeys(true);
    // What is replaced beside the acts is overwritten, not only let go.
    settings.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
    return settings;
  }

  private interface Step<T> {
    T run() throws SQLException;
  }

  @Override
  public Act append(String by, String what, List<Said> said, List<Apart> apart) {
    synchronized (writing) {
      Act act = transaction(what, () -> insert(by, what, said, apart));
      listeners.forEach(listener -> listener.accept(act));
      return act;
    }
  }

  @Override
  public Kept appendUnlessOvertaken(
      String by, String what, List<Said> said, List<Apart> apart, List<Seen> seen) {
    synchronized (writing) {
      Kept kept =
          transaction(
              what,
              () -> {
                for (Seen one : seen) {
                  Optional<Act> since = firstAfter(one.kind(), one.subject(), one.act());
                  if (since.isPresent()) {
                    return new Kept.Overtaken(since.get());
                  }
                }
                return new Kept.Appended(insert(by, what, said, apart));
              });
      if (kept instanceof Kept.Appended(Act act)) {
        listeners.forEach(listener -> listener.accept(act));
      }
      return kept;
    }
  }

  private <T> T transaction(String what, Step<T> step) {
    try {
      writing.setAutoCommit(false);
      try {
        T result = step.run();
        writing.commit();
        return result;
      } catch (SQLException | RuntimeException broken) {
        writing.rollback();
        throw broken;
      } finally {
        writing.setAutoCommit(true);
      }
    } catch (SQLException broken) {
      throw new Unavailable("Could not keep «%s» in %s".formatted(what, file), broken);
    }
  }

  private Act insert(String by, String what, List<Said> saidOpenly, List<Apart> apart)
      throws SQLException {
    List<Said> said = Apart.withSeals(saidOpenly, apart);
    if (said.isEmpty()) {
      throw new IllegalArgumentException("An act by %s says nothing: %s".formatted(by, what));
    }
    long number = 1;
    String before = ActChain.START;
    try (Statement last = writing.createStatement();
        ResultSet row =
            last.executeQuery("select number, hash from act order by number desc limit 1")) {
      if (row.next()) {
        number = row.getLong(1) + 1;
        before = row.getString(2);
      }
    }
    Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Act act = ActChain.link(before, number, at, by, what, said);
    try (PreparedStatement insert =
        writing.prepareStatement("insert into act values (?, ?, ?, ?, ?)")) {
      insert.setLong(1, number);
      insert.setString(2, at.toString());
      insert.setString(3, by);
      insert.setString(4, what);
      insert.setString(5, act.hash());
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        writing.prepareStatement("insert into said values (?, ?, ?, ?, ?)")) {
      for (int place = 0; place < said.size(); place++) {
        insert.setLong(1, number);
        insert.setInt(2, place);
        insert.setString(3, said.get(place).kind());
        insert.setString(4, said.get(place).subject());
        insert.setString(5, FieldsJson.write(said.get(place).fields()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (PreparedStatement insert =
        writing.prepareStatement("insert or replace into apart values (?, ?, ?)")) {
      for (Apart one : apart) {
        insert.setString(1, one.kind());
        insert.setString(2, one.subject());
        insert.setString(3, one.text());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    return act;
  }

  private Optional<Act> firstAfter(String kind, String subject, long seen) throws SQLException {
    return acts(writing, ROWS + "where kind = ? and subject = ? and act > ? ", kind, subject, seen)
        .stream()
        .findFirst();
  }

  static List<Act> acts(Connection from, String query, Object... parameters) throws SQLException {
    try (PreparedStatement statement = from.prepareStatement(query + "order by number, place")) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet rows = statement.executeQuery()) {
        return acts(rows);
      }
    }
  }

  private static List<Act> acts(ResultSet rows) throws SQLException {
    var acts = new ArrayList<Act>();
    boolean more = rows.next();
    while (more) {
      long number = rows.getLong(1);
      Instant at = Instant.parse(rows.getString(2));
      String by = rows.getString(3);
      String what = rows.getString(4);
      String hash = rows.getString(5);
      var said = new ArrayList<Said>();
      while (more && rows.getLong(1) == number) {
        said.add(
            new Said(rows.getString(6), rows.getString(7), FieldsJson.read(rows.getString(8))));
        more = rows.next();
      }
      acts.add(new Act(number, at, by, what, said, hash));
    }
    return acts;
  }

  private List<Act> read(String query, Object... parameters) {
    synchronized (reading) {
      try {
        return acts(reading, ROWS + query, parameters);
      } catch (SQLException broken) {
        throw new Unavailable("Could not read %s".formatted(file), broken);
      }
    }
  }

  @Override
  public long last() {
    synchronized (reading) {
      try (Statement statement = reading.createStatement();
          ResultSet row = statement.executeQuery("select coalesce(max(number), 0) from act")) {
        return row.getLong(1);
      } catch (SQLException broken) {
        throw new Unavailable("Could not read %s".formatted(file), broken);
      }
    }
  }

  @Override
  public List<Act> acts(String kind) {
    return read("where kind = ? ", kind);
  }

  @Override
  public List<Act> acts(String kind, String subject) {
    return read("where kind = ? and subject = ? ", kind, subject);
  }

  @Override
  public List<Act> since(long number, int most) {
    return read("where number > ? and number <= ? ", number, number + most);
  }

  @Override
  public List<Act> find(ActFilter filter, long before, int most) {
    ActFilter.Condition condition = filter.condition();
    var parameters = new ArrayList<>(condition.parameters());
    parameters.add(before);
    parameters.add(most);
    return read(
            """
            where number in (
              select number from act where %s and number < ? order by number desc limit ?) \
            """
                .formatted(condition.text()),
            parameters.toArray())
        .reversed();
  }

  @Override
  public Optional<String> apart(String kind, String subject) {
    List<Act> acts = acts(kind, subject);
    if (acts.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> seal = acts.getLast().said().getLast().find(Apart.SEAL);
    synchronized (reading) {
      try {
        return seal.isEmpty()
            ? Optional.empty()
            : SealedTexts.find(reading, kind, subject, seal.get());
      } catch (SQLException broken) {
        throw new Unavailable("Could not read %s".formatted(file), broken);
      }
    }
  }

  @Override
  public Optional<Act> find(long number) {
    return read("where number = ? ", number).stream().findFirst();
  }

  @Override
  public void onAppend(Consumer<Act> listener) {
    listeners.add(listener);
  }

  @Override
  public List<Problem> verify() {
    var chain = new ActChain(file);
    long number = 0;
    long end = last();
    while (number < end) {
      since(number, 1_000).forEach(chain::follow);
      number += 1_000;
    }
    synchronized (reading) {
      try {
        SealedTexts.verify(reading, chain);
      } catch (SQLException broken) {
        throw new Unavailable("Could not read %s".formatted(file), broken);
      }
    }
    return chain.end(end);
  }

  @Override
  public long free() {
    try {
      return Files.getFileStore(file).getUsableSpace();
    } catch (IOException gone) {
      throw new Unavailable("The journal %s is not there".formatted(file), gone);
    }
  }

  @Override
  public void close() {
    try (writing;
        reading) {
      listeners.clear();
    } catch (SQLException broken) {
      throw new Unavailable("Could not close %s".formatted(file), broken);
    }
  }
}
