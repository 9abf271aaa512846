package yuheng.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.indicators.Measurement;
import yuheng.indicators.Question;
import yuheng.indicators.Standing;
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
}
