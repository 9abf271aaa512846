package yuheng.draft;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;
import yuheng.draft.DocumentReader.Found;
import yuheng.terms.Words;

/// Reads web pages: the words of the page's own matter, one block a paragraph, one row of a table a
/// paragraph. Hides the HTML library, which mends what is broken and never fails.
final class WebText {
  private static final String ASIDE =
      "script, style, noscript, template, nav, header, footer, aside, form, button, select, iframe,"
          + " svg, head, [hidden]";
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final Pattern CHARSET =
      Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([a-z0-9_\\-]+)");
  private static final int HEAD = 4096;

  private WebText() {}

  static Found read(String name, byte[] bytes) {
    try {
      Document page = Jsoup.parse(new ByteArrayInputStream(bytes), charset(bytes), "");
      int all = page.body().text().length();
      page.select(ASIDE).remove();
      Element matter = matter(page);
      var paragraphs = new Paragraphs();
      NodeTraversor.traverse(paragraphs, matter);
      paragraphs.end();
      int left = all - matter.text().length();
      var remark =
          new Words(
              "略去网页上正文以外的文字约%d字（导航、页脚等）。".formatted(left),
              "About %d characters beside the page's own matter (navigation, footer) were left out."
                  .formatted(left));
      return Found.of(paragraphs.done, left > 0 ? List.of(remark) : List.of());
    } catch (IOException unreadable) {
      return Found.not(DocumentProblem.NOT_TEXT.in(name));
    }
  }

  /// The element that holds most of the words, where the page marks one.
  private static Element matter(Document page) {
    Element body = page.body();
    for (Element marked : page.select("article, main, [role=main]")) {
      if (marked.text().length() * 2 > body.text().length()) {
        return marked;
      }
    }
    return body;
  }

  /// What the page declares; GB18030 for its subsets; else what its bytes fit.
  private static @Nullable String charset(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher declared = CHARSET.matcher(head);
    if (declared.find()) {
      return declared.group(1).matches("(?i)gb.*") ? "GB18030" : null;
    }
    return PlainText.strictly(StandardCharsets.UTF_8, bytes).isPresent() ? null : "GB18030";
  }

  /// Gathers the text of blocks.
  private static final class Paragraphs implements NodeVisitor {
    private final List<String> done = new ArrayList<>();
    private final StringBuilder open = new StringBuilder();

    @Override
    public void head(Node node, int depth) {
      switch (node) {
        case TextNode text -> open.append(text.getWholeText().replaceAll("\\s+", " "));
        case Element element when element.normalName().equals("br") -> end();
        case Element element when element.normalName().equals("tr") -> end();
        case Element element when CELLS.contains(element.normalName()) -> {
          if (!open.isEmpty()) {
            open.append('\t');
          }
        }
        case Element element when element.isBlock() && !inCell(element) -> end();
        default -> {}
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element
          && element.isBlock()
          && !CELLS.contains(element.normalName())
          && !inCell(element)) {
        end();
      }
    }

    private static boolean inCell(Element element) {
      return element.closest("td, th") != null;
    }

    void end() {
      String line = open.toString().replaceAll(" +", " ").replaceAll(" ?\t ?", "\t").strip();
      if (!line.isEmpty()) {
        done.add(line);
      }
      open.setLength(0);
    }
  }
}
