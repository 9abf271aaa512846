package yuheng.web;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Cells of a CSV file (RFC 4180); a text that a spreadsheet would take for a formula is kept a
/// text.
final class CsvCells {
  private CsvCells() {}

  static String line(String... cells) {
    return Arrays.stream(cells).map(CsvCells::cell).collect(Collectors.joining(","));
  }

  private static String cell(String text) {
    boolean formula = text.matches("(?s)[=+@\\t\\r].*|-(?!\\d).*");
    String safe = formula ? "'" + text : text;
    return safe.matches("(?s).*[,\"\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
