package yuheng.web;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of the official text, cut at the numbers in it.
///
/// @param id its anchor on the page
/// @param at where its first character stands in the text, in code points
/// @param level 1 the title, 2 and 3 headings, 0 a paragraph, [#UNDER] what stands under the title
/// @param indented it brings its own indent along
record TextLine(String id, int at, int level, boolean indented, List<Piece> pieces) {
  /// A short line between the title and the first paragraph: who issued it, and when.
  static final int UNDER = 4;

  private static final int LONGEST_HEADING = 48;
  private static final int LONGEST_UNDER_TITLE = 28;
  private static final int LONGEST_ENGLISH_HEADING = 100;
  private static final String NUMBER = "[一二三四五六七八九十百零〇\\d]+";
  private static final Pattern SECOND =
      Pattern.compile(
          "\\s*(第%1$s[章节篇编]|[一二三四五六七八九十]+、|(Chapter|Part|Section) |[IVX]+\\. ).*"
              .formatted(NUMBER));
  private static final Pattern THIRD =
      Pattern.compile("\\s*([（(]%s[）)]|第%s条|\\d+\\. [A-Z]).*".formatted(NUMBER, NUMBER));
  private static final Pattern LEAD =
      Pattern.compile("\\s*(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)[^。，；：\\d]{2,30}。");

  /// A stretch of a line.
  ///
  /// @param strong it is the heading that a paragraph begins with
  /// @param marks the number that it is; one or none
  record Piece(String text, boolean strong, List<Mark> marks) {
    private static final int SHORT = 14;

    /// It is never broken between two lines.
    boolean isShort() {
      return text.length() <= SHORT;
    }
  }

  /// A number of the text and how it stands.
  ///
  /// @param key of its proposal; empty for a number that was not taken
  /// @param state code for style
  /// @param words the state, and what else is to be said
  /// @param doubts how many
  record Mark(String key, String href, String state, String words, int doubts, boolean selected) {}

  /// What a line is: a heading and of which level.
  static int level(String line, boolean first) {
    if (first) {
      return 1;
    }
    boolean western = line.codePoints().noneMatch(c -> c >= 0x2E80);
    String stripped = line.strip();
    if (stripped.codePointCount(0, stripped.length())
            > (western ? LONGEST_ENGLISH_HEADING : LONGEST_HEADING)
        || stripped.matches(".*[。；;：:，,.]")) {
      return 0;
    }
    return SECOND.matcher(line).matches() ? 2 : THIRD.matcher(line).matches() ? 3 : 0;
  }

  /// It may stand under the title: short, and no sentence.
  static boolean isShort(String line) {
    String stripped = line.strip();
    return stripped.codePointCount(0, stripped.length()) <= LONGEST_UNDER_TITLE
        && !stripped.matches(".*[。；;：:，,.]");
  }

  /// How many code points of a paragraph are its heading, set in front of its text; 0 for none.
  static int lead(String line) {
    Matcher lead = LEAD.matcher(line);
    return lead.lookingAt() && lead.end() < line.length() ? line.codePointCount(0, lead.end()) : 0;
  }

  /// Its words without marks.
  String words() {
    var words = new StringBuilder();
    pieces.forEach(piece -> words.append(piece.text()));
    return words.toString().strip();
  }

  /// The words it is found by in a list of headings; empty for a paragraph.
  String heading() {
    if (level == 2 || level == 3) {
      return words();
    }
    var lead = new StringBuilder();
    pieces.stream().filter(Piece::strong).forEach(piece -> lead.append(piece.text()));
    String words = lead.toString().strip();
    return words.endsWith("。") ? words.substring(0, words.length() - 1) : words;
  }
}
