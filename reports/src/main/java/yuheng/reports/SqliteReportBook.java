package yuheng.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.sqlite.SQLiteConfig.SynchronousMode;
import yuheng.facts.Access;
import yuheng.facts.Activation;
import yuheng.facts.Journal;
import yuheng.terms.Period;
import yuheng.terms.Problem;

/// A report book in an SQLite file.
final class SqliteReportBook implements ReportBook {
  private final Scheme scheme;
  private final Directory directory;
  private final Commits commits;
  private final EntryTable writing;
  private final Readers readers;
  private final ReadingLog log;
  private final List<Consumer<Version>> listeners = new CopyOnWriteArrayList<>();

  static SqliteReportBook lasting(Scheme scheme, Path file, Clock clock) {
    return new SqliteReportBook(scheme, file, clock, SynchronousMode.FULL);
  }

  static SqliteReportBook inTheMaking(Scheme scheme, Path file, Clock clock) {
    return new SqliteReportBook(scheme, file, clock, SynchronousMode.OFF);
  }

  private SqliteReportBook(Scheme scheme, Path file, Clock clock, SynchronousMode sync) {
    this.scheme = scheme;
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      writing = new EntryTable(Tables.writing(file, sync));
      Tables.make(writing.connection());
      readers = new Readers(file, scheme);
    } catch (SQLException | IOException broken) {
      throw new Journal.Unavailable("The report book %s cannot be opened".formatted(file), broken);
    }
    directory = new Directory(scheme, readers, clock);
    log = new ReadingLog(clock);
    commits = new Commits(file, new Ledger(writing, clock, scheme), log);
    commits.start();
  }

  @Override
  public Instant now() {
    return directory.now();
  }

  @Override
  public LocalDate today() {
    return directory.today();
  }

  @Override
  public Registered register(Access by, List<RegisterChange> changes) {
    return commits.write(
        ledger -> {
          var test =
              new Registering(scheme, ledger.known().registry(), by, ledger.now(), ledger.today());
          changes.forEach(test::test);
          if (!test.wrong().isEmpty()) {
            return new Registered.Refused(test.wrong());
          }
          var kept = new ArrayList<RegisterEntry>();
          for (RegisterEntry entry : test.entries()) {
            kept.add(
                Bodies.registerEntry(
                    ledger.addChange(entry.unit(), by.account(), Bodies.of(entry.change()))));
          }
          ledger.learn();
          return new Registered.Kept(kept);
        });
  }

  @Override
  public List<RegisterUnit> units(Access by, String register, LocalDate on, Instant known) {
    return directory.units(by, register, on, known);
  }

  @Override
  public Optional<RegisterUnit> unit(Access by, long number, LocalDate on, Instant known) {
    return directory.unit(by, number, on, known);
  }

  @Override
  public Optional<RegisterUnit> unitOf(Access by, String register, String code) {
    return directory.unitOf(by, register, code);
  }

  @Override
  public List<RegisterEntry> changes(Access by, long unit) {
    return directory.changes(by, unit);
  }

  @Override
  public Activation.Contacts contacts() {
    return directory.contacts();
  }

  @Override
  public Answer submit(Access by, Submission submission) {
    return submit(by, List.of(submission)).getFirst();
  }

  @Override
  public List<Answer> submit(Access by, List<Submission> submissions) {
    return commits.write(
        ledger -> {
          var intake = new Submissions(scheme, ledger);
          var answers = new ArrayList<Answer>();
          for (Submission submission : submissions) {
            answers.add(intake.take(by, submission));
          }
          return List.copyOf(answers);
        });
  }

  @Override
  public Whole submitWhole(Supplier<Iterator<Sent>> all) {
    try {
      return commits.write(
          ledger -> {
            var intake = new Submissions(scheme, ledger);
            int place = 0;
            for (Iterator<Sent> each = all.get(); each.hasNext(); place++) {
              Sent sent = each.next();
              Answer answer = intake.take(sent.by(), sent.said());
              if (!(answer instanceof Answer.Receipt)) {
                throw new NotWhole(new Whole.Stopped(place, answer));
              }
            }
            return new Whole.Kept(place, ledger.last());
          });
    } catch (NotWhole stopped) {
      return stopped.told();
    }
  }

  @Override
  public Decided accept(Access by, long version, String remark) {
    return commits.write(
        ledger -> new Offices(scheme, ledger).decide(by, version, true, remark, this::tell));
  }

  @Override
  public Decided giveBack(Access by, long version, String reason) {
    return commits.write(
        ledger -> new Offices(scheme, ledger).decide(by, version, false, reason, this::tell));
  }

  private void tell(Version accepted) {
    listeners.forEach(listener -> listener.accept(accepted));
  }

  @Override
  public Decided annotate(Access by, long version, String text) {
    return commits.write(ledger -> new Offices(scheme, ledger).annotate(by, version, text));
  }

  @Override
  public List<Note> notes(Access by, long version) {
    return readers.read(
        (table, now) -> {
          Optional<Entry> entry =
              table
                  .find(version)
                  .filter(one -> one.kind() == Entry.Kind.VERSION)
                  .filter(one -> seesCells(by, now, Bodies.key(one)));
          if (entry.isEmpty()) {
            return List.of();
          }
          return table.about(version).stream()
              .filter(one -> one.kind() == Entry.Kind.NOTE)
              .map(Bodies::note)
              .toList();
        });
  }

  private boolean seesCells(Access by, Known now, ReportKey key) {
    LocalDate on = key.period().lastDay();
    return now.registry()
        .find(key.unit())
        .flatMap(history -> history.on(on, Instant.MAX))
        .filter(unit -> new Reach(scheme, now.registry()).seesCells(by, unit, on))
        .isPresent();
  }

  @Override
  public List<Version> versions(Access by, ReportKey key) {
    return readers.read(
        (table, now) -> {
          if (!seesCells(by, now, key)) {
            return List.of();
          }
          var shown = new ArrayList<Version>();
          for (Entry entry : table.versions(key)) {
            shown.add(Bodies.version(entry, decision(table, entry), now.layouts()));
          }
          if (!shown.isEmpty() && !by.speaksFor(key.unit())) {
            log.add(by, key.unit(), key.form(), key.period().toString());
          }
          return List.copyOf(shown);
        });
  }

  private static Optional<Entry> decision(EntryTable table, Entry version) throws SQLException {
    return table.about(version.number()).stream()
        .filter(entry -> entry.kind() == Entry.Kind.DECISION)
        .findFirst();
  }

  @Override
  public List<Version> last(Access by, String form, Period period) {
    return readers.read(
        (table, now) -> {
          String written = period.toString();
          var reach = new Reach(scheme, now.registry());
          if (!reach.readsCells(by)) {
            return List.of();
          }
          var lastOfUnit = new LinkedHashMap<Long, Entry>();
          table.versions(form, written).forEach(entry -> lastOfUnit.put(entry.unit(), entry));
          lastOfUnit.values().removeIf(entry -> !seesCells(by, now, Bodies.key(entry)));
          Map<Long, Entry> decisions =
              lastOfUnit.isEmpty() ? new HashMap<>() : table.decisions(form, written);
          if (lastOfUnit.keySet().stream().anyMatch(unit -> !by.speaksFor(unit))) {
            log.add(by, 0, form, written);
          }
          return lastOfUnit.values().stream()
              .map(
                  entry ->
                      Bodies.version(
                          entry, Optional.ofNullable(decisions.get(entry.number())), now.layouts()))
              .toList();
        });
  }

  @Override
  public List<RegisterUnit> missing(Access by, String form, Period period, Instant known) {
    return directory.missing(by, form, period, known);
  }

  @Override
  public void keepDraft(Access by, ReportKey key, Map<String, String> typed) {
    if (!by.speaksFor(key.unit())) {
      throw new NotYours(by, key.unit());
    }
    commits.write(
        ledger -> {
          Typed.keep(ledger.table(), key, typed);
          return true;
        });
  }

  @Override
  public Map<String, String> draft(Access by, ReportKey key) {
    return by.speaksFor(key.unit()) ? readers.read((table, _) -> Typed.find(table, key)) : Map.of();
  }

  @Override
  public List<CellReading> readings(Access by, long unit) {
    Optional<RegisterUnit> own =
        readers.known().registry().find(unit).map(history -> history.lately(directory.today()));
    boolean sees =
        own.filter(
                one ->
                    new Reach(scheme, readers.known().registry())
                        .seesReaders(by, one, directory.today()))
            .isPresent();
    if (!sees) {
      return List.of();
    }
    if (log.isWaiting()) {
      commits.write(_ -> true);
    }
    return readers.read(
        (table, now) -> {
          var shown = new ArrayList<CellReading>();
          for (ReadingLog.Row row : ReadingLog.of(table, unit)) {
            if (row.unit() == unit || wasAmong(table, now, row, unit)) {
              shown.add(row.shown());
            }
          }
          return List.copyOf(shown);
        });
  }

  /// A reading of all rows of a scope was of the unit if the unit was in the scope and had
  /// reported.
  private boolean wasAmong(EntryTable table, Known now, ReadingLog.Row row, long unit)
      throws SQLException {
    Period period = Period.of(row.period());
    LocalDate on = period.lastDay();
    return now.registry()
            .find(unit)
            .flatMap(history -> history.on(on, Instant.ofEpochMilli(row.at())))
            .filter(one -> new Reach(scheme, now.registry()).wasAmong(row.readScope(), one, on))
            .isPresent()
        && table.versions(new ReportKey(unit, row.form(), period)).stream()
            .anyMatch(version -> version.at() <= row.at());
  }

  @Override
  public List<Version> acceptedSince(long entry, int most) {
    return readers.read(
        (table, now) -> {
          var accepted = new ArrayList<Version>();
          long after = entry;
          while (accepted.size() < most) {
            List<Entry> decisions = table.decisionsAfter(after, most);
            if (decisions.isEmpty()) {
              break;
            }
            for (Entry decision : decisions) {
              after = decision.number();
              if (Bodies.decision(decision).accepted() && accepted.size() < most) {
                Entry version = table.find(decision.about()).orElseThrow(Packed.Torn::new);
                accepted.add(Bodies.version(version, Optional.of(decision), now.layouts()));
              }
            }
          }
          return List.copyOf(accepted);
        });
  }

  @Override
  public void onAccepted(Consumer<Version> listener) {
    listeners.add(Objects.requireNonNull(listener));
  }

  @Override
  public long lastEntry() {
    return readers.read((table, _) -> table.last());
  }

  @Override
  public Optional<DayRoot> root(LocalDate day) {
    if (day.isBefore(directory.today())) {
      seal();
    }
    return readers.read(
        (table, _) -> table.first(DayRoots::of, DayRoots.ROWS + "where day = ?", day.toEpochDay()));
  }

  @Override
  public Optional<DayRoot> seal() {
    return commits.write(ledger -> ledger.seal(ledger.today()));
  }

  @Override
  public List<Problem> verify() {
    return readers.verify();
  }

  @Override
  public long commits() {
    return commits.count();
  }

  @Override
  public void close() {
    commits.close();
    listeners.clear();
    try (writing) {
      readers.close();
    } catch (SQLException broken) {
      throw new Journal.Unavailable("Could not close the report book", broken);
    }
  }
}
