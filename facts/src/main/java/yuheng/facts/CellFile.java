package yuheng.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import yuheng.terms.Span;

/// A file of cells that somebody brings (表格文件): a workbook, CSV, or rows pasted from a spreadsheet,
/// told line by line. What it is follows from its bytes, not from its name.
///
/// Nothing in it is carried out: macros, declarations of XML and archives that grow beyond measure
/// are refused as faults `FA101` to `FA105`, before any line is told.
public final class CellFile {
  /// The largest file that is read whole, in bytes.
  public static final int LARGEST = 20 * 1024 * 1024;

  private static final int LARGEST_TEXT = 40 * 1024 * 1024;
  private static final int HEADER = 8;

  private CellFile() {}

  /// Whom a file is told to.
  public interface Taker {
    /// A sheet begins; the text of a file that has no sheets is one of no name.
    ///
    /// @param start its first cell
    /// @return whether its lines are wanted
    boolean sheet(String sheet, boolean hidden, Span start);

    /// The next line of it.
    ///
    /// @return whether more of its lines are wanted
    boolean line(CellLine line);

    /// What is wrong with the file; after it no line follows.
    void fault(Fault fault);
  }

  /// Reads a file of at most [#LARGEST] bytes.
  public static void read(String name, byte[] content, Taker taker) {
    if (content.length > LARGEST) {
      taker.fault(FileFaults.tooLarge(name, "%d MB".formatted(content.length >> 20)));
    } else if (Workbook.isOne(content)) {
      new Workbook(name).read(content, taker);
    } else if (Workbook.isOldOrLocked(content)) {
      taker.fault(FileFaults.locked(name));
    } else {
      TextTable.read(name, content, taker);
    }
  }

  /// Reads a large file from disk, never holding all of it: a workbook of at most 200 MB, or text
  /// of at most 40 MB. The file must not change meanwhile.
  ///
  /// @throws IOException if the file cannot be read
  public static void read(Path file, Taker taker) throws IOException {
    String name = String.valueOf(file.getFileName());
    byte[] header;
    try (var bytes = Files.newInputStream(file)) {
      header = bytes.readNBytes(HEADER);
    }
    if (Workbook.isOne(header)) {
      new Workbook(name).read(file, taker);
    } else if (Workbook.isOldOrLocked(header)) {
      taker.fault(FileFaults.locked(name));
    } else if (Files.size(file) > LARGEST_TEXT) {
      taker.fault(FileFaults.tooLarge(name, "%d MB".formatted(Files.size(file) >> 20)));
    } else {
      TextTable.read(name, Files.readAllBytes(file), taker);
    }
  }
}
