package yuheng.delivery;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.delivery.Duty.Step;
import yuheng.facts.Act;
import yuheng.facts.Figure;
import yuheng.facts.Journal;
import yuheng.facts.Journal.Kept;
import yuheng.facts.Said;
import yuheng.indicators.Question;
import yuheng.indicators.Reckoning;
import yuheng.indicators.Standing;
import yuheng.indicators.State;
import yuheng.plan.Measure;
import yuheng.plan.Plan;
import yuheng.plan.Target;
import yuheng.terms.Language;
import yuheng.terms.Words;

/// The register of duties (督办台账), kept in a journal: nothing in it can be altered, only added to.
///
/// Who may do what is the pages' matter; that nobody closes what he answered himself is this one's.
public final class Duties {
  static final String KIND = "duty";

  private final Journal journal;
  private final Plan plan;

  public Duties(Journal journal, Plan plan) {
    this.journal = journal;
    this.plan = plan;
  }

  /// What a person opens a duty with.
  ///
  /// @param owner code of an office; empty while nobody is to answer for it
  public record Opening(
      String target,
      YearMonth month,
      String why,
      Optional<String> owner,
      List<String> helpers,
      LocalDate deadline,
      Optional<String> measure) {
    public Opening {
      helpers = List.copyOf(helpers);
    }
  }

  /// Every duty, the latest month first.
  public List<Duty> all() {
    var bySubject = new LinkedHashMap<String, List<Act>>();
    for (Act act : journal.acts(KIND)) {
      bySubject.computeIfAbsent(act.said().getFirst().subject(), _ -> new ArrayList<>()).add(act);
    }
    return bySubject.entrySet().stream()
        .map(entry -> DutyHistory.read(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparing(Duty::month).reversed().thenComparing(Duty::id))
        .toList();
  }

  /// Every duty about a month or an earlier one.
  public List<Duty> upTo(YearMonth month) {
    return all().stream().filter(duty -> !duty.month().isAfter(month)).toList();
  }

  /// One duty.
  public Optional<Duty> find(String id) {
    List<Act> acts = journal.acts(KIND, id);
    return acts.isEmpty() ? Optional.empty() : Optional.of(DutyHistory.read(id, acts));
  }

  /// Opens a duty for a person; its id is that of the target, the month and a number.
  public Outcome open(String by, Opening opening) {
    if (!plan.targets().containsKey(opening.target())) {
      return Outcome.refused(
          "DU001",
          new Words("没有目标`%s`", "there is no target `%s`").filled(opening.target()),
          new Words("督办事项须推动战略的一项目标", "a duty is to move a target of the strategy"),
          new Words("请从目标中选", "Choose one of the targets"));
    }
    for (String office : opening.owner().stream().toList()) {
      if (!plan.offices().containsKey(office)) {
        return unknownOffice(office);
      }
    }
    var fields = new LinkedHashMap<String, String>();
    fields.put("target", opening.target());
    fields.put("month", opening.month().toString());
    fields.put("why-zh", opening.why().isBlank() ? "—" : opening.why().strip());
    fields.put("why-en", opening.why().isBlank() ? "—" : opening.why().strip());
    fields.put("deadline", opening.deadline().toString());
    fields.put("helpers", String.join(" ", opening.helpers()));
    opening.owner().ifPresent(owner -> fields.put("owner", owner));
    opening.measure().ifPresent(measure -> fields.put("measure", measure));
    for (int number = 1; ; number++) {
      String id = "%s-%s-%d".formatted(opening.target(), opening.month(), number);
      Outcome outcome = add(by, id, Step.OPEN, fields, 0);
      if (!(outcome instanceof Outcome.Overtaken)) {
        return outcome;
      }
    }
  }

  /// Opens a duty for each target that is behind, at risk or missed, and has none for that month
  /// yet. Asking twice opens nothing twice.
  ///
  /// @return what was opened now
  public List<Duty> openForThoseBehind(List<Standing> standings, Question question) {
    var opened = new ArrayList<Duty>();
    for (Standing standing : standings) {
      if (givesCause(standing.state())) {
        String id = standing.target().id() + "-" + question.asOf();
        Outcome outcome = add(Act.HOUSE, id, Step.OPEN, cause(standing, question), 0);
        if (outcome instanceof Outcome.Done) {
          opened.add(find(id).orElseThrow());
        }
      }
    }
    return opened;
  }

  /// Whether a state opens a duty.
  public static boolean givesCause(State state) {
    return switch (state) {
      case BEHIND, AT_RISK, MISSED -> true;
      case MET, ON_COURSE, NOT_COMPARABLE, NOT_MEASURABLE -> false;
    };
  }

  private Map<String, String> cause(Standing standing, Question question) {
    Target target = standing.target();
    Optional<Measure> measure = measureFor(target);
    Words why = standing.reasons().getLast();
    var fields = new LinkedHashMap<String, String>();
    fields.put("target", target.id());
    fields.put("month", question.asOf().toString());
    fields.put("why-zh", why.zh());
    fields.put("why-en", why.en());
    fields.put("state", standing.state().code());
    fields.put("value", standing.reckoning().map(one -> one.value().show(Language.ZH)).orElse("—"));
    fields.put("known-on", question.knownOn().toString());
    fields.put(
        "figures",
        String.join(
            " ",
            standing.reckoning().map(Reckoning::figures).orElse(List.of()).stream()
                .map(Figure::id)
                .toList()));
    measure.map(Measure::owner).or(target::owner).ifPresent(owner -> fields.put("owner", owner));
    fields.put("helpers", measure.map(one -> String.join(" ", one.helpers())).orElse(""));
    measure.ifPresent(one -> fields.put("measure", one.id()));
    // A month to answer: the house's own convention, no regulation of it is known to us.
    fields.put("deadline", question.knownOn().plusMonths(1).toString());
    return fields;
  }

  /// The first measure that must move a target.
  public Optional<Measure> measureFor(Target target) {
    return plan.measures().values().stream()
        .filter(measure -> measure.moves().contains(target.id()))
        .findFirst();
  }

  /// Adds a step of a person to a duty.
  ///
  /// @param text what is said; for [Step#ASSIGN] the code of the office
  /// @param link address of evidence
  /// @param seen [Duty#seen()] of the duty that the person looked at
  public Outcome step(
      String by, String id, Step step, String text, Optional<String> link, long seen) {
    Optional<Duty> found = find(id);
    if (found.isEmpty()) {
      return Outcome.refused(
          "DU002",
          new Words("没有督办事项`%s`", "there is no duty `%s`").filled(id),
          new Words("每一步都是某个事项的一步", "a step is a step of a duty"),
          new Words("请先立项", "Open it first"));
    }
    Optional<Outcome> refusal = DutyHistory.refuse(found.get(), by, step, text, link);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    var fields = new LinkedHashMap<String, String>();
    if (step == Step.ASSIGN) {
      if (!plan.offices().containsKey(text.strip())) {
        return unknownOffice(text.strip());
      }
      fields.put("owner", text.strip());
    } else {
      fields.put("text", text.strip());
    }
    link.map(String::strip).filter(one -> !one.isEmpty()).ifPresent(one -> fields.put("link", one));
    return add(by, id, step, fields, seen);
  }

  private Outcome unknownOffice(String office) {
    return Outcome.refused(
        "DU003",
        new Words("没有单位`%s`", "there is no office `%s`").filled(office),
        new Words("单位在 plan.yaml 中列出", "offices are declared in plan.yaml"),
        new Words("请用其中之一：%s", "Use one of: %s")
            .filled(String.join(", ", plan.offices().keySet())));
  }

  private Outcome add(String by, String id, Step step, Map<String, String> more, long seen) {
    var fields = new LinkedHashMap<>(more);
    fields.put("step", step.code());
    fields.values().removeIf(String::isBlank);
    Kept kept =
        journal.appendUnlessOvertaken(
            by, "duty " + step.code(), List.of(new Said(KIND, id, fields)), KIND, id, seen);
    return switch (kept) {
      case Kept.Appended(Act act) -> new Outcome.Done(act);
      case Kept.Overtaken(Act since) -> new Outcome.Overtaken(since);
    };
  }

  /// Where the target of a duty stands now: the lamp, whatever was said of the duty.
  public static Optional<Standing> lamp(Duty duty, List<Standing> standings) {
    @Nullable Standing now =
        standings.stream()
            .filter(standing -> standing.target().id().equals(duty.target()))
            .findFirst()
            .orElse(null);
    return Optional.ofNullable(now);
  }
}
