package yuheng.reports;

import java.util.List;
import yuheng.terms.Words;

/// What came of changes of registers.
public sealed interface Registered {
  /// All of them are in the book.
  ///
  /// @param entries one for each change, in the same order
  record Kept(List<RegisterEntry> entries) implements Registered {
    public Kept {
      entries = List.copyOf(entries);
    }
  }

  /// None is.
  record Refused(List<Wrong> wrong) implements Registered {
    public Refused {
      wrong = List.copyOf(wrong);
    }
  }

  /// One thing wrong.
  ///
  /// @param change place in the list, from 0
  /// @param attribute the one at fault, or `code`, `from`, `unit`
  /// @param code stable and never reused: `RP0xx`
  record Wrong(int change, String attribute, String code, Words what, Words why, Words mend) {}
}
