package yuheng.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.plan.LinearSystem.Constraint;
import yuheng.plan.Proof.Conflict;
import yuheng.plan.Proof.Slack;
import yuheng.plan.Relation.SumsTo;
import yuheng.terms.Quantity;

/// Proves a plan under its own senses, with every number exact, and under each other reading of a
/// sum.
final class Prover {
  private final Plan plan;
  private final List<Relation> declared;
  private final List<SumsTo> alternatives;

  Prover(Plan plan) {
    this.plan = plan;
    List<Relation> linear = plan.relations().all().stream().filter(LinearModel::isLinear).toList();
    this.alternatives =
        linear.stream()
            .filter(relation -> relation instanceof SumsTo sum && sum.reading().isPresent())
            .map(SumsTo.class::cast)
            .toList();
    this.declared = linear.stream().filter(relation -> !alternatives.contains(relation)).toList();
  }

  Proof proof() {
    var model = new LinearModel(plan, declared, false);
    var slacks = new ArrayList<Slack>();
    for (Target target : model.targets()) {
      slacks.add(slack(target, model, Proof.DECLARED));
    }
    var conflicts = new ArrayList<Conflict>();
    conflict(model, Proof.DECLARED).ifPresent(conflicts::add);
    conflict(new LinearModel(plan, declared, true), Proof.EXACTLY).ifPresent(conflicts::add);
    for (SumsTo alternative : alternatives) {
      var other = new LinearModel(plan, under(alternative), false);
      Optional.ofNullable(plan.targets().get(alternative.whole()))
          .ifPresent(whole -> slacks.add(slack(whole, other, alternative.id())));
      conflict(other, alternative.id()).ifPresent(conflicts::add);
    }
    return new Proof(slacks, conflicts, new Findings(plan, slacks, conflicts, ranges(model)).all());
  }

  private List<Relation> under(SumsTo alternative) {
    var relations = new ArrayList<Relation>();
    for (Relation relation : declared) {
      if (alternative.insteadOf().filter(relation.id()::equals).isEmpty()) {
        relations.add(relation);
      }
    }
    relations.add(alternative);
    return relations;
  }

  private SequencedMap<String, Findings.Range> ranges(LinearModel model) {
    var ranges = new LinkedHashMap<String, Findings.Range>();
    for (String name : plan.relations().auxiliaries().keySet()) {
      ranges.put(
          name,
          model.names().contains(name)
              ? new Findings.Range(model.end(name, false), model.end(name, true))
              : new Findings.Range(Optional.empty(), Optional.empty()));
    }
    return ranges;
  }

  private static Slack slack(Target target, LinearModel model, String reading) {
    boolean downward = target.sense() == Sense.AT_MOST;
    Rational number = LinearModel.base(target.value());
    Optional<Quantity> slack =
        model
            .forced(target, downward)
            .map(forced -> downward ? number.minus(forced) : forced.minus(number))
            .map(room -> Shown.precise(room, target));
    return new Slack(target, reading, slack, model.about(target.id()));
  }

  private Optional<Conflict> conflict(LinearModel model, String reading) {
    List<Constraint> given = model.given();
    List<Constraint> suspects =
        model.targets().stream().flatMap(target -> model.held(target).stream()).toList();
    var everything = new ArrayList<>(given);
    everything.addAll(suspects);
    if (new LinearSystem(everything).contradiction().isEmpty()) {
      return Optional.empty();
    }
    List<Constraint> core = LinearSystem.irreducible(given, suspects);
    List<Target> members =
        core.stream()
            .map(Constraint::label)
            .distinct()
            .map(label -> Objects.requireNonNull(plan.targets().get(label)))
            .toList();
    List<String> because =
        LinearSystem.irreducible(core, given).stream().map(Constraint::label).distinct().toList();
    return Optional.of(new Conflict(reading, members, because));
  }
}
