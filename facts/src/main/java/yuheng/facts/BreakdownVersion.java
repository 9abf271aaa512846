package yuheng.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import yuheng.facts.Breakdown.Row;

/// One version of a breakdown: each saving makes a new one and none is ever changed.
///
/// @param number from 1; 0 is what the plan package itself says
/// @param act the journal's number of the act that kept it; 0 for the plan package
public record BreakdownVersion(int number, Breakdown breakdown, Instant at, String by, long act) {

  /// A part whose amount differs between two versions; an empty side has no row for it.
  public record Change(String part, Optional<BigDecimal> before, Optional<BigDecimal> after) {}

  /// What this version changed of an earlier one, in the order of the rows.
  public List<Change> changesOf(Optional<BreakdownVersion> earlier) {
    var parts = new LinkedHashSet<String>(breakdown.rows().keySet());
    earlier.ifPresent(one -> parts.addAll(one.breakdown.rows().keySet()));
    return changes(parts, earlier.map(BreakdownVersion::breakdown), breakdown);
  }

  private static List<Change> changes(
      Set<String> parts, Optional<Breakdown> before, Breakdown after) {
    var changes = new ArrayList<Change>();
    for (String part : parts) {
      Optional<BigDecimal> was = before.flatMap(one -> amount(one, part));
      Optional<BigDecimal> is = amount(after, part);
      if (!was.equals(is)) {
        changes.add(new Change(part, was, is));
      }
    }
    return changes;
  }

  private static Optional<BigDecimal> amount(Breakdown breakdown, String part) {
    return Optional.ofNullable(breakdown.rows().get(part)).map(Row::amount);
  }

  /// Somebody saved between what an editor saw and what he wants to save (编辑冲突). Nothing of it is
  /// lost: all three sides are here.
  ///
  /// @param seen what the editor started from; empty if there was nothing
  /// @param since every version kept since, oldest first
  /// @param wanted what the editor wants
  public record Conflict(
      Optional<BreakdownVersion> seen, List<BreakdownVersion> since, Breakdown wanted) {
    public Conflict {
      since = List.copyOf(since);
    }

    /// The version that now stands.
    public BreakdownVersion theirs() {
      return since.getLast();
    }

    /// A part that at least one of the two changed.
    ///
    /// @param clash both changed it, and not to the same
    public record Line(
        String part,
        Optional<BigDecimal> seen,
        Optional<BigDecimal> theirs,
        Optional<BigDecimal> mine,
        boolean clash) {}

    /// The three sides of every part that either changed.
    public List<Line> lines() {
      var parts = new LinkedHashSet<String>();
      seen.ifPresent(one -> parts.addAll(one.breakdown().rows().keySet()));
      parts.addAll(theirs().breakdown().rows().keySet());
      parts.addAll(wanted.rows().keySet());
      var lines = new ArrayList<Line>();
      for (String part : parts) {
        Optional<BigDecimal> was = seen.flatMap(one -> amount(one.breakdown(), part));
        Optional<BigDecimal> theirs = amount(theirs().breakdown(), part);
        Optional<BigDecimal> mine = amount(wanted, part);
        if (!was.equals(theirs) || !was.equals(mine)) {
          boolean clash = !was.equals(theirs) && !was.equals(mine) && !theirs.equals(mine);
          lines.add(new Line(part, was, theirs, mine, clash));
        }
      }
      return lines;
    }
  }
}
