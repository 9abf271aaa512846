package yuheng.facts;

import yuheng.terms.Span;

/// One cell of a table that somebody brings, as it stands there (单元格).
///
/// @param text without blanks around it; of a day `2012-10-20`, of a share `18.5%`
public record Cell(String text, Kind kind, Span place) {
  /// What stands in a cell, beyond its text.
  public enum Kind {
    /// Text, or a number as written.
    PLAIN,
    /// A day that the spreadsheet keeps as a number; the text is `2012-10-20`.
    DAY,
    /// The last result of a formula.
    COMPUTED,
    /// A formula without a result.
    FORMULA,
    /// An error such as `#REF!`.
    ERROR
  }

  /// Nothing stands in it.
  public boolean isEmpty() {
    return kind == Kind.PLAIN && text.isBlank();
  }
}
