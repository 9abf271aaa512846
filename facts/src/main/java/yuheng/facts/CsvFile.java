package yuheng.facts;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import yuheng.terms.Problem;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Span;

/// A CSV file with a known head, read with the place of each cell. Hides the CSV library.
final class CsvFile {
  private final Path folder;
  private final String file;
  private final List<String> head;
  private final List<Problem> problems;

  CsvFile(Path folder, String file, List<String> head, List<Problem> problems) {
    this.folder = folder;
    this.file = file;
    this.head = head;
    this.problems = problems;
  }

  /// One line: cells by the name of their column.
  final class Row {
    private final CSVRecord cells;
    private final String raw;
    private final int line;

    private Row(CSVRecord cells, String raw, int line) {
      this.cells = cells;
      this.raw = raw;
      this.line = line;
    }

    int line() {
      return line;
    }

    /// The cell without blanks around it; empty when nothing stands there.
    Optional<String> find(String column) {
      int index = head.indexOf(column);
      String cell = index < cells.size() ? cells.get(index).strip() : "";
      return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
    }

    /// A cell that must not be empty.
    Optional<String> need(String column) {
      Optional<String> cell = find(column);
      if (cell.isEmpty()) {
        problem(
            "FA002",
            "`%s` is empty".formatted(column),
            column,
            "a figure says what it is, when it was heard and where it comes from",
            "fill it in, or leave the line out");
      }
      return cell;
    }

    void problem(String code, String what, String column, String why, String mend) {
      problems.add(new Problem(code, what, List.of(new Marked(span(column), column)), why, mend));
    }

    private Span span(String column) {
      int from = 0;
      for (int i = 0; i < head.indexOf(column) && i < cells.size(); i++) {
        int at = raw.indexOf(cells.get(i), from);
        from = at < 0 ? from : raw.indexOf(',', at + cells.get(i).length()) + 1;
      }
      int length = find(column).map(String::length).orElse(1);
      return new Span(file, line, from + 1, from + 1 + length);
    }
  }

  /// Every line behind the head; nothing when the file or its head is not as it should be.
  List<Row> rows() {
    Optional<String> text = text();
    if (text.isEmpty()) {
      return List.of();
    }
    List<String> lines = text.get().lines().toList();
    var rows = new ArrayList<Row>();
    try (CSVParser parser = CSVParser.parse(new StringReader(text.get()), CSVFormat.RFC4180)) {
      int line = 1;
      for (CSVRecord cells : parser) {
        int first = line;
        line = (int) parser.getCurrentLineNumber() + 1;
        if (first == 1) {
          if (!headIs(cells)) {
            return List.of();
          }
        } else if (cells.size() != 1 || !cells.get(0).isBlank()) {
          var row = new Row(cells, lines.get(first - 1), first);
          if (hasAllCells(row)) {
            rows.add(row);
          }
        }
      }
    } catch (IOException | UncheckedIOException | IllegalStateException broken) {
      fault("FA001", "this is not CSV: " + broken.getMessage(), 1, "check quotes and commas");
    }
    return rows;
  }

  private boolean headIs(CSVRecord cells) {
    List<String> written = cells.stream().map(String::strip).toList();
    if (written.equals(head)) {
      return true;
    }
    fault(
        "FA001",
        "the head is not the one expected",
        1,
        "write it like this: " + String.join(",", head));
    return false;
  }

  private boolean hasAllCells(Row row) {
    if (row.cells.size() == head.size()) {
      return true;
    }
    fault(
        "FA001",
        "this line has %d cells, the head has %d".formatted(row.cells.size(), head.size()),
        row.line,
        "put quotes around cells with commas in them");
    return false;
  }

  private Optional<String> text() {
    Path path = folder.resolve(file);
    if (!Files.exists(path)) {
      fault(
          "FA001",
          "`%s` is missing".formatted(file),
          1,
          "create it with the head " + String.join(",", head));
      return Optional.empty();
    }
    try {
      return Optional.of(Files.readString(path));
    } catch (MalformedInputException notUtf8) {
      fault("FA001", "`%s` is not UTF-8".formatted(file), 1, "save it as UTF-8");
    } catch (IOException unreadable) {
      fault(
          "FA001",
          "`%s` cannot be read: %s".formatted(file, unreadable.getMessage()),
          1,
          "check that it may be read");
    }
    return Optional.empty();
  }

  private void fault(String code, String what, int line, String mend) {
    problems.add(
        new Problem(
            code,
            what,
            List.of(new Marked(Span.at(file, line, 1), "")),
            "figures are taken whole or not at all",
            mend));
  }
}
