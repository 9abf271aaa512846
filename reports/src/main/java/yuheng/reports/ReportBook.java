package yuheng.reports;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import yuheng.facts.Access;
import yuheng.plan.Plan;
import yuheng.terms.Period;
import yuheng.terms.Problem;

/// The book of what units report (报表簿): registers, versions of reports, decisions of offices. It is
/// only ever added to; an entry is on disk before the one who made it hears of it.
///
/// Safe for many threads, and for several processes on one machine. Times and numbers are given by
/// the book. Whoever asks gets only the rows of his scope; a row outside it is not there for him.
public interface ReportBook extends AutoCloseable {
  /// Opens the book in a file, which is made if it is not there; it may be the journal's own file.
  ///
  /// @throws yuheng.facts.Journal.Unavailable if it cannot be opened
  static ReportBook open(Plan plan, Path file, Clock clock) {
    return new SqliteReportBook(plan, file, clock);
  }

  /// Keeps changes of registers: all of them or, with faults, none.
  Registered register(Access by, List<RegisterChange> changes);

  /// Units of a register that stand on a day, as known at a moment, by number.
  List<RegisterUnit> units(Access by, String register, LocalDate on, Instant known);

  /// One unit, whether it stands on that day or not any more.
  Optional<RegisterUnit> unit(Access by, long number, LocalDate on, Instant known);

  /// The unit that bears a code, now or earlier.
  Optional<RegisterUnit> unitOf(Access by, String code);

  /// Every change of a unit, in the order in which they were heard.
  List<RegisterEntry> changes(Access by, long unit);

  /// Hands in a report; if the answer is a receipt, it is on disk.
  Answer submit(Access by, Submission submission);

  /// Hands in many, each for itself; the answers in the same order.
  List<Answer> submit(Access by, List<Submission> submissions);

  /// Accepts a version. An access that may not, or a version that is not the last of its report,
  /// is refused.
  Decided accept(Access by, long version, String remark);

  /// Gives a version back; the reason is for its unit.
  Decided giveBack(Access by, long version, String reason);

  /// Every version of a report, the first first.
  List<Version> versions(Access by, ReportKey key);

  /// The last version of each report of a form and period, by unit.
  List<Version> last(Access by, String form, Period period);

  /// Units that owe a report of a form and period and have handed in none by a moment (未报名单).
  List<RegisterUnit> missing(Access by, String form, Period period, Instant known);

  /// Keeps what somebody typed, as typed, until he hands it in; it is no report, and may be kept
  /// anew at any time.
  void keepDraft(Access by, ReportKey key, Map<String, String> typed);

  /// What was typed and not handed in yet; empty texts and all.
  Map<String, String> draft(Access by, ReportKey key);

  /// Every version that was accepted after an entry of the book, in the order of acceptance.
  List<Version> acceptedSince(long entry, int most);

  /// Calls `listener` after each acceptance kept by this book object, in order.
  void onAccepted(Consumer<Version> listener);

  /// Number of the last entry; 0 for an empty book.
  long lastEntry();

  /// What binds everything said up to the end of a day; empty for a day on which nothing was said
  /// or that is not over.
  Optional<DayRoot> root(LocalDate day);

  /// Every break: an entry that is not as it was kept, a gap, a root that does not fit its day.
  /// Empty for a sound book.
  List<Problem> verify();

  @Override
  void close();
}
