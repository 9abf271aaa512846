package yuheng.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import yuheng.plan.LinearSystem.Constraint;
import yuheng.plan.LinearSystem.Least;
import yuheng.plan.LinearSystem.Side;
import yuheng.plan.Relation.Bounds;
import yuheng.plan.Relation.Part;
import yuheng.plan.Relation.RatioOf;
import yuheng.plan.Relation.SumsTo;
import yuheng.terms.Quantity;

/// The sums, ratios and bounds of a plan under one reading, as exact linear constraints over
/// targets and auxiliary quantities in base units.
///
/// A ratio is linear because the number committed to is known: `over − number × under`. A target
/// that is a ratio in one relation and a part in another takes part in both ways; that is a
/// relaxation, so what it finds is true and something may remain unfound.
final class LinearModel {
  private final Plan plan;
  private final List<Relation> relations;
  private final boolean exactly;

  /// @param relations those of `plan` that hold; others than sums, ratios and bounds are passed
  ///   over
  /// @param exactly every target but a more-than means its number
  LinearModel(Plan plan, List<Relation> relations, boolean exactly) {
    this.plan = plan;
    this.relations = List.copyOf(relations);
    this.exactly = exactly;
  }

  static boolean isLinear(Relation relation) {
    return relation instanceof SumsTo || relation instanceof RatioOf || relation instanceof Bounds;
  }

  /// Everything that some relation speaks of: targets and auxiliary quantities.
  SequencedSet<String> names() {
    var names = new LinkedHashSet<String>();
    relations.forEach(relation -> names.addAll(names(relation)));
    return names;
  }

  static List<String> names(Relation relation) {
    var names = new ArrayList<String>();
    switch (relation) {
      case SumsTo sum -> {
        names.add(sum.whole());
        sum.parts().forEach(part -> names.add(part.target()));
      }
      case RatioOf ratio -> names.addAll(List.of(ratio.over(), ratio.under(), ratio.ratio()));
      case Bounds bounds -> {
        names.add(bounds.quantity());
        bounds.per().ifPresent(names::add);
      }
      case Relation.Counts _, Relation.Implies _, Relation.PerYear _ -> {}
    }
    return names;
  }

  SequencedSet<Target> targets() {
    var targets = new LinkedHashSet<Target>();
    for (String name : names()) {
      @Nullable Target target = plan.targets().get(name);
      if (target != null) {
        targets.add(target);
      }
    }
    return targets;
  }

  /// The relations that speak of `name`.
  List<String> about(String name) {
    return relations.stream()
        .filter(relation -> names(relation).contains(name))
        .map(Relation::id)
        .toList();
  }

  /// What the relations say, whatever the targets are; labelled with their names.
  List<Constraint> given() {
    var given = new ArrayList<Constraint>();
    for (Relation relation : relations) {
      switch (relation) {
        case SumsTo sum -> given.add(constraint(sum));
        case RatioOf ratio ->
            given.add(
                new Constraint(
                    ratio.id(),
                    Map.of(ratio.under(), Rational.ONE),
                    Side.MORE_THAN,
                    Rational.ZERO));
        case Bounds bounds -> {
          bounds.atLeast().ifPresent(q -> given.add(bound(bounds, Side.AT_LEAST, base(q))));
          bounds.atMost().ifPresent(q -> given.add(bound(bounds, Side.AT_MOST, base(q))));
        }
        case Relation.Counts _, Relation.Implies _, Relation.PerYear _ -> {}
      }
    }
    return given;
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

  private static Constraint bound(Bounds bounds, Side side, Rational number) {
    return bounds
        .per()
        .map(per -> quotient(bounds.id(), bounds.quantity(), per, side, number))
        .orElseGet(
            () ->
                new Constraint(bounds.id(), Map.of(bounds.quantity(), Rational.ONE), side, number));
  }

  /// `over ÷ under` held to a number.
  private static Constraint quotient(
      String label, String over, String under, Side side, Rational number) {
    var cells = new LinkedHashMap<String, Rational>();
    cells.merge(over, Rational.ONE, Rational::plus);
    cells.merge(under, number.negated(), Rational::plus);
    return new Constraint(label, cells, side, Rational.ZERO);
  }

  /// What a target commits to, in every way in which it takes part; labelled with its name.
  List<Constraint> held(Target target) {
    var held = new ArrayList<Constraint>();
    if (isQuantity(target.id())) {
      held(
          target,
          (side, number) ->
              new Constraint(target.id(), Map.of(target.id(), Rational.ONE), side, number),
          held);
    }
    for (RatioOf ratio : ratios(target.id())) {
      held(
          target,
          (side, number) -> quotient(target.id(), ratio.over(), ratio.under(), side, number),
          held);
    }
    return held;
  }

  private boolean isQuantity(String name) {
    return relations.stream()
        .anyMatch(
            relation ->
                relation instanceof RatioOf ratio
                    ? ratio.over().equals(name) || ratio.under().equals(name)
                    : names(relation).contains(name));
  }

  private List<RatioOf> ratios(String name) {
    return relations.stream()
        .filter(relation -> relation instanceof RatioOf ratio && ratio.ratio().equals(name))
        .map(RatioOf.class::cast)
        .toList();
  }

  private interface Form {
    Constraint at(Side side, Rational number);
  }

  private void held(Target target, Form form, List<Constraint> held) {
    Rational number = base(target.value());
    boolean itself = exactly || atItsNumber(target);
    switch (target.sense()) {
      case MORE_THAN -> held.add(form.at(Side.MORE_THAN, number));
      case ABOUT -> {
        Rational margin = number.times(Rational.of(Sense.ABOUT_PERCENT)).per(Rational.of(100));
        held.add(form.at(Side.AT_LEAST, number.minus(margin)));
        held.add(form.at(Side.AT_MOST, number.plus(margin)));
      }
      case AT_LEAST -> held.add(form.at(itself ? Side.EQUAL : Side.AT_LEAST, number));
      case AT_MOST -> held.add(form.at(itself ? Side.EQUAL : Side.AT_MOST, number));
      case EXACTLY -> held.add(form.at(Side.EQUAL, number));
    }
  }

  private boolean atItsNumber(Target target) {
    return relations.stream()
        .anyMatch(relation -> relation instanceof SumsTo sum && sum.at().contains(target.id()));
  }

  /// Everything but what `left` itself commits to.
  private List<Constraint> without(@Nullable Target left) {
    var constraints = new ArrayList<>(given());
    for (Target target : targets()) {
      if (!target.equals(left)) {
        constraints.addAll(held(target));
      }
    }
    return constraints;
  }

  /// The least (or, downward, the most) that a target's quantity can be, given everything else.
  Optional<Rational> forced(Target target, boolean most) {
    List<Constraint> others = without(target);
    Optional<Rational> forced =
        isQuantity(target.id()) ? end(others, target.id(), most) : Optional.empty();
    for (RatioOf ratio : ratios(target.id())) {
      Optional<Rational> quotient = quotientEnd(others, ratio, most);
      forced = tighter(forced, quotient, most);
    }
    return forced;
  }

  private static Optional<Rational> tighter(
      Optional<Rational> one, Optional<Rational> other, boolean most) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.or(() -> other);
    }
    return one.get().compareTo(other.get()) > 0 == most ? other : one;
  }

  /// The least or the most that anything can be, given everything; empty when nothing holds it or
  /// everything contradicts itself.
  Optional<Rational> end(String name, boolean most) {
    return end(without(null), name, most);
  }

  private static Optional<Rational> end(List<Constraint> constraints, String name, boolean most) {
    Rational sign = most ? Rational.ONE.negated() : Rational.ONE;
    return switch (new LinearSystem(constraints).least(Map.of(name, sign))) {
      case Least.At(var value, _) -> Optional.of(value.times(sign));
      case Least.Unbounded _, Least.Contradiction _ -> Optional.empty();
    };
  }

  /// The end of a quotient: all constraints scaled so that `under` is 1 (Charnes and Cooper,
  /// Programming with linear fractional functionals, 1962).
  private static Optional<Rational> quotientEnd(
      List<Constraint> constraints, RatioOf ratio, boolean most) {
    if (new LinearSystem(constraints).contradiction().isPresent()) {
      return Optional.empty();
    }
    String scale = " scale"; // no name of a plan has a blank
    var scaled = new ArrayList<Constraint>();
    for (Constraint one : constraints) {
      var cells = new LinkedHashMap<>(one.sum());
      cells.put(scale, one.right().negated());
      scaled.add(new Constraint(one.label(), cells, closed(one.side()), Rational.ZERO));
    }
    scaled.add(new Constraint(scale, Map.of(scale, Rational.ONE), Side.AT_LEAST, Rational.ZERO));
    scaled.add(
        new Constraint(scale, Map.of(ratio.under(), Rational.ONE), Side.EQUAL, Rational.ONE));
    return end(scaled, ratio.over(), most);
  }

  private static Side closed(Side side) {
    return switch (side) {
      case AT_LEAST, MORE_THAN -> Side.AT_LEAST;
      case AT_MOST, LESS_THAN -> Side.AT_MOST;
      case EQUAL -> Side.EQUAL;
    };
  }

  /// A quantity in base units.
  static Rational base(Quantity quantity) {
    return Rational.of(quantity.amount()).times(Rational.of(quantity.unit().scale()));
  }
}
