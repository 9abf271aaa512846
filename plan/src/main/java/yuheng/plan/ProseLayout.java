package yuheng.plan;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lays out prose: one blank line between blocks, headings with one blank behind their signs, no
/// trailing blanks but the two of a hard line break, a single line end at the end.
final class ProseLayout {
  private static final Pattern HEADING = Pattern.compile("^(#{1,6})[ \\t]+(.*?)[ \\t]*#*$");
  private static final Pattern FENCE = Pattern.compile("^ {0,3}(```|~~~).*");

  private ProseLayout() {}

  static String of(String text) {
    var out = new StringBuilder();
    boolean blankBefore = true;
    boolean headingBefore = false;
    boolean fenced = false;
    for (String raw : text.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1)) {
      if (FENCE.matcher(raw).matches()) {
        fenced = !fenced;
      }
      String line = fenced ? raw : trimmed(raw);
      boolean heading = !fenced && HEADING.matcher(line).matches();
      boolean blank = line.isBlank() && !fenced;
      if (blank) {
        blankBefore = true;
        continue;
      }
      if (!out.isEmpty() && (blankBefore || heading || headingBefore)) {
        out.append('\n');
      }
      out.append(heading ? heading(line) : line).append('\n');
      blankBefore = false;
      headingBefore = heading;
    }
    return out.toString();
  }

  private static String trimmed(String line) {
    String bare = line.stripTrailing();
    boolean hardBreak = !bare.isEmpty() && line.endsWith("  ");
    return hardBreak ? bare + "  " : bare;
  }

  private static String heading(String line) {
    Matcher heading = HEADING.matcher(line.stripTrailing());
    return heading.matches() ? heading.group(1) + " " + heading.group(2) : line;
  }
}
