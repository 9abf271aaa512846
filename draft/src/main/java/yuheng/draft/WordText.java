package yuheng.draft;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import yuheng.draft.DocumentReader.Found;
import yuheng.terms.Words;

/// Reads Word documents: paragraphs with the numbers that Word writes before them, and tables, one
/// row a paragraph. Deleted and hidden words are not read; headers, footers and notes are left out.
/// Hides the Office library.
final class WordText {
  /// What all parts of a document may come to when unpacked, in bytes.
  private static final long MOST_UNPACKED = 200L * 1024 * 1024;

  /// Every document with notes has two that only separate them from the words.
  private static final int SEPARATORS = 2;

  private static final int MOST_PARTS = 10_000;

  static {
    ZipSecureFile.setMaxEntrySize(MOST_UNPACKED);
  }

  private final List<String> paragraphs = new ArrayList<>();
  private final WordNumbers numbers = new WordNumbers();
  private int tables;

  private WordText() {}

  /// The library throws whatever it meets on damaged parts, so every exception of its is damage.
  static Found read(String name, byte[] bytes) {
    try {
      if (swells(bytes)) {
        return Found.not(DocumentProblem.SWOLLEN.in(name));
      }
      if (!holdsWords(bytes)) {
        return Found.not(DocumentProblem.ANOTHER_FORMAT.in(name));
      }
      try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
        var reader = new WordText();
        document.getBodyElements().forEach(reader::element);
        return Found.of(reader.paragraphs, reader.remarks(document));
      }
    } catch (IOException | RuntimeException | StackOverflowError damaged) {
      return Found.not(DocumentProblem.DAMAGED_WORD.in(name));
    }
  }

  private static boolean swells(byte[] bytes) throws IOException {
    long unpacked = 0;
    int parts = 0;
    var buffer = new byte[64 * 1024];
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        parts++;
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
          unpacked += read;
          if (unpacked > MOST_UNPACKED) {
            return true;
          }
        }
      }
    }
    return parts > MOST_PARTS;
  }

  /// Workbooks, presentations and other archives are zip files too.
  private static boolean holdsWords(byte[] bytes) throws IOException {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        if (part.getName().startsWith("word/")) {
          return true;
        }
      }
    }
    return false;
  }

  private void element(IBodyElement element) {
    switch (element) {
      case XWPFParagraph paragraph -> paragraphs.add(numbers.before(paragraph) + words(paragraph));
      case XWPFTable table -> rows(table);
      case XWPFSDT box -> paragraphs.add(box.getContent().getText());
      default -> {}
    }
  }

  private void rows(XWPFTable table) {
    tables++;
    for (XWPFTableRow row : table.getRows()) {
      var cells = new ArrayList<String>();
      for (XWPFTableCell cell : row.getTableCells()) {
        var words = new ArrayList<String>();
        for (XWPFParagraph paragraph : cell.getParagraphs()) {
          words.add((numbers.before(paragraph) + words(paragraph)).strip());
        }
        cells.add(String.join(" ", words).replace('\n', ' ').strip());
      }
      paragraphs.add(String.join("\t", cells));
    }
  }

  private static String words(XWPFParagraph paragraph) {
    var words = new StringBuilder();
    for (IRunElement element : paragraph.getIRuns()) {
      switch (element) {
        case XWPFRun run -> words.append(run.isVanish() ? "" : run.text());
        case XWPFSDT box -> words.append(box.getContent().getText());
        default -> {}
      }
    }
    return words.toString();
  }

  private List<Words> remarks(XWPFDocument document) {
    var remarks = new ArrayList<Words>();
    if (tables > 0) {
      remarks.add(
          new Words(
              "有%d张表格，每行读作一段，单元格之间是制表符。".formatted(tables),
              "%d table(s): each row is read as a paragraph, with tabs between its cells."
                  .formatted(tables)));
    }
    if (document.getFootnotes().size() > SEPARATORS) {
      remarks.add(new Words("脚注没有读入。", "Footnotes were not read."));
    }
    return remarks;
  }
}
