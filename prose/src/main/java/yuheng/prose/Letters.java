package yuheng.prose;

/// A text as the grammar reads it: one `char` for every code point of the original, full-width
/// digits, letters and signs made half-width, ASCII punctuation made Chinese, so that an offset
/// here is an offset there.
final class Letters {
  private static final String ASCII_MARKS = ",;:()!?";
  private static final String CHINESE_MARKS = "，；：（）！？";
  private static final String DASHES = "‐‑‒–―−﹣〜∼～~－-";
  private static final String DOTS = "•・‧∙●·";

  private final String plain;
  private final int[] points;

  private Letters(String plain, int[] points) {
    this.plain = plain;
    this.points = points;
  }

  static Letters of(String text) {
    int[] points = text.codePoints().toArray();
    char[] plain = new char[points.length];
    boolean open = false;
    for (int i = 0; i < points.length; i++) {
      char letter = usual(points[i]);
      if (letter == '\n') {
        open = false;
      }
      if (letter == '"') {
        letter = open ? '”' : '“';
        open = !open;
      }
      if (letter == '.' && endsSentence(points, i)) {
        letter = '。';
      }
      int mark = ASCII_MARKS.indexOf(letter);
      boolean inNumber = letter == ',' && isDigit(points, i - 1) && groupOfThree(points, i + 1);
      plain[i] = mark >= 0 && !inNumber ? CHINESE_MARKS.charAt(mark) : letter;
    }
    return new Letters(new String(plain), points);
  }

  private static char usual(int point) {
    if (point > Character.MAX_VALUE || Character.isSurrogate((char) point)) {
      return '\uFFFD';
    }
    if (DASHES.indexOf(point) >= 0) {
      return '-';
    }
    if (DOTS.indexOf(point) >= 0) {
      return '·';
    }
    if (point == '﹪') {
      return '%';
    }
    if (point == '〔' || point == '［') {
      return '（';
    }
    if (point == '〕' || point == '］') {
      return '）';
    }
    if (point == '\t' || point == '\u00A0' || point == '\u3000' || point == '\u200B') {
      return ' ';
    }
    if (point == '\r' || point == '\u2028' || point == '\u2029') {
      return '\n';
    }
    boolean wide = point > 0xFF00 && point < 0xFF5F;
    return (char) (wide ? point - 0xFEE0 : point);
  }

  private static boolean isDigit(int[] points, int at) {
    return at >= 0 && at < points.length && usual(points[at]) >= '0' && usual(points[at]) <= '9';
  }

  /// A point behind a Chinese word or a per cent sign and not before a digit.
  private static boolean endsSentence(int[] points, int at) {
    if (at == 0 || isDigit(points, at + 1)) {
      return false;
    }
    int before = points[at - 1];
    return before == '%'
        || before == '％'
        || before == ')'
        || before == '）'
        || Character.isIdeographic(before);
  }

  private static boolean groupOfThree(int[] points, int at) {
    return isDigit(points, at)
        && isDigit(points, at + 1)
        && isDigit(points, at + 2)
        && !isDigit(points, at + 3);
  }

  String plain() {
    return plain;
  }

  int length() {
    return plain.length();
  }

  /// The letter at an offset, a line end outside the text.
  char at(int offset) {
    return offset < 0 || offset >= plain.length() ? '\n' : plain.charAt(offset);
  }

  /// The letters of a stretch, cut to the text.
  String from(int start, int end) {
    int first = Math.max(0, Math.min(start, plain.length()));
    return plain.substring(first, Math.max(first, Math.min(end, plain.length())));
  }

  boolean startsWith(String word, int at) {
    return plain.startsWith(word, at);
  }

  boolean endsWith(String word, int end) {
    return end >= word.length() && plain.startsWith(word, end - word.length());
  }

  /// The original words of a stretch.
  String raw(int start, int end) {
    return new String(points, start, end - start);
  }
}
