package yuheng.terms;

/// A stretch of one line of one file. Lines and columns count from 1, columns in characters; `end`
/// is one past the last column. Or a cell of a workbook: `file` names workbook and sheet, `line` is
/// the row, `start` the column.
///
/// @param cell it is a cell of a workbook
public record Span(String file, int line, int start, int end, boolean cell)
    implements Comparable<Span> {
  private static final int LETTERS = 26;

  public Span {
    if (line < 1 || start < 1 || end <= start) {
      throw new IllegalArgumentException(
          "Not a span: %s:%d:%d-%d".formatted(file, line, start, end));
    }
  }

  public Span(String file, int line, int start, int end) {
    this(file, line, start, end, false);
  }

  /// One character of a line.
  public static Span at(String file, int line, int column) {
    return new Span(file, line, column, column + 1);
  }

  /// A cell of a workbook.
  ///
  /// @param column from 1, which is A
  public static Span cell(String workbook, String sheet, int row, int column) {
    return new Span(workbook + "!" + sheet, row, column, column + 1, true);
  }

  /// Row and column as a spreadsheet names them, `B7`; of a line `7:2`.
  public String address() {
    return cell ? letters(start) + line : line + ":" + start;
  }

  private static String letters(int column) {
    int rest = column - 1;
    String last = Character.toString('A' + rest % LETTERS);
    return rest < LETTERS ? last : letters(rest / LETTERS) + last;
  }

  @Override
  public int compareTo(Span that) {
    int byFile = file.compareTo(that.file);
    if (byFile != 0) {
      return byFile;
    }
    int byLine = Integer.compare(line, that.line);
    return byLine != 0 ? byLine : Integer.compare(start, that.start);
  }

  @Override
  public String toString() {
    return file + (cell ? "!" : ":") + address();
  }
}
