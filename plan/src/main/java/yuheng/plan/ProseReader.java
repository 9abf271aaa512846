package yuheng.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import yuheng.plan.Article.Block;
import yuheng.plan.Article.Kind;
import yuheng.plan.Article.Run;
import yuheng.plan.Problems.Spot;
import yuheng.terms.Quantity;
import yuheng.terms.Span;

/// Reads the prose: sections, paragraphs, and the links that bind numbers to targets. Hides the
/// Markdown library.
final class ProseReader {
  private static final String SCHEME = "target:";
  private static final Pattern NUMBERED = Pattern.compile("[（(]([^）)]+)[）)]\\s*(.*)");
  private static final Pattern CHAPTER =
      Pattern.compile(
          "(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十百零]+(?:章|编|篇|部分|节)|[IVX]+\\.\\s|[0-9]+\\.\\s"
              + "|(?:Chapter|Part)\\s).*");

  private final String file;
  private final Problems problems;
  private final List<Article> articles = new ArrayList<>();
  private final List<BoundNumber> numbers = new ArrayList<>();
  private Article.Kind kind = Kind.PREAMBLE;
  private String id = "preamble";
  private Optional<String> number = Optional.empty();
  private String heading = "";
  private List<Block> blocks = new ArrayList<>();
  private int chapters;
  private int numbered;
  private int inChapter;

  private ProseReader(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  /// The prose of one language.
  ///
  /// @param numbers every link to a target, in order
  record Prose(String file, List<Article> articles, List<BoundNumber> numbers) {}

  /// A link as written.
  ///
  /// @param quantity the link's title if it has one, else its text
  /// @param before the words of the same paragraph right before it
  /// @param after the words right behind it
  record BoundNumber(Spot target, Spot quantity, String article, String before, String after) {}

  static Prose read(String file, String markdown, Problems problems) {
    var reader = new ProseReader(file, problems);
    Parser parser =
        Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).build();
    reader.sections(parser.parse(markdown));
    return new Prose(file, reader.articles, reader.numbers);
  }

  private void sections(Node document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Heading title) {
        if (title.getLevel() > 1) {
          open(title);
        }
      } else {
        blocksOf(node, false);
      }
    }
    close();
  }

  private void open(Heading title) {
    close();
    String text = plain(title).strip();
    Matcher article = NUMBERED.matcher(text);
    if (title.getLevel() >= 3 && article.matches()) {
      kind = Kind.ARTICLE;
      id = "article-" + ++numbered;
      inChapter++;
      number = Optional.of(article.group(1).strip());
      heading = article.group(2).strip();
      checkNumber(article.group(1).strip(), span(title));
    } else if (title.getLevel() >= 3) {
      problems.add(
          "PL027",
          "the article «%s» has no number".formatted(text),
          span(title),
          "articles are cited by their number",
          "start it with （%d） or (%d)".formatted(numbered + 1, numbered + 1));
    } else if (CHAPTER.matcher(text).matches()) {
      kind = Kind.CHAPTER;
      id = "chapter-" + ++chapters;
      inChapter = 0;
      number = Optional.empty();
      heading = text;
    } else {
      kind = Kind.CLOSING;
      id = "closing";
      number = Optional.empty();
      heading = text;
    }
  }

  private void checkNumber(String written, Span where) {
    Optional<Integer> value =
        Quantity.read(written + "个").map(quantity -> quantity.amount().intValue());
    if (value.isPresent() && value.get() != numbered && value.get() != inChapter) {
      problems.add(
          "PL027",
          "article %s stands where number %d is due".formatted(written, numbered),
          where,
          "articles are numbered without gaps, through the whole document or within each chapter",
          "renumber it, or find the article that is missing");
    }
  }

  private void close() {
    boolean nothing = kind == Kind.PREAMBLE && blocks.isEmpty();
    if (!nothing) {
      articles.add(new Article(id, kind, number, heading, blocks));
    }
    blocks = new ArrayList<>();
  }

  private void blocksOf(Node node, boolean item) {
    if (node instanceof Paragraph paragraph) {
      blocks.add(new Block(item, runs(paragraph)));
      return;
    }
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      blocksOf(child, item || node instanceof ListItem);
    }
  }

  private List<Run> runs(Node parent) {
    var runs = new ArrayList<Run>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case Link link when link.getDestination().startsWith(SCHEME) -> runs.add(bound(link));
        case SoftLineBreak _, HardLineBreak _ -> runs.add(new Run.Plain(lineBreak(runs)));
        case StrongEmphasis strong when !holdsLink(strong) ->
            runs.add(new Run.Strong(plain(strong)));
        case Emphasis emphasis when !holdsLink(emphasis) ->
            runs.add(new Run.Strong(plain(emphasis)));
        case Text text -> runs.add(new Run.Plain(text.getLiteral()));
        default -> runs.addAll(node.getFirstChild() == null ? List.of() : runs(node));
      }
    }
    return runs;
  }

  /// A line break within a paragraph is a blank between Latin words and nothing between Chinese.
  private static String lineBreak(List<Run> before) {
    if (before.isEmpty() || before.getLast().text().isEmpty()) {
      return "";
    }
    return before.getLast().text().codePointBefore(before.getLast().text().length()) < 0x2E80
        ? " "
        : "";
  }

  private static boolean holdsLink(Node node) {
    for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
      if (child instanceof Link || holdsLink(child)) {
        return true;
      }
    }
    return false;
  }

  private Run bound(Link link) {
    String text = plain(link);
    Span whole = span(link);
    String target = link.getDestination().substring(SCHEME.length());
    var quantity =
        link.getTitle() == null || link.getTitle().isBlank()
            ? new Spot(text, inside(whole, 1, text.length()))
            : new Spot(
                link.getTitle().strip(),
                inside(
                    whole,
                    text.length() + link.getDestination().length() + 5,
                    link.getTitle().length()));
    var name =
        new Spot(target, inside(whole, text.length() + 3 + SCHEME.length(), target.length()));
    numbers.add(new BoundNumber(name, quantity, id, before(link), after(link)));
    return new Run.Bound(text, target);
  }

  private static String before(Node link) {
    Node previous = link.getPrevious();
    return previous instanceof Text text ? text.getLiteral() : "";
  }

  private static String after(Node link) {
    Node next = link.getNext();
    return next instanceof Text text ? text.getLiteral() : "";
  }

  private static Span inside(Span whole, int shift, int length) {
    int from = Math.min(whole.start() + shift, Math.max(whole.start(), whole.end() - 1));
    return new Span(whole.file(), whole.line(), from, from + Math.max(1, length));
  }

  private Span span(Node node) {
    List<SourceSpan> spans = node.getSourceSpans();
    if (spans.isEmpty()) {
      return Span.at(file, 1, 1);
    }
    SourceSpan first = spans.getFirst();
    int column = first.getColumnIndex() + 1;
    return new Span(
        file, first.getLineIndex() + 1, column, column + Math.max(1, first.getLength()));
  }

  private static String plain(Node node) {
    var text = new StringBuilder();
    node.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Text part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(Code part) {
            text.append(part.getLiteral());
          }

          @Override
          public void visit(SoftLineBreak part) {
            text.append(' ');
          }
        });
    return text.toString();
  }
}
