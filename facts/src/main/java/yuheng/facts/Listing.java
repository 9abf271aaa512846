package yuheng.facts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A table as people see it (列表), to be taken along as CSV, as a workbook or as text for pasting.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front, everywhere and
/// here only; a number keeps its minus.
///
/// @param name of the sheet
/// @param rows each with as many cells as `head`
public record Listing(String name, List<String> head, List<List<String>> rows) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,15})?");
  private static final Pattern LIKE_A_FORMULA = Pattern.compile("(?s)'*[=+\\-@\\t\\r＝＋－＠].*");
  private static final Pattern GUARDED = Pattern.compile("(?s)'+[=+\\-@\\t\\r＝＋－＠].*");
  private static final int LONGEST_CELL = 32_000;
  private static final int LONGEST_SHEET_NAME = 31;

  public Listing {
    head = List.copyOf(head);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// Comma-separated, UTF-8 with a mark in front so that spreadsheets know it.
  public byte[] csv() {
    return ("\uFEFF" + text(CSVFormat.RFC4180)).getBytes(StandardCharsets.UTF_8);
  }

  /// With tabs between, as a spreadsheet copies cells.
  public String tsv() {
    return text(CSVFormat.RFC4180.builder().setDelimiter('\t').get());
  }

  private String text(CSVFormat format) {
    var text = new StringWriter();
    try (var printer = new CSVPrinter(text, format)) {
      printer.printRecord(head.stream().map(Listing::guarded));
      for (List<String> row : rows) {
        printer.printRecord(row.stream().map(Listing::guarded));
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return text.toString();
  }

  /// An Excel workbook of one sheet; what is a number there is one.
  public byte[] xlsx() {
    var bytes = new ByteArrayOutputStream();
    try (var workbook = new Workbook(bytes, "Yuheng", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(sheetName());
      for (int column = 0; column < head.size(); column++) {
        sheet.value(0, column, plain(guarded(head.get(column))));
        sheet.style(0, column).bold().set();
      }
      sheet.freezePane(0, 1);
      for (int row = 0; row < rows.size(); row++) {
        for (int column = 0; column < rows.get(row).size(); column++) {
          set(sheet, row + 1, column, rows.get(row).get(column));
        }
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  private String sheetName() {
    String safe = name.replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
    String some = safe.isEmpty() ? "Yuheng" : safe;
    return some.substring(0, Math.min(some.length(), LONGEST_SHEET_NAME));
  }

  private static void set(Worksheet sheet, int row, int column, String cell) {
    Optional<BigDecimal> number = number(cell);
    if (number.isPresent()) {
      sheet.value(row, column, number.get());
    } else if (!cell.isEmpty()) {
      sheet.value(row, column, plain(guarded(cell)));
    }
  }

  private static Optional<BigDecimal> number(String cell) {
    String digits = digits(cell);
    boolean code = digits.length() > 1 && digits.startsWith("0") && !digits.startsWith("0.");
    return NUMBER.matcher(digits).matches() && !code
        ? Optional.of(new BigDecimal(digits))
        : Optional.empty();
  }

  /// Without the thin gaps between groups of digits, and with the minus that machines read.
  private static String digits(String cell) {
    return cell.replaceAll("(?<=\\d)[\\u2009\\u202F\\u00A0](?=\\d)", "").replace('\u2212', '-');
  }

  /// A cell that no spreadsheet takes for a formula.
  public static String guarded(String cell) {
    String digits = digits(cell);
    if (NUMBER.matcher(digits).matches()) {
      return digits;
    }
    String plain = cell.replace('\u2009', ' ').replace('\u202F', ' ');
    return LIKE_A_FORMULA.matcher(plain).matches() ? "'" + plain : plain;
  }

  /// What was meant by a guarded cell.
  public static String unguarded(String cell) {
    return GUARDED.matcher(cell).matches() ? cell.substring(1) : cell;
  }

  /// Without characters that XML has no place for.
  private static String plain(String cell) {
    String some = cell.length() <= LONGEST_CELL ? cell : cell.substring(0, LONGEST_CELL) + "…";
    return some.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", " ");
  }
}
