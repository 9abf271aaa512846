package yuheng.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.terms.Quantity;

/// Writes the text as the prose of a plan package: its own paragraphs in CommonMark, each proposed
/// number a link to its target. Reading it back gives the words of the text.
///
/// Only what the package's rules accept as chapter or article becomes a heading; every other
/// numbered line stays a paragraph.
final class ProseWriter {
  private static final int LONGEST_HEADING = 45;
  private static final Pattern CHAPTER =
      Pattern.compile("[一二三四五六七八九十]+、.+|第[一二三四五六七八九十百零]+(?:章|编|篇|部分|节).*");
  private static final Pattern ARTICLE =
      Pattern.compile("[（(]([一二三四五六七八九十百零]+|\\d+)[）)]\\s*(.*)", Pattern.DOTALL);
  private static final Pattern ITEM = Pattern.compile("(?:-{1,2}|—{1,2}|－{1,2}|–|[●•·◆■▲◇○])\\s*");
  private static final Pattern RISKY_START =
      Pattern.compile("(?:[#+\\-=~]|\\d{1,9}[.)]).*", Pattern.DOTALL);

  private final int[] points;
  private final List<Proposal> proposals;
  private final List<Bound> bound = new ArrayList<>();
  private final StringBuilder out = new StringBuilder();
  private boolean inList;
  private int numbered;
  private int inChapter;

  ProseWriter(String text, List<Proposal> proposals) {
    this.points = text.codePoints().toArray();
    this.proposals = proposals;
  }

  /// A link as written, with the words that stand before and behind it in its paragraph.
  record Bound(Proposal proposal, String before, String after) {}

  /// The prose and its links, in order.
  record Written(String prose, List<Bound> bound) {}

  Written write() {
    boolean titled = false;
    int from = 0;
    while (from < points.length) {
      int end = from;
      while (end < points.length && points[end] != '\n' && points[end] != '\r') {
        end++;
      }
      int start = skipBlank(from, end);
      int stop = dropBlank(start, end);
      if (start < stop) {
        if (!titled) {
          title(start, stop);
        } else {
          line(start, stop);
        }
        titled = true;
      }
      from = end + 1;
    }
    return new Written(out.toString(), bound);
  }

  private void title(int start, int stop) {
    // Signs at the end of a heading would be taken for its closing signs.
    block("# " + escaped(words(start, stop).replaceFirst("[#\\s]+$", "")), false);
    if (!within(start, stop).isEmpty()) {
      block(linked(start, stop), false);
    }
  }

  private void line(int start, int stop) {
    String line = words(start, stop);
    int cut = headingEnd(start, stop);
    Matcher article = ARTICLE.matcher(line);
    if (CHAPTER.matcher(line).matches() && cut > start) {
      inChapter = 0;
      heading("## ", start, cut, stop);
    } else if (article.matches() && isNext(article.group(1))) {
      numbered++;
      inChapter++;
      int behind = start + line.codePointCount(0, article.start(2));
      heading("### ", start, Math.max(cut, behind), stop);
    } else {
      Matcher item = ITEM.matcher(line);
      int from = item.lookingAt() ? start + line.codePointCount(0, item.end()) : start;
      boolean listed = from > start && from < stop;
      block((listed ? "- " : "") + linked(listed ? from : start, stop), listed);
    }
  }

  /// The package's own rule: numbered through the document, or anew in each chapter.
  private boolean isNext(String number) {
    Optional<Integer> value = Numerals.read(number);
    return value.isPresent() && (value.get() == numbered + 1 || value.get() == inChapter + 1);
  }

  private void heading(String sign, int start, int cut, int stop) {
    block(sign + escaped(words(start, dropBlank(start, cut))), false);
    int rest = cut;
    while (rest < stop && (isBlank(points[rest]) || points[rest] == '。')) {
      rest++;
    }
    if (rest < stop) {
      block(linked(rest, stop), false);
    }
  }

  /// Where the heading at the start of a line ends: the line's end, or before its first 。 when the
  /// words before it are short and without a number of ours; `start` where there is none.
  private int headingEnd(int start, int stop) {
    int end = start;
    while (end < stop && points[end] != '。') {
      end++;
    }
    boolean sentence = end == stop && "；：，;:,".indexOf(points[stop - 1]) >= 0;
    boolean fits =
        end - start <= LONGEST_HEADING
            && !sentence
            && points[end - 1] != '#'
            && within(start, end).isEmpty();
    return fits ? end : start;
  }

  private List<Proposal> within(int start, int stop) {
    return proposals.stream()
        .filter(each -> each.text().start() >= start && each.text().end() <= stop)
        .toList();
  }

  private void block(String text, boolean item) {
    if (!out.isEmpty() && !(item && inList)) {
      out.append('\n');
    }
    out.append(text).append('\n');
    inList = item;
  }

  private String linked(int start, int stop) {
    List<Proposal> here = within(start, stop);
    var line = new StringBuilder();
    int at = start;
    for (int i = 0; i < here.size(); i++) {
      Proposal each = here.get(i);
      String before = words(at, each.text().start());
      int next = i + 1 < here.size() ? here.get(i + 1).text().start() : stop;
      bound.add(new Bound(each, before, words(each.text().end(), next)));
      line.append(escaped(before)).append(link(each));
      at = each.text().end();
    }
    line.append(escaped(words(at, stop)));
    return RISKY_START.matcher(line).matches() ? safe(line.toString()) : line.toString();
  }

  /// A start that would be read as a mark, made words again: `1. ` becomes `1\. `.
  private static String safe(String line) {
    int at = 0;
    while (Character.isDigit(line.charAt(at))) {
      at++;
    }
    return line.substring(0, at) + "\\" + line.substring(at);
  }

  private static String link(Proposal proposal) {
    String raw = proposal.text().quote();
    boolean whole =
        Quantity.read(raw).filter(read -> Amounts.equal(read, proposal.value())).isPresent();
    String title = whole ? "" : " \"" + proposal.value() + "\"";
    return "[" + escaped(raw.replace('\n', ' ')) + "](target:" + proposal.id() + title + ")";
  }

  /// The words with a backslash before everything that CommonMark would read as a mark.
  static String escaped(String words) {
    var text = new StringBuilder();
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if ("\\`*_[]<>&".indexOf(c) >= 0) {
        text.append('\\');
      }
      text.append(c);
    }
    return text.toString();
  }

  private String words(int from, int to) {
    return new String(points, from, Math.max(0, to - from));
  }

  private int skipBlank(int from, int end) {
    int start = from;
    while (start < end && isBlank(points[start])) {
      start++;
    }
    return start;
  }

  private int dropBlank(int start, int end) {
    int stop = end;
    while (stop > start && isBlank(points[stop - 1])) {
      stop--;
    }
    return stop;
  }

  private static boolean isBlank(int point) {
    return Character.isWhitespace(point) || Character.isSpaceChar(point) || point == 0xFEFF;
  }
}
