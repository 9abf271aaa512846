package yuheng.reports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import yuheng.facts.Access;
import yuheng.facts.Activation;
import yuheng.terms.Period;
import yuheng.terms.Problem;

/// The book of what units report (报表簿): registers, versions of reports, decisions of offices. It is
/// only ever added to; an entry is on disk before the one who made it hears of it.
///
/// Safe for many threads, and for several processes on one machine. Times and numbers are given by
/// the book. Whoever asks gets only the rows of his scope; a row outside it is not there for him.
/// What somebody else than the unit reads of its cells is kept, and the unit sees it. What asks for
/// no access is for the house itself, never for a page.
///
/// Days are those of the clock's zone.
public interface ReportBook extends AutoCloseable {
  /// Opens the book in a file, which is made if it is not there; it may be the journal's own file.
  ///
  /// @throws yuheng.facts.Journal.Unavailable if it cannot be opened
  static ReportBook open(Scheme scheme, Path file, Clock clock) {
    return SqliteReportBook.lasting(scheme, file, clock);
  }

  /// The same for a file that is being made and that nobody uses before it is whole: no commit
  /// waits for the disk. Who makes it puts the file on disk when the book is closed, or throws it
  /// away.
  ///
  /// @throws yuheng.facts.Journal.Unavailable if it cannot be opened
  static ReportBook make(Scheme scheme, Path file, Clock clock) {
    return SqliteReportBook.inTheMaking(scheme, file, clock);
  }

  /// The moment it is by the book's clock: what is said now is heard then.
  Instant now();

  /// The day it is by the book's clock. Whoever reckons what is due asks this, so that nobody has
  /// another day than the book.
  LocalDate today();

  /// Holds the book in a file to its chains and day roots without a change to the file; also one
  /// that cannot be opened any more.
  static BookAudit audit(Path file) {
    return BookAudit.of(file);
  }

  /// Keeps changes of registers: all of them or, with faults, none.
  Registered register(Access by, List<RegisterChange> changes);

  /// Units of a register that stand on a day, as known at a moment, by number.
  List<RegisterUnit> units(Access by, String register, LocalDate on, Instant known);

  /// One unit, whether it stands on that day or not any more.
  Optional<RegisterUnit> unit(Access by, long number, LocalDate on, Instant known);

  /// The unit of a register that bears a code, now or earlier, as it is today or was last. Of an
  /// organization, the nine characters and the eighteen find the same.
  Optional<RegisterUnit> unitOf(Access by, String register, String code);

  /// Every change of a unit, in the order in which they were heard.
  List<RegisterEntry> changes(Access by, long unit);

  /// Hands in a report; if the answer is a receipt, it is on disk.
  Answer submit(Access by, Submission submission);

  /// Hands in many, each for itself; the answers in the same order.
  List<Answer> submit(Access by, List<Submission> submissions);

  /// Hands in many, each under the access of its own unit: all of them are kept, or none is. Others
  /// who write wait meanwhile.
  ///
  /// @param all gives them from the first on, each time it is asked
  Whole submitWhole(Supplier<Iterator<Sent>> all);

  /// Accepts a version. An access that may not, or a version that is not the last of its report, is
  /// refused.
  Decided accept(Access by, long version, String remark);

  /// Gives a version back; the reason is for its unit.
  Decided giveBack(Access by, long version, String reason);

  /// Writes a note beside a version, which decides nothing: so a park speaks, too.
  Decided annotate(Access by, long version, String text);

  /// The notes beside a version, in order.
  List<Note> notes(Access by, long version);

  /// Every version of a report, the first first.
  List<Version> versions(Access by, ReportKey key);

  /// The last version of each report of a form and period, by unit.
  List<Version> last(Access by, String form, Period period);

  /// Units that owe a report of a form and period and have handed in none by a moment (未报名单).
  List<RegisterUnit> missing(Access by, String form, Period period, Instant known);

  /// Keeps what somebody typed, as typed, until he hands it in; it is no report, and may be kept
  /// anew at any time; nothing at all takes it away. Only the unit itself has it and sees it.
  ///
  /// @throws NotYours if `by` does not speak for the unit
  void keepDraft(Access by, ReportKey key, Map<String, String> typed);

  /// What was typed and not handed in yet; empty texts and all.
  Map<String, String> draft(Access by, ReportKey key);

  /// Who else read cells of a unit, the first first; for the unit itself and for auditors.
  List<CellReading> readings(Access by, long unit);

  /// Where units are reached, for the letters that the house sends.
  Activation.Contacts contacts();

  /// Every version that was accepted after an entry of the book, in the order of acceptance.
  List<Version> acceptedSince(long entry, int most);

  /// Calls `listener` after each acceptance kept by this book object, in order, before the office
  /// is told. It must not write to the book itself.
  void onAccepted(Consumer<Version> listener);

  /// Number of the last entry; 0 for an empty book.
  long lastEntry();

  /// What binds everything said up to the end of a day; empty for a day on which nothing was said
  /// or that is not over.
  Optional<DayRoot> root(LocalDate day);

  /// Binds the last day on which something was said, if it is over and not bound yet; the first
  /// entry of a later day does it, too.
  Optional<DayRoot> seal();

  /// Every break: an entry that is not as it was kept, a gap, a root that does not fit its day.
  /// Empty for a sound book.
  List<Problem> verify();

  /// How many times the book was put on disk since it was opened: one sync each.
  long commits();

  @Override
  void close();

  /// Somebody asked to keep what only the unit itself may.
  final class NotYours extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotYours(Access by, long unit) {
      super("%s does not speak for unit %d".formatted(by, unit));
    }
  }
}
