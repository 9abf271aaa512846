package yuheng.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import yuheng.plan.LinearSystem.Constraint;
import yuheng.plan.LinearSystem.Least;
import yuheng.plan.LinearSystem.Side;
import yuheng.plan.Proof.Conflict;
import yuheng.plan.Proof.Slack;
import yuheng.plan.Relation.Part;
import yuheng.plan.Relation.SumsTo;
import yuheng.terms.Quantity;

/// Proves a plan: sums as exact linear constraints over targets in base units.
final class Prover {
  private final Plan plan;
  private final List<SumsTo> declared;
  private final List<SumsTo> alternatives;

  Prover(Plan plan) {
    this.plan = plan;
    List<SumsTo> sums =
        plan.relations().stream().filter(SumsTo.class::isInstance).map(SumsTo.class::cast).toList();
    this.declared = sums.stream().filter(sum -> sum.reading().isEmpty()).toList();
    this.alternatives = sums.stream().filter(sum -> sum.reading().isPresent()).toList();
  }

  Proof proof() {
    var slacks = new ArrayList<Slack>();
    for (Target target : takingPart(declared)) {
      slacks.add(slack(target, declared, Proof.DECLARED));
    }
    for (SumsTo alternative : alternatives) {
      slacks.add(slack(target(alternative.whole()), under(alternative), alternative.id()));
    }
    var conflicts = new ArrayList<Conflict>();
    conflict(declared, false, Proof.DECLARED).ifPresent(conflicts::add);
    conflict(declared, true, Proof.EXACTLY).ifPresent(conflicts::add);
    for (SumsTo alternative : alternatives) {
      conflict(under(alternative), false, alternative.id()).ifPresent(conflicts::add);
    }
    return new Proof(slacks, conflicts, new Findings(plan, slacks, conflicts).all());
  }

  private List<SumsTo> under(SumsTo alternative) {
    var sums = new ArrayList<SumsTo>();
    for (SumsTo sum : declared) {
      if (!alternative.insteadOf().filter(sum.id()::equals).isPresent()) {
        sums.add(sum);
      }
    }
    sums.add(alternative);
    return sums;
  }

  private Target target(String id) {
    return Objects.requireNonNull(plan.targets().get(id));
  }

  private Set<Target> takingPart(List<SumsTo> sums) {
    var all = new LinkedHashSet<Target>();
    for (SumsTo sum : sums) {
      all.add(target(sum.whole()));
      sum.parts().forEach(part -> all.add(target(part.target())));
    }
    return all;
  }

  /// whole − Σ parts = 0, or ≥ 0 where parts are missing.
  private static Constraint constraint(SumsTo sum) {
    var cells = new LinkedHashMap<String, Rational>();
    cells.merge(sum.whole(), Rational.ONE, Rational::plus);
    for (Part part : sum.parts()) {
      cells.merge(
          part.target(), part.taken() ? Rational.ONE : Rational.ONE.negated(), Rational::plus);
    }
    return new Constraint(sum.id(), cells, sum.more() ? Side.AT_LEAST : Side.EQUAL, Rational.ZERO);
  }

  private static List<Constraint> constraints(Target target, boolean exactly) {
    Rational number = base(target.value());
    Map<String, Rational> itself = Map.of(target.id(), Rational.ONE);
    return switch (target.sense()) {
      case MORE_THAN -> List.of(new Constraint(target.id(), itself, Side.MORE_THAN, number));
      case ABOUT -> {
        Rational margin = number.times(Rational.of(Sense.ABOUT_PERCENT)).per(Rational.of(100));
        yield List.of(
            new Constraint(target.id(), itself, Side.AT_LEAST, number.minus(margin)),
            new Constraint(target.id(), itself, Side.AT_MOST, number.plus(margin)));
      }
      case AT_LEAST -> List.of(one(target, exactly ? Side.EQUAL : Side.AT_LEAST));
      case AT_MOST -> List.of(one(target, exactly ? Side.EQUAL : Side.AT_MOST));
      case EXACTLY -> List.of(one(target, Side.EQUAL));
    };
  }

  private static Constraint one(Target target, Side side) {
    return new Constraint(
        target.id(), Map.of(target.id(), Rational.ONE), side, base(target.value()));
  }

  /// A quantity in base units.
  static Rational base(Quantity quantity) {
    return Rational.of(quantity.amount()).times(Rational.of(quantity.unit().scale()));
  }

  private Slack slack(Target target, List<SumsTo> sums, String reading) {
    var constraints = new ArrayList<Constraint>();
    sums.forEach(sum -> constraints.add(constraint(sum)));
    for (Target other : takingPart(sums)) {
      if (!other.id().equals(target.id())) {
        constraints.addAll(constraints(other, atItsNumber(other, sums)));
      }
    }
    boolean upward = target.sense() == Sense.AT_MOST;
    Rational sign = upward ? Rational.ONE.negated() : Rational.ONE;
    Least least = new LinearSystem(constraints).least(Map.of(target.id(), sign));
    Optional<Quantity> slack =
        switch (least) {
          case Least.At(var value, _) ->
              Optional.of(Shown.in(value.minus(base(target.value()).times(sign)), target));
          case Least.Unbounded _, Least.Contradiction _ -> Optional.empty();
        };
    List<String> because =
        sums.stream()
            .filter(sum -> constraint(sum).sum().containsKey(target.id()))
            .map(SumsTo::id)
            .toList();
    return new Slack(target, reading, slack, because);
  }

  private static boolean atItsNumber(Target target, List<SumsTo> sums) {
    return sums.stream().anyMatch(sum -> sum.at().contains(target.id()));
  }

  private Optional<Conflict> conflict(List<SumsTo> sums, boolean exactly, String reading) {
    List<Constraint> given = sums.stream().map(Prover::constraint).toList();
    var suspects = new ArrayList<Constraint>();
    takingPart(sums)
        .forEach(
            target -> suspects.addAll(constraints(target, exactly || atItsNumber(target, sums))));
    List<Constraint> core = LinearSystem.irreducible(given, suspects);
    if (core.isEmpty()) {
      return Optional.empty();
    }
    List<Target> members =
        core.stream().map(Constraint::label).distinct().map(this::target).toList();
    List<String> because =
        LinearSystem.irreducible(core, given).stream().map(Constraint::label).toList();
    return Optional.of(new Conflict(reading, members, because));
  }
}
