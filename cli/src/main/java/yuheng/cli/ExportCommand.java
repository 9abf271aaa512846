package yuheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.facts.Journal;
import yuheng.plan.Form;
import yuheng.plan.Plan;
import yuheng.reports.ReportBook;
import yuheng.reports.ReportExport;

/// `export`: the reports of a form and period as a file.
@Command(
    name = "export",
    description = "Takes the reports of a form and period along as a file. 导出报表。",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Parameters(index = "1", paramLabel = "FORM", description = "id of the form")
  private String form;

  @Option(names = "--period", required = true, paramLabel = "P", description = "2012-09, 2012Q3")
  private String period;

  @Option(
      names = "--by",
      required = true,
      paramLabel = "NAME",
      description = "account that asks; its password comes on standard input")
  private String by;

  @Option(
      names = "--format",
      paramLabel = "csv|xlsx|parquet",
      description = "how to write it (default: csv)")
  private ReportExport.Format format = ReportExport.Format.CSV;

  @Option(
      names = "--which",
      paramLabel = "last|accepted",
      description = "which version of each report (default: last)")
  private ReportExport.Which which = ReportExport.Which.LAST;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write it")
  private Path out;

  @Mixin private StoreOption store;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  ExportCommand() {}

  @Override
  public Integer call() throws IOException {
    Plan read = Opened.whole(plan, spec.commandLine().getErr()).plan();
    Form asked = Reporting.form(read, form);
    try (Journal journal = store.open(read);
        ReportBook book = Reporting.book(read, store)) {
      int written =
          ReportExport.write(
              book,
              Reporting.signedIn(journal, by),
              asked,
              Reporting.period(asked, period),
              which,
              format,
              out);
      spec.commandLine().getErr().printf("%s: %d%n", out, written);
    }
    return Main.OK;
  }
}
