package yuheng.reports;

import java.time.Instant;
import java.util.List;
import yuheng.terms.Words;

/// What came of a [Submission].
public sealed interface Answer {
  /// It is in the book, and on disk.
  ///
  /// @param entry number in the book
  /// @param number of the version within its report
  /// @param hash of the version; the receipt's number for people is its first twelve characters
  record Receipt(long entry, ReportKey key, int number, Instant heard, String hash)
      implements Answer {}

  /// A hard check or the form itself refuses it; nothing was kept.
  record Refused(List<Remark> faults) implements Answer {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /// Soft checks fail without a reason; nothing was kept. Handed in again with the reasons, it is.
  record Asked(List<Remark> doubts) implements Answer {
    public Asked {
      doubts = List.copyOf(doubts);
    }
  }

  /// A version was handed in that its author has not seen; nothing was kept.
  record Overtaken(Version since) implements Answer {}

  /// Who asks may not say this; nothing was kept.
  record NotYours(Words why) implements Answer {}

  /// What is said of one or several cells.
  ///
  /// @param check id of the check, or of the rule of all forms: `required`, `negative`,
  ///   `unit-gone`, `period`, `not-asked`
  /// @param items the cells it speaks of, by id
  record Remark(String check, List<String> items, Words says) {
    public Remark {
      items = List.copyOf(items);
    }
  }
}
