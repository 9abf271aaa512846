package yuheng.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Linear constraints over named quantities, solved exactly.
///
/// The general simplex of Dutertre and de Moura (CAV 2006): every constraint bounds a row of a
/// tableau; bounds are repaired one by one with Bland's rule, which ends. When a row cannot be
/// repaired, the bounds that hold it are a contradiction. [#least] goes on from a feasible point by
/// primal steps with the same rule.
final class LinearSystem {
  /// Which side of its right-hand side a constraint keeps a sum.
  enum Side {
    /// At least.
    AT_LEAST,
    /// More than.
    MORE_THAN,
    /// At most.
    AT_MOST,
    /// Less than.
    LESS_THAN,
    /// Equal.
    EQUAL
  }

  /// A sum of quantities and what it is held to.
  ///
  /// @param label who says so
  record Constraint(String label, Map<String, Rational> sum, Side side, Rational right) {
    Constraint {
      sum = new LinkedHashMap<>(sum);
    }
  }

  /// The least value of a quantity.
  sealed interface Least {
    /// It can be as little as this; `attained` is false when only everything above is possible.
    record At(Rational value, boolean attained) implements Least {}

    /// Nothing holds it from below.
    record Unbounded() implements Least {}

    /// The constraints contradict each other.
    record Contradiction(Set<String> labels) implements Least {}
  }

  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final List<@Nullable Edge> lower = new ArrayList<>();
  private final List<@Nullable Edge> upper = new ArrayList<>();
  private final List<String> lowerLabel = new ArrayList<>();
  private final List<String> upperLabel = new ArrayList<>();
  private final List<Edge> value = new ArrayList<>();

  /// Rows by basic variable: the coefficients of the nonbasic ones.
  private final Map<Integer, Map<Integer, Rational>> rows = new LinkedHashMap<>();

  LinearSystem(List<Constraint> constraints) {
    for (Constraint constraint : constraints) {
      constraint.sum.keySet().forEach(this::column);
    }
    for (Constraint constraint : constraints) {
      int row = row(constraint.sum);
      bound(row, constraint);
    }
  }

  private int column(String name) {
    return columns.computeIfAbsent(name, this::variable);
  }

  private int variable(String name) {
    names.add(name);
    lower.add(null);
    upper.add(null);
    lowerLabel.add("");
    upperLabel.add("");
    value.add(Edge.ZERO);
    return names.size() - 1;
  }

  private int row(Map<String, Rational> sum) {
    int row = variable("");
    var cells = new LinkedHashMap<Integer, Rational>();
    sum.forEach(
        (name, factor) -> {
          if (factor.signum() != 0) {
            cells.put(column(name), factor);
          }
        });
    rows.put(row, cells);
    return row;
  }

  private void bound(int row, Constraint constraint) {
    switch (constraint.side) {
      case AT_LEAST -> lower(row, Edge.closed(constraint.right), constraint.label);
      case MORE_THAN -> lower(row, Edge.above(constraint.right), constraint.label);
      case AT_MOST -> upper(row, Edge.closed(constraint.right), constraint.label);
      case LESS_THAN -> upper(row, Edge.below(constraint.right), constraint.label);
      case EQUAL -> {
        lower(row, Edge.closed(constraint.right), constraint.label);
        upper(row, Edge.closed(constraint.right), constraint.label);
      }
    }
  }

  private void lower(int row, Edge edge, String label) {
    lower.set(row, edge);
    lowerLabel.set(row, label);
  }

  private void upper(int row, Edge edge, String label) {
    upper.set(row, edge);
    upperLabel.set(row, label);
  }

  /// A set of labels whose constraints contradict each other; empty when all can hold.
  Optional<Set<String>> contradiction() {
    while (true) {
      int broken = firstBroken();
      if (broken < 0) {
        return Optional.empty();
      }
      boolean tooLow = isBelow(broken);
      int entering = firstThatHelps(broken, tooLow);
      if (entering < 0) {
        return Optional.of(holding(broken, tooLow));
      }
      Edge wanted = tooLow ? bound(lower, broken) : bound(upper, broken);
      pivotAndUpdate(broken, entering, wanted);
    }
  }

  private static Edge bound(List<@Nullable Edge> bounds, int variable) {
    @Nullable Edge edge = bounds.get(variable);
    if (edge == null) {
      throw new IllegalStateException("variable " + variable + " has no such bound");
    }
    return edge;
  }

  private boolean isBelow(int variable) {
    @Nullable Edge edge = lower.get(variable);
    return edge != null && value.get(variable).compareTo(edge) < 0;
  }

  private boolean isAbove(int variable) {
    @Nullable Edge edge = upper.get(variable);
    return edge != null && value.get(variable).compareTo(edge) > 0;
  }

  private boolean canRise(int variable) {
    @Nullable Edge edge = upper.get(variable);
    return edge == null || value.get(variable).compareTo(edge) < 0;
  }

  private boolean canFall(int variable) {
    @Nullable Edge edge = lower.get(variable);
    return edge == null || value.get(variable).compareTo(edge) > 0;
  }

  private int firstBroken() {
    return rows.keySet().stream()
        .filter(variable -> isBelow(variable) || isAbove(variable))
        .min(Integer::compare)
        .orElse(-1);
  }

  private Map<Integer, Rational> cells(int basic) {
    return rows.getOrDefault(basic, Map.of());
  }

  private int firstThatHelps(int basic, boolean rise) {
    return cells(basic).entrySet().stream()
        .filter(
            cell ->
                (cell.getValue().signum() > 0) == rise
                    ? canRise(cell.getKey())
                    : canFall(cell.getKey()))
        .map(Map.Entry::getKey)
        .min(Integer::compare)
        .orElse(-1);
  }

  private Set<String> holding(int basic, boolean tooLow) {
    var labels = new LinkedHashSet<String>();
    labels.add(tooLow ? lowerLabel.get(basic) : upperLabel.get(basic));
    cells(basic)
        .forEach(
            (column, factor) ->
                labels.add(
                    (factor.signum() > 0) == tooLow
                        ? upperLabel.get(column)
                        : lowerLabel.get(column)));
    return labels;
  }

  private void pivotAndUpdate(int leaving, int entering, Edge wanted) {
    Rational factor = coefficient(leaving, entering);
    Edge step = wanted.minus(value.get(leaving)).times(Rational.ONE.per(factor));
    move(entering, step);
    pivot(leaving, entering);
  }

  /// Moves a nonbasic variable, and with it every basic one that depends on it.
  private void move(int nonbasic, Edge step) {
    value.set(nonbasic, value.get(nonbasic).plus(step));
    rows.forEach(
        (basic, cells) -> {
          @Nullable Rational factor = cells.get(nonbasic);
          if (factor != null) {
            value.set(basic, value.get(basic).plus(step.times(factor)));
          }
        });
  }

  private Rational coefficient(int basic, int nonbasic) {
    return cells(basic).getOrDefault(nonbasic, Rational.ZERO);
  }

  private void pivot(int leaving, int entering) {
    Map<Integer, Rational> old = cells(leaving);
    Rational factor = coefficient(leaving, entering);
    rows.remove(leaving);
    var solved = new LinkedHashMap<Integer, Rational>();
    old.forEach(
        (column, cell) -> {
          if (column != entering) {
            solved.put(column, cell.per(factor).negated());
          }
        });
    solved.put(leaving, Rational.ONE.per(factor));
    for (Map<Integer, Rational> cells : rows.values()) {
      @Nullable Rational through = cells.remove(entering);
      if (through != null) {
        solved.forEach((column, cell) -> add(cells, column, cell.times(through)));
      }
    }
    rows.put(entering, solved);
  }

  private static void add(Map<Integer, Rational> cells, int column, Rational more) {
    Rational sum = cells.getOrDefault(column, Rational.ZERO).plus(more);
    if (sum.signum() == 0) {
      cells.remove(column);
    } else {
      cells.put(column, sum);
    }
  }

  /// The least that a sum of quantities can be.
  Least least(Map<String, Rational> sum) {
    Optional<Set<String>> contradiction = contradiction();
    if (contradiction.isPresent()) {
      return new Least.Contradiction(contradiction.get());
    }
    int goal = goal(sum);
    while (true) {
      int entering = firstThatHelps(goal, false);
      if (entering < 0) {
        Edge reached = value.get(goal);
        return new Least.At(reached.at(), reached.beyond().signum() == 0);
      }
      boolean rise = coefficient(goal, entering).signum() < 0;
      if (!stepOrSwap(goal, entering, rise)) {
        return new Least.Unbounded();
      }
    }
  }

  /// A row for the sum, written in the present nonbasic variables.
  private int goal(Map<String, Rational> sum) {
    int goal = variable("");
    var cells = new LinkedHashMap<Integer, Rational>();
    Edge now = Edge.ZERO;
    for (Map.Entry<String, Rational> part : sum.entrySet()) {
      int column = column(part.getKey());
      now = now.plus(value.get(column).times(part.getValue()));
      @Nullable Map<Integer, Rational> row = rows.get(column);
      if (row == null) {
        add(cells, column, part.getValue());
      } else {
        row.forEach((other, factor) -> add(cells, other, factor.times(part.getValue())));
      }
    }
    rows.put(goal, cells);
    value.set(goal, now);
    return goal;
  }

  /// Moves the entering variable until a bound stops it; false when nothing does.
  private boolean stepOrSwap(int goal, int entering, boolean rise) {
    @Nullable Edge own = rise ? upper.get(entering) : lower.get(entering);
    @Nullable Edge room =
        own == null ? null : rise ? own.minus(value.get(entering)) : value.get(entering).minus(own);
    int leaving = -1;
    for (Map.Entry<Integer, Map<Integer, Rational>> row : rows.entrySet()) {
      int basic = row.getKey();
      Rational factor = row.getValue().getOrDefault(entering, Rational.ZERO);
      if (basic == goal || factor.signum() == 0) {
        continue;
      }
      boolean basicRises = (factor.signum() > 0) == rise;
      @Nullable Edge limit = basicRises ? upper.get(basic) : lower.get(basic);
      if (limit == null) {
        continue;
      }
      Rational size = factor.signum() < 0 ? factor.negated() : factor;
      Edge free = basicRises ? limit.minus(value.get(basic)) : value.get(basic).minus(limit);
      Edge reach = free.times(Rational.ONE.per(size));
      int compared = room == null ? -1 : reach.compareTo(room);
      if (compared < 0 || (compared == 0 && leaving >= 0 && basic < leaving)) {
        room = reach;
        leaving = basic;
      }
    }
    if (room == null) {
      return false;
    }
    move(entering, rise ? room : room.times(Rational.ONE.negated()));
    if (leaving >= 0) {
      pivot(leaving, entering);
    }
    return true;
  }

  /// A part of `suspects` that contradicts `given`, found by leaving out one label at a time: what
  /// is left is irreducible, leaving out all constraints of any one label makes it consistent.
  /// Empty when nothing contradicts.
  static List<Constraint> irreducible(List<Constraint> given, List<Constraint> suspects) {
    if (new LinearSystem(joined(given, suspects)).contradiction().isEmpty()) {
      return List.of();
    }
    var left = new ArrayList<>(suspects);
    for (String suspect : suspects.stream().map(Constraint::label).distinct().toList()) {
      var without = new ArrayList<>(left);
      without.removeIf(one -> one.label().equals(suspect));
      if (new LinearSystem(joined(given, without)).contradiction().isPresent()) {
        left = without;
      }
    }
    return left;
  }

  private static List<Constraint> joined(List<Constraint> one, List<Constraint> other) {
    var all = new ArrayList<>(one);
    all.addAll(other);
    return all;
  }
}
