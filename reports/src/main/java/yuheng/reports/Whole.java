package yuheng.reports;

/// What came of many reports that were handed in as one.
public sealed interface Whole {
  /// All of them are in the book, and on disk.
  ///
  /// @param reports how many
  /// @param last number of the book's last entry then
  record Kept(int reports, long last) implements Whole {}

  /// None of them is.
  ///
  /// @param place of the first that was not taken, from 0
  /// @param why what the book says of it
  record Stopped(int place, Answer why) implements Whole {}
}
