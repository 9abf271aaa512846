package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static yuheng.reports.Town.key;
import static yuheng.reports.Town.report;
import static yuheng.reports.Town.row;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Access;
import yuheng.facts.Role;
import yuheng.terms.Period;
import yuheng.terms.Problem;

/// Whoever alters a book is found out, and told where.
@SuppressWarnings("NullAway.Init") // made before each test
class TamperTest {
  private static final String FIRST = "the root of 2012-10-08 does not fit what was said up to it";

  @TempDir private Path folder;
  private Town.TownClock clock;
  private Access owner;
  private Access auditor;
  private long unit;
  private Path file;

  /// Two firms, two days, of which one is bound; a version returned, one accepted, a note, a draft,
  /// a reading.
  @BeforeEach
  void fill() throws SQLException {
    Path journal = folder.resolve("journal.db");
    file = folder.resolve("book.db");
    clock = new Town.TownClock();
    // Small pages, so that most bytes of the file say something.
    raw("pragma page_size = 512", "create table other (x)", "drop table other");
    try (var town = new Town(journal, clock)) {
      var firms = town.firms(2);
      auditor = town.office(Role.AUDITOR, "all");
      owner = firms.owner();
      unit = firms.unit();
      Access office = town.office(Role.LINE_OFFICE, "all");
      try (var book = ReportBook.open(Town.SCHEME, file, clock)) {
        book.register(
            office, List.of(Town.firm(1, "500101", "3910"), Town.firm(2, "500107", "3650")));
        handIn(book, owner, report(key(unit, "2012-08"), row(95, 85), 0));
        long version = handIn(book, owner, report(key(unit, "2012-09"), row(100, 90), 0)).entry();
        handIn(book, firms.owners().getLast(), report(key(2, "2012-09"), row(7, 7), 0));
        book.giveBack(office, version, "与税务数据不符");
        clock.set("2012-10-09T01:00:00Z");
        long second = handIn(book, owner, report(key(unit, "2012-09"), row(100, 80), 1)).entry();
        book.accept(office, second, "");
        book.annotate(office, second, "已核");
        book.keepDraft(owner, key(unit, "2012-07"), Map.of("gross", "12"));
        book.versions(auditor, key(unit, "2012-09"));
        book.last(auditor, "output", Period.of("2012-09"));
      }
    }
  }

  private static Answer.Receipt handIn(ReportBook book, Access by, Submission said) {
    if (book.submit(by, said) instanceof Answer.Receipt receipt) {
      return receipt;
    }
    throw new AssertionError("not taken: " + said);
  }

  private List<String> problems() {
    try (var book = ReportBook.open(Town.SCHEME, file, clock)) {
      return book.verify().stream().map(Problem::what).toList();
    }
  }

  private void raw(String... changes) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String change : changes) {
        statement.execute(change);
      }
    }
  }

  /// Takes the guards away, does something, and puts them back.
  private void behindTheGuards(String... changes) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      var guards = new java.util.TreeMap<String, String>();
      try (ResultSet rows =
          statement.executeQuery("select name, sql from sqlite_schema where type = 'trigger'")) {
        while (rows.next()) {
          guards.put(rows.getString(1), rows.getString(2));
        }
      }
      for (String name : guards.keySet()) {
        statement.execute("drop trigger " + name);
      }
      for (String change : changes) {
        statement.execute(change);
      }
      for (String guard : guards.values()) {
        statement.execute(guard);
      }
    }
  }

  @Test
  void aBookLeftAloneIsSound() {
    assertThat(problems()).isEmpty();
  }

  @Test
  void theStoreItselfRefusesToChangeOrDelete() {
    for (String change :
        List.of(
            "update entry set body = x''",
            "delete from entry",
            "update day_root set root = x''",
            "delete from day_root",
            "update reading set account = 'x'",
            "delete from reading")) {
      assertThatThrownBy(() -> raw(change)).as(change).hasMessageContaining("only added to");
    }
    assertThat(problems()).isEmpty();
  }

  @Test
  void aRowThatIsGoneIsMissed() throws SQLException {
    behindTheGuards("delete from entry where number = 4");
    assertThat(problems())
        .contains("entries 4 to 4 are missing")
        .anyMatch(
            what -> what.startsWith("entry 5 (unit 1, form output, period 2012-09, version)"));
  }

  @Test
  void rowsThatChangedPlacesAreNamed() throws SQLException {
    behindTheGuards(
        "create table other as select * from entry",
        "update entry set body = (select body from other where number = 5) where number = 4",
        "update entry set body = (select body from other where number = 4) where number = 5",
        "drop table other");
    assertThat(problems())
        .containsExactly(
            "entry 4 (unit 1, form output, period 2012-08, version) is not as it was kept",
            "entry 5 (unit 1, form output, period 2012-09, version) is not as it was kept");
  }

  @Test
  void aHashReckonedAnewBreaksTheChainAndTheDay() throws SQLException {
    Entry forged;
    byte[] body;
    try (var table = new EntryTable(Tables.writing(file))) {
      Entry version = table.find(4).orElseThrow();
      byte[] before = table.find(1).orElseThrow().hash();
      body = version.body().clone();
      body[body.length - 2]++;
      forged =
          Entry.chained(
              before,
              version.number(),
              version.unit(),
              version.kind(),
              version.form(),
              version.period(),
              version.about(),
              version.token(),
              version.at(),
              version.by(),
              body);
    }
    String hex = java.util.HexFormat.of().formatHex(body);
    behindTheGuards(
        "update entry set body = x'%s', hash = x'%s' where number = 4"
            .formatted(hex, Bodies.hex(forged)));
    assertThat(problems())
        .containsExactly(
            "entry 5 (unit 1, form output, period 2012-09, version) is not as it was kept");
  }

  @Test
  void aWholeChainReckonedAnewDoesNotFitTheDay() throws SQLException {
    Entry forged;
    try (var table = new EntryTable(Tables.writing(file))) {
      Entry last = table.find(6).orElseThrow();
      forged =
          Entry.chained(
              table.find(2).orElseThrow().hash(),
              last.number(),
              last.unit(),
              last.kind(),
              last.form(),
              last.period(),
              last.about(),
              last.token(),
              last.at(),
              "somebody",
              last.body());
    }
    behindTheGuards(
        "update entry set account = 'somebody', hash = x'%s' where number = 6"
            .formatted(Bodies.hex(forged)));
    assertThat(problems()).containsExactly(FIRST);
  }

  @Test
  void entriesCutOffAtTheEndOfABoundDayAreMissed() throws SQLException {
    behindTheGuards("delete from entry where number >= 7");
    assertThat(problems())
        .containsExactly("the root of 2012-10-08 binds entry 7, but the last is 6");
  }

  @Test
  void aGuardThatIsGoneAndAReadingThatIsGoneAreMissed() throws SQLException {
    behindTheGuards("delete from reading where number = 1");
    assertThat(problems()).contains("readings before reading 2 are missing");
    raw("drop trigger entry_no_update");
    assertThatThrownBy(this::problems).hasMessageContaining("entry_no_update");
    raw("create trigger entry_no_update before update on entry begin select 1; end");
    assertThat(problems())
        .contains("the table, index or guard «entry_no_update» is not as it was made");
  }

  /// Everything that people can read in the book.
  private String readable() {
    try (var book = ReportBook.open(Town.SCHEME, file, clock)) {
      var text = new StringBuilder(book.readings(owner, unit).toString());
      text.append(book.units(auditor, "enterprise", LocalDate.of(2012, 9, 30), Instant.MAX));
      for (long one = 1; one <= 3; one++) {
        text.append(book.changes(auditor, one));
        for (String period : List.of("2012-07", "2012-08", "2012-09")) {
          for (Version version : book.versions(auditor, key(one, period))) {
            text.append(version).append(book.notes(auditor, version.entry()));
          }
        }
      }
      text.append(book.last(auditor, "output", Period.of("2012-09")));
      text.append(book.acceptedSince(0, 10)).append(book.lastEntry());
      text.append(book.draft(owner, key(unit, "2012-07")));
      text.append(book.root(LocalDate.of(2012, 10, 8)));
      text.append(
          book.missing(
              auditor, "output", Period.of("2012-09"), Instant.parse("2012-10-08T12:00:00Z")));
      return text.toString();
    }
  }

  /// What came of the book with one byte altered: a problem that names a place, or nothing.
  private boolean isFoundOut() {
    List<Problem> problems;
    try (var book = ReportBook.open(Town.SCHEME, file, clock)) {
      problems = book.verify();
    } catch (yuheng.facts.Journal.Unavailable refused) {
      assertThat(refused).hasMessageContaining(file.toString());
      return true;
    }
    problems.forEach(problem -> assertThat(problem.place().file()).isEqualTo(file.toString()));
    return !problems.isEmpty();
  }

  @Test
  void anyByteThatIsAlteredIsFoundOutOrChangesNothingReadable() throws IOException {
    byte[] sound = Files.readAllBytes(file);
    String before = readable();
    boolean deep = Boolean.getBoolean("yuheng.deep");
    var random = new Random(20_120_818);
    int found = 0;
    int tried = 0;
    int step = deep ? 1 : sound.length / 400;
    for (int at = 0; at < sound.length; at += deep ? 1 : 1 + random.nextInt(2 * step)) {
      byte[] altered = sound.clone();
      altered[at] ^= (byte) (1 << random.nextInt(8));
      Files.deleteIfExists(folder.resolve("book.db-wal"));
      Files.deleteIfExists(folder.resolve("book.db-shm"));
      Files.write(file, altered);
      tried++;
      if (isFoundOut()) {
        found++;
      } else {
        assertThat(readable()).as("byte %d of %d", at, sound.length).isEqualTo(before);
      }
    }
    System.out.printf(
        "%d of %d altered bytes found out; the others change nothing%n", found, tried);
    assertThat(found).isPositive();
  }
}
