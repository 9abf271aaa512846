package yuheng.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NoFeasibleSolutionException;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.plan.DrawnPlan.Said;
import yuheng.plan.DrawnPlan.Said.Ratio;
import yuheng.plan.DrawnPlan.Wanted;
import yuheng.plan.Proof.Conflict;
import yuheng.plan.Proof.Slack;

/// Proofs of drawn plan packages against Apache Commons Math's simplex, which is given the
/// constraints as the author of the package would write them down by hand.
///
/// Strict bounds are kept a thousandth of a unit away from their number for the other solver: all
/// numbers are whole, and no sum has enough parts to make up for that.
class DrawnProofTest {
  private static final int PLANS = 1_000;
  private static final double STRICT = 1e-3;

  @TempDir private Path folder;

  /// The constraints of a plan, in 万吨.
  private static final class Oracle {
    final DrawnPlan plan;
    final Map<String, Integer> columns = new HashMap<>();
    final double strict;

    Oracle(DrawnPlan plan, double strict) {
      this.plan = plan;
      this.strict = strict;
      plan.targets().stream()
          .filter(one -> !one.quotient())
          .forEach(one -> columns.put(one.id(), columns.size()));
      plan.auxiliaries().forEach(name -> columns.put(name, columns.size()));
    }

    double[] cells(Object... pairs) {
      var row = new double[columns.size()];
      for (int i = 0; i < pairs.length; i += 2) {
        row[columns.getOrDefault((String) pairs[i + 1], -1)] += (Double) pairs[i];
      }
      return row;
    }

    List<LinearConstraint> relations() {
      var rows = new ArrayList<LinearConstraint>();
      for (Said said : plan.relations()) {
        switch (said) {
          case Said.Sum(var whole, var parts, var more) -> {
            double[] row = cells(1.0, whole);
            parts.forEach(part -> row[columns.getOrDefault(part, -1)] -= 1);
            rows.add(new LinearConstraint(row, more ? Relationship.GEQ : Relationship.EQ, 0));
          }
          case Said.Ratio(_, var under, _) ->
              rows.add(new LinearConstraint(cells(1.0, under), Relationship.GEQ, strict));
          case Said.Bound(var quantity, var most, var number) ->
              rows.add(
                  new LinearConstraint(
                      cells(1.0, quantity), most ? Relationship.LEQ : Relationship.GEQ, number));
        }
      }
      return rows;
    }

    List<LinearConstraint> held(Wanted wanted) {
      double scale = wanted.quotient() ? 0.01 : 1;
      double number = wanted.number() * scale;
      var rows = new ArrayList<LinearConstraint>();
      switch (wanted.sense()) {
        case AT_LEAST -> at(wanted, Relationship.GEQ, number, 0, rows);
        case MORE_THAN -> at(wanted, Relationship.GEQ, number, strict, rows);
        case AT_MOST -> at(wanted, Relationship.LEQ, number, 0, rows);
        case EXACTLY -> at(wanted, Relationship.EQ, number, 0, rows);
        case ABOUT -> {
          at(wanted, Relationship.GEQ, number * 0.95, 0, rows);
          at(wanted, Relationship.LEQ, number * 1.05, 0, rows);
        }
      }
      return rows;
    }

    private void at(
        Wanted wanted, Relationship side, double number, double add, List<LinearConstraint> rows) {
      if (!wanted.quotient()) {
        if (takesPart(wanted.id())) {
          rows.add(new LinearConstraint(cells(1.0, wanted.id()), side, number + add));
        }
        return;
      }
      for (Said said : plan.relations()) {
        if (said instanceof Said.Ratio(var over, var under, var ratio)
            && ratio.equals(wanted.id())) {
          rows.add(new LinearConstraint(cells(1.0, over, -number, under), side, add));
        }
      }
    }

    private boolean takesPart(String name) {
      return plan.relations().stream()
          .anyMatch(
              said ->
                  switch (said) {
                    case Said.Sum(var whole, var parts, _) ->
                        whole.equals(name) || parts.contains(name);
                    case Said.Ratio(var over, var under, _) ->
                        over.equals(name) || under.equals(name);
                    case Said.Bound(var quantity, _, _) -> quantity.equals(name);
                  });
    }

    List<LinearConstraint> of(List<Wanted> targets) {
      var rows = relations();
      targets.forEach(one -> rows.addAll(held(one)));
      return rows;
    }

    boolean feasible(List<Wanted> targets) {
      return feasibleRows(of(targets));
    }

    private boolean feasibleRows(List<LinearConstraint> rows) {
      try {
        solve(rows, new double[columns.size()]);
        return true;
      } catch (NoFeasibleSolutionException none) {
        return false;
      }
    }

    /// The least value of a sum; empty when nothing holds it.
    static OptionalDouble least(List<LinearConstraint> rows, double[] sum) {
      try {
        return OptionalDouble.of(solve(rows, sum));
      } catch (UnboundedSolutionException unbounded) {
        return OptionalDouble.empty();
      }
    }

    private static double solve(List<LinearConstraint> rows, double[] sum) {
      return new SimplexSolver(1e-9, 10)
          .optimize(
              new LinearObjectiveFunction(sum, 0),
              new LinearConstraintSet(rows),
              GoalType.MINIMIZE,
              new NonNegativeConstraint(false),
              new MaxIter(10_000))
          .getValue();
    }
  }

  private static List<Wanted> without(DrawnPlan plan, String target) {
    return plan.targets().stream().filter(one -> !one.id().equals(target)).toList();
  }

  private static Wanted wanted(DrawnPlan plan, String id) {
    return plan.targets().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private Proof proof(DrawnPlan drawn) {
    Reading reading = drawn.read(folder);
    assertThat(reading.problems()).isEmpty();
    return Proof.of(reading.plan().orElseThrow());
  }

  @Test
  void contradictionsAreFoundWhereAnIndependentSolverFindsThemAndEveryMemberIsNeeded() {
    var contradictory = new ArrayList<String>();
    forAll(
        3 * PLANS,
        DrawnPlan::draw,
        drawn -> {
          var oracle = new Oracle(drawn, STRICT);
          Optional<Conflict> conflict =
              proof(drawn).conflicts().stream()
                  .filter(one -> one.reading().equals(Proof.DECLARED))
                  .findFirst();
          assertThat(conflict.isPresent()).isEqualTo(!oracle.feasible(drawn.targets()));
          if (conflict.isEmpty()) {
            return;
          }
          List<Wanted> members =
              conflict.get().members().stream().map(one -> wanted(drawn, one.id())).toList();
          assertThat(oracle.feasible(members)).isFalse();
          for (Wanted member : members) {
            var others = new ArrayList<>(members);
            others.remove(member);
            assertThat(oracle.feasible(others)).as("without " + member).isTrue();
          }
          contradictory.add(members.toString());
        });
    assertThat(contradictory).as("contradictory plans drawn").hasSizeGreaterThan(PLANS);
  }

  @Test
  void slacksAreThoseOfAnIndependentSolver() {
    var feasible = new ArrayList<Integer>();
    forAll(
        3 * PLANS,
        DrawnPlan::draw,
        drawn -> {
          if (!new Oracle(drawn, STRICT).feasible(drawn.targets())) {
            return;
          }
          var oracle = new Oracle(drawn, 0);
          for (Slack slack : proof(drawn).slacks()) {
            Wanted target = wanted(drawn, slack.target().id());
            if (slack.reading().equals(Proof.DECLARED) && !target.quotient()) {
              sameAmount(slack, target, oracle);
            } else if (slack.reading().equals(Proof.DECLARED)) {
              sameQuotient(slack, target, oracle);
            }
          }
          feasible.add(drawn.targets().size());
        });
    assertThat(feasible).as("consistent plans drawn").hasSizeGreaterThan(PLANS);
  }

  private static Offset<Double> near(double value) {
    return Offset.offset(1e-9 * Math.max(1, Math.abs(value)));
  }

  private static double slack(Slack slack) {
    return slack.slack().orElseThrow().amount().doubleValue();
  }

  private static void sameAmount(Slack slack, Wanted target, Oracle oracle) {
    boolean most = target.sense() == Sense.AT_MOST;
    OptionalDouble least =
        Oracle.least(
            oracle.of(without(oracle.plan, target.id())),
            oracle.cells(most ? -1.0 : 1.0, target.id()));
    assertThat(slack.slack().isPresent()).as(target.id()).isEqualTo(least.isPresent());
    if (least.isPresent()) {
      double theirs = least.getAsDouble() + (most ? 1 : -1) * target.number();
      assertThat(slack(slack)).as(target.id()).isCloseTo(theirs, near(theirs));
    }
  }

  /// Everything counted for one unit of `under`, with the unit itself as one more unknown.
  private static void sameQuotient(Slack slack, Wanted target, Oracle oracle) {
    boolean most = target.sense() == Sense.AT_MOST;
    var rows = new ArrayList<LinearConstraint>();
    for (LinearConstraint row : oracle.of(without(oracle.plan, target.id()))) {
      rows.add(
          new LinearConstraint(
              append(row.getCoefficients().toArray(), -row.getValue()), row.getRelationship(), 0));
    }
    var unit = new double[oracle.columns.size() + 1];
    unit[oracle.columns.size()] = 1;
    rows.add(new LinearConstraint(unit, Relationship.GEQ, 0));
    Ratio ratio =
        oracle.plan.relations().stream()
            .filter(said -> said instanceof Ratio one && one.ratio().equals(target.id()))
            .map(Ratio.class::cast)
            .findFirst()
            .orElseThrow();
    rows.add(new LinearConstraint(append(oracle.cells(1.0, ratio.under()), 0), Relationship.EQ, 1));
    OptionalDouble least =
        Oracle.least(rows, append(oracle.cells(most ? -1.0 : 1.0, ratio.over()), 0));
    assertThat(slack.slack().isPresent()).as(target.id()).isEqualTo(least.isPresent());
    if (least.isPresent()) {
      double theirs = 100 * least.getAsDouble() + (most ? 1 : -1) * target.number();
      assertThat(slack(slack)).as(target.id()).isCloseTo(theirs, near(theirs));
    }
  }

  private static double[] append(double[] row, double last) {
    double[] longer = Arrays.copyOf(row, row.length + 1);
    longer[row.length] = last;
    return longer;
  }
}
