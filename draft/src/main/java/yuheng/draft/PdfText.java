package yuheng.draft;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import yuheng.draft.DocumentReader.Found;
import yuheng.draft.PdfParagraphs.Line;

/// Reads the text layer of PDF documents as printed lines; [PdfParagraphs] makes paragraphs of
/// them. Hides the PDF library.
final class PdfText {
  private static final int LEAST_LETTERS_A_PAGE = 5;
  private static final int MOST_PAGES = 2_000;

  private PdfText() {}

  /// The library throws whatever it meets on damaged objects, so every exception of its is damage.
  static Found read(String name, byte[] bytes) {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        return Found.not(DocumentProblem.LOCKED_PDF.in(name));
      }
      int pages = document.getNumberOfPages();
      if (pages > MOST_PAGES) {
        return Found.not(DocumentProblem.TOO_LARGE.in(name));
      }
      var lines = new Lines();
      lines.setSortByPosition(true);
      lines.getText(document);
      long letters =
          lines.lines.stream()
              .flatMapToInt(line -> line.text().codePoints())
              .filter(Character::isLetterOrDigit)
              .count();
      if (letters < (long) LEAST_LETTERS_A_PAGE * pages && hasPictures(document)) {
        return Found.not(DocumentProblem.SCANNED_PDF.in(name));
      }
      return PdfParagraphs.of(lines.lines);
    } catch (InvalidPasswordException locked) {
      return Found.not(DocumentProblem.LOCKED_PDF.in(name));
    } catch (IOException | RuntimeException | StackOverflowError damaged) {
      return Found.not(DocumentProblem.DAMAGED_PDF.in(name));
    }
  }

  private static boolean hasPictures(PDDocument document) throws IOException {
    for (PDPage page : document.getPages()) {
      PDResources resources = page.getResources();
      if (resources != null) {
        for (COSName name : resources.getXObjectNames()) {
          if (resources.isImageXObject(name)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// Gathers printed lines with their places. The library offers this only to those who extend it.
  private static final class Lines extends PDFTextStripper {
    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<TextPosition> letters = new ArrayList<>();

    @Override
    protected void writeString(String part, List<TextPosition> positions) {
      text.append(part);
      letters.addAll(positions);
    }

    @Override
    protected void writeWordSeparator() {
      text.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
      end();
    }

    @Override
    protected void writePageEnd() {
      end();
    }

    private void end() {
      String words = text.toString().strip();
      List<TextPosition> seen =
          letters.stream().filter(letter -> !letter.getUnicode().isBlank()).toList();
      if (!words.isEmpty() && !seen.isEmpty()) {
        TextPosition first = seen.getFirst();
        TextPosition last = seen.getLast();
        lines.add(
            new Line(
                words,
                getCurrentPageNo(),
                first.getXDirAdj(),
                last.getXDirAdj() + last.getWidthDirAdj(),
                first.getYDirAdj(),
                first.getFontSizeInPt()));
      }
      text.setLength(0);
      letters.clear();
    }
  }
}
