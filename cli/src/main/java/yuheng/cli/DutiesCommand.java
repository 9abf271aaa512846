package yuheng.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.delivery.Duties;
import yuheng.delivery.Duty;
import yuheng.delivery.Fault;
import yuheng.delivery.Outcome;
import yuheng.facts.Journal;
import yuheng.indicators.Measurement;
import yuheng.indicators.Question;
import yuheng.indicators.Standing;
import yuheng.plan.Target;
import yuheng.terms.Language;
import yuheng.terms.Words;

/// `duties`: who answers for what, and beside it where the indicator stands.
@Command(
    name = "duties",
    description = "Lists the duties of a journal, and opens those that are due. 督办台账。",
    mixinStandardHelpOptions = true)
final class DutiesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Mixin private AskedOptions when;

  @Mixin private StoreOption store;

  @Option(
      names = "--open",
      description = "opens a duty for each target that is behind, at risk or missed")
  private boolean open;

  @Option(
      names = "--for",
      paramLabel = "TARGET",
      description = "opens a duty for a target, whatever its state; repeatable")
  private List<String> targets = new ArrayList<>();

  @Option(names = "--owner", paramLabel = "OFFICE", description = "the office that answers for it")
  private @Nullable String owner;

  @Option(names = "--deadline", paramLabel = "DATE", description = "day by which it is answered")
  private @Nullable LocalDate deadline;

  @Option(names = "--why", paramLabel = "TEXT", description = "what gave cause")
  private @Nullable String why;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "who opens it (default: the user of this machine)")
  private String by = System.getProperty("user.name", "nobody");

  @Option(names = "--lang", paramLabel = "zh|en", description = "language of the list")
  private Language language = Language.ZH;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  DutiesCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Opened opened = Opened.whole(plan, store, spec.commandLine().getErr());
    Question question = when.question(opened);
    List<Standing> standings = new Measurement(opened.plan(), opened.numbers()).standings(question);
    try (Journal journal = store.open(opened.plan())) {
      var duties = new Duties(journal, opened.plan());
      if (open) {
        List<Duty> now = duties.openForThoseBehind(standings, question);
        spec.commandLine().getErr().printf("opened %d%n", now.size());
      }
      targets.forEach(target -> open(duties, target, question));
      for (Duty duty : duties.all()) {
        out.println(line(opened, duty, standings));
      }
    }
    out.flush();
    return Main.OK;
  }

  private void open(Duties duties, String target, Question question) {
    if (deadline == null || why == null) {
      throw new WrongInput("A duty that a person opens has a --deadline and a --why.");
    }
    Outcome outcome =
        duties.open(
            by,
            new Duties.Opening(
                target,
                question.asOf(),
                why,
                Optional.ofNullable(owner),
                List.of(),
                deadline,
                Optional.empty()));
    if (outcome instanceof Outcome.Refused(List<Fault> faults)) {
      throw new WrongInput(
          faults.stream().map(fault -> fault.tell(language)).collect(Collectors.joining("\n")));
    }
  }

  private String line(Opened opened, Duty duty, List<Standing> standings) {
    Optional<Target> target = Optional.ofNullable(opened.plan().targets().get(duty.target()));
    String lamp =
        Duties.lamp(duty, standings)
            .map(now -> now.state().mark() + " " + now.state().words().in(language))
            .orElse("—");
    return String.join(
        "  ",
        duty.id(),
        target.map(one -> one.indicator().name().in(language)).orElse(duty.target()),
        duty.owner()
            .flatMap(owner -> Optional.ofNullable(opened.plan().offices().get(owner)))
            .orElse(new Words("待定", "nobody yet"))
            .in(language),
        duty.deadline().toString(),
        duty.stage().words().in(language),
        lamp);
  }
}
