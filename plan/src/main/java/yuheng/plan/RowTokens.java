package yuheng.plan;

import java.util.ArrayList;
import java.util.List;
import yuheng.plan.Problems.Spot;
import yuheng.terms.Span;

/// The words of one test, and how far it is read. A test that is too long or too deep for a person
/// to read is told.
final class RowTokens {
  /// Largest number that a test may name.
  static final long LARGEST = 999_999_999;

  private static final int DEEPEST = 20;
  private static final int MOST = 200;

  private final List<Token> tokens = new ArrayList<>();
  private final Span line;
  private final Problems problems;
  private int next;
  private int depth;

  enum Kind {
    NAME,
    NUMBER,
    SIGN,
    END
  }

  /// @param from where it starts in the line
  /// @param number its value, if it is a number
  record Token(Kind kind, String text, int from, long number) {
    int to() {
      return from + Math.max(1, kind == Kind.END ? 1 : text.length());
    }
  }

  RowTokens(Spot written, Problems problems) {
    this.line = written.span();
    this.problems = problems;
    String text = written.text();
    int i = 0;
    while (i < text.length()) {
      i = word(text, i);
    }
    if (tokens.size() > MOST) {
      tooMuch("this test has more than %d words".formatted(MOST));
      tokens.clear();
    }
    tokens.add(new Token(Kind.END, "", text.length(), 0));
  }

  /// Reads one word, and gives the place behind it.
  private int word(String text, int from) {
    char c = text.charAt(from);
    int to = from + 1;
    if (isLetter(c)) {
      while (to < text.length() && goesOn(text, to)) {
        to++;
      }
      tokens.add(new Token(Kind.NAME, text.substring(from, to), from, 0));
    } else if (isDigit(c)) {
      while (to < text.length() && isDigit(text.charAt(to))) {
        to++;
      }
      number(text.substring(from, to), from);
    } else if ("<>!".indexOf(c) >= 0 && to < text.length() && text.charAt(to) == '=') {
      to++;
      tokens.add(new Token(Kind.SIGN, text.substring(from, to), from, 0));
    } else if ("<>=+-*/()".indexOf(c) >= 0) {
      tokens.add(new Token(Kind.SIGN, text.substring(from, to), from, 0));
    } else if (!Character.isWhitespace(c)) {
      problem("`%c` has no meaning in a test".formatted(c), span(line, from, to), "remove it");
    }
    return to;
  }

  private void number(String digits, int from) {
    boolean small = digits.length() <= 9;
    if (!small) {
      problem(
          "this number is too large",
          span(line, from, from + digits.length()),
          "use numbers of at most nine digits");
    }
    tokens.add(new Token(Kind.NUMBER, digits, from, small ? Long.parseLong(digits) : 0));
  }

  private static boolean goesOn(String text, int i) {
    char c = text.charAt(i);
    return isLetter(c)
        || isDigit(c)
        || (c == '-'
            && i + 1 < text.length()
            && (isLetter(text.charAt(i + 1)) || isDigit(text.charAt(i + 1))));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  Token peek() {
    return tokens.get(next);
  }

  Token take() {
    Token token = tokens.get(next);
    next += token.kind() == Kind.END ? 0 : 1;
    return token;
  }

  /// Goes on behind a mistake: at a closing bracket or at the end.
  void skip() {
    while (peek().kind() != Kind.END && !peek().text().equals(")")) {
      next++;
    }
  }

  /// One bracket more; false, and told, when there are too many.
  boolean deeper() {
    if (depth == DEEPEST) {
      tooMuch("brackets stand more than %d deep".formatted(DEEPEST));
      next = tokens.size() - 1;
      return false;
    }
    depth++;
    return true;
  }

  void higher() {
    depth--;
  }

  /// Where the last word taken ends.
  int end() {
    return next == 0 ? 1 : tokens.get(next - 1).to();
  }

  static Span span(Span line, int from, int to) {
    return new Span(
        line.file(), line.line(), line.start() + from, line.start() + Math.max(to, from + 1));
  }

  private void tooMuch(String what) {
    problem(what, line, "split it into several checks");
  }

  private void problem(String what, Span where, String mend) {
    problems.add("PL080", what, where, "a test is a line that a person can read", mend);
  }
}
