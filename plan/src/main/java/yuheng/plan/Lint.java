package yuheng.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import yuheng.plan.Target.Step;
import yuheng.terms.PriceBasis;
import yuheng.terms.Problem;
import yuheng.terms.Problem.Marked;

/// What a plan leaves open although its parts fit (审校提示): a hint for each rule, with every place it
/// concerns. Hints never make a check fail.
final class Lint {
  private static final int SHORT_NAME = 4;
  private static final int MOST_NAMED = 8;
  private static final Pattern NUMBERS = Pattern.compile("[0-9一二三四五六七八九十百千万亿]+");

  private final Plan plan;
  private final Problems places;
  private final List<Problem> hints = new ArrayList<>();

  Lint(Plan plan, Problems places) {
    this.plan = plan;
    this.places = places;
  }

  List<Problem> hints() {
    targets();
    principles();
    unused();
    names();
    return List.copyOf(hints);
  }

  private void targets() {
    if (plan.text().isPresent()) {
      each(
          "LN001",
          target -> target.text().isEmpty(),
          "without a place in the official text",
          "a target can be checked against the words that commit to it",
          "add `text: {start: …, end: …, quote: …}`");
    }
    each(
        "LN002",
        target -> target.owner().isEmpty(),
        "without an owner",
        "a target without an owner is nobody's duty",
        "add `owner:` to the targets, or one for all to plan.yaml, under `offices`");
    each(
        "LN003",
        target -> target.path().isEmpty() && isYearsAway(target),
        "without yearly tasks",
        "whether a target is on course is judged by its yearly tasks",
        "add `path: {2013: …, 2014: …}`; without one the way is taken as even");
    each(
        "LN004",
        target -> target.indicator().formula().isEmpty() && target.indicator().standIns().isEmpty(),
        "that no figure can answer",
        "a target that no figure answers can be neither met nor missed",
        "give the indicator a formula, or a stand-in with what it differs in");
    each(
        "LN005",
        target ->
            target.indicator().coverage().equals(Indicator.OPEN)
                && target.reading().isEmpty()
                && target.indicator().readings().isEmpty(),
        "of open coverage, without a reading",
        "a word that the text leaves open is read in a declared way",
        "add `reading: {zh: …, en: …}`");
    each(
        "LN006",
        this::periodMisfits,
        "with a period that does not fit",
        "a level or a rate is reached at one time; yearly tasks and baselines lie before it",
        "correct the period, the baseline or the path");
    each(
        "LN007",
        target -> target.indicator().unit().prices().equals(PriceBasis.OPEN),
        "in money at open prices",
        "amounts at different prices are not comparable",
        "let the indicator say `prices: current` or `prices: constant-2010`");
  }

  private boolean isYearsAway(Target target) {
    LocalDate year = plan.issued().plusYears(1);
    return target.period().lastDay().isAfter(year);
  }

  private boolean periodMisfits(Target target) {
    boolean manyYears = target.period().start().getYear() != target.period().lastDay().getYear();
    boolean momentary =
        switch (target.indicator().time()) {
          case STOCK, RATE -> true;
          case FLOW, CUMULATIVE -> false;
        };
    boolean late =
        target
            .baseline()
            .filter(base -> !base.period().lastDay().isBefore(target.period().lastDay()))
            .isPresent();
    boolean beyond =
        target.path().stream()
            .map(Step::period)
            .anyMatch(step -> step.lastDay().isAfter(target.period().lastDay()));
    return (manyYears && momentary) || late || beyond;
  }

  private void each(String code, Predicate<Target> rule, String what, String why, String mend) {
    List<Target> found = plan.targets().values().stream().filter(rule).toList();
    hint(code, "target", found.stream().map(Target::id).toList(), what, why, mend);
  }

  private void hint(
      String code, String kind, List<String> ids, String what, String why, String mend) {
    if (ids.isEmpty()) {
      return;
    }
    String counted = ids.size() + " " + kind + (ids.size() == 1 ? " " : "s ");
    hints.add(
        new Problem(
            code,
            counted + what + ": " + listed(ids),
            ids.stream().map(id -> new Marked(places.place(kind + " " + id), "")).toList(),
            why,
            mend));
  }

  /// The first few by name; the places of the hint hold them all.
  private static String listed(List<String> ids) {
    String first = String.join(", ", ids.subList(0, Math.min(MOST_NAMED, ids.size())));
    return ids.size() <= MOST_NAMED
        ? first
        : first + " and %d more".formatted(ids.size() - MOST_NAMED);
  }

  private void principles() {
    Set<String> served = new HashSet<>();
    plan.targets().values().forEach(target -> served.addAll(target.serves()));
    hint(
        "LN008",
        "principle",
        without(plan.principles().keySet(), served),
        "that no target serves",
        "a principle that no target serves stays words",
        "add `serves: […]` to the targets that put it into practice, or a target");
  }

  private static List<String> without(Set<String> all, Set<String> used) {
    return all.stream().filter(one -> !used.contains(one)).toList();
  }

  private void unused() {
    Set<String> asked = new HashSet<>();
    plan.targets().values().forEach(target -> asked.add(target.indicator().id()));
    hint(
        "LN009",
        "indicator",
        without(plan.indicators().keySet(), asked),
        "that no target uses",
        "a definition nobody uses is most likely misspelled or left over",
        "bind a target to it, or remove it");
    Set<String> spoken = new HashSet<>();
    plan.relations().all().stream()
        .flatMap(
            relation ->
                relation instanceof Relation.Implies implies
                    ? implies.formula().published().map(part -> part.series().id())
                    : LinearModel.names(relation).stream())
        .forEach(spoken::add);
    hint(
        "LN011",
        "auxiliary",
        without(plan.relations().auxiliaries().keySet(), spoken),
        "that no relation speaks of",
        "a quantity outside all relations proves nothing",
        "let a relation speak of it, or remove it");
  }

  private void names() {
    List<Indicator> all = List.copyOf(plan.indicators().values());
    var alike = new ArrayList<String>();
    for (Indicator one : all) {
      for (Indicator other : all.subList(all.indexOf(one) + 1, all.size())) {
        if (Objects.equals(one.pillar(), other.pillar())
            && isNearlyThe(one.name().zh(), other.name().zh())
            && !alike.contains(other.id())) {
          Stream.of(one.id(), other.id()).filter(id -> !alike.contains(id)).forEach(alike::add);
        }
      }
    }
    hint(
        "LN010",
        "indicator",
        alike,
        "with nearly the same name as another",
        "two names that differ by a character are taken for one another",
        "say in the name what sets them apart");
  }

  private static boolean isNearlyThe(String one, String other) {
    return one.length() >= SHORT_NAME
        && other.length() >= SHORT_NAME
        && Nearest.distance(one, other) <= 1
        && !differInNumbersOnly(one, other);
  }

  /// 千亿级集群 and 百亿级集群 are set apart by their numbers.
  private static boolean differInNumbersOnly(String one, String other) {
    return NUMBERS.matcher(one).replaceAll("#").equals(NUMBERS.matcher(other).replaceAll("#"));
  }
}
