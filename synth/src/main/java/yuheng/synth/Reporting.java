package yuheng.synth;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Form;
import yuheng.plan.SynthRules.Recipe;
import yuheng.synth.Cells.Cell;
import yuheng.terms.Period;
import yuheng.terms.Unit;

/// Makes reports of months: adds flows up from January, keeps what was reported a year before, and
/// hands in each report on a day of its own.
final class Reporting {
  private static final long NONE = ReportRow.NONE;
  private static final Unit MONEY = Unit.of("元");
  private static final int PERIODS = Timeline.YEAR;

  private final Cells cells;
  private final Population people;
  private final Timeline timeline;
  private final String[] codes;
  private final Month months;
  private final Posting posting;
  private final ReportRow[] rows;

  /// Flows since January, or since the form's last period; stocks added up since January.
  private final long[][] since;

  /// What the last report of the year says; 0 before the first.
  private final long[][] before;

  /// What was reported about a month, quarter or year a year ago, by cell, month of the year, unit.
  private final long[][][] yearAgo;

  private final int[] monthsThere;

  /// Cells that are reported as they were reckoned.
  private final boolean[] plain;

  private final boolean[] stock;

  /// The correct cells of the report at hand, by place in its form.
  private final long[] truth;

  Reporting(
      Cells cells,
      Population people,
      Timeline timeline,
      String[] codes,
      Month months,
      Posting posting) {
    this.cells = cells;
    this.people = people;
    this.timeline = timeline;
    this.codes = codes;
    this.months = months;
    this.posting = posting;
    this.rows = cells.forms.stream().map(ReportRow::new).toArray(ReportRow[]::new);
    this.since = new long[cells.all.size()][people.count];
    this.before = new long[cells.all.size()][people.count];
    this.yearAgo = new long[cells.all.size()][][];
    for (Cell cell : cells.all) {
      if (cell.item().prior()) {
        int every = cells.forms.get(cell.form()).rhythm().months();
        yearAgo[cell.index()] = new long[PERIODS / every][people.count];
        for (long[] period : yearAgo[cell.index()]) {
          Arrays.fill(period, NONE);
        }
      }
    }
    this.monthsThere = new int[people.count];
    this.plain = new boolean[cells.all.size()];
    this.stock = new boolean[cells.all.size()];
    for (Cell cell : cells.all) {
      plain[cell.index()] =
          cell.recipe() instanceof Recipe.Total || cell.recipe() instanceof Recipe.PerOther;
      stock[cell.index()] = cell.stock();
    }
    this.truth = new long[cells.all.size()];
  }

  void run(Consumer<ReportRow> to) {
    for (int month = 0; month < timeline.until(); month++) {
      months.reckon(month);
      add(month);
      YearMonth now = timeline.month(month);
      for (int form = 0; form < rows.length; form++) {
        if (closes(cells.forms.get(form), now)) {
          Optional<Period> period = cells.forms.get(form).closing(now);
          boolean told = month >= timeline.from() && period.isPresent();
          close(form, month, told ? period.get() : null, to);
        }
      }
    }
  }

  /// Like [Form#closing], but also before the form was first asked: what was then is what a first
  /// report says of the year before.
  private static boolean closes(Form form, YearMonth month) {
    return month.getMonthValue() % form.rhythm().months() == 0
        && !(form.yearToDate() && form.rhythm() == Form.Rhythm.MONTH && month.getMonthValue() == 1);
  }

  private void add(int month) {
    boolean january = month % Timeline.YEAR == 0;
    for (Cell cell : cells.all) {
      long[] sum = since[cell.index()];
      long[] amount = months.amounts[cell.index()];
      if (january) {
        Arrays.fill(sum, 0);
        Arrays.fill(before[cell.index()], 0);
      }
      for (int unit = 0; unit < people.count; unit++) {
        sum[unit] += amount[unit];
      }
    }
    if (january) {
      Arrays.fill(monthsThere, 0);
    }
    for (int unit = 0; unit < people.count; unit++) {
      if (people.there(unit, month)) {
        monthsThere[unit]++;
      }
    }
  }

  private void close(int form, int month, @Nullable Period period, Consumer<ReportRow> to) {
    ReportRow row = rows[form];
    int[] of = cells.byForm[form];
    int slot = month % Timeline.YEAR / row.form.rhythm().months();
    for (int unit = 0; unit < people.count; unit++) {
      if (!people.there(unit, month)) {
        continue;
      }
      for (int place = 0; place < of.length; place++) {
        truth[place] = whole(of[place], unit);
      }
      if (period != null) {
        fill(row, unit, form, slot);
        row.unit = unit;
        row.code = codes[unit];
        row.period = period;
        hand(row, unit, form, month, to);
      }
      for (int place = 0; place < of.length; place++) {
        before[of[place]][unit] = truth[place];
        if (yearAgo[of[place]] != null) {
          yearAgo[of[place]][slot][unit] = truth[place];
        }
        if (!row.form.yearToDate()) {
          since[of[place]][unit] = 0;
        }
      }
    }
  }

  /// The correct report.
  private void fill(ReportRow row, int unit, int form, int slot) {
    int[] of = cells.byForm[form];
    for (int place = 0; place < of.length; place++) {
      row.now[place] = truth[place];
      long[][] ago = yearAgo[of[place]];
      row.prior[place] = ago == null ? NONE : ago[slot][unit];
    }
  }

  private long whole(int index, int unit) {
    if (plain[index]) {
      return stock[index] ? months.amounts[index][unit] : since[index][unit];
    }
    return value(index, unit, 1);
  }

  /// What a report says.
  ///
  /// @param part how much of what came since the last report it says; 1 for all
  private long value(int index, int unit, double part) {
    Cell cell = cells.all.get(index);
    return switch (cell.recipe()) {
      case Recipe.Total _, Recipe.PerOther _ -> {
        if (cell.stock()) {
          yield months.amounts[index][unit];
        }
        long all = since[index][unit];
        long told = before[index][unit];
        boolean adds = cells.forms.get(cell.form()).yearToDate();
        yield part == 1 ? all : adds ? told + (long) ((all - told) * part) : (long) (all * part);
      }
      case Recipe.Weighted _ -> {
        Cells.Sum sum = Objects.requireNonNull(cells.sums.get(index));
        double value = 0;
        for (int i = 0; i < sum.cells.length; i++) {
          int of = sum.cells[i];
          value += sum.times[i] * (part == 1 ? whole(of, unit) : value(of, unit, part));
        }
        yield (long) Math.ceil(value);
      }
      case Recipe.Positive(_, var times) ->
          Math.max(0, Math.round(times.doubleValue() * value(cells.of[index], unit, part)));
      case Recipe.Mean _ -> mean(since[cells.of[index]][unit], monthsThere[unit]);
    };
  }

  /// Where there was any at all, it is at least one.
  private static long mean(long sum, int months) {
    return sum == 0 || months == 0 ? 0 : Math.max(1, Math.round((double) sum / months));
  }

  private void hand(ReportRow row, int unit, int form, int month, Consumer<ReportRow> to) {
    posting.of(row, people.luck[unit], form, month);
    ReportRow.Oddity oddity = row.oddity;
    switch (oddity) {
      case NONE, LATE, CORRECTION -> to.accept(row);
      case PRIOR_REVISED -> {
        double by = posting.revision(people.luck[unit], form, month);
        for (int place = 0; place < row.prior.length; place++) {
          if (row.prior[place] != NONE) {
            row.prior[place] = (long) (row.prior[place] * by);
          }
        }
        to.accept(row);
      }
      case LOW -> {
        double part = posting.part(people.luck[unit], form, month);
        for (int place = 0; place < row.now.length; place++) {
          row.now[place] = value(cells.byForm[form][place], unit, part);
        }
        to.accept(row);
        correct(row, unit, form, month, to);
      }
      case WRONG_UNIT -> {
        int times = posting.times(people.luck[unit], form, month);
        for (int place = 0; place < row.now.length; place++) {
          if (row.form.items().get(place).unit().hasTheDimensionOf(MONEY)) {
            row.now[place] *= times;
            row.prior[place] = row.prior[place] == NONE ? NONE : row.prior[place] * times;
          }
        }
        to.accept(row);
        correct(row, unit, form, month, to);
      }
    }
  }

  private void correct(ReportRow row, int unit, int form, int month, Consumer<ReportRow> to) {
    fill(row, unit, form, month % Timeline.YEAR / row.form.rhythm().months());
    posting.correct(row, people.luck[unit], form, month);
    to.accept(row);
  }
}
