package yuheng.reports;

import yuheng.terms.Words;

/// What came of accepting or returning a version.
public sealed interface Decided {
  /// It is in the book.
  record Kept(Version version) implements Decided {}

  /// It is not, for a reason.
  record Refused(Words why) implements Decided {}
}
