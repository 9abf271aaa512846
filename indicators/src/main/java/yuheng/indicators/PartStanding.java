package yuheng.indicators;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import yuheng.facts.Figure;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Value;
import yuheng.terms.Words;

/// Where one part stands on its task of the year (区县、支柱进度). The four readings of a month are kept
/// apart: 累计 (year to date), 当月 (the month alone), 同比 (on the same time last year, as printed), 环比
/// (on the month before).
///
/// @param part its code; [yuheng.plan.Plan#WHOLE] for the whole
/// @param task of the year
/// @param done year to date, about the latest month of the year that has a figure
/// @param growth of `done` on the same months of last year
/// @param change of `month` on the month before
/// @param schedule what is asked by the month that `done` is about
/// @param percent done, of the task
/// @param behind points behind schedule; less than zero is ahead
/// @param gap scheduled amount minus done, exact; only where `done` is about the very month that
///   the whole's figure is about, so that gaps add
/// @param shareOfGap percent of the whole's gap
/// @param rank by points behind schedule, the least behind first; equal points, equal rank
/// @param moved ranks won since the month before; less than zero are lost
/// @param line percent of the task done by each month of the year, for a small chart
/// @param notes what has to be known to read the row
public record PartStanding(
    String part,
    Words name,
    Optional<Quantity> task,
    Cell done,
    Cell month,
    Cell growth,
    Cell change,
    Optional<YearSchedule> schedule,
    Optional<BigDecimal> percent,
    Optional<BigDecimal> behind,
    Lamp lamp,
    Optional<Quantity> gap,
    Optional<BigDecimal> shareOfGap,
    OptionalInt rank,
    OptionalInt moved,
    List<Point> line,
    List<Words> notes) {
  public PartStanding {
    line = List.copyOf(line);
    notes = List.copyOf(notes);
  }

  /// A value of a part or the reason there is none, and what it rests on.
  ///
  /// @param about the period, when there is a value
  public record Cell(Value value, Optional<Period> about, List<Figure> figures) {
    public Cell {
      figures = List.copyOf(figures);
    }

    static Cell none(Value.Reason reason, Words detail) {
      return new Cell(new Value.Missing(reason, detail), Optional.empty(), List.of());
    }

    static Cell of(Quantity value, Period about, List<Figure> figures) {
      return new Cell(new Value.Known(value), Optional.of(about), figures);
    }

    /// The value, when there is one.
    public Optional<Quantity> known() {
      return value instanceof Value.Known(var quantity) ? Optional.of(quantity) : Optional.empty();
    }
  }

  /// Percent of the task done by a month.
  public record Point(int month, BigDecimal percent) {}

  PartStanding ranked(OptionalInt place, OptionalInt won, Optional<BigDecimal> share) {
    return new PartStanding(
        part, name, task, done, month, growth, change, schedule, percent, behind, lamp, gap, share,
        place, won, line, notes);
  }

  PartStanding withoutGap() {
    return new PartStanding(
        part,
        name,
        task,
        done,
        month,
        growth,
        change,
        schedule,
        percent,
        behind,
        lamp,
        Optional.empty(),
        shareOfGap,
        rank,
        moved,
        line,
        notes);
  }
}
