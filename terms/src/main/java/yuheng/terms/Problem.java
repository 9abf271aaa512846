package yuheng.terms;

import java.util.List;

/// One thing wrong with what somebody wrote, told to that person.
///
/// @param code stable and never reused: `PL` for the plan language, `FA` for figures
/// @param what one line with the offending words in it
/// @param where the exact characters; the first is where to mend, the rest explain
/// @param why the rule that is broken, as a general truth
/// @param mend what to do now, written so that it can be pasted where that is possible
public record Problem(String code, String what, List<Marked> where, String why, String mend)
    implements Comparable<Problem> {
  /// A stretch of text and a few words to print under it.
  public record Marked(Span span, String label) {}

  public Problem {
    where = List.copyOf(where);
    if (where.isEmpty()) {
      throw new IllegalArgumentException("Problem " + code + " says no place: " + what);
    }
  }

  /// Where to mend.
  public Span place() {
    return where.getFirst().span();
  }

  @Override
  public int compareTo(Problem that) {
    int byPlace = place().compareTo(that.place());
    if (byPlace != 0) {
      return byPlace;
    }
    int byCode = code.compareTo(that.code);
    return byCode != 0 ? byCode : what.compareTo(that.what);
  }

  /// Where [#render] finds the text of a line.
  @FunctionalInterface
  public interface SourceLines {
    /// The line that a span stands on, or an empty text when it can't be had.
    String line(Span span);
  }

  /// The terminal form: code and what, each place with its line and marks, why and mend. Wide
  /// (Chinese) characters get two marks, so that the marks stand under them.
  public String render(SourceLines lines) {
    var text = new StringBuilder("problem %s  %s\n".formatted(code, what));
    for (Marked mark : where) {
      String line = lines.line(mark.span);
      String number = Integer.toString(mark.span.line());
      String gutter = " ".repeat(number.length());
      text.append("%s --> %s\n".formatted(gutter, mark.span));
      if (!line.isEmpty()) {
        int from = Math.min(mark.span.start() - 1, line.length());
        int to = Math.min(mark.span.end() - 1, line.length());
        String marks = "^".repeat(Math.max(1, width(line.substring(from, to))));
        text.append("%s |  %s\n".formatted(number, line));
        text.append(
            "%s |  %s%s %s"
                .formatted(gutter, " ".repeat(width(line.substring(0, from))), marks, mark.label)
                .stripTrailing());
        text.append('\n');
      }
    }
    return text.append("  why:  %s\n  mend: %s\n".formatted(why, mend)).toString();
  }

  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
  }
}
