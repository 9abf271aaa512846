package yuheng.prose;

import java.util.ArrayList;
import java.util.List;

/// A text in its parts: paragraphs with the headings above them, sentences, clauses, quotations.
final class Outline {
  private static final String CLAUSE_ENDS = "，。；：！？\n";
  private static final String SENTENCE_ENDS = "。；！？\n";

  /// A stretch of a text in code points.
  record Stretch(int start, int end) {}

  /// One line.
  ///
  /// @param heading whether it is nothing but a heading
  /// @param marker what numbers it (`（三）`), empty if nothing does
  /// @param article the numbers of the headings above and its own
  /// @param leadIn whether it ends in a colon and so speaks for the lines below
  record Paragraph(
      int start,
      int end,
      boolean heading,
      Headings.Marker marker,
      String article,
      boolean leadIn) {}

  private final Letters letters;
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final List<Stretch> sentences = new ArrayList<>();
  private final List<Stretch> clauses = new ArrayList<>();
  private final int[] paragraphAt;
  private final int[] sentenceAt;
  private final int[] clauseAt;
  private final int[] quotedFrom;
  private final int[] quotedTo;

  Outline(Letters letters) {
    this.letters = letters;
    int length = letters.length() + 1;
    paragraphAt = new int[length];
    sentenceAt = new int[length];
    clauseAt = new int[length];
    quotedFrom = new int[length];
    quotedTo = new int[length];
    cut(SENTENCE_ENDS, sentences, sentenceAt);
    cut(CLAUSE_ENDS, clauses, clauseAt);
    readParagraphs();
    readQuotations();
  }

  List<Paragraph> paragraphs() {
    return paragraphs;
  }

  List<Stretch> sentences() {
    return sentences;
  }

  int paragraphAt(int offset) {
    return paragraphAt[offset];
  }

  int sentenceAt(int offset) {
    return sentenceAt[offset];
  }

  int clauseAt(int offset) {
    return clauseAt[offset];
  }

  Stretch clause(int number) {
    return clauses.get(number);
  }

  /// The innermost quotation or title around an offset; an empty stretch if there is none.
  Stretch quotation(int offset) {
    return new Stretch(quotedFrom[offset], quotedTo[offset]);
  }

  private void cut(String ends, List<Stretch> into, int[] at) {
    int start = 0;
    for (int i = 0; i <= letters.length(); i++) {
      if (i < at.length) {
        at[i] = into.size();
      }
      if (i == letters.length() || ends.indexOf(letters.at(i)) >= 0) {
        into.add(new Stretch(start, i));
        start = i + 1;
      }
    }
  }

  private void readParagraphs() {
    var headings = new Headings();
    int start = 0;
    for (int i = 0; i <= letters.length(); i++) {
      paragraphAt[i] = paragraphs.size();
      if (i == letters.length() || letters.at(i) == '\n') {
        paragraphs.add(headings.paragraph(letters, start, i));
        start = i + 1;
      }
    }
  }

  private void readQuotations() {
    int open = -1;
    for (int i = 0; i < letters.length(); i++) {
      char letter = letters.at(i);
      if (letter == '\n') {
        open = -1;
      } else if ("“《‘「".indexOf(letter) >= 0) {
        open = i;
      } else if ("”》’」".indexOf(letter) >= 0 && open >= 0) {
        for (int inside = open; inside <= i; inside++) {
          quotedFrom[inside] = open;
          quotedTo[inside] = i + 1;
        }
        open = -1;
      }
    }
  }
}
