package yuheng.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import yuheng.draft.DocumentReader.Found;
import yuheng.terms.Words;

/// Makes paragraphs of printed lines. A line starts a new one when it is indented, when the line
/// before ended short of the right margin, when there is more room above it than usual, or when its
/// letters have another size. Page numbers and lines that come again on most pages are left out.
final class PdfParagraphs {
  private static final Pattern PAGE_NUMBER =
      Pattern.compile(
          "[-—－–·\\s]*(?:第\\s*)?\\d{1,4}(?:\\s*页)?(?:\\s*[/／共]\\s*\\d+\\s*页?)?[-—－–·\\s]*");
  private static final double INDENT = 1.2;
  private static final double SHORT = 1.8;
  private static final double ROOM = 1.6;
  private static final double OTHER_SIZE = 1.5;

  private final List<Line> lines;
  private final double left;
  private final double right;
  private final double letter;
  private final double step;

  /// A printed line.
  ///
  /// @param left in points from the page's left edge
  /// @param right behind its last letter
  /// @param down of its baseline from the page's top
  /// @param size of its first letter, in points
  record Line(String text, int page, double left, double right, double down, double size) {}

  private PdfParagraphs(List<Line> lines) {
    this.lines = lines;
    this.letter = median(lines.stream().map(Line::size).toList());
    this.left = margin(lines);
    this.right = quantile(lines.stream().map(Line::right).toList(), 0.95);
    var steps = new ArrayList<Double>();
    for (int i = 1; i < lines.size(); i++) {
      if (lines.get(i).page == lines.get(i - 1).page) {
        steps.add(lines.get(i).down - lines.get(i - 1).down);
      }
    }
    this.step = median(steps);
  }

  static Found of(List<Line> all) {
    List<Line> lines = withoutPageMarks(all);
    var remarks = new ArrayList<Words>();
    remarks.add(
        new Words(
            "PDF按行保存，段落是按缩进和行长拼接的，请对照原件。",
            "A PDF keeps lines; paragraphs were joined by indent and length: compare the"
                + " original."));
    if (lines.size() < all.size()) {
      int left = all.size() - lines.size();
      remarks.add(
          new Words(
              "略去页码和页眉页脚%d行。".formatted(left),
              "%d lines of page numbers, headers and footers were left out.".formatted(left)));
    }
    return Found.of(lines.isEmpty() ? List.of() : new PdfParagraphs(lines).joined(), remarks);
  }

  private List<String> joined() {
    var done = new ArrayList<String>();
    var open = new StringBuilder(closed(lines.getFirst().text));
    for (int i = 1; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (starts(line, lines.get(i - 1))) {
        done.add(open.toString());
        open.setLength(0);
      }
      append(open, closed(line.text));
    }
    done.add(open.toString());
    return done;
  }

  private boolean starts(Line line, Line before) {
    boolean samePage = line.page == before.page;
    return line.left > left + INDENT * letter
        || before.right < right - SHORT * letter
        || Math.abs(line.size - before.size) > OTHER_SIZE
        || (samePage && step > 0 && line.down - before.down > ROOM * step);
  }

  private static void append(StringBuilder open, String text) {
    if (!open.isEmpty()) {
      int last = open.codePointBefore(open.length());
      boolean latin = last < 0x2E80 && text.codePointAt(0) < 0x2E80;
      if (latin && Character.isLetter(last)) {
        open.append(' ');
      }
    }
    open.append(text);
  }

  /// Without the blanks that stand beside a Chinese letter only because the printer spread them.
  private static String closed(String text) {
    return text.replaceAll("(?<=[\\u2E80-\\uFFEF]) +| +(?=[\\u2E80-\\uFFEF])", "");
  }

  private static List<Line> withoutPageMarks(List<Line> all) {
    var atEdges = new HashMap<String, Integer>();
    int pages = 0;
    for (int i = 0; i < all.size(); i++) {
      if (isEdge(all, i)) {
        atEdges.merge(all.get(i).text.replaceAll("\\d+", "#"), 1, Integer::sum);
      }
      pages = Math.max(pages, all.get(i).page);
    }
    var kept = new ArrayList<Line>();
    for (int i = 0; i < all.size(); i++) {
      if (!isEdge(all, i) || !isMark(all.get(i), atEdges, pages)) {
        kept.add(all.get(i));
      }
    }
    return kept;
  }

  private static boolean isMark(Line line, Map<String, Integer> atEdges, int pages) {
    int times = atEdges.getOrDefault(line.text.replaceAll("\\d+", "#"), 0);
    return PAGE_NUMBER.matcher(line.text).matches() || (times >= 3 && times * 2 > pages);
  }

  /// The first or last line of its page.
  private static boolean isEdge(List<Line> all, int i) {
    return i == 0
        || i == all.size() - 1
        || all.get(i - 1).page != all.get(i).page
        || all.get(i + 1).page != all.get(i).page;
  }

  /// Where most lines start, to half a letter.
  private static double margin(List<Line> lines) {
    var starts = new HashMap<Long, Integer>();
    for (Line line : lines) {
      starts.merge(Math.round(line.left / 4), 1, Integer::sum);
    }
    int most = starts.values().stream().max(Integer::compare).orElse(0);
    long first =
        starts.entrySet().stream()
            .filter(start -> start.getValue() * 3 >= most)
            .mapToLong(Map.Entry::getKey)
            .min()
            .orElse(0);
    return first * 4.0;
  }

  private static double median(List<Double> values) {
    return quantile(values, 0.5);
  }

  private static double quantile(List<Double> values, double share) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.isEmpty() ? 0 : sorted.get((int) (share * (sorted.size() - 1)));
  }
}
