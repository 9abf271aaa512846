package yuheng.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.facts.Access;
import yuheng.facts.FigureTemplate;
import yuheng.facts.Journal;
import yuheng.plan.Form;
import yuheng.plan.Plan;
import yuheng.reports.FormWorkbook;
import yuheng.reports.RegisterUnit;
import yuheng.reports.ReportBook;
import yuheng.terms.Period;

/// `template`: a workbook to fill in: published figures, or reports on a form.
@Command(
    name = "template",
    description = "Makes an empty workbook to fill in. 生成录入模板。",
    mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {
  private static final String FIGURES = "figures";

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Parameters(
      index = "1",
      paramLabel = "figures|FORM",
      description = "what it is for: published figures, or reports on a form")
  private String form;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.xlsx",
      description = "where to write it")
  private Path out;

  @Option(names = "--period", paramLabel = "P", description = "of a form: 2012-09, 2012Q3, 2012")
  private @Nullable String period;

  @Option(names = "--unit", paramLabel = "N", description = "of a form: number of the unit")
  private @Nullable Long unit;

  @Option(names = "--bulk", description = "of a form: a line for each unit that the account sees")
  private boolean bulk;

  @Option(
      names = "--by",
      paramLabel = "NAME",
      description = "of a form: account that asks; its password comes on standard input")
  private @Nullable String by;

  @Mixin private StoreOption store;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  TemplateCommand() {}

  @Override
  public Integer call() throws IOException {
    Opened opened = Opened.whole(plan, spec.commandLine().getErr());
    if (form.equalsIgnoreCase(FIGURES)) {
      Files.write(out, FigureTemplate.of(opened.plan(), opened.numbers()));
    } else {
      reports(opened.plan());
    }
    spec.commandLine().getErr().printf("%s%n", out);
    return Main.OK;
  }

  private void reports(Plan read) throws IOException {
    Form asked = Reporting.form(read, form);
    Period of = Reporting.period(asked, period);
    if (by == null || bulk == (unit != null)) {
      throw new WrongInput("A template of a form needs --by NAME, and --unit N or --bulk.");
    }
    try (Journal journal = store.open(read);
        ReportBook book = Reporting.book(read, store)) {
      Access access = Reporting.signedIn(journal, by);
      Function<RegisterUnit, FormWorkbook.Known> known =
          FormWorkbook.known(book, access, asked, of);
      if (bulk) {
        List<RegisterUnit> units =
            book.units(access, asked.register(), of.lastDay(), Instant.now());
        try (OutputStream to = Files.newOutputStream(out)) {
          FormWorkbook.of(read.id(), asked, of, units.stream().map(known).iterator(), to);
        }
      } else {
        long number = Objects.requireNonNull(unit);
        RegisterUnit one =
            book.unit(access, number, of.lastDay(), Instant.now())
                .orElseThrow(
                    () -> new WrongInput("There is no unit %d in your scope.".formatted(number)));
        Files.write(out, FormWorkbook.of(read.id(), asked, of, known.apply(one)));
      }
    }
  }
}
