package yuheng.facts;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.terms.Span;

/// A table of figures that somebody brings (数据表): a workbook, a CSV file, or rows pasted from a
/// spreadsheet. The columns are known by their headings, Chinese or English, in any order; titles
/// may stand above them.
///
/// Nothing is carried out while reading: formulas, macros, declarations of XML and archives that
/// grow beyond measure are refused, each with its place.
public final class FigureTable {
  /// The largest file that is read, in bytes.
  public static final int LARGEST = CellFile.LARGEST;

  private static final String ENTERED = "entered";
  static final int MOST_ROWS = 200_000;
  private static final int HEADINGS_WITHIN = 20;
  private static final int MOST_FAULTS = 10_000;
  private static final int FEWEST_HEADINGS = 3;

  private final String name;
  private final String digest;
  private final List<Row> rows = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private FigureTable(String name, byte[] content) {
    this.name = name;
    this.digest = Intake.sha256(content);
  }

  /// One row below the headings.
  ///
  /// @param start the row's first cell, to point at what is missing
  record Row(Map<Heading, Cell> cells, Span start) {
    /// The cell under a heading; empty when nothing stands there.
    Optional<Cell> find(Heading heading) {
      return Optional.ofNullable(cells.get(heading));
    }

    /// Where something stands, or should stand.
    Span place(Heading heading) {
      return find(heading)
          .map(Cell::place)
          .orElse(start.file().equals(ENTERED) ? fieldOf(heading) : start);
    }
  }

  /// Reads a file; what it is follows from its bytes, not from its name.
  public static FigureTable read(String name, byte[] content) {
    var table = new FigureTable(name, content);
    var sheets = table.new Sheets();
    CellFile.read(name, content, sheets);
    sheets.end();
    return table;
  }

  /// Reads what somebody pasted from a spreadsheet or a CSV file.
  public static FigureTable pasted(String text) {
    return read("pasted", text.getBytes(StandardCharsets.UTF_8));
  }

  /// One figure as a form or a command gives it.
  ///
  /// @param fields texts by the English headings of a table: `series`, `scope`, `period`, `value`,
  ///   `unit`, `growth`, `coverage`, `heard`, `authority`, `source`, `note`, `reason`; a fault's
  ///   place names its field as its file
  public static FigureTable entered(Map<String, String> fields) {
    var table = new FigureTable(ENTERED, fields.toString().getBytes(StandardCharsets.UTF_8));
    Map<Heading, Cell> cells = new EnumMap<>(Heading.class);
    fields.forEach(
        (field, text) -> {
          Heading heading =
              Heading.of(field)
                  .orElseThrow(() -> new IllegalArgumentException("no such field: " + field));
          if (!text.isBlank()) {
            cells.put(heading, new Cell(text.strip(), Cell.Kind.PLAIN, fieldOf(heading)));
          }
        });
    table.rows.add(new Row(cells, Span.at(ENTERED, 1, 1)));
    return table;
  }

  private static Span fieldOf(Heading heading) {
    return Span.at(heading.words().en(), 1, 1);
  }

  /// What it was read from.
  public String name() {
    return name;
  }

  /// SHA-256 of the bytes it was read from, in hexadecimal.
  String digest() {
    return digest;
  }

  /// How many rows stand below the headings.
  public int size() {
    return rows.size();
  }

  List<Row> rows() {
    return Collections.unmodifiableList(rows);
  }

  List<Fault> faults() {
    return Collections.unmodifiableList(faults);
  }

  void fault(Fault fault) {
    if (faults.size() < MOST_FAULTS) {
      faults.add(fault);
    }
  }

  /// Takes every visible sheet that has headings.
  private final class Sheets implements CellFile.Taker {
    private Optional<Span> last = Optional.empty();
    private Lines lines = new Lines();
    private boolean any;

    @Override
    public boolean sheet(String sheet, boolean hidden, Span start) {
      if (hidden) {
        return false;
      }
      any |= lines.headings.isPresent();
      lines = new Lines();
      last = Optional.of(start);
      return true;
    }

    @Override
    public boolean line(CellLine line) {
      return lines.add(line.cells());
    }

    @Override
    public void fault(Fault fault) {
      FigureTable.this.fault(fault);
    }

    private void end() {
      if (!any && lines.headings.isEmpty() && faults.isEmpty()) {
        last.ifPresent(place -> fault(FileFaults.noHeadings(place)));
      }
    }
  }

  /// Takes the lines of a file or a sheet one after another, headings first.
  private final class Lines {
    private Optional<List<Optional<Heading>>> headings = Optional.empty();
    private int seen;

    /// Takes the next line; false when no more are wanted.
    private boolean add(List<Cell> line) {
      if (line.stream().allMatch(Cell::isEmpty)) {
        return true;
      }
      seen++;
      if (headings.isPresent()) {
        return addRow(line, headings.get());
      }
      List<Optional<Heading>> found = line.stream().map(cell -> Heading.of(cell.text())).toList();
      if (found.stream().filter(Optional::isPresent).count() >= FEWEST_HEADINGS) {
        headings = Optional.of(found);
        holdHeadings(line, found);
        return faults.isEmpty();
      }
      return seen < HEADINGS_WITHIN;
    }

    private boolean addRow(List<Cell> line, List<Optional<Heading>> columns) {
      if (faults.size() >= MOST_FAULTS) {
        return false;
      }
      if (rows.size() >= MOST_ROWS) {
        fault(FileFaults.tooLarge(name, "> %d rows".formatted(MOST_ROWS)));
        return false;
      }
      Map<Heading, Cell> cells = new EnumMap<>(Heading.class);
      for (int i = 0; i < line.size(); i++) {
        Cell cell = line.get(i);
        boolean empty = cell.isEmpty();
        if (i < columns.size()) {
          columns.get(i).filter(_ -> !empty).ifPresent(heading -> cells.put(heading, cell));
        } else if (!empty) {
          fault(FileFaults.beyondHeadings(cell));
        }
      }
      if (!FigureTemplate.isExample(cells)) {
        rows.add(new Row(cells, line.getFirst().place()));
      }
      return true;
    }

    private void holdHeadings(List<Cell> line, List<Optional<Heading>> found) {
      var at = new EnumMap<Heading, Cell>(Heading.class);
      for (int i = 0; i < line.size(); i++) {
        Cell cell = line.get(i);
        if (found.get(i).isEmpty() && !cell.text().isBlank()) {
          fault(FileFaults.unknownHeading(cell));
        }
        if (found.get(i).isPresent()) {
          @Nullable Cell before = at.putIfAbsent(found.get(i).get(), cell);
          if (before != null) {
            fault(FileFaults.headingTwice(cell, before));
          }
        }
      }
      for (Heading heading : Heading.values()) {
        if (heading.needed() && !at.containsKey(heading)) {
          fault(FileFaults.headingMissing(heading, line.getFirst().place()));
        }
      }
    }
  }
}
