package yuheng.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.terms.Problem;
import yuheng.testing.Golden;

/// Every way in which a document or a review cannot be read, with what its user is told; the page
/// `docs/book/reference/draft-problems.md` is made from the cases.
class DocumentProblemCasesTest {
  private static final String HEAD =
      """
      # Problems of documents and reviews

      What `./yuheng draft` says when a document cannot be read, and what a review says when its folder is not whole. This page
      is made from the cases in `cases/draft/problems`, which a test makes from real files.

      """;

  @TempDir private Path home;

  /// A case: what happened, what was given, and what came of it.
  private record Case(String title, String given, List<Problem> problems) {}

  @Test
  void everyProblemIsToldAsItsCaseSays() throws IOException {
    for (DocumentProblem problem : DocumentProblem.values()) {
      Case one = of(problem);
      String code = code(problem);
      assertThat(one.problems()).as(problem.name()).hasSize(1);
      assertThat(one.problems().getFirst().code()).as(problem.name()).isEqualTo(code);
      String told =
          one.problems().getFirst().render(_ -> "").replace(home + "/", "").stripTrailing();
      Golden.hold(
          file(problem), "%s\n--- %s\n=====\n%s\n".formatted(one.title(), one.given(), told));
    }
    try (Stream<Path> cases = Files.list(Samples.FOLDER.resolve("problems"))) {
      assertThat(cases)
          .containsExactlyInAnyOrderElementsOf(
              Arrays.stream(DocumentProblem.values()).map(DocumentProblemCasesTest::file).toList());
    }
  }

  @Test
  void thePageOfProblemsIsThatOfTheCases() throws IOException {
    var page = new StringBuilder(HEAD);
    for (DocumentProblem problem : DocumentProblem.values()) {
      String text = Files.readString(file(problem));
      int title = text.indexOf('\n');
      int rule = text.indexOf("=====\n");
      page.append("## ").append(code(problem)).append("\n\n");
      page.append(text, 0, title).append("\n\n```\n");
      page.append(text.substring(title + 1, rule).stripTrailing()).append("\n```\n\n```\n");
      page.append(text.substring(rule + 6).stripTrailing()).append("\n```\n\n");
    }
    Golden.hold(Golden.home().resolve("docs/book/reference/draft-problems.md"), page.toString());
  }

  private static String code(DocumentProblem problem) {
    return problem.in("x").code();
  }

  private static Path file(DocumentProblem problem) {
    String name = problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return Samples.FOLDER.resolve("problems").resolve(code(problem) + "-" + name + ".case");
  }

  private Case of(DocumentProblem problem) throws IOException {
    return switch (problem) {
      case NOT_THERE ->
          new Case(
              "There is no such file.",
              "意见.txt does not exist",
              PolicyDocument.read(home.resolve("意见.txt")).problems());
      case TOO_LARGE ->
          read(
              "A file is larger than any document.",
              "21 MB of text",
              "a.txt",
              new byte[21 * 1024 * 1024]);
      case EMPTY -> read("A file has no words.", "blank lines", "a.txt", utf8("\n　　\n"));
      case NOT_TEXT ->
          read("A file of bytes is called a text.", "bytes 0 to 255", "a.txt", allBytes());
      case DAMAGED_TEXT ->
          read(
              "A character of a UTF-8 text is damaged.",
              "the second line lacks a byte",
              "a.txt",
              damaged());
      case ANOTHER_FORMAT ->
          read(
              "A file is of the old Word format.",
              "the first bytes of a .doc",
              "a.doc",
              new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0});
      case DAMAGED_WORD ->
          read(
              "Half of a Word document is missing.",
              "the first 1000 bytes of a .docx",
              "a.docx",
              Arrays.copyOf(DocumentFormatsTest.word(), 1000));
      case SWOLLEN ->
          read(
              "A small archive unpacks to hundreds of megabytes.",
              "300 MB of nothing in a .docx",
              "a.docx",
              SwollenZip.of(300));
      case DAMAGED_PDF ->
          read("A PDF is cut off.", "the first 40 bytes of a .pdf", "a.pdf", cutPdf());
      case LOCKED_PDF ->
          read("A PDF asks for a password.", "a PDF with a password", "a.pdf", lockedPdf());
      case SCANNED_PDF ->
          read("A PDF has pictures and no words.", "a scanned page", "a.pdf", scannedPdf());
      case FOLDER_TAKEN, NO_REVIEW, TEXT_CHANGED, DAMAGED_JOURNAL -> ofReview(problem);
    };
  }

  private Case ofReview(DocumentProblem problem) throws IOException {
    Path folder = home.resolve("review-" + code(problem));
    var document =
        PolicyDocument.read("a.txt", utf8("某市意见\n到2015年达到5亿元。\n")).document().orElseThrow();
    if (problem == DocumentProblem.NO_REVIEW) {
      Files.createDirectories(folder);
      return new Case(
          "A folder holds no review.",
          "an empty folder",
          ReviewFolder.open(folder, Known.nothing()).problems());
    }
    assertThat(ReviewFolder.create(folder, document, Known.nothing()).review()).isPresent();
    if (problem == DocumentProblem.FOLDER_TAKEN) {
      return new Case(
          "A review is to start where another one is.",
          "the folder of a review",
          ReviewFolder.create(folder, document, Known.nothing()).problems());
    }
    boolean text = problem == DocumentProblem.TEXT_CHANGED;
    Files.writeString(folder.resolve(text ? "text.txt" : "decisions.jsonl"), "…\n…\n");
    return new Case(
        text ? "Somebody changed the text under review." : "A line of the journal is damaged.",
        text ? "another text in text.txt" : "… as the first line of decisions.jsonl",
        ReviewFolder.open(folder, Known.nothing()).problems());
  }

  private static Case read(String title, String given, String name, byte[] bytes) {
    return new Case(title, given, PolicyDocument.read(name, bytes).problems());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] allBytes() {
    var bytes = new byte[256];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    return bytes;
  }

  private static byte[] damaged() {
    byte[] bytes = utf8("某市意见\n到2015年，工业总产值达到500亿元，工业增加值占生产总值的比重达到百分之四十以上。\n");
    bytes[utf8("某市意见\n到2015年，").length + 1] = ' ';
    return bytes;
  }

  private static byte[] cutPdf() throws IOException {
    return Arrays.copyOf(PrintedPdf.of(DocumentFormatsTest.PARAGRAPHS), 40);
  }

  private static byte[] lockedPdf() throws IOException {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      document.addPage(new PDPage());
      document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static byte[] scannedPdf() throws IOException {
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      var page = new PDPage();
      document.addPage(page);
      var picture = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
      try (var content = new PDPageContentStream(document, page)) {
        content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 600, 800);
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }
}
