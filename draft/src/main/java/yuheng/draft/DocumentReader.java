package yuheng.draft;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import yuheng.draft.PolicyDocument.Kind;
import yuheng.draft.PolicyDocument.Opened;
import yuheng.prose.PolicyText;
import yuheng.terms.Problem;
import yuheng.terms.Words;

/// Reads documents of every kind: what the bytes are says how, not what the name ends with.
final class DocumentReader {
  private static final int HEAD = 1024;
  private static final Pattern WEB_PAGE =
      Pattern.compile(
          "(?is)\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.*?-->\\s*)*<(?:!doctype\\s+html|html|head|body).*");

  private DocumentReader() {}

  /// The words of a document as one of the readers found them, or why it found none.
  ///
  /// @param paragraphs the whole text of a plain document, else one paragraph each
  record Found(List<String> paragraphs, List<Words> remarks, Optional<Problem> problem) {
    static Found of(List<String> paragraphs, List<Words> remarks) {
      return new Found(paragraphs, remarks, Optional.empty());
    }

    static Found not(Problem problem) {
      return new Found(List.of(), List.of(), Optional.of(problem));
    }
  }

  static Opened notThere(String name) {
    return DocumentProblem.NOT_THERE.opened(name);
  }

  static Opened tooLarge(String name) {
    return DocumentProblem.TOO_LARGE.opened(name);
  }

  static Opened read(String name, byte[] bytes) {
    if (bytes.length > PolicyDocument.LARGEST) {
      return tooLarge(name);
    }
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    if (head.startsWith("PK\u0003\u0004")) {
      return opened(name, Kind.WORD, WordText.read(name, bytes));
    }
    if (head.contains("%PDF-")) {
      return opened(name, Kind.PDF, PdfText.read(name, bytes));
    }
    if (head.startsWith("\u00D0\u00CF\u0011\u00E0") || head.startsWith("{\\rtf")) {
      return DocumentProblem.ANOTHER_FORMAT.opened(name);
    }
    String ending = name.toLowerCase(Locale.ROOT);
    boolean web = ending.endsWith(".html") || ending.endsWith(".htm");
    String bare = head.startsWith("\u00EF\u00BB\u00BF") ? head.substring(3) : head;
    if (web || WEB_PAGE.matcher(bare).matches()) {
      return opened(name, Kind.HTML, WebText.read(name, bytes));
    }
    return plain(name, bytes, ending.endsWith(".md") || ending.endsWith(".markdown"));
  }

  private static Opened plain(String name, byte[] bytes, boolean marks) {
    PlainText.Decoded decoded = PlainText.decode(name, bytes);
    if (decoded.problem().isPresent()) {
      return new Opened(Optional.empty(), List.of(decoded.problem().get()));
    }
    String text = decoded.text();
    if (marks && MarkdownMarks.stand(text)) {
      var remark =
          new Words(
              "去掉了Markdown标记；位置按去掉标记之后的文字计算。",
              "Markdown marks were taken off; places count in the text without them.");
      return opened(name, Kind.MARKDOWN, Found.of(MarkdownMarks.off(text), List.of(remark)));
    }
    return opened(name, marks ? Kind.MARKDOWN : Kind.TEXT, Found.of(List.of(text), List.of()));
  }

  private static Opened opened(String name, Kind kind, Found found) {
    if (found.problem().isPresent()) {
      return new Opened(Optional.empty(), List.of(found.problem().get()));
    }
    boolean whole = kind == Kind.TEXT || found.paragraphs().size() == 1;
    String text = whole ? String.join("\n", found.paragraphs()) : joined(found.paragraphs());
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return DocumentProblem.EMPTY.opened(name);
    }
    return new Opened(
        Optional.of(new PolicyDocument(name, kind, PolicyText.of(text), found.remarks())),
        List.of());
  }

  /// One paragraph a line, without blanks around it and without empty ones.
  private static String joined(List<String> paragraphs) {
    var lines = new ArrayList<String>();
    for (String paragraph : paragraphs) {
      for (String line : paragraph.split("[\\n\\r\\u000B\\u000C\\u0085\\u2028\\u2029]", -1)) {
        String bare = printable(line).strip();
        if (!bare.isEmpty()) {
          lines.add(bare);
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  /// Without characters that show nothing: controls, soft hyphens, byte order marks.
  private static String printable(String line) {
    var kept = new StringBuilder();
    line.codePoints()
        .map(c -> c == 0xA0 ? ' ' : c)
        .filter(c -> c == '\t' || !(Character.isISOControl(c) || isUnseen(c)))
        .forEach(kept::appendCodePoint);
    return kept.toString();
  }

  private static boolean isUnseen(int c) {
    return c == 0xAD
        || c == 0xFEFF
        || c == 0x200B
        || Character.getType(c) == Character.SURROGATE
        || Character.getType(c) == Character.UNASSIGNED;
  }
}
