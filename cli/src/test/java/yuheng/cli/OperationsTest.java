package yuheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Access;
import yuheng.facts.Accounts;
import yuheng.facts.Act;
import yuheng.facts.Journal;
import yuheng.facts.Role;
import yuheng.facts.Said;
import yuheng.facts.Scope;
import yuheng.plan.Register;
import yuheng.reports.RegisterChange;
import yuheng.reports.Registered;
import yuheng.reports.ReportBook;
import yuheng.reports.Scheme;
import yuheng.terms.Words;

/// A store is backed up while it is used, restored, and held to its chains.
@SuppressWarnings("NullAway.Init") // made before each test
class OperationsTest {
  private static final Instant FIRST = Instant.parse("2012-10-08T01:00:00Z");
  private static final LocalDate SINCE = LocalDate.of(2011, 1, 1);
  private static final Scheme PARKS =
      Scheme.of(
          List.of(
              new Register(
                  "park",
                  new Words("园区", "park"),
                  Register.Codes.OWN,
                  List.of(
                      new Register.Attribute(
                          "name", new Words("名称", "name"), new Register.Type.Text(), true)))),
          List.of(),
          (_, _, _) -> false);

  @TempDir private Path folder;
  private Path store;
  private Path backup;
  private int parks;

  /// A journal, and a book with entries of two days.
  @BeforeEach
  void fill() {
    store = folder.resolve("journal.db");
    backup = folder.resolve("backups").resolve("one.db");
    Access office;
    try (Journal journal = Journal.open(store)) {
      var accounts = new Accounts(journal);
      accounts.add(
          Act.HOUSE,
          "office",
          "office",
          Role.LINE_OFFICE,
          new Scope.All(),
          Optional.empty(),
          "h",
          false);
      office = accounts.access("office").orElseThrow();
    }
    for (Instant day : List.of(FIRST, FIRST.plus(Duration.ofDays(1)))) {
      try (var book = ReportBook.open(PARKS, store, Clock.fixed(day, ZoneOffset.UTC))) {
        assertThat(book.register(office, List.of(park(), park())))
            .isInstanceOf(Registered.Kept.class);
      }
    }
  }

  private RegisterChange park() {
    parks++;
    return new RegisterChange.Add("park", "P" + parks, Map.of("name", "园区" + parks), SINCE);
  }

  private record Run(int code, String out, String err) {}

  private static Run run(Object... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    int code =
        Main.run(
            Stream.of(arguments).map(Object::toString).toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private Run backUp() {
    return run("backup", "no-plan-is-asked", "--store", store, "--out", backup);
  }

  private static void raw(Path file, String... changes) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String change : changes) {
        statement.execute(change);
      }
    }
  }

  private List<Path> left(Path in) throws IOException {
    try (Stream<Path> files = Files.list(in)) {
      return files.toList();
    }
  }

  @Test
  void whatIsRestoredFromABackupSaysAllThatTheStoreSaid() throws IOException {
    assertThat(backUp().code).isZero();
    assertThat(left(folder.resolve("backups"))).containsExactly(backup);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)))
        .isEqualTo("rw-------");
    Path restored = folder.resolve("restored.db");
    assertThat(run("restore", backup, "--store", restored).code).isZero();
    StoreAudit before = StoreAudit.of(store);
    assertThat(before.isSound()).isTrue();
    assertThat(before.book().audit().last()).isEqualTo(4);
    assertThat(before.book().roots()).hasSize(1);
    assertThat(StoreAudit.of(restored)).isEqualTo(before);
    try (Journal journal = Journal.open(restored)) {
      journal.append("office", "goes on", List.of(new Said("note", "x", Map.of("text", "y"))));
      assertThat(journal.verify()).isEmpty();
    }
    assertThat(run("audit", "verify", "--store", restored).code).isZero();
  }

  @Test
  void nothingIsOverwrittenNotEvenWhatAStoreLeftBeside() throws IOException {
    assertThat(backUp().code).isZero();
    byte[] kept = Files.readAllBytes(backup);
    assertThat(backUp().code).isEqualTo(1);
    assertThat(Files.readAllBytes(backup)).isEqualTo(kept);
    Run over = run("restore", backup, "--store", store);
    assertThat(over.code).isEqualTo(1);
    assertThat(over.err).contains("is not overwritten");
    Path beside = folder.resolve("other.db");
    Files.writeString(folder.resolve("other.db-wal"), "left");
    assertThat(run("store", "copy", store, beside).code).isEqualTo(1);
    assertThat(beside).doesNotExist();
  }

  @Test
  void aStoreThatWasTamperedWithIsNamedAndNotBackedUp() throws SQLException {
    raw(
        store,
        "drop trigger entry_no_update",
        "update entry set account = 'somebody' where number = 3",
        "drop trigger act_no_update",
        "update act set by = 'somebody' where number = 1");
    Run verified = run("audit", "verify", "--store", store);
    assertThat(verified.code).isEqualTo(1);
    assertThat(verified.out)
        .contains("entry 3")
        .contains("entry_no_update")
        .contains("act 1 («")
        .contains("act_no_update")
        .contains("BROKEN");
    Run json = run("audit", "verify", "--store", store, "--format", "json");
    assertThat(json.code).isEqualTo(1);
    assertThat(json.out).contains("\"sound\":false").contains("\"code\":\"RP101\"");
    assertThat(backUp().code).isEqualTo(1);
    assertThat(backup).doesNotExist();
  }

  @Test
  void aTamperedBackupIsNotRestored() throws SQLException {
    assertThat(backUp().code).isZero();
    raw(backup, "drop trigger said_no_delete", "delete from said where act = 1");
    Path restored = folder.resolve("restored.db");
    Run run = run("restore", backup, "--store", restored);
    assertThat(run.code).isEqualTo(1);
    assertThat(run.err).contains("acts 1 to 1 say nothing any more");
    assertThat(restored).doesNotExist();
  }

  @Test
  void lookingChangesNoByteAndDamageIsNamed() throws IOException {
    assertThat(backUp().code).isZero();
    byte[] sound = Files.readAllBytes(backup);
    assertThat(run("audit", "verify", "--store", backup).code).isZero();
    assertThat(Files.readAllBytes(backup)).isEqualTo(sound);
    assertThat(left(folder.resolve("backups"))).containsExactly(backup);
    Files.writeString(backup, "this is no store at all");
    Run run = run("audit", "verify", "--store", backup);
    assertThat(run.code).isEqualTo(1);
    assertThat(run.out).contains("cannot be read");
    assertThat(run("audit", "verify", "--store", folder.resolve("none.db")).code).isEqualTo(1);
    assertThat(folder.resolve("none.db")).doesNotExist();
  }

  @Test
  void aRootKeptElsewhereTellsAStoreWrittenAnew() throws IOException {
    Run root = run("audit", "root", "--store", store, "--day", "2012-10-08");
    assertThat(root.code).as(root.err).isZero();
    String kept = root.out.substring(0, root.out.indexOf(' '));
    assertThat(kept).matches("2012-10-08=[0-9a-f]{64}");
    assertThat(run("audit", "verify", "--store", store, "--root", kept).code).isZero();
    assertThat(run("audit", "root", "--store", store, "--day", "2012-10-09").code).isEqualTo(1);
    Files.delete(store);
    Files.deleteIfExists(folder.resolve("journal.db-wal"));
    Files.deleteIfExists(folder.resolve("journal.db-shm"));
    fill(); // other parks, and sound in itself
    assertThat(run("audit", "verify", "--store", store).code).isZero();
    Run verified = run("audit", "verify", "--store", store, "--root", kept);
    assertThat(verified.code).isEqualTo(1);
    assertThat(verified.out).contains("the root of 2012-10-08 is not the one kept elsewhere");
  }

  @Test
  void aBackupTakenWhileAWriterWritesIsOfOneMoment() throws InterruptedException {
    var until = new AtomicBoolean();
    var written = new AtomicInteger();
    try (Journal journal = Journal.open(store)) {
      Thread writer =
          Thread.ofPlatform()
              .start(
                  () -> {
                    while (!until.get()) {
                      int number = written.incrementAndGet();
                      journal.append(
                          "office",
                          "writes",
                          List.of(new Said("note", "n" + number, Map.of("text", "y"))));
                    }
                  });
      try {
        for (int copy = 1; copy <= 5; copy++) {
          int before = written.get();
          while (written.get() == before) {
            Thread.onSpinWait();
          }
          long least = journal.last();
          Path to = folder.resolve("copy-%d.db".formatted(copy));
          Run run = run("backup", "no-plan-is-asked", "--store", store, "--out", to);
          assertThat(run.code).as(run.err).isZero();
          StoreAudit copied = StoreAudit.of(to);
          assertThat(copied.breaks()).isEmpty();
          assertThat(copied.journal().last()).isBetween(least, journal.last());
          assertThat(journal.find(copied.journal().last()).orElseThrow().hash())
              .isEqualTo(copied.journal().head());
        }
      } finally {
        until.set(true);
        writer.join();
      }
    }
  }
}
