package yuheng.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import yuheng.facts.Role;
import yuheng.indicators.Measurement;
import yuheng.indicators.Question;
import yuheng.terms.Language;
import yuheng.web.Demonstration;

/// `demo`: the main job on Chongqing 2012: check, load, measure, print the table, serve the pages.
@Command(
    name = "demo",
    description = "Checks, measures and serves Chongqing's strategy of 2012. 演示：重庆2012年战略。",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  private static final String PLAN = "plans/chongqing-2012";

  /// The last month of the synthetic enterprises where none is asked.
  private static final YearMonth CITY_ENDS = YearMonth.of(2012, 9);

  @Spec private CommandSpec spec;

  @Option(names = "--no-serve", description = "print the table and stop")
  private boolean noServe;

  @Option(
      names = "--enterprises",
      paramLabel = "N",
      description = "how many synthetic enterprises are loaded once; 0 for none (default: 200)")
  private int enterprises = 200;

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
    return noServe || enterprises == 0 ? plain(folder, out, err) : city(folder, out, err);
  }

  private Integer plain(Path folder, PrintWriter out, PrintWriter err) throws InterruptedException {
    Opened opened = Opened.whole(folder, serving.store(), err);
    Question question = when.question(opened);
    tell(opened, question, out, err);
    return noServe ? Main.OK : serving.until(opened, question, err);
  }

  /// Published figures, and a synthetic city beside them. Its enterprises report up to the month
  /// that is asked.
  private Integer city(Path folder, PrintWriter out, PrintWriter err) throws InterruptedException {
    Opened packaged = Opened.whole(folder, err);
    Question asked = when.question(packaged);
    Question upTo = when.saysMonth() ? asked : new Question(CITY_ENDS, asked.knownOn());
    DemoCity city = DemoCity.of(folder, packaged, enterprises, upTo);
    serving.store().use(city.file(serving.store()));
    Opened opened = city.asEntered(serving.store());
    Question question = when.question(opened);
    tell(opened, question, out, err);
    city.ready(serving.store(), err);
    return serving.until(
        opened,
        question,
        Optional.of(
            new Demonstration(
                DemoPeople.OFFERED.stream().map(Role::code).toList(), DemoPeople.PASSWORD)),
        city.clock(),
        err);
  }

  private void tell(Opened opened, Question question, PrintWriter out, PrintWriter err) {
    err.printf(
        "%s: %d targets, %d figures, no problem%n",
        PLAN, opened.plan().targets().size(), opened.numbers().all().size());
    out.print(
        TargetTable.of(
            opened.plan(),
            new Measurement(opened.plan(), opened.numbers()).standings(question),
            question,
            language));
    out.flush();
  }
}
