package yuheng.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import yuheng.indicators.Measurement;
import yuheng.indicators.Question;
import yuheng.terms.Language;

/// `demo`: the main job on Chongqing 2012: check, load, measure, print the table, serve the pages.
@Command(
    name = "demo",
    description = "Checks, measures and serves Chongqing's strategy of 2012. 演示：重庆2012年战略。",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final String PLAN = "plans/chongqing-2012";

  @Spec private CommandSpec spec;

  @Option(names = "--no-serve", description = "print the table and stop")
  private boolean noServe;

  @Mixin private AskedOptions when;

  @Mixin private Serving serving;

  @Option(names = "--lang", paramLabel = "zh|en", description = "language of the table")
  private Language language = Language.ZH;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  DemoCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    Path folder = Path.of(System.getProperty("yuheng.home", ".")).resolve(PLAN);
    Opened opened = Opened.whole(folder, serving.store(), err);
    err.printf(
        "%s: %d targets, %d figures, no problem%n",
        PLAN, opened.plan().targets().size(), opened.numbers().all().size());
    Question question = when.question(opened);
    out.print(
        TargetTable.of(
            opened.plan(),
            new Measurement(opened.plan(), opened.numbers()).standings(question),
            question,
            language));
    out.flush();
    return noServe ? Main.OK : serving.until(opened, question, err);
  }
}
