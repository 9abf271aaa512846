package yuheng.reports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import yuheng.plan.Form;
import yuheng.terms.Period;

/// A sheet with a line for each of many units. Hides the library that writes large workbooks.
final class BulkTemplate {
  private static final int FLUSHED = 1_000;
  private static final int LAST_ROW = 1_048_575;
  private static final double WIDE = 26;
  private static final double NARROW = 16;

  private final String plan;
  private final FormColumns columns;
  private final Period period;

  BulkTemplate(String plan, Form form, Period period) {
    this.plan = plan;
    this.columns = new FormColumns(form);
    this.period = period;
  }

  void write(Iterator<FormWorkbook.Known> units, OutputStream to) throws IOException {
    try (var book = new Workbook(to, "Yuheng", "1.0")) {
      String name = columns.form().words().zh().replaceAll("[\\\\/?*\\[\\]:']", " ").strip();
      facts(book, name);
      Worksheet sheet = book.newWorksheet(name);
      book.setActiveTab(1);
      List<FormColumns.Column> all = columns.columns();
      for (int i = 0; i < all.size(); i++) {
        head(sheet, i, all.get(i));
      }
      sheet.rowHeight(0, 48);
      sheet.freezePane(3, 2);
      int row = 2;
      while (units.hasNext()) {
        FormWorkbook.Known known = units.next();
        for (int i = 0; i < all.size(); i++) {
          cell(sheet, row, i, all.get(i), known);
        }
        row++;
        if (row % FLUSHED == 0) {
          sheet.flush();
        }
      }
    }
  }

  private void facts(Workbook book, String name) throws IOException {
    Worksheet facts = book.newWorksheet(FormSheet.FACTS);
    facts.setVisibilityState(VisibilityState.HIDDEN);
    line(facts, 0, List.of(FormSheet.MARK, FormSheet.LAYOUT));
    line(facts, 1, List.of("plan", plan));
    line(facts, 2, List.of("sheet", "form", "unit", "period", "version"));
    line(
        facts, FormSheet.FIRST_FACT, List.of(name, columns.form().id(), "", period.toString(), ""));
    facts.finish();
  }

  private static void line(Worksheet sheet, int row, List<String> cells) {
    for (int i = 0; i < cells.size(); i++) {
      sheet.value(row, i, cells.get(i));
    }
  }

  private static void head(Worksheet sheet, int at, FormColumns.Column column) {
    String unit =
        column instanceof FormColumns.Figure(var item, _, _) ? "\n" + item.unit().symbol() : "";
    sheet.value(0, at, FormSheet.both(column.words()) + unit);
    sheet.style(0, at).bold().wrapText(true).verticalAlignment("center").set();
    sheet.value(1, at, column.id());
    sheet.style(1, at).fontColor("808080").set();
    sheet.width(at, column == FormColumns.Key.NAME ? WIDE : NARROW);
    if (column instanceof FormColumns.Figure(var item, _, _)) {
      String cell = letters(at) + "3"; // the library writes a formula as it is: no < in it
      sheet
          .range(2, at, LAST_ROW, at)
          .validateWithFormula(
              "AND(ISNUMBER(%1$s),%1$s=INT(%1$s),%2$d>=%1$s,%1$s>=%3$d)"
                  .formatted(cell, FormSheet.LARGEST, item.signed() ? -FormSheet.LARGEST : 0))
          .showErrorMessage(true)
          .errorTitle("填整数 Whole number")
          .error("以" + item.unit().symbol() + "计的整数 whole " + item.unit().english());
    }
  }

  private static String letters(int column) {
    return yuheng.terms.Span.cell("", "", 1, column + 1).address().replace("1", "");
  }

  private void cell(
      Worksheet sheet, int row, int at, FormColumns.Column column, FormWorkbook.Known known) {
    switch (column) {
      case FormColumns.Key key -> {
        switch (key) {
          case UNIT -> sheet.value(row, at, known.unit().number());
          case CODE -> text(sheet, row, at, known.code());
          case NAME -> text(sheet, row, at, known.name());
          case PERIOD -> sheet.value(row, at, period.toString());
          case VERSION -> sheet.value(row, at, known.version());
          case STATE, HEARD -> {}
        }
      }
      case FormColumns.Figure(_, int place, boolean prior) -> {
        OptionalLong value =
            known
                .now()
                .map(one -> prior ? one.cells().prior(place) : one.cells().now(place))
                .orElse(OptionalLong.empty());
        value.ifPresent(number -> sheet.value(row, at, number));
      }
      case FormColumns.Reason(var check) ->
          known
              .now()
              .map(one -> one.reasons().getOrDefault(check.id(), ""))
              .ifPresent(reason -> text(sheet, row, at, reason));
    }
  }

  private static void text(Worksheet sheet, int row, int at, String text) {
    if (!text.isEmpty()) {
      sheet.value(row, at, yuheng.facts.Listing.guarded(text));
    }
  }
}
