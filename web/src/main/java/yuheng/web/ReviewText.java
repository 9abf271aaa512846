package yuheng.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import yuheng.draft.Review;
import yuheng.prose.Mention;
import yuheng.web.TextLine.Mark;
import yuheng.web.TextLine.Piece;

/// The official text of a review, line by line, with the state of every number in it.
final class ReviewText {
  private final int[] text;
  private final List<Marked> marked;
  private final List<TextLine> lines = new ArrayList<>();
  private int next;

  /// A number and where it stands.
  private record Marked(int start, int end, Mark mark) {}

  /// A heading, and how many numbers below it are undecided.
  record Heading(String name, int level, String href, int open, int all) {}

  private ReviewText(int[] text, List<Marked> marked) {
    this.text = text;
    this.marked = marked;
  }

  static List<TextLine> lines(Review review, Look look) {
    int[] text = review.draft().text().text().codePoints().toArray();
    return new ReviewText(text, marked(review, look)).cut();
  }

  /// The headings of a text that has been cut.
  static List<Heading> headings(List<TextLine> lines) {
    var headings = new ArrayList<Heading>();
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      if (line.heading().isEmpty()) {
        continue;
      }
      int open = 0;
      int all = 0;
      for (int j = i; j < lines.size() && (j == i || lines.get(j).heading().isEmpty()); j++) {
        for (Piece piece : lines.get(j).pieces()) {
          for (Mark mark : piece.marks()) {
            all += mark.key().isEmpty() ? 0 : 1;
            open += mark.state().equals(ItemState.OPEN.code()) ? 1 : 0;
          }
        }
      }
      int level = line.level() == 0 ? 3 : line.level();
      headings.add(new Heading(line.heading(), level, "#" + line.id(), open, all));
    }
    return headings;
  }

  private static List<Marked> marked(Review review, Look look) {
    Asked asked = look.asked();
    var marked = new ArrayList<Marked>();
    for (Review.Item item : review.items()) {
      var place = item.proposal().text();
      ItemState state = ItemState.of(item, review);
      int doubts = ItemState.isOpen(item) ? item.proposal().doubts().size() : 0;
      String words =
          state.words(asked) + (doubts == 0 ? "" : asked.t("，存疑 " + doubts, ", doubts: " + doubts));
      String key = item.proposal().key();
      marked.add(
          new Marked(
              place.start(),
              place.end(),
              new Mark(key, look.to(key), state.code(), words, doubts, key.equals(look.at()))));
    }
    if (look.others()) {
      others(review, look).forEach(marked::add);
    }
    Stretch.read(look.add())
        .ifPresent(
            add -> {
              String words = asked.t("正在补充", "being added");
              var mark = new Mark("adding", look.href(), "adding", words, 0, true);
              marked.removeIf(one -> one.mark.key().isEmpty() && add.touches(one.start, one.end));
              marked.add(new Marked(add.start(), add.end(), mark));
            });
    marked.sort(Comparator.comparingInt(Marked::start));
    return marked;
  }

  /// The numbers that the grammar did not take for commitments, and that nobody added.
  static List<Mention> notTaken(Review review) {
    var items = review.items();
    return review.draft().text().mentions().stream()
        .filter(mention -> mention.role() != Mention.Role.COMMITTED)
        .filter(
            mention ->
                items.stream()
                    .map(item -> item.proposal().text())
                    .noneMatch(at -> at.start() < mention.end() && mention.start() < at.end()))
        .toList();
  }

  private static List<Marked> others(Review review, Look look) {
    return notTaken(review).stream()
        .map(
            mention ->
                new Marked(
                    mention.start(),
                    mention.end(),
                    new Mark(
                        "",
                        look.adding(mention.start(), mention.end()),
                        "other",
                        ReviewWords.of(mention.role(), look.asked()),
                        0,
                        false)))
        .toList();
  }

  private List<TextLine> cut() {
    boolean under = false;
    int start = 0;
    while (start < text.length) {
      int end = start;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      String line = new String(text, start, end - start);
      if (!line.isBlank()) {
        int level = TextLine.level(line, lines.isEmpty());
        under = lines.isEmpty() || (under && level == 0 && TextLine.isShort(line));
        level = under && level == 0 ? TextLine.UNDER : level;
        int lead = level == 0 ? TextLine.lead(line) : 0;
        boolean indented = Character.isWhitespace(line.codePointAt(0));
        lines.add(
            new TextLine("l-" + start, start, level, indented, pieces(start, end, start + lead)));
      }
      start = end + 1;
    }
    return List.copyOf(lines);
  }

  private List<Piece> pieces(int start, int end, int lead) {
    var pieces = new ArrayList<Piece>();
    int at = start;
    while (next < marked.size() && marked.get(next).start < end) {
      Marked one = marked.get(next);
      int from = Math.max(one.start, at);
      int to = Math.min(one.end, end);
      if (from < to) {
        plain(at, from, lead, pieces);
        String words = new String(text, from, to - from);
        pieces.add(new Piece(words, from < lead, List.of(one.mark)));
        at = to;
      }
      next++;
    }
    plain(at, end, lead, pieces);
    return pieces;
  }

  private void plain(int from, int to, int lead, List<Piece> pieces) {
    int bold = Math.clamp(lead, from, Math.max(from, to));
    if (from < bold) {
      pieces.add(new Piece(new String(text, from, bold - from), true, List.of()));
    }
    if (bold < to) {
      pieces.add(new Piece(new String(text, bold, to - bold), false, List.of()));
    }
  }
}
