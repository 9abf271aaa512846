package yuheng.facts;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
import yuheng.facts.FigureTable.Cell;
import yuheng.facts.FigureTable.Kind;
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
  private final byte[] content;

  Workbook(String name, byte[] content) {
    this.name = name;
    this.content = content;
  }

  static boolean isOne(byte[] content) {
    return content.length >= HEADER && ReadableWorkbook.isOOXMLZipHeader(content);
  }

  /// The envelope of .xls, and of .xlsx under a password.
  static boolean isOldOrLocked(byte[] content) {
    return content.length >= HEADER && ReadableWorkbook.isOLE2Header(content);
  }

  void read(FigureTable table) {
    var parts = new WorkbookParts(name);
    Optional<byte[]> packed = parts.packed(content);
    parts.fault().ifPresent(table::fault);
    packed.ifPresent(bytes -> read(bytes, new ReadingOptions(parts.isStyled(), true), table));
  }

  private void read(byte[] bytes, ReadingOptions options, FigureTable table) {
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes), options)) {
      List<Sheet> sheets =
          workbook
              .getSheets()
              .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
              .toList();
      boolean any = false;
      for (int i = 0; i < sheets.size(); i++) {
        boolean last = i + 1 == sheets.size();
        any |= read(sheets.get(i), table, last && !any && table.faults().isEmpty());
      }
    } catch (IOException | UncheckedIOException | ExcelReaderException broken) {
      damaged(table, broken);
    } catch (RuntimeException broken) { // the library's own, for parts that contradict each other
      damaged(table, broken);
    }
  }

  private void damaged(FigureTable table, Exception broken) {
    table.fault(
        FileFaults.unreadable(
            name,
            new Words(
                "“%s” 是损坏的工作簿：%s".formatted(name, broken.getMessage()),
                "«%s» is a damaged workbook: %s".formatted(name, broken.getMessage()))));
  }

  private boolean read(Sheet sheet, FigureTable table, boolean mustHaveHeadings)
      throws IOException {
    FigureTable.Lines lines = table.new Lines(Span.cell(name, sheet.getName(), 1, 1));
    try (Stream<Row> rows = sheet.openStream()) {
      Iterator<Row> each = rows.iterator();
      boolean wanted = true;
      while (wanted && each.hasNext()) {
        wanted = lines.add(cells(sheet, each.next()));
      }
    }
    return lines.end(mustHaveHeadings);
  }

  private List<Cell> cells(Sheet sheet, Row row) {
    var cells = new ArrayList<Cell>(row.getCellCount());
    for (int column = 0; column < row.getCellCount(); column++) {
      Span place = Span.cell(name, sheet.getName(), row.getRowNum(), column + 1);
      cells.add(
          row.getOptionalCell(column)
              .map(cell -> cell(cell, place))
              .orElseGet(() -> new Cell("", Kind.PLAIN, place)));
    }
    return cells;
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
