package yuheng.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Cell;
import yuheng.facts.CellLine;
import yuheng.plan.Form;
import yuheng.terms.Span;
import yuheng.terms.Words;

/// The lines of a sheet that holds one report: an item in each, then reasons.
final class OneSheet implements ReportSheets.SheetReader {
  private final ReportSheets sheets;
  private final Form form;
  private final ReportKey key;
  private final int version;
  private final Heads heads;
  private final Span start;
  private final Filling filling;
  private final Map<String, Integer> places = new HashMap<>();
  private final Map<String, Span> cells = new HashMap<>();

  /// Columns by their headings, from 0; -1 for one that is not there.
  record Heads(int code, int unit, int now, int prior) {}

  OneSheet(ReportSheets sheets, Form form, ReportKey key, int version, Heads heads, Span start) {
    this.sheets = sheets;
    this.form = form;
    this.key = key;
    this.version = version;
    this.heads = heads;
    this.start = start;
    this.filling = new Filling(form, sheets.checks(form), sheets.told());
    form.items().forEach(item -> places.put(item.id(), places.size()));
  }

  /// The headings, if a line is the one of them.
  static Optional<Heads> heads(List<Cell> line) {
    int code = find(line, FormSheet.CODE_HEAD);
    int now = find(line, FormSheet.NOW_HEAD);
    return code < 0 || now < 0
        ? Optional.empty()
        : Optional.of(
            new Heads(
                code, find(line, FormSheet.UNIT_HEAD), now, find(line, FormSheet.PRIOR_HEAD)));
  }

  private static int find(List<Cell> line, Words head) {
    for (int i = 0; i < line.size(); i++) {
      String text = FormSheet.first(line.get(i).text());
      if (text.equals(head.zh()) || text.equalsIgnoreCase(head.en())) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean line(CellLine line) {
    Optional<Cell> code = cell(line, heads.code());
    Optional<Cell> now = cell(line, heads.now());
    Optional<Cell> prior = cell(line, heads.prior());
    if (code.isEmpty()) {
      now.or(() -> prior).ifPresent(cell -> filling.fault(TableFaults.line(cell)));
      return true;
    }
    String id = code.get().text();
    if (id.startsWith(FormSheet.REASON)) {
      reason(id.substring(FormSheet.REASON.length()), code.get(), line, now);
      return true;
    }
    @Nullable Integer place = places.get(id);
    if (place == null) {
      filling.fault(TableFaults.line(code.get()));
      return true;
    }
    @Nullable Span before = cells.putIfAbsent(id, at(line, heads.now()));
    if (before != null) {
      filling.fault(TableFaults.twice(code.get(), before));
      return true;
    }
    Form.Item item = form.items().get(place);
    cell(line, heads.unit())
        .filter(unit -> !unit.text().equals(item.unit().symbol()))
        .ifPresent(unit -> filling.fault(TableFaults.unitChanged(item, unit)));
    now.ifPresent(cell -> filling.figure(item, place, false, cell));
    prior.ifPresent(
        cell -> {
          if (item.prior()) {
            filling.figure(item, place, true, cell);
          } else {
            filling.fault(TableFaults.notPrior(item, cell));
          }
        });
    return true;
  }

  private void reason(String id, Cell code, CellLine line, Optional<Cell> now) {
    Optional<Form.Check> check =
        form.checks().stream().filter(one -> one.id().equals(id) && !one.hard()).findFirst();
    if (check.isEmpty()) {
      filling.fault(TableFaults.line(code));
      return;
    }
    cells.put(FormSheet.REASON + id, at(line, heads.now()));
    now.ifPresent(cell -> filling.reason(check.get(), cell));
  }

  private static Optional<Cell> cell(CellLine line, int column) {
    return column < 0 || column >= line.size()
        ? Optional.empty()
        : Optional.of(line.cell(column)).filter(cell -> !cell.isEmpty());
  }

  private static Span at(CellLine line, int column) {
    if (column < line.size()) {
      return line.cell(column).place();
    }
    Span first = line.cell(0).place();
    return first.cell()
        ? new Span(first.file(), first.line(), column + 1, column + 2, true)
        : first;
  }

  @Override
  public void end() {
    Optional<RegisterUnit> unit = sheets.against().unit(key.unit());
    var named = new Cell(Long.toString(key.unit()), Cell.Kind.PLAIN, start);
    if (unit.isEmpty()) {
      filling.fault(TableFaults.unit(named));
    } else if (!Periods.isOf(form, key.period())) {
      filling.fault(
          TableFaults.period(new Cell(key.period().toString(), Cell.Kind.PLAIN, start), form));
    } else if (!sheets.against().speaksFor(unit.get())) {
      filling.fault(TableFaults.notYours(named));
    } else if (!ManySheet.isAsked(unit.get(), form, key.period())) {
      filling.fault(TableFaults.notAsked(named, form));
    } else if (!sheets.isNew(key)) {
      filling.fault(TableFaults.twice(named, start));
    }
    filling
        .end(key, version, sheets.before(form, key), new Where())
        .ifPresent(submission -> sheets.report(form, submission, start));
  }

  private final class Where implements Filling.Places {
    @Override
    public Span now(int item) {
      return cells.getOrDefault(form.items().get(item).id(), start);
    }

    @Override
    public Optional<Span> reason(Form.Check check) {
      return Optional.ofNullable(cells.get(FormSheet.REASON + check.id()));
    }

    @Override
    public Span whole() {
      return start;
    }
  }
}
