package yuheng.terms;

/// A stretch of one line of one file. Lines and columns count from 1, columns in characters; `end`
/// is one past the last column.
public record Span(String file, int line, int start, int end) implements Comparable<Span> {
  public Span {
    if (line < 1 || start < 1 || end <= start) {
      throw new IllegalArgumentException(
          "Not a span: %s:%d:%d-%d".formatted(file, line, start, end));
    }
  }

  /// One character of a line.
  public static Span at(String file, int line, int column) {
    return new Span(file, line, column, column + 1);
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
    return file + ":" + line + ":" + start;
  }
}
