package yuheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.facts.Act;
import yuheng.facts.Breakdown;
import yuheng.facts.Breakdown.Origin;
import yuheng.facts.Breakdown.Whole;
import yuheng.facts.BreakdownVersion;
import yuheng.facts.Breakdowns;
import yuheng.facts.Dimension;
import yuheng.facts.Journal;
import yuheng.indicators.Apportionment;
import yuheng.indicators.Apportionment.Method;
import yuheng.indicators.Parts;
import yuheng.indicators.PastedRows;
import yuheng.indicators.Proposals;
import yuheng.plan.Target;
import yuheng.terms.Language;
import yuheng.terms.Period;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// `breakdown`: how a target comes down to districts, pillars, parks or years.
@Command(
    name = "breakdown",
    description = "Breaks a target down to parts, or shows how it is. 分解一个目标，或显示现有的分解。",
    mixinStandardHelpOptions = true)
final class BreakdownCommand implements Callable<Integer> {
  private enum Format {
    TABLE,
    JSON,
    CSV
  }

  private enum Way {
    SHARE,
    GROWTH,
    POTENTIAL,
    WEIGHTS,
    LINE
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Parameters(paramLabel = "TARGET", description = "id of a target")
  private String target;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "DIM",
      description = "district, pillar, park or year")
  private String by;

  @Option(
      names = "--year",
      paramLabel = "YEAR",
      description = "year of the task (default: the target's own period)")
  private @Nullable String year;

  @Option(
      names = "--method",
      paramLabel = "share|growth|potential|weights|line",
      description =
          "propose: by share, growth or potential; by the given weights alone (default with"
              + " --weights and no series); a straight line for years")
  private @Nullable Way method;

  @Option(
      names = "--base-series",
      paramLabel = "SERIES[:PERCENT],…",
      description = "what to weigh parts by; several with percentages for potential")
  private @Nullable String series;

  @Option(
      names = "--base-year",
      paramLabel = "YEAR",
      description = "year of that series (default: the year before the task's)")
  private @Nullable Integer baseYear;

  @Option(
      names = "--whole",
      paramLabel = "QUANTITY",
      description = "what is shared out, when nobody has set the year's task")
  private @Nullable String whole;

  @Option(
      names = "--weights",
      paramLabel = "FILE",
      description =
          "weights by hand: name or code, number; with a series only for parts it has no figure of")
  private @Nullable Path weights;

  @Option(
      names = "--weights-source",
      paramLabel = "TEXT",
      description = "where the weights come from; without it they are marked as a proposal")
  private @Nullable String weightsSource;

  @Option(names = "--rows", paramLabel = "FILE", description = "the breakdown itself: name, number")
  private @Nullable Path rows;

  @Option(
      names = "--source",
      paramLabel = "TEXT",
      description = "the document that set it; without it, it is a proposal")
  private @Nullable String source;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why the rows do not add up")
  private @Nullable String reason;

  @Option(
      names = "--counted-in",
      paramLabel = "SERIES",
      description = "the published series that the amounts are counted in")
  private @Nullable String countedIn;

  @Option(names = "--known-on", paramLabel = "DATE", description = "no figure heard later counts")
  private @Nullable String knownOn;

  @Option(names = "--save", description = "keep it in the journal as a new version")
  private boolean save;

  @Mixin private StoreOption store;

  @Option(names = "--format", paramLabel = "table|json|csv", description = "how to print it")
  private Format format = Format.TABLE;

  @Option(names = "--lang", paramLabel = "zh|en", description = "language of the table")
  private Language language = Language.ZH;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  BreakdownCommand() {}

  /// What is to be printed and, if asked for, kept.
  private record Made(Breakdown breakdown, Optional<Apportionment> apportionment) {}

  @Override
  public Integer call() throws IOException {
    Opened opened = Opened.whole(plan, store, spec.commandLine().getErr());
    Target wanted = target(opened);
    var key = new Breakdown.Key(wanted.id(), dimension(), period(wanted));
    Path file = store.file(opened.plan());
    if (!save && !Files.exists(file)) {
      return run(opened, wanted, key, Breakdowns.of(opened.plan()));
    }
    try (Journal journal = store.open(opened.plan())) {
      return run(opened, wanted, key, Breakdowns.of(opened.plan(), journal));
    }
  }

  private int run(Opened opened, Target wanted, Breakdown.Key key, Breakdowns breakdowns)
      throws IOException {
    Optional<BreakdownVersion> current = breakdowns.current(key);
    Made made = made(opened, wanted, key, breakdowns, current);
    PrintWriter out = spec.commandLine().getOut();
    if (save) {
      keep(breakdowns, made.breakdown, current.map(BreakdownVersion::act).orElse(0L));
    }
    var parts = new Parts(opened.plan(), opened.numbers());
    var printed = new BreakdownTable(made.breakdown, made.apportionment, parts, language);
    switch (format) {
      case TABLE -> out.print(printed.table(wanted));
      case JSON -> out.println(printed.json());
      case CSV -> out.print(printed.csv());
    }
    out.flush();
    return Main.OK;
  }

  private Made made(
      Opened opened,
      Target wanted,
      Breakdown.Key key,
      Breakdowns breakdowns,
      Optional<BreakdownVersion> current)
      throws IOException {
    if (rows != null) {
      return new Made(entered(opened, wanted, key, breakdowns, rows), Optional.empty());
    }
    if (method == null && weights == null) {
      return current
          .map(version -> new Made(version.breakdown(), Optional.empty()))
          .orElseThrow(
              () ->
                  new WrongInput(
                      "%s has not been broken down. Propose one with --method, or give --rows."
                          .formatted(key)));
    }
    var proposals = new Proposals(opened.plan(), opened.numbers());
    LocalDate known = opened.question(null, knownOn).knownOn();
    if (key.dimension() == Dimension.YEARS || method == Way.LINE) {
      return proposals
          .yearlyTasks(wanted, known)
          .map(one -> new Made(one, Optional.empty()))
          .orElseThrow(
              () ->
                  new WrongInput(
                      "%s has no baseline, so there is no straight line to it; give --rows."
                          .formatted(wanted.id())));
    }
    var wish =
        new Proposals.Wish(
            key,
            whole(wanted, key, breakdowns),
            method(opened, key),
            known,
            weights(opened, wanted, key));
    return switch (proposals.propose(wanted, wish)) {
      case Proposals.Proposed.Refused(var why) -> throw new WrongInput(sentences(why));
      case Proposals.Proposed.Shared(var shared) ->
          new Made(
              shared.proposed(
                  wanted.indicator().unit(), key.period().start(), Optional.ofNullable(countedIn)),
              Optional.of(shared));
    };
  }

  private Breakdown entered(
      Opened opened, Target wanted, Breakdown.Key key, Breakdowns breakdowns, Path file)
      throws IOException {
    SequencedMap<String, BigDecimal> amounts = pasted(opened, wanted, key, file);
    var entered = new LinkedHashMap<String, Breakdown.Row>();
    amounts.forEach(
        (part, amount) -> entered.put(part, new Breakdown.Row(amount, Optional.empty())));
    return new Breakdown(
        key,
        wanted.indicator().unit(),
        entered,
        breakdowns.whole(key),
        source == null
            ? new Origin.Proposal(
                new Words("录入 " + file.getFileName(), "entered from " + file.getFileName()))
            : new Origin.Official(source),
        Optional.ofNullable(reason),
        key.period().start(),
        Optional.ofNullable(countedIn));
  }

  private SequencedMap<String, BigDecimal> weights(Opened opened, Target wanted, Breakdown.Key key)
      throws IOException {
    return weights == null ? new LinkedHashMap<>() : pasted(opened, wanted, key, weights);
  }

  private static SequencedMap<String, BigDecimal> pasted(
      Opened opened, Target wanted, Breakdown.Key key, Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new WrongInput("There is no file %s.".formatted(file));
    }
    PastedRows read =
        PastedRows.read(
            Files.readString(file),
            new Parts(opened.plan(), opened.numbers())
                .on(key.dimension(), wanted, key.period().start()),
            key.dimension() == Dimension.PARKS,
            wanted.indicator().unit());
    if (!read.problems().isEmpty()) {
      throw new WrongInput(sentences(read.problems()));
    }
    return read.amounts();
  }

  private Whole whole(Target wanted, Breakdown.Key key, Breakdowns breakdowns) {
    if (whole != null) {
      Unit unit = wanted.indicator().unit();
      return new Whole(
          PastedRows.amount(whole, unit)
              .orElseThrow(
                  () -> new WrongInput("--whole %s is no amount in %s.".formatted(whole, unit))),
          new Words("给定的总数", "a whole that was given"));
    }
    return breakdowns
        .whole(key)
        .orElseThrow(
            () ->
                new WrongInput(
                    "Nobody has set the task of %s for %s. Set yearly tasks (breakdown … --by year --method line --save), or give --whole."
                        .formatted(wanted.id(), key.period())));
  }

  private Method method(Opened opened, Breakdown.Key key) {
    if (method == Way.WEIGHTS || (method == null && series == null)) {
      return new Method.Weights(Optional.ofNullable(weightsSource));
    }
    if (series == null) {
      throw new WrongInput(
          "Say what to weigh by: --base-series, one of "
              + opened.plan().series().keySet().stream().collect(Collectors.joining(", ")));
    }
    int base = baseYear == null ? key.period().start().getYear() - 1 : baseYear;
    if (method == Way.POTENTIAL) {
      return new Method.Potential(percentages(series), base);
    }
    return method == Way.GROWTH ? new Method.Growth(series, base) : new Method.Share(series, base);
  }

  private static SequencedMap<String, BigDecimal> percentages(String text) {
    var percentages = new LinkedHashMap<String, BigDecimal>();
    for (String one : text.split(",", -1)) {
      String[] parts = one.strip().split(":", 2);
      if (parts.length != 2 || !parts[1].matches("\\d{1,3}(\\.\\d{1,4})?")) {
        throw new WrongInput("Write --base-series like output:60,investment:40.");
      }
      percentages.put(parts[0], new BigDecimal(parts[1]));
    }
    return percentages;
  }

  private void keep(Breakdowns breakdowns, Breakdown breakdown, long seen) {
    switch (breakdowns.save(Act.HOUSE, breakdown, seen)) {
      case Breakdowns.Saved.Kept(var version) ->
          spec.commandLine()
              .getErr()
              .println("kept as version %d, act %d".formatted(version.number(), version.act()));
      case Breakdowns.Saved.Overtaken(var conflict) ->
          throw new WrongInput(
              "%s was changed meanwhile by %s; look at it and save again."
                  .formatted(breakdown.key(), conflict.theirs().by()));
      case Breakdowns.Saved.Refused(var why) -> throw new WrongInput(sentences(why));
    }
  }

  private static String sentences(List<Words> why) {
    return why.stream().map(one -> one.en() + " " + one.zh()).collect(Collectors.joining("\n"));
  }

  private Target target(Opened opened) {
    return Optional.ofNullable(opened.plan().targets().get(target))
        .orElseThrow(
            () ->
                new WrongInput(
                    "There is no target `%s` in %s. `measure` lists what the plan has."
                        .formatted(target, plan)));
  }

  private Dimension dimension() {
    return Dimension.find(by)
        .orElseThrow(
            () -> new WrongInput("--by %s is none of district, pillar, park, year.".formatted(by)));
  }

  private Period period(Target wanted) {
    if (year == null) {
      return wanted.period();
    }
    return Period.read(year)
        .orElseThrow(() -> new WrongInput("--year %s is not a year.".formatted(year)));
  }
}
