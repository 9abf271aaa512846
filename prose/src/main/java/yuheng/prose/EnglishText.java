package yuheng.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.prose.Outline.Stretch;

/// An English text as its grammar reads it: one `char` for every code point of the original,
/// dashes, quotation marks and blanks made plain, in paragraphs, sentences and clauses.
final class EnglishText {
  private static final Pattern ABBREVIATED =
      Pattern.compile(
          "(^|\\W)(no|nos|art|sec|ch|fig|vs|etc|e\\.g|i\\.e|approx|mr|ms|dr|u\\.s|st)$");
  private static final int LONGEST_HEADING = 90;

  /// What numbers a heading, from parts down to items.
  private static final List<Pattern> MARKERS =
      List.of(
          Pattern.compile("^part\\s+([ivx]+|\\d+)\\b"),
          Pattern.compile("^chapter\\s+([ivx]+|\\d+)\\b"),
          Pattern.compile("^(section|article)\\s+([ivx]+|\\d+)\\b"),
          Pattern.compile("^[ivx]+\\.(?=\\s)"),
          Pattern.compile("^\\d{1,2}[.)](?=\\s)"),
          Pattern.compile("^\\((\\d{1,2}|[a-z])\\)"),
          Pattern.compile("^(-+|[•*■●◆·])\\s*"));

  private static final int ITEM = 4;
  private static final int BULLET = 6;

  /// One line.
  ///
  /// @param heading whether it is nothing but a heading
  /// @param body where it begins behind its number
  /// @param item whether it is one of a list
  /// @param article the numbers of the headings above and its own
  /// @param leadIn whether it ends in a colon and so speaks for the lines below
  record Paragraph(
      int start,
      int end,
      boolean heading,
      int body,
      boolean item,
      String article,
      boolean leadIn) {}

  private final int[] points;
  private final String plain;
  private final String lower;
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final List<Stretch> sentences = new ArrayList<>();
  private final List<Stretch> clauses = new ArrayList<>();
  private final int[] paragraphAt;
  private final int[] sentenceAt;
  private final int[] clauseAt;
  private final int[] quotedFrom;
  private final int[] quotedTo;

  EnglishText(String text) {
    points = text.codePoints().toArray();
    char[] letters = new char[points.length];
    char[] small = new char[points.length];
    for (int i = 0; i < points.length; i++) {
      letters[i] = usual(points[i]);
      small[i] = Character.toLowerCase(letters[i]);
    }
    plain = new String(letters);
    lower = new String(small);
    paragraphAt = new int[points.length + 1];
    sentenceAt = new int[points.length + 1];
    clauseAt = new int[points.length + 1];
    quotedFrom = new int[points.length + 1];
    quotedTo = new int[points.length + 1];
    cut(sentences, sentenceAt, false);
    cut(clauses, clauseAt, true);
    readParagraphs();
    readQuotations();
  }

  private static char usual(int point) {
    if (point > Character.MAX_VALUE || Character.isSurrogate((char) point)) {
      return '\uFFFD';
    }
    return switch (point) {
      case '‐', '‑', '‒', '–', '—', '―', '−' -> '-';
      case '“', '”', '„', '«', '»' -> '"';
      case '‘', '’' -> '\'';
      case '\t', '\u00A0', '\u2009', '\u202F', '\u3000' -> ' ';
      case '\r', '\u2028', '\u2029' -> '\n';
      default -> (char) point;
    };
  }

  private void cut(List<Stretch> into, int[] at, boolean clause) {
    int start = 0;
    for (int i = 0; i <= plain.length(); i++) {
      at[i] = into.size();
      if (i == plain.length() || endsSentence(i) || (clause && endsClause(i))) {
        into.add(new Stretch(start, i));
        start = i + 1;
      }
    }
  }

  private boolean endsSentence(int at) {
    char letter = plain.charAt(at);
    if (letter == '.') {
      boolean open = Character.isWhitespace(at(at + 1)) || at(at + 1) == '"' || at(at + 1) == ')';
      return open && !ABBREVIATED.matcher(lower.substring(Math.max(0, at - 8), at)).find();
    }
    return letter == '\n' || letter == ';' || letter == '!' || letter == '?';
  }

  private boolean endsClause(int at) {
    char letter = plain.charAt(at);
    boolean inNumber = Character.isDigit(at(at - 1)) && Character.isDigit(at(at + 1));
    return (letter == ',' && !inNumber) || letter == ':' || letter == '(' || letter == ')';
  }

  private void readParagraphs() {
    var above = new ArrayList<String>();
    var levels = new ArrayList<Integer>();
    int start = 0;
    for (int i = 0; i <= plain.length(); i++) {
      paragraphAt[i] = paragraphs.size();
      if (i == plain.length() || plain.charAt(i) == '\n') {
        paragraphs.add(paragraph(start, i, above, levels));
        start = i + 1;
      }
    }
  }

  private Paragraph paragraph(int start, int end, List<String> above, List<Integer> levels) {
    int from = start;
    while (from < end && plain.charAt(from) == ' ') {
      from++;
    }
    int body = from;
    int level = -1;
    for (int i = 0; i < MARKERS.size() && level < 0; i++) {
      Matcher marker = MARKERS.get(i).matcher(lower.substring(from, end));
      if (marker.find()) {
        level = i;
        body = from + marker.end();
      }
    }
    if (level >= 0 && level < BULLET) {
      while (!levels.isEmpty() && levels.getLast() >= level) {
        levels.removeLast();
        above.removeLast();
      }
      levels.add(level);
      above.add(plain.substring(from, body).strip());
    }
    char last = end > from ? plain.charAt(end - 1) : ' ';
    boolean heading =
        end > from && end - from < LONGEST_HEADING && ".;,:".indexOf(last) < 0 && level < ITEM;
    String article = String.join(" ", above);
    return new Paragraph(start, end, heading, body, level >= ITEM, article, last == ':');
  }

  int length() {
    return plain.length();
  }

  /// The letter at an offset, a line end outside the text.
  char at(int offset) {
    return offset < 0 || offset >= plain.length() ? '\n' : plain.charAt(offset);
  }

  /// The text in small letters; offsets are those of the text.
  String lower() {
    return lower;
  }

  /// The letters of a stretch, cut to the text.
  String from(int start, int end) {
    int first = Math.max(0, Math.min(start, plain.length()));
    return plain.substring(first, Math.max(first, Math.min(end, plain.length())));
  }

  String small(int start, int end) {
    int first = Math.max(0, Math.min(start, lower.length()));
    return lower.substring(first, Math.max(first, Math.min(end, lower.length())));
  }

  /// The original words of a stretch.
  String raw(int start, int end) {
    return new String(points, start, end - start);
  }

  List<Paragraph> paragraphs() {
    return paragraphs;
  }

  Paragraph paragraph(int offset) {
    return paragraphs.get(paragraphAt[offset]);
  }

  int paragraphNumber(int offset) {
    return paragraphAt[offset];
  }

  List<Stretch> sentences() {
    return sentences;
  }

  int sentenceNumber(int offset) {
    return sentenceAt[offset];
  }

  Stretch sentence(int offset) {
    return sentences.get(sentenceAt[offset]);
  }

  Stretch clause(int offset) {
    return clauses.get(clauseAt[offset]);
  }

  /// The quotation around an offset; an empty stretch if there is none.
  Stretch quotation(int offset) {
    return new Stretch(quotedFrom[offset], quotedTo[offset]);
  }

  private void readQuotations() {
    int open = -1;
    for (int i = 0; i < plain.length(); i++) {
      char letter = plain.charAt(i);
      if (letter == '\n') {
        open = -1;
      } else if (letter == '"' && open < 0) {
        open = i;
      } else if (letter == '"') {
        for (int inside = open; inside <= i; inside++) {
          quotedFrom[inside] = open;
          quotedTo[inside] = i + 1;
        }
        open = -1;
      }
    }
  }
}
