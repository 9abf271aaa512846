package yuheng.reports;

import java.util.Collection;
import java.util.List;
import yuheng.facts.Cell;
import yuheng.facts.CellFile;
import yuheng.facts.CellLine;
import yuheng.facts.Fault;
import yuheng.plan.Form;
import yuheng.terms.Span;

/// Looks for what marks a file as one of reports, in the first lines of its sheets.
final class ReportMark implements CellFile.Taker {
  private static final int LINES = 20;

  private final List<FormColumns> columns;
  private boolean found;
  private int seen;

  ReportMark(Collection<Form> forms) {
    columns = forms.stream().map(FormColumns::new).toList();
  }

  boolean found() {
    return found;
  }

  @Override
  public boolean sheet(String sheet, boolean hidden, Span start) {
    seen = 0;
    return !found && (!hidden || sheet.equals(FormSheet.FACTS));
  }

  @Override
  public boolean line(CellLine line) {
    List<Cell> cells = line.cells();
    found |=
        cells.getFirst().text().equals(FormSheet.MARK)
            || OneSheet.heads(cells).isPresent()
            || columns.stream().anyMatch(one -> figures(one, cells) > 0 && keys(one, cells) > 1);
    return !found && ++seen < LINES;
  }

  private static long figures(FormColumns columns, List<Cell> cells) {
    return cells.stream()
        .flatMap(cell -> columns.find(FormSheet.first(cell.text())).stream())
        .filter(FormColumns.Figure.class::isInstance)
        .count();
  }

  /// Who or which period.
  private static long keys(FormColumns columns, List<Cell> cells) {
    return cells.stream()
        .flatMap(cell -> columns.find(FormSheet.first(cell.text())).stream())
        .filter(FormColumns.Key.class::isInstance)
        .count();
  }

  @Override
  public void fault(Fault fault) {}
}
