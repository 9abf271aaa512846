package yuheng.reports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Cell;
import yuheng.facts.CellLine;
import yuheng.facts.WrittenPeriod;
import yuheng.plan.Form;
import yuheng.terms.Period;
import yuheng.terms.Span;

/// The lines of a sheet that holds a report in each.
final class ManySheet implements ReportSheets.SheetReader {
  private static final int MOST = 200_000;

  private final ReportSheets sheets;
  private final FormColumns columns;
  private final Form form;
  private final Optional<Period> said;
  private final FormColumns.@Nullable Column[] heads;
  private final Map<FormColumns.Column, Integer> placeOf = new HashMap<>();
  private final Map<String, Optional<Period>> periods = new HashMap<>();
  private final int[] figureAt;

  /// @param said the period of lines that name none
  ManySheet(ReportSheets sheets, FormColumns columns, List<Cell> line, Optional<Period> said) {
    this.sheets = sheets;
    this.columns = columns;
    this.form = columns.form();
    this.said = said;
    this.heads = new FormColumns.@Nullable Column[line.size()];
    this.figureAt = new int[form.items().size()];
    for (int i = 0; i < line.size(); i++) {
      Cell cell = line.get(i);
      if (cell.isEmpty()) {
        continue;
      }
      Optional<FormColumns.Column> found = columns.find(FormSheet.first(cell.text()));
      if (found.isEmpty()) {
        sheets.fault(TableFaults.heading(cell));
      } else if (placeOf.containsKey(found.get())) {
        sheets.fault(TableFaults.twice(cell, line.get(placeOf.get(found.get())).place()));
      } else {
        heads[i] = found.get();
        placeOf.put(found.get(), i);
        if (found.get() instanceof FormColumns.Figure(_, int place, boolean prior) && !prior) {
          figureAt[place] = i;
        }
      }
    }
  }

  @Override
  public boolean line(CellLine line) {
    var filling = new Filling(form, sheets.checks(form), sheets.told());
    @Nullable Cell unit = null;
    @Nullable Cell code = null;
    @Nullable Cell period = null;
    @Nullable Cell version = null;
    boolean any = false;
    for (int i = 0; i < line.size(); i++) {
      Cell cell = line.cell(i);
      if (cell.isEmpty()) {
        continue;
      }
      FormColumns.@Nullable Column head = i < heads.length ? heads[i] : null;
      if (!any && head != null && columns.find(cell.text()).filter(head::equals).isPresent()) {
        return true; // headings once more, as ids below the words
      }
      any = true;
      switch (head) {
        case null -> filling.fault(TableFaults.beyond(cell));
        case FormColumns.Key key -> {
          switch (key) {
            case UNIT -> unit = cell;
            case CODE -> code = cell;
            case PERIOD -> period = cell;
            case VERSION -> version = cell;
            case NAME, STATE, HEARD -> {}
          }
        }
        case FormColumns.Figure(var item, int place, boolean prior) ->
            filling.figure(item, place, prior, cell);
        case FormColumns.Reason(var check) -> filling.reason(check, cell);
      }
    }
    if (any && sheets.count() >= MOST) {
      sheets.fault(FileAsWhole.tooMany(MOST, line.cell(0).place()));
      return false;
    }
    if (any) {
      end(line, filling, unit, code, period, version);
    }
    return true;
  }

  private void end(
      CellLine line,
      Filling filling,
      @Nullable Cell unit,
      @Nullable Cell code,
      @Nullable Cell period,
      @Nullable Cell version) {
    var where = new Where(line.cell(0).place());
    Optional<RegisterUnit> who = who(filling, unit, code, where);
    Optional<Period> when = when(filling, period, where);
    int seen = seen(filling, version);
    if (who.isEmpty() || when.isEmpty()) {
      filling.end(new ReportKey(1, form.id(), Period.year(1)), seen, Optional.empty(), where);
      return;
    }
    var key = new ReportKey(who.get().number(), form.id(), when.get());
    Cell named = unit != null ? unit : java.util.Objects.requireNonNull(code);
    if (!sheets.against().speaksFor(who.get())) {
      filling.fault(TableFaults.notYours(named));
    } else if (!isAsked(who.get(), form, when.get())) {
      filling.fault(TableFaults.notAsked(named, form));
    } else if (!sheets.isNew(key)) {
      filling.fault(TableFaults.twice(named, where.whole()));
    }
    filling
        .end(key, seen, filling.isWrong() ? Optional.empty() : sheets.before(form, key), where)
        .ifPresent(submission -> sheets.report(form, submission, where.whole()));
  }

  private Optional<RegisterUnit> who(
      Filling filling, @Nullable Cell unit, @Nullable Cell code, Where where) {
    if (unit == null && code == null) {
      filling.fault(TableFaults.noUnit(where.whole()));
      return Optional.empty();
    }
    Optional<RegisterUnit> found = Optional.empty();
    if (unit != null) {
      found =
          unit.text().matches("\\d{1,18}")
              ? sheets.against().unit(Long.parseLong(unit.text()))
              : Optional.empty();
    } else if (code != null) {
      found = sheets.against().unitOf(form.register(), code.text());
    }
    if (found.isEmpty()) {
      filling.fault(TableFaults.unit(unit != null ? unit : java.util.Objects.requireNonNull(code)));
    } else if (unit != null && code != null && !found.get().codes().contains(code.text())) {
      filling.fault(TableFaults.units(code, found.get()));
    }
    return found;
  }

  private Optional<Period> when(Filling filling, @Nullable Cell cell, Where where) {
    if (cell == null) {
      if (said.isEmpty()) {
        filling.fault(
            TableFaults.period(
                new Cell("", Cell.Kind.PLAIN, where.at(FormColumns.Key.PERIOD)), form));
      }
      return said;
    }
    Optional<Period> period =
        periods.computeIfAbsent(
            cell.text(), text -> WrittenPeriod.read(text).filter(one -> Periods.isOf(form, one)));
    if (period.isEmpty()) {
      filling.fault(TableFaults.period(cell, form));
    }
    return period;
  }

  private static int seen(Filling filling, @Nullable Cell version) {
    if (version == null) {
      return 0;
    }
    if (!version.text().matches("\\d{1,9}")) {
      filling.fault(TableFaults.version(version));
      return 0;
    }
    return Integer.parseInt(version.text());
  }

  /// A form asks units of its register that stand on the period's last day.
  static boolean isAsked(RegisterUnit unit, Form form, Period period) {
    return unit.register().equals(form.register()) && unit.standsOn(period.lastDay());
  }

  @Override
  public void end() {}

  private final class Where implements Filling.Places {
    private final Span start;

    Where(Span start) {
      this.start = start;
    }

    private Span at(FormColumns.Column column) {
      @Nullable Integer place = placeOf.get(column);
      return place == null ? start : at(place);
    }

    private Span at(int place) {
      return start.cell()
          ? new Span(start.file(), start.line(), place + 1, place + 2, true)
          : start;
    }

    @Override
    public Span now(int item) {
      return figureAt[item] == 0 ? start : at(figureAt[item]);
    }

    @Override
    public Optional<Span> reason(Form.Check check) {
      return Optional.ofNullable(placeOf.get(new FormColumns.Reason(check))).map(this::at);
    }

    @Override
    public Span whole() {
      return start;
    }
  }
}
