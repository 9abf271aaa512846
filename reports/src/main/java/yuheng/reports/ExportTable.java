package yuheng.reports;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import yuheng.facts.Listing;
import yuheng.plan.Form;

/// Reports as lines of a table; no cell of it is a formula to a spreadsheet. Hides the libraries
/// that write CSV and large workbooks.
final class ExportTable {
  private static final int FLUSHED = 1_000;
  private static final double WIDTH = 16;

  private ExportTable() {}

  private static List<FormColumns.Column> columns(Form form) {
    var columns = new ArrayList<>(new FormColumns(form).columns());
    int figures = columns.indexOf(FormColumns.Key.VERSION) + 1;
    columns.addAll(figures, List.of(FormColumns.Key.STATE, FormColumns.Key.HEARD));
    return columns;
  }

  static int csv(Form form, Iterator<ReportExport.Line> lines, OutputStream to) throws IOException {
    List<FormColumns.Column> columns = columns(form);
    int written = 0;
    var text = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    text.write('\uFEFF');
    try (var printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
      printer.printRecord(columns.stream().map(FormColumns.Column::id));
      while (lines.hasNext()) {
        ReportExport.Line line = lines.next();
        for (FormColumns.Column column : columns) {
          printer.print(Listing.guarded(text(line, column)));
        }
        printer.println();
        written++;
      }
    }
    return written;
  }

  static int xlsx(Form form, Iterator<ReportExport.Line> lines, OutputStream to)
      throws IOException {
    List<FormColumns.Column> columns = columns(form);
    int written = 0;
    try (var book = new Workbook(to, "Yuheng", "1.0")) {
      Worksheet sheet =
          book.newWorksheet(form.words().zh().replaceAll("[\\\\/?*\\[\\]:']", " ").strip());
      for (int i = 0; i < columns.size(); i++) {
        sheet.value(0, i, FormSheet.both(columns.get(i).words()));
        sheet.style(0, i).bold().wrapText(true).set();
        sheet.value(1, i, columns.get(i).id());
        sheet.style(1, i).fontColor("808080").set();
        sheet.width(i, WIDTH);
      }
      sheet.freezePane(0, 2);
      while (lines.hasNext()) {
        ReportExport.Line line = lines.next();
        for (int i = 0; i < columns.size(); i++) {
          set(sheet, written + 2, i, line, columns.get(i));
        }
        written++;
        if (written % FLUSHED == 0) {
          sheet.flush();
        }
      }
    }
    return written;
  }

  private static void set(
      Worksheet sheet, int row, int at, ReportExport.Line line, FormColumns.Column column) {
    boolean number =
        column instanceof FormColumns.Figure
            || column == FormColumns.Key.UNIT
            || column == FormColumns.Key.VERSION;
    String text = text(line, column);
    if (!text.isEmpty()) {
      if (number) {
        sheet.value(row, at, Long.valueOf(text));
      } else {
        sheet.value(row, at, Listing.guarded(text));
      }
    }
  }

  private static String text(ReportExport.Line line, FormColumns.Column column) {
    RegisterUnit unit = line.unit();
    Version version = line.version();
    return switch (column) {
      case FormColumns.Key key ->
          switch (key) {
            case UNIT -> Long.toString(unit.number());
            case CODE -> unit.codes().isEmpty() ? "" : unit.codes().getFirst();
            case NAME -> unit.find("name").orElse("");
            case PERIOD -> version.key().period().toString();
            case VERSION -> Integer.toString(version.number());
            case STATE -> version.state().name().toLowerCase(java.util.Locale.ROOT);
            case HEARD -> version.heard().toString();
          };
      case FormColumns.Figure(_, int place, boolean prior) -> {
        OptionalLong value = prior ? version.cells().prior(place) : version.cells().now(place);
        yield value.isPresent() ? Long.toString(value.getAsLong()) : "";
      }
      case FormColumns.Reason(var check) -> version.reasons().getOrDefault(check.id(), "");
    };
  }
}
