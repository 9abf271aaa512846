package yuheng.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
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
import yuheng.plan.LinearSystem.Constraint;
import yuheng.plan.LinearSystem.Least;
import yuheng.plan.LinearSystem.Side;

/// The exact solver, by hand and against Apache Commons Math's simplex in floating point.
class LinearSystemTest {
  private static Constraint keep(String label, Side side, long right, Object... sum) {
    var parts = new LinkedHashMap<String, Rational>();
    for (int i = 0; i < sum.length; i += 2) {
      parts.put((String) sum[i + 1], Rational.of((Integer) sum[i]));
    }
    return new Constraint(label, parts, side, Rational.of(right));
  }

  private static Least least(List<Constraint> constraints, String name) {
    return new LinearSystem(constraints).least(Map.of(name, Rational.ONE));
  }

  private static final Constraint WHOLE =
      keep("parts", Side.EQUAL, 0, 1, "whole", -1, "a", -1, "b");

  @Test
  void aWholeIsAtLeastTheSumOfItsParts() {
    var constraints =
        List.of(WHOLE, keep("a", Side.AT_LEAST, 10, 1, "a"), keep("b", Side.AT_LEAST, 5, 1, "b"));
    assertThat(least(constraints, "whole")).isEqualTo(new Least.At(Rational.of(15), true));
    assertThat(least(constraints, "a")).isEqualTo(new Least.At(Rational.of(10), true));
  }

  @Test
  void aPartIsNotImpliedByItsWhole() {
    var constraints =
        List.of(
            WHOLE, keep("w", Side.AT_LEAST, 15, 1, "whole"), keep("b", Side.AT_LEAST, 5, 1, "b"));
    assertThat(least(constraints, "a")).isEqualTo(new Least.Unbounded());
  }

  @Test
  void aStrictBoundIsApproachedButNotReached() {
    assertThat(least(List.of(keep("a", Side.MORE_THAN, 3, 1, "a")), "a"))
        .isEqualTo(new Least.At(Rational.of(3), false));
  }

  @Test
  void moreThanTheSumOfExactPartsIsAContradiction() {
    var given = List.of(WHOLE);
    var targets =
        List.of(
            keep("whole", Side.MORE_THAN, 15, 1, "whole"),
            keep("a", Side.EQUAL, 10, 1, "a"),
            keep("b", Side.EQUAL, 5, 1, "b"),
            keep("c", Side.AT_LEAST, 1, 1, "c"));
    assertThat(LinearSystem.irreducible(given, targets))
        .extracting(Constraint::label)
        .containsExactly("whole", "a", "b");
  }

  /// Small integer systems over three quantities, each held from below so that minima exist.
  private static List<Constraint> system(RandomGenerator random, int size) {
    var constraints = new ArrayList<Constraint>();
    for (String name : List.of("x", "y", "z")) {
      constraints.add(keep(name + "0", Side.AT_LEAST, random.nextInt(-5, 6), 1, name));
    }
    for (int i = 0; i <= size; i++) {
      Side side = List.of(Side.AT_LEAST, Side.AT_MOST, Side.EQUAL).get(random.nextInt(3));
      constraints.add(
          keep(
              "c" + i,
              side,
              random.nextInt(-20, 21),
              random.nextInt(-3, 4),
              "x",
              random.nextInt(-3, 4),
              "y",
              random.nextInt(-3, 4),
              "z"));
    }
    return constraints;
  }

  @Test
  void theLeastIsThatOfAnIndependentSolver() {
    forAll(
        LinearSystemTest::system,
        constraints -> {
          for (String name : List.of("x", "y", "z")) {
            Least ours = least(constraints, name);
            switch (theirs(constraints, name)) {
              case Theirs.Found(var value) -> {
                assertThat(ours).isInstanceOf(Least.At.class);
                Rational at = ((Least.At) ours).value();
                assertThat(at.over().doubleValue() / at.under().doubleValue())
                    .isCloseTo(value, Offset.offset(1e-9));
              }
              case Theirs.None _ -> assertThat(ours).isInstanceOf(Least.Contradiction.class);
              case Theirs.Unbounded _ -> assertThat(ours).isInstanceOf(Least.Unbounded.class);
            }
          }
        });
  }

  private sealed interface Theirs {
    record Found(double value) implements Theirs {}

    record None() implements Theirs {}

    record Unbounded() implements Theirs {}
  }

  private static Theirs theirs(List<Constraint> constraints, String name) {
    var rows = new ArrayList<LinearConstraint>();
    for (Constraint constraint : constraints) {
      rows.add(
          new LinearConstraint(
              coefficients(constraint.sum()),
              switch (constraint.side()) {
                case AT_LEAST, MORE_THAN -> Relationship.GEQ;
                case AT_MOST, LESS_THAN -> Relationship.LEQ;
                case EQUAL -> Relationship.EQ;
              },
              constraint.right().over().doubleValue()));
    }
    try {
      var goal = new LinearObjectiveFunction(coefficients(Map.of(name, Rational.ONE)), 0);
      return new Theirs.Found(
          new SimplexSolver(1e-11, 10)
              .optimize(
                  goal,
                  new LinearConstraintSet(rows),
                  GoalType.MINIMIZE,
                  new NonNegativeConstraint(false),
                  new MaxIter(10_000))
              .getValue());
    } catch (NoFeasibleSolutionException none) {
      return new Theirs.None();
    } catch (UnboundedSolutionException unbounded) {
      return new Theirs.Unbounded();
    }
  }

  private static double[] coefficients(Map<String, Rational> sum) {
    var row = new double[3];
    for (int i = 0; i < 3; i++) {
      row[i] = sum.getOrDefault(List.of("x", "y", "z").get(i), Rational.ZERO).over().doubleValue();
    }
    return row;
  }

  @Test
  void aReportedContradictionIsOneAndEveryMemberOfItIsNeeded() {
    var contradictions = new ArrayList<Integer>();
    forAll(
        (random, size) -> system(random, size + 3),
        constraints -> {
          List<Constraint> core = LinearSystem.irreducible(List.of(), constraints);
          if (core.isEmpty()) {
            return;
          }
          contradictions.add(core.size());
          assertThat(new LinearSystem(core).contradiction()).isPresent();
          for (Constraint member : core) {
            var without = new ArrayList<>(core);
            without.remove(member);
            assertThat(new LinearSystem(without).contradiction()).isEmpty();
          }
        });
    assertThat(contradictions).as("the draw makes contradictions").hasSizeGreaterThan(50);
  }
}
