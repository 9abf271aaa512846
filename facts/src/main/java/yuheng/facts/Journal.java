package yuheng.facts;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import yuheng.terms.Problem;

/// The one book in which everything is kept that people say to the house (总账): figures entered,
/// tasks, duties, comments, accounts, who read what. It is only ever added to: the store itself
/// refuses to change or delete a row, each act is chained to the one before it by its hash, and an
/// act is on disk before [#append] returns.
///
/// Safe for several threads and for several processes on one machine. Numbers and times are given
/// by the journal, never by who says something.
public interface Journal extends AutoCloseable {
  /// Opens the journal in a file, which is made if it is not there.
  ///
  /// @throws Unavailable if the file cannot be opened, or is no journal
  static Journal open(Path file) {
    return open(file, Clock.systemUTC());
  }

  /// The same with a clock of one's own.
  static Journal open(Path file, Clock clock) {
    return new SqliteJournal(file, clock);
  }

  /// Holds the journal in a file to its chain without a change to the file; also one that cannot be
  /// opened any more.
  static Audit audit(Path file) {
    return new JournalAudit(file).run();
  }

  /// Keeps an act; when this returns, it is on disk.
  ///
  /// @param said at least one thing
  /// @throws Unavailable if it could not be kept; then nothing of it was
  default Act append(String by, String what, List<Said> said) {
    return append(by, what, said, List.of());
  }

  /// Keeps an act together with texts that stand [Apart] from it.
  Act append(String by, String what, List<Said> said, List<Apart> apart);

  /// Keeps an act unless something of the same kind was said about a subject since an act that its
  /// author has seen, so that nobody overwrites what he never saw.
  ///
  /// @param seen number of that act; 0 if he saw none
  default Kept appendUnlessOvertaken(
      String by, String what, List<Said> said, String kind, String subject, long seen) {
    return appendUnlessOvertaken(by, what, said, List.of(new Seen(kind, subject, seen)));
  }

  /// The same for several subjects: if something was said of any of them, nothing is kept.
  default Kept appendUnlessOvertaken(String by, String what, List<Said> said, List<Seen> seen) {
    return appendUnlessOvertaken(by, what, said, List.of(), seen);
  }

  /// The same together with texts that stand [Apart] from it.
  Kept appendUnlessOvertaken(
      String by, String what, List<Said> said, List<Apart> apart, List<Seen> seen);

  /// What the author of an act has seen of a subject.
  ///
  /// @param act number of the last act of that kind about it; 0 for none
  record Seen(String kind, String subject, long act) {}

  /// The text that was last kept apart about a subject, if it still has the seal that its act said.
  Optional<String> apart(String kind, String subject);

  /// What came of an act that could be overtaken.
  sealed interface Kept {
    /// It is in the journal.
    record Appended(Act act) implements Kept {}

    /// Somebody was first; nothing was kept.
    ///
    /// @param since the first act that its author had not seen
    record Overtaken(Act since) implements Kept {}
  }

  /// Number of the last act; 0 for an empty journal.
  long last();

  /// Every act with something of a kind in it, in order; of each, only what is of that kind.
  List<Act> acts(String kind);

  /// The same about one subject.
  List<Act> acts(String kind, String subject);

  /// Every act after the one with a number, in order, whole.
  List<Act> since(long number, int most);

  /// The last acts that fit a filter, the newest first, whole.
  ///
  /// @param before number of an act; only earlier ones
  List<Act> find(ActFilter filter, long before, int most);

  /// One act, whole.
  Optional<Act> find(long number);

  /// Calls `listener` after each act kept by this journal object, in order, in the thread that
  /// appended it.
  void onAppend(Consumer<Act> listener);

  /// Every break of the chain: an act whose hash is not that of its words, a gap in the numbers, a
  /// text kept apart that is not the one its act brought. Empty for a sound journal.
  List<Problem> verify();

  /// Bytes that are free on the disk that it is on.
  ///
  /// @throws Unavailable if its file is not there any more
  long free();

  @Override
  void close();

  /// The disk, or the file, does not do what a journal needs.
  final class Unavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What was tried, and what came between.
    public Unavailable(String tried, Throwable cause) {
      super(tried + ": " + cause.getMessage(), cause);
    }
  }
}
