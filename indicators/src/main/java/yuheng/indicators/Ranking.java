package yuheng.indicators;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import yuheng.facts.BreakdownVersion;
import yuheng.facts.Dimension;
import yuheng.plan.Progress;
import yuheng.plan.Target;
import yuheng.terms.Quantity;
import yuheng.terms.Words;

/// The parts of a target in order of how they stand on this year's task (进度排名).
///
/// @param tasks the breakdown that held in the month; empty when the year was not broken down
/// @param whole where the whole stands on its own task
/// @param parts ranked first, then those without a rank by code
/// @param gap how the parts' gaps come to the whole's; empty when the whole's is not known
/// @param notes what has to be known to read the ranking
public record Ranking(
    Target target,
    Dimension dimension,
    YearMonth month,
    YearSchedule.Method method,
    Progress.Lamps lamps,
    Optional<BreakdownVersion> tasks,
    PartStanding whole,
    List<PartStanding> parts,
    Optional<Gap> gap,
    List<Words> notes) {
  public Ranking {
    parts = List.copyOf(parts);
    notes = List.copyOf(notes);
  }

  /// The whole's gap and what it is made of: whole = parts + remainder, exactly; and the remainder
  /// is `unshared` less `unlisted` (the other way round for a quantity that should fall).
  ///
  /// @param whole scheduled minus done, of the whole
  /// @param parts the same, added over the parts that have it
  /// @param unshared scheduled for the whole but for none of those parts: tasks of parts without a
  ///   figure, what nobody was given, and differences between schedules
  /// @param unlisted done by the whole but by none of those parts
  public record Gap(Quantity whole, Quantity parts, Quantity unshared, Quantity unlisted) {
    /// What the parts do not explain.
    public Quantity remainder() {
      return whole.minus(parts);
    }
  }
}
