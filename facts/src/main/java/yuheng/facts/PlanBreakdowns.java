package yuheng.facts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.facts.Breakdown.Origin;
import yuheng.facts.Breakdown.Row;
import yuheng.facts.Breakdown.Whole;
import yuheng.plan.Plan;
import yuheng.plan.Relation;
import yuheng.plan.Relation.Part;
import yuheng.plan.Relation.SumsTo;
import yuheng.plan.Target;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// The breakdowns that a plan package itself holds: yearly tasks (`path` of a target), and pillars
/// whose own targets sum to another by a relation of the plan.
final class PlanBreakdowns {
  private static final Words ITSELF = new Words("目标本身", "the target itself");

  private static final Words ITS_OWN =
      new Words("规划包自己的年度任务，没有注明来源", "the package's own yearly tasks, without a source");

  private final Plan plan;
  private final SequencedMap<Breakdown.Key, BreakdownVersion> all = new LinkedHashMap<>();

  PlanBreakdowns(Plan plan) {
    this.plan = plan;
    for (Target target : plan.targets().values()) {
      if (!target.path().isEmpty()) {
        keep(tasks(target));
      }
    }
    for (Relation relation : plan.relations().all()) {
      if (relation instanceof SumsTo sum && sum.reading().isEmpty()) {
        pillars(sum).ifPresent(this::keep);
      }
    }
  }

  List<Breakdown.Key> keys() {
    return List.copyOf(all.keySet());
  }

  Optional<BreakdownVersion> find(Breakdown.Key key) {
    return Optional.ofNullable(all.get(key));
  }

  private void keep(Breakdown breakdown) {
    Instant issued = plan.issued().atStartOfDay(ZoneOffset.UTC).toInstant();
    all.putIfAbsent(
        breakdown.key(), new BreakdownVersion(0, breakdown, issued, plan.issuer().zh(), 0));
  }

  /// A path says what is asked by the end of a year. Of a total it gives what each stretch of years
  /// adds, up to the target; of anything else the level of each year, the last being the target.
  private Breakdown tasks(Target target) {
    var rows = new LinkedHashMap<String, Row>();
    var unit = target.indicator().unit();
    boolean total = target.indicator().time() == TimeShape.CUMULATIVE;
    LocalDate from = target.period().start();
    BigDecimal before = BigDecimal.ZERO;
    for (Target.Step step : target.path()) {
      BigDecimal amount = step.value().in(unit).amount();
      Period period = total ? new Period(from, step.period().end()) : step.period();
      rows.put(period.toString(), new Row(total ? amount.subtract(before) : amount, none()));
      from = step.period().end();
      before = amount;
    }
    BigDecimal goal = target.value().in(unit).amount();
    if (!total) {
      rows.put(target.period().toString(), new Row(goal, none()));
    } else if (from.isBefore(target.period().end())) {
      Period last = new Period(from, target.period().end());
      rows.put(last.toString(), new Row(goal.subtract(before), none()));
    }
    return new Breakdown(
        new Breakdown.Key(target.id(), Dimension.YEARS, target.period()),
        unit,
        rows,
        total ? Optional.of(new Whole(goal, ITSELF)) : Optional.empty(),
        target
            .path()
            .getFirst()
            .source()
            .<Origin>map(Origin.Official::new)
            .orElseGet(() -> new Origin.Proposal(ITS_OWN)),
        Optional.empty(),
        plan.span().start(),
        Optional.empty());
  }

  private static Optional<Words> none() {
    return Optional.empty();
  }

  /// A sum of which each part is another pillar's target.
  private Optional<Breakdown> pillars(SumsTo sum) {
    Optional<Target> whole = Optional.ofNullable(plan.targets().get(sum.whole()));
    var parts = new ArrayList<Target>();
    for (Part part : sum.parts()) {
      Optional<Target> target = Optional.ofNullable(plan.targets().get(part.target()));
      if (part.taken() || target.isEmpty() || target.get().indicator().pillar().isEmpty()) {
        return Optional.empty();
      }
      parts.add(target.get());
    }
    if (whole.isEmpty()) {
      return Optional.empty();
    }
    var unit = whole.get().indicator().unit();
    Map<String, Row> byPillar = new LinkedHashMap<>();
    for (Target part : parts) {
      Row row = new Row(part.value().in(unit).amount(), Optional.of(Words.same(part.id())));
      if (byPillar.putIfAbsent(part.indicator().pillar().orElseThrow(), row) != null
          || !part.period().equals(whole.get().period())) {
        return Optional.empty();
      }
    }
    var rows = new LinkedHashMap<String, Row>(byPillar);
    var breakdown =
        new Breakdown(
            new Breakdown.Key(sum.whole(), Dimension.PILLARS, whole.get().period()),
            unit,
            rows,
            Optional.of(new Whole(whole.get().value().in(unit).amount(), ITSELF)),
            new Origin.Official(plan.title().zh()),
            Optional.empty(),
            plan.span().start(),
            Optional.empty());
    return Optional.of(breakdown.addsUp() ? breakdown : withReason(breakdown, sum));
  }

  private static Breakdown withReason(Breakdown breakdown, SumsTo sum) {
    return new Breakdown(
        breakdown.key(),
        breakdown.unit(),
        breakdown.rows(),
        breakdown.whole(),
        breakdown.origin(),
        Optional.of(sum.why().zh()),
        breakdown.validFrom(),
        breakdown.series());
  }
}
