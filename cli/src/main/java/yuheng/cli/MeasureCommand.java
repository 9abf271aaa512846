package yuheng.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.facts.Breakdowns;
import yuheng.facts.Dimension;
import yuheng.facts.Journal;
import yuheng.indicators.Measurement;
import yuheng.indicators.Question;
import yuheng.indicators.Ranking;
import yuheng.indicators.Rankings;
import yuheng.indicators.Standing;
import yuheng.indicators.YearSchedule;
import yuheng.terms.Language;

/// `measure`: where each target stands.
@Command(
    name = "measure",
    description = "Says where each target stands. 测算每个目标的进度。",
    mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {
  private enum Format {
    TABLE,
    JSON,
    CSV
  }

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Mixin private AskedOptions when;

  @Mixin private StoreOption store;

  @Option(
      names = "--indicator",
      paramLabel = "ID",
      description = "only the targets of one indicator")
  private @Nullable String indicator;

  @Option(
      names = "--by",
      paramLabel = "district|pillar|park",
      description = "rank the parts of each target on this year's task")
  private @Nullable String by;

  @Option(
      names = "--schedule",
      paramLabel = "linear|seasonal|path",
      description = "what share of a year's task is asked by the month")
  private String schedule = YearSchedule.Method.LINEAR.code();

  @Option(names = "--format", paramLabel = "table|json|csv", description = "how to print it")
  private Format format = Format.TABLE;

  @Option(names = "--lang", paramLabel = "zh|en", description = "language of the table")
  private Language language = Language.ZH;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  MeasureCommand() {}

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    store.holdToBeThere();
    Opened opened = Opened.whole(plan, store, spec.commandLine().getErr());
    if (indicator != null && !opened.plan().indicators().containsKey(indicator)) {
      throw new WrongInput(
          "There is no indicator `%s` in %s. `check` lists what the plan has, and indicators/*.yaml declare them."
              .formatted(indicator, plan));
    }
    Question question = when.question(opened);
    if (by != null) {
      return ranked(opened, question, by, out);
    }
    List<Standing> standings =
        new Measurement(opened.plan(), opened.numbers())
            .standings(question).stream()
                .filter(one -> indicator == null || one.target().indicator().id().equals(indicator))
                .toList();
    switch (format) {
      case TABLE -> out.print(TargetTable.of(opened.plan(), standings, question, language));
      case JSON -> out.println(Json.lines(standings.stream().map(TargetRow::json).toList()));
      case CSV -> out.print(TargetRow.csv(standings));
    }
    out.flush();
    return Main.OK;
  }

  private int ranked(Opened opened, Question question, String group, PrintWriter out) {
    Dimension dimension =
        Dimension.find(group)
            .filter(one -> one != Dimension.YEARS)
            .orElseThrow(
                () ->
                    new WrongInput("--by %s is none of district, pillar, park.".formatted(group)));
    YearSchedule.Method method =
        YearSchedule.Method.find(schedule)
            .orElseThrow(
                () ->
                    new WrongInput(
                        "--schedule %s is none of linear, seasonal, path.".formatted(schedule)));
    List<Ranking> rankings = rankings(opened, question, dimension, method);
    List<Map<String, Object>> rows =
        rankings.stream().flatMap(one -> PartRow.json(one).stream()).toList();
    switch (format) {
      case TABLE -> rankings.forEach(one -> out.println(PartRow.table(one, language)));
      case JSON -> out.println(Json.lines(rows));
      case CSV -> out.print(PartRow.csv(rows));
    }
    out.flush();
    return Main.OK;
  }

  private List<Ranking> rankings(
      Opened opened, Question question, Dimension dimension, YearSchedule.Method method) {
    if (!Files.exists(store.file(opened.plan()))) {
      return rankings(opened, question, dimension, method, Breakdowns.of(opened.plan()));
    }
    try (Journal journal = store.open(opened.plan())) {
      return rankings(opened, question, dimension, method, Breakdowns.of(opened.plan(), journal));
    }
  }

  private List<Ranking> rankings(
      Opened opened,
      Question question,
      Dimension dimension,
      YearSchedule.Method method,
      Breakdowns breakdowns) {
    var rankings = new Rankings(opened.plan(), opened.numbers(), breakdowns);
    return opened.plan().targets().values().stream()
        .filter(one -> indicator == null || one.indicator().id().equals(indicator))
        .map(one -> rankings.ranking(one, dimension, question, method))
        .toList();
  }
}
