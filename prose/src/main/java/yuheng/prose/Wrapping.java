package yuheng.prose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A text without the line breaks that only keep its lines short, as pages printed and mails sent
/// have them (优质\n茶叶基地), and where its letters stood before.
///
/// A text is wrapped if of its lines that end in the middle of a sentence nearly all are as wide as
/// the widest. Of those lines the breaks are left out, but not before a blank line, an indented one
/// or one that is numbered.
final class Wrapping {
  private static final String ENDS = "。；：！？.;:!?”）)";
  private static final String NUMBERS = "-—·●■◆*#";

  /// The narrowest lines that a text is wrapped to, in half letters.
  private static final int NARROWEST = 40;

  /// How much shorter a line may be for a word or a mark that did not fit.
  private static final int RAGGED = 6;

  /// How many lines must end in the middle of a sentence, and how many of five be full.
  private static final int FEWEST = 4;

  private static final int OF_FIVE = 4;

  private final int[] points;
  private final boolean[] cut;
  private final int[] origins;

  private Wrapping(int[] points, boolean[] cut) {
    this.points = points;
    this.cut = cut;
    this.origins = new int[points.length + 1];
    int kept = 0;
    for (int i = 0; i < points.length; i++) {
      if (!cut[i]) {
        origins[kept++] = i;
      }
    }
    Arrays.fill(origins, kept, origins.length, points.length);
  }

  /// A line: its first letter, behind its last, and how wide it is in half letters.
  private record Line(int start, int end, int width) {}

  static Wrapping of(String text) {
    int[] points = text.codePoints().toArray();
    boolean[] cut = new boolean[points.length];
    List<Line> lines = lines(points);
    int full = fullWidth(points, lines);
    for (int i = 0; full > 0 && i + 1 < lines.size(); i++) {
      Line line = lines.get(i);
      Line next = lines.get(i + 1);
      if (line.width() >= full && line.end() < points.length && goesOn(points, line, next)) {
        Arrays.fill(cut, line.end(), next.start(), true);
      }
    }
    return new Wrapping(points, cut);
  }

  private static List<Line> lines(int[] points) {
    var lines = new ArrayList<Line>();
    int start = 0;
    int width = 0;
    for (int i = 0; i <= points.length; i++) {
      if (i == points.length || points[i] == '\n') {
        int end = i > start && points[i - 1] == '\r' ? i - 1 : i;
        lines.add(new Line(start, end, width));
        start = i + 1;
        width = 0;
      } else {
        width += points[i] == '\r' ? 0 : points[i] < 256 ? 1 : 2;
      }
    }
    return lines;
  }

  /// The width from which a line is full, 0 if the text is not wrapped.
  private static int fullWidth(int[] points, List<Line> lines) {
    List<Line> open = lines.stream().filter(line -> isOpen(points, line)).toList();
    int widest = open.stream().mapToInt(Line::width).max().orElse(0);
    int full = widest - RAGGED;
    long many = open.stream().filter(line -> line.width() >= full).count();
    boolean even = many >= FEWEST && many * 5 >= (long) open.size() * OF_FIVE;
    long longer = lines.stream().filter(line -> line.width() > widest + RAGGED).count();
    return even && longer * 10 <= open.size() ? full : 0;
  }

  /// Whether a line of some width ends in the middle of a sentence.
  private static boolean isOpen(int[] points, Line line) {
    return line.width() >= NARROWEST && !isOneOf(ENDS, points[line.end() - 1]);
  }

  /// Whether the next line can belong to the same sentence.
  private static boolean goesOn(int[] points, Line line, Line next) {
    boolean blank = next.start() >= next.end();
    if (blank || Character.isWhitespace(points[next.start()]) || points[next.start()] == '\u3000') {
      return false;
    }
    return !isOneOf("。；：！？", points[line.end() - 1]) && !isOneOf(NUMBERS, points[next.start()]);
  }

  private static boolean isOneOf(String letters, int point) {
    return letters.indexOf(point) >= 0;
  }

  String joined() {
    var joined = new StringBuilder(points.length);
    for (int i = 0; i < points.length; i++) {
      if (!cut[i]) {
        joined.appendCodePoint(points[i]);
      }
    }
    return joined.toString();
  }

  /// A mention of the joined text as one of the original.
  Mention original(Mention mention) {
    int start = origins[mention.start()];
    int end = end(mention.end());
    return new Mention(
        start,
        end,
        new String(points, start, end - start),
        mention.value(),
        mention.unit(),
        mention.written(),
        mention.comparator(),
        mention.bound(),
        mention.timing(),
        mention.subject(),
        mention.scope(),
        mention.article(),
        mention.role(),
        mention.because().stream().map(this::original).toList(),
        mention.doubts());
  }

  private Mention.Ground original(Mention.Ground ground) {
    boolean some = ground.end() > ground.start();
    int start = origins[ground.start()];
    return new Mention.Ground(ground.rule(), start, some ? end(ground.end()) : start);
  }

  /// Behind a letter, before the breaks that follow it.
  private int end(int joined) {
    return joined == 0 ? 0 : origins[joined - 1] + 1;
  }
}
