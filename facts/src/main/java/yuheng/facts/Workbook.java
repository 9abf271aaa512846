package yuheng.facts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Cell.Kind;
import yuheng.terms.Span;
import yuheng.terms.Words;

/// An Excel workbook (.xlsx) that somebody brings: every visible sheet that has headings is read.
/// Hides the library that reads workbooks.
final class Workbook {
  /// A spreadsheet shows no more digits of a number than this; the rest is noise of binary
  /// fractions.
  private static final MathContext SHOWN_DIGITS = new MathContext(15);

  private static final Set<Integer> BUILT_IN_DAYS =
      IntStream.of(14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58)
          .boxed()
          .collect(Collectors.toUnmodifiableSet());
  private static final int HEADER = 8;
  private static final int LONGEST_NUMBER = 40;

  private final String name;

  Workbook(String name) {
    this.name = name;
  }

  static boolean isOne(byte[] content) {
    return content.length >= HEADER && ReadableWorkbook.isOOXMLZipHeader(content);
  }

  /// The envelope of .xls, and of .xlsx under a password.
  static boolean isOldOrLocked(byte[] content) {
    return content.length >= HEADER && ReadableWorkbook.isOLE2Header(content);
  }

  /// Reads a workbook that is held whole.
  void read(byte[] content, CellFile.Taker taker) {
    var parts = new WorkbookParts(name);
    Optional<byte[]> packed = parts.packed(content);
    parts.fault().ifPresent(taker::fault);
    packed.ifPresent(
        bytes ->
            read(
                () ->
                    new ReadableWorkbook(
                        new ByteArrayInputStream(bytes),
                        new ReadingOptions(parts.isStyled(), true)),
                taker));
  }

  /// Reads a large workbook from disk.
  void read(Path file, CellFile.Taker taker) throws IOException {
    var watch = new WorkbookWatch(name);
    Optional<Fault> refused = watch.look(file);
    refused.ifPresentOrElse(
        taker::fault,
        () ->
            read(
                () ->
                    new ReadableWorkbook(file.toFile(), new ReadingOptions(watch.isStyled(), true)),
                taker));
  }

  @FunctionalInterface
  private interface Opening {
    ReadableWorkbook open() throws IOException;
  }

  private void read(Opening opening, CellFile.Taker taker) {
    try (ReadableWorkbook workbook = opening.open()) {
      for (Sheet sheet : workbook.getSheets().toList()) {
        read(sheet, taker);
      }
    } catch (IOException | UncheckedIOException | ExcelReaderException broken) {
      damaged(taker, broken);
    } catch (RuntimeException broken) { // the library's own, for parts that contradict each other
      damaged(taker, broken);
    }
  }

  private void damaged(CellFile.Taker taker, Exception broken) {
    taker.fault(
        FileFaults.unreadable(
            name,
            new Words(
                "“%s” 是损坏的工作簿：%s".formatted(name, broken.getMessage()),
                "«%s» is a damaged workbook: %s".formatted(name, broken.getMessage()))));
  }

  private void read(Sheet sheet, CellFile.Taker taker) throws IOException {
    Span start = Span.cell(name, sheet.getName(), 1, 1);
    boolean hidden = sheet.getVisibility() != SheetVisibility.VISIBLE;
    if (!taker.sheet(sheet.getName(), hidden, start)) {
      return;
    }
    try (Stream<Row> rows = sheet.openStream()) {
      Iterator<Row> each = rows.iterator();
      boolean wanted = true;
      while (wanted && each.hasNext()) {
        Row row = each.next();
        wanted = row.getCellCount() == 0 || taker.line(new RowLine(row, start.file()));
      }
    }
  }

  /// @param sheet as spans name it
  private record RowLine(Row row, String sheet) implements CellLine {
    @Override
    public int size() {
      return row.getCellCount();
    }

    @Override
    public Cell cell(int column) {
      var place = new Span(sheet, row.getRowNum(), column + 1, column + 2, true);
      return row.getOptionalCell(column)
          .map(cell -> Workbook.cell(cell, place))
          .orElseGet(() -> new Cell("", Kind.PLAIN, place));
    }
  }

  private static Cell cell(org.dhatim.fastexcel.reader.Cell cell, Span place) {
    @Nullable String raw = cell.getRawValue();
    return switch (cell.getType()) {
      case EMPTY -> new Cell("", Kind.PLAIN, place);
      case STRING -> new Cell(Listing.unguarded(cell.getText().strip()), Kind.PLAIN, place);
      case BOOLEAN -> new Cell(cell.getText(), Kind.PLAIN, place);
      case ERROR -> new Cell(raw == null ? "#" : raw, Kind.ERROR, place);
      case FORMULA -> computed(cell, raw, place);
      case NUMBER -> number(cell, raw == null ? "" : raw, Kind.PLAIN, place);
    };
  }

  private static Cell computed(
      org.dhatim.fastexcel.reader.Cell cell, @Nullable String raw, Span place) {
    @Nullable String formula = cell.getFormula();
    String shown = "=" + (formula == null ? "" : formula);
    if (raw == null || raw.isBlank()) {
      return new Cell(shown, Kind.FORMULA, place);
    }
    return raw.startsWith("#")
        ? new Cell(raw, Kind.ERROR, place)
        : number(cell, raw, Kind.COMPUTED, place);
  }

  private static Cell number(
      org.dhatim.fastexcel.reader.Cell cell, String raw, Kind kind, Span place) {
    if (isShortWhole(raw) && hasNoFormat(cell)) {
      return new Cell(raw, kind, place);
    }
    BigDecimal number;
    try {
      number = new BigDecimal(raw).round(SHOWN_DIGITS).stripTrailingZeros();
    } catch (NumberFormatException notOne) {
      return new Cell(raw.strip(), kind, place);
    }
    if (Math.abs((long) number.scale()) > LONGEST_NUMBER) {
      return new Cell(raw, kind, place);
    }
    @Nullable String written = cell.getDataFormatString();
    String format = written == null ? "" : written.replaceAll("\"[^\"]*\"|\\[[^]]*]", "");
    if (isDay(format, cell.getDataFormatId()) && cell.getType() == CellType.NUMBER) {
      return new Cell(cell.asDate().toLocalDate().toString(), Kind.DAY, place);
    }
    return format.contains("%")
        ? new Cell(number.movePointRight(2).toPlainString() + "%", kind, place)
        : new Cell(number.toPlainString(), kind, place);
  }

  private static boolean hasNoFormat(org.dhatim.fastexcel.reader.Cell cell) {
    @Nullable Integer id = cell.getDataFormatId();
    return id == null || id == 0;
  }

  /// Digits that are written the same however they are read.
  private static boolean isShortWhole(String raw) {
    int length = raw.length();
    if (length == 0
        || length > SHOWN_DIGITS.getPrecision()
        || (length > 1 && raw.charAt(0) == '0')) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /// By its format: a custom one with years, months or days in it, or one of those built in
  /// (ECMA-376 part 1, 18.8.30, with those of Chinese editions).
  private static boolean isDay(String format, @Nullable Integer id) {
    if (id != null && BUILT_IN_DAYS.contains(id)) {
      return true;
    }
    String lower = format.toLowerCase(Locale.ROOT);
    return lower.contains("yy") || (lower.contains("d") && lower.contains("m"));
  }
}
