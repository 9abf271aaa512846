package yuheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Breakdown.Row;
import yuheng.facts.Breakdown.Whole;
import yuheng.facts.BreakdownVersion.Conflict;
import yuheng.plan.Plan;
import yuheng.plan.Target;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// How a plan's targets come down (目标分解): what the package itself says, and every version that
/// people kept in the journal.
public final class Breakdowns {
  private final Plan plan;
  private final Optional<Journal> journal;
  private final PlanBreakdowns declared;

  private Breakdowns(Plan plan, Optional<Journal> journal) {
    this.plan = plan;
    this.journal = journal;
    this.declared = new PlanBreakdowns(plan);
  }

  /// With what people kept in a journal.
  public static Breakdowns of(Plan plan, Journal journal) {
    return new Breakdowns(plan, Optional.of(journal));
  }

  /// Only what the package says; nothing can be kept.
  public static Breakdowns of(Plan plan) {
    return new Breakdowns(plan, Optional.empty());
  }

  /// What came of saving.
  public sealed interface Saved {
    /// It is in the journal.
    record Kept(BreakdownVersion version) implements Saved {}

    /// Somebody was first; nothing was kept, nothing is lost.
    record Overtaken(Conflict conflict) implements Saved {}

    /// It cannot be kept as it is.
    ///
    /// @param why each thing wrong, in a sentence that says what to do
    record Refused(List<Words> why) implements Saved {
      public Refused {
        why = List.copyOf(why);
      }
    }
  }

  /// Whether anything can be kept here.
  public boolean canSave() {
    return journal.isPresent();
  }

  /// Everything that has been broken down, targets in the order of the plan.
  public List<Breakdown.Key> keys() {
    SequencedSet<Breakdown.Key> keys = new LinkedHashSet<>(declared.keys());
    journal.ifPresent(
        book ->
            book.acts(BreakdownText.KIND).stream()
                .flatMap(act -> act.said().stream())
                .forEach(said -> Breakdown.Key.read(said.subject()).ifPresent(keys::add)));
    List<String> order = List.copyOf(plan.targets().keySet());
    return keys.stream()
        .filter(key -> plan.targets().containsKey(key.target()))
        .sorted(
            Comparator.comparingInt((Breakdown.Key key) -> order.indexOf(key.target()))
                .thenComparing(Breakdown.Key::dimension)
                .thenComparing(Breakdown.Key::period))
        .toList();
  }

  /// Every version, oldest first; the package's own comes before all others.
  public List<BreakdownVersion> history(Breakdown.Key key) {
    var versions = new ArrayList<BreakdownVersion>();
    declared.find(key).ifPresent(versions::add);
    @Nullable Target target = plan.targets().get(key.target());
    if (journal.isPresent() && target != null) {
      int number = 1;
      for (Act act : journal.get().acts(BreakdownText.KIND, key.toString())) {
        versions.add(version(key, act, number++, target));
      }
    }
    return versions;
  }

  private static BreakdownVersion version(Breakdown.Key key, Act act, int number, Target target) {
    Breakdown read = BreakdownText.read(key, act.said().getFirst(), target.indicator().unit());
    return new BreakdownVersion(number, read, act.at(), act.by(), act.number());
  }

  /// The version that stands now.
  public Optional<BreakdownVersion> current(Breakdown.Key key) {
    List<BreakdownVersion> all = history(key);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
  }

  /// The version that held on a day, as it was known on another: of those that had begun to hold,
  /// the one kept last. A version that begins to hold later waits for its day.
  public Optional<BreakdownVersion> on(Breakdown.Key key, LocalDate day, LocalDate knownOn) {
    return history(key).stream()
        .filter(one -> !one.breakdown().validFrom().isAfter(day))
        .filter(
            one ->
                one.number() == 0
                    || !one.at().atZone(ZoneOffset.UTC).toLocalDate().isAfter(knownOn))
        .reduce((_, later) -> later);
  }

  /// What the parts of a key are to add up to: for a year, the task of the year, or the target
  /// itself in its own year; for the years of a total, the target. Empty where parts do not add, or
  /// where nobody has set the year's task.
  public Optional<Whole> whole(Breakdown.Key key) {
    @Nullable Target target = plan.targets().get(key.target());
    if (target == null || !adds(target)) {
      return Optional.empty();
    }
    BigDecimal goal = target.value().in(target.indicator().unit()).amount();
    boolean total = target.indicator().time() == TimeShape.CUMULATIVE;
    if (key.dimension() == Dimension.YEARS) {
      return total
          ? Optional.of(new Whole(goal, new Words("目标本身", "the target itself")))
          : Optional.empty();
    }
    if (key.period().equals(target.period())) {
      return Optional.of(new Whole(goal, new Words("目标本身", "the target itself")));
    }
    Breakdown.Key years = new Breakdown.Key(key.target(), Dimension.YEARS, target.period());
    return current(years)
        .flatMap(
            tasks ->
                Optional.ofNullable(tasks.breakdown().rows().get(key.period().toString()))
                    .map(row -> new Whole(row.amount(), taskWords(key.period(), tasks))));
  }

  private static Words taskWords(Period year, BreakdownVersion tasks) {
    Words origin = tasks.breakdown().origin().words();
    return new Words(
        "%s任务（%s）".formatted(year.words().zh(), origin.zh()),
        "task of %s (%s)".formatted(year.words().en(), origin.en()));
  }

  /// Whether parts of a target add up to it: amounts and counts do, ratios do not.
  public static boolean adds(Target target) {
    Unit unit = target.indicator().unit();
    return target.indicator().time() != TimeShape.RATE
        && (unit.counts() || !unit.dimension().isEmpty());
  }

  /// Keeps a new version, unless somebody kept one that its editor had not seen.
  ///
  /// @param seen the act of the version the editor started from; 0 for none or the package's own
  public Saved save(String by, Breakdown wanted, long seen) {
    Journal book = journal.orElseThrow(() -> new IllegalStateException("no journal to keep it in"));
    List<Words> faults = faults(wanted);
    if (!faults.isEmpty()) {
      return new Saved.Refused(faults);
    }
    String subject = wanted.key().toString();
    return switch (book.appendUnlessOvertaken(
        by,
        "break-down",
        List.of(BreakdownText.write(wanted)),
        BreakdownText.KIND,
        subject,
        seen)) {
      case Journal.Kept.Appended(Act act) ->
          new Saved.Kept(
              history(wanted.key()).stream()
                  .filter(one -> one.act() == act.number())
                  .findFirst()
                  .orElseThrow());
      case Journal.Kept.Overtaken _ -> new Saved.Overtaken(conflict(wanted, seen));
    };
  }

  private Conflict conflict(Breakdown wanted, long seen) {
    List<BreakdownVersion> all = history(wanted.key());
    return new Conflict(
        all.stream().filter(one -> one.act() <= seen).reduce((_, later) -> later),
        all.stream().filter(one -> one.act() > seen).toList(),
        wanted);
  }

  private List<Words> faults(Breakdown wanted) {
    var faults = new ArrayList<Words>();
    if (!plan.targets().containsKey(wanted.key().target())) {
      faults.add(
          new Words(
              "规划中没有目标 %s。".formatted(wanted.key().target()),
              "The plan has no target %s.".formatted(wanted.key().target())));
    }
    if (wanted.rows().isEmpty()) {
      faults.add(new Words("没有一行数。先填写或先生成建议方案。", "There is no row. Enter or propose some first."));
    }
    if (wanted.origin() instanceof Breakdown.Origin.Official(var source) && source.isBlank()) {
      faults.add(
          new Words(
              "没有写来源。正式下达的分解要写文件名和文号。",
              "No source is given. An official breakdown names its document."));
    }
    if (!wanted.addsUp() && wanted.reason().filter(text -> !text.isBlank()).isEmpty()) {
      String rest = wanted.remainder().orElseThrow().toPlainString() + " " + wanted.unit().symbol();
      faults.add(
          new Words(
              "各行之和与上级任务相差 %s。改到相等，或写明为什么不等；差额不会摊到各行。".formatted(rest),
              "The rows miss the whole by %s. Make them add up, or say why they do not; the difference is never spread."
                  .formatted(rest)));
    }
    for (var row : wanted.rows().entrySet()) {
      faultOf(row.getKey(), row.getValue(), faults);
    }
    return faults;
  }

  private static void faultOf(String part, Row row, List<Words> faults) {
    if (part.isBlank() || part.length() > 100) {
      faults.add(new Words("有一行没有名称，或名称过长。", "A row has no name, or one that is too long."));
    }
    if (row.amount().precision() > 40 || row.amount().scale() > 20) {
      faults.add(
          new Words(
              "%s 的数位太多。".formatted(part),
              "The number of %s has too many digits.".formatted(part)));
    }
  }
}
