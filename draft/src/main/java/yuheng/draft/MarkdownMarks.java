package yuheng.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Takes CommonMark marks off a text, so that only its words are left.
final class MarkdownMarks {
  private static final Pattern ANY =
      Pattern.compile("(?m)^ {0,3}#{1,6} |\\*\\*|^ {0,3}[-*+] |\\]\\([^)\\n]*\\)|^ {0,3}> ");
  private static final Pattern START =
      Pattern.compile("^ {0,3}(?:(?:#{1,6}|>)[ \\t]+)+|^ {0,3}(?:```|~~~).*$");
  private static final Pattern ITEM = Pattern.compile("^[ \\t]*[-*+][ \\t]+");
  private static final Pattern LINK = Pattern.compile("!?\\[([^\\]\\n]*)\\]\\([^)\\n]*\\)");
  private static final Pattern EMPHASIS = Pattern.compile("(?<!\\\\)(?:\\*\\*|__|`)");
  private static final Pattern ONE_STAR = Pattern.compile("(?<![\\\\\\d*])\\*([^*\\n]+)\\*");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([!-/:-@\\[-`{-~])");

  private MarkdownMarks() {}

  /// Whether there are any marks.
  static boolean stand(String text) {
    return ANY.matcher(text).find();
  }

  /// The paragraphs without marks; an item of a list starts with `--`, as policy texts write it.
  static List<String> off(String text) {
    var paragraphs = new ArrayList<String>();
    for (String line : text.split("\r?\n|\r", -1)) {
      String bare = START.matcher(line).replaceFirst("");
      bare = ITEM.matcher(bare).replaceFirst("--");
      bare = LINK.matcher(bare).replaceAll("$1");
      bare = EMPHASIS.matcher(bare).replaceAll("");
      bare = ONE_STAR.matcher(bare).replaceAll("$1");
      paragraphs.add(ESCAPE.matcher(bare).replaceAll("$1"));
    }
    return paragraphs;
  }
}
