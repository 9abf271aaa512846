package yuheng.reports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Cell;
import yuheng.facts.CellFile;
import yuheng.facts.CellLine;
import yuheng.facts.Fault;
import yuheng.facts.WrittenPeriod;
import yuheng.plan.Form;
import yuheng.terms.Period;
import yuheng.terms.Span;
import yuheng.terms.Words;

/// Reads the sheets of a file as reports: sheets of one report, of many, and the hidden sheet that
/// says which is which.
final class ReportSheets implements CellFile.Taker {
  private static final int HEADINGS_WITHIN = 20;
  private static final int FEWEST_HEADINGS = 3;
  private static final int MOST_FACTS = 1_000;

  /// Whom the reports are told to.
  interface Taken {
    /// A report with nothing wrong in it.
    ///
    /// @param place where it stands
    void report(Submission submission, Span place);

    /// What is wrong with one.
    void fault(Fault fault);
  }

  private final Against against;
  private final Optional<ReportKey> expected;
  private final Taken taken;
  private final Map<String, Fact> facts = new HashMap<>();
  private final Map<ReportKey, Optional<CellRow>> brought = new HashMap<>();
  private final Map<String, FormColumns> columnsOf = new HashMap<>();
  private final Map<String, FormChecks> checksOf = new HashMap<>();
  private Optional<SheetReader> reader = Optional.empty();
  private Optional<Span> lastStart = Optional.empty();
  private boolean anyHeads;
  private boolean refused;

  /// What the hidden sheet says of another.
  ///
  /// @param unit empty for a sheet of many
  record Fact(Form form, Optional<Long> unit, Period period, int version) {}

  /// What reads the lines of one sheet.
  interface SheetReader {
    /// Takes the next line; false when no more are wanted.
    boolean line(CellLine line);

    /// No more come.
    void end();
  }

  /// @param expected the report that a sheet without a hidden one is of
  ReportSheets(Against against, Optional<ReportKey> expected, Taken taken) {
    this.against = against;
    this.expected = expected;
    this.taken = taken;
    against.forms().values().forEach(this::know);
  }

  private void know(Form form) {
    columnsOf.put(form.id(), new FormColumns(form));
    checksOf.put(form.id(), new FormChecks(form));
  }

  Against against() {
    return against;
  }

  FormChecks checks(Form form) {
    return checksOf.computeIfAbsent(form.id(), _ -> new FormChecks(form));
  }

  @Override
  public boolean sheet(String sheet, boolean hidden, Span start) {
    finish();
    if (hidden) {
      boolean ours = sheet.equals(FormSheet.FACTS);
      reader = ours ? Optional.of(new FactSheet()) : Optional.empty();
      return ours;
    }
    lastStart = Optional.of(start);
    reader = Optional.of(new HeadFinder(Optional.ofNullable(facts.get(sheet)), start));
    return !refused;
  }

  @Override
  public boolean line(CellLine line) {
    return !refused && reader.map(one -> one.line(line)).orElse(false);
  }

  @Override
  public void fault(Fault fault) {
    refused = true;
    taken.fault(fault);
  }

  private void finish() {
    reader.ifPresent(SheetReader::end);
    reader = Optional.empty();
  }

  /// No more sheets come.
  void end() {
    if (!refused) {
      finish();
      if (!anyHeads) {
        lastStart.ifPresent(place -> fault(TableFaults.noHeads(place)));
      }
    }
  }

  /// A report is brought once; false for the second time.
  boolean isNew(ReportKey key) {
    return brought.putIfAbsent(key, Optional.empty()) == null;
  }

  /// How many were brought.
  int count() {
    return brought.size();
  }

  /// The unit's last report before, of this file or of the book, of the same year where the form is
  /// year-to-date; empty where no check asks it.
  Optional<CellRow> before(Form form, ReportKey key) {
    if (!checks(form).readBefore()) {
      return Optional.empty();
    }
    Optional<Period> earlier = Periods.before(form, key.period());
    while (earlier.isPresent()) {
      var before = new ReportKey(key.unit(), key.form(), earlier.get());
      Optional<CellRow> found =
          brought.getOrDefault(before, Optional.empty()).or(() -> against.last(before));
      if (found.isPresent()) {
        return found;
      }
      earlier = Periods.before(form, earlier.get());
    }
    return Optional.empty();
  }

  /// Hands on a report with nothing wrong in it.
  void report(Form form, Submission submission, Span place) {
    if (checks(form).readBefore()) {
      brought.put(submission.key(), Optional.of(submission.cells()));
    }
    taken.report(submission, place);
  }

  /// The lines of the hidden sheet.
  private final class FactSheet implements SheetReader {
    private int at;

    @Override
    public boolean line(CellLine line) {
      List<String> cells = line.cells().stream().map(Cell::text).toList();
      switch (at++) {
        case 0 -> {
          if (!cells.getFirst().equals(FormSheet.MARK)) {
            return false;
          }
        }
        case 1 -> {
          if (cells.size() < 2 || !cells.get(1).equals(against.plan())) {
            fault(TableFaults.plan(cells.size() < 2 ? "" : cells.get(1), line.cell(0).place()));
          }
        }
        case 2 -> {}
        default -> fact(cells, line.cell(0).place());
      }
      return at < MOST_FACTS;
    }

    private void fact(List<String> cells, Span place) {
      if (cells.size() < 4) {
        return;
      }
      @Nullable Form form = against.forms().get(cells.get(1));
      if (form == null) {
        fault(TableFaults.form(cells.get(1), place));
        return;
      }
      Optional<Long> unit =
          cells.get(2).matches("\\d{1,18}")
              ? Optional.of(Long.valueOf(cells.get(2)))
              : Optional.empty();
      int version =
          cells.size() > 4 && cells.get(4).matches("\\d{1,9}") ? Integer.parseInt(cells.get(4)) : 0;
      Period.read(cells.get(3))
          .ifPresent(period -> facts.put(cells.getFirst(), new Fact(form, unit, period, version)));
    }

    @Override
    public void end() {}
  }

  /// The lines above the headings of a sheet, and then whatever reads those below.
  private final class HeadFinder implements SheetReader {
    private final Optional<Fact> fact;
    private final Span start;
    private final List<Cell> labels = new ArrayList<>();
    private Optional<SheetReader> below = Optional.empty();
    private int seen;

    HeadFinder(Optional<Fact> fact, Span start) {
      this.fact = fact;
      this.start = start;
    }

    @Override
    public boolean line(CellLine line) {
      if (below.isPresent()) {
        return below.get().line(line);
      }
      List<Cell> cells = line.cells();
      if (cells.stream().allMatch(Cell::isEmpty)) {
        return true;
      }
      seen++;
      Optional<OneSheet.Heads> one = OneSheet.heads(cells);
      if (one.isPresent()) {
        below = one(one.get(), cells.getFirst().place());
        anyHeads = true;
        return below.isPresent();
      }
      Optional<FormColumns> many = form(cells);
      if (many.isPresent()) {
        below =
            Optional.of(
                new ManySheet(ReportSheets.this, many.get(), cells, fact.map(Fact::period)));
        anyHeads = true;
        return true;
      }
      if (cells.getFirst().text().startsWith(FormSheet.PERIOD_LABEL.zh()) && cells.size() > 1) {
        labels.add(cells.get(1));
      }
      return seen < HEADINGS_WITHIN;
    }

    private Optional<SheetReader> one(OneSheet.Heads heads, Span place) {
      Optional<ReportKey> key =
          fact.filter(one -> one.unit().isPresent())
              .map(one -> new ReportKey(one.unit().orElseThrow(), one.form().id(), one.period()))
              .or(() -> expected);
      if (key.isEmpty()) {
        taken.fault(TableFaults.noFacts(start));
        return Optional.empty();
      }
      Form form = against.form(key.get().form());
      Words about = form.about(key.get().period()).words();
      for (Cell label : labels) {
        if (!label.text().contains(about.zh())
            && WrittenPeriod.read(label.text()).filter(key.get().period()::equals).isEmpty()) {
          taken.fault(TableFaults.periodChanged(label, key.get().period()));
          return Optional.empty();
        }
      }
      return Optional.of(
          new OneSheet(
              ReportSheets.this, form, key.get(), fact.map(Fact::version).orElse(0), heads, place));
    }

    /// The form whose headings these are.
    private Optional<FormColumns> form(List<Cell> cells) {
      Optional<FormColumns> best = Optional.empty();
      long most = 0;
      for (FormColumns each : columnsOf.values()) {
        long known =
            cells.stream()
                .map(cell -> each.find(FormSheet.first(cell.text())))
                .flatMap(Optional::stream)
                .count();
        boolean figures =
            cells.stream()
                .map(cell -> each.find(FormSheet.first(cell.text())))
                .flatMap(Optional::stream)
                .anyMatch(FormColumns.Figure.class::isInstance);
        boolean said = fact.map(one -> one.form().equals(each.form())).orElse(true);
        if (known > most && known >= FEWEST_HEADINGS && figures && said) {
          most = known;
          best = Optional.of(each);
        }
      }
      return best;
    }

    @Override
    public void end() {
      below.ifPresent(SheetReader::end);
    }
  }

  /// Calls for what is wrong, so that readers of sheets can hand it on.
  Consumer<Fault> told() {
    return taken::fault;
  }
}
