package yuheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
import yuheng.facts.Access;
import yuheng.facts.FigureTable;
import yuheng.facts.Journal;
import yuheng.plan.Form;
import yuheng.plan.Plan;
import yuheng.reports.CarriedReports;
import yuheng.reports.ReportBook;

/// `import`: tables of published figures, checked together and taken whole or not at all.
@Command(
    name = "import",
    description =
        "Takes tables of published figures, or a file of reports (CSV, .xlsx), whole or not at all."
            + " 导入公布数或报表（CSV、Excel）。",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
  private static final long PROGRESS = 10_000;
  private static final long LINES = 256;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "tables with headings; `template` makes an empty one")
  private List<Path> files;

  @Mixin private Taking taking;

  @Option(
      names = "--keys",
      paramLabel = "FILE",
      description =
          "for reports of many units: a line `account,password` for each, the unit's own; without"
              + " it the password of --by comes on standard input")
  private @Nullable Path keys;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  ImportCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Opened opened = Opened.whole(plan, err);
    Map<String, Form> forms = opened.plan().forms();
    if (files.size() == 1
        && !forms.isEmpty()
        && Files.isRegularFile(files.getFirst())
        && CarriedReports.isOne(forms, files.getFirst())) {
      return reports(opened.plan(), files.getFirst(), err);
    }
    var tables = new ArrayList<FigureTable>();
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new WrongInput("There is no readable file %s to import.".formatted(file));
      }
      tables.add(read(file));
      err.printf("%s: %d rows read%n", file, tables.getLast().size());
      err.flush();
    }
    return taking.take(opened.plan(), tables, "import", spec.commandLine().getOut(), err);
  }

  private int reports(Plan read, Path file, PrintWriter err) throws IOException {
    try (Journal journal = taking.store().open(read);
        ReportBook book = Reporting.book(read, taking.store())) {
      List<Access> speakers =
          keys == null
              ? List.of(Reporting.signedIn(journal, taking.by()))
              : Reporting.keys(journal, keys);
      try (CarriedReports carried =
          CarriedReports.read(
              read.id(),
              read.forms(),
              book,
              speakers,
              file,
              lines -> {
                if (lines % PROGRESS < LINES) {
                  err.printf("%s: %d%n", file.getFileName(), lines);
                  err.flush();
                }
              })) {
        int size = carried.size();
        boolean kept = size > 0 && !taking.isDryRun() && carried.handIn(book);
        PrintWriter out = spec.commandLine().getOut();
        carried.faults().forEach(fault -> out.println(fault.in(taking.language()).render(_ -> "")));
        out.flush();
        err.printf(
            kept
                ? "%d 份报表收下。 %1$d report(s) are in the book.%n"
                : "%d 份可收，一份也没有收。 %1$d report(s) fit; nothing was taken.%n",
            carried.size());
        return kept || (taking.isDryRun() && size > 0) ? Main.OK : Main.WRONG_INPUT;
      }
    }
  }

  /// No more than the largest that is taken, and one byte that shows it to be larger.
  private static FigureTable read(Path file) throws IOException {
    try (var bytes = Files.newInputStream(file)) {
      return FigureTable.read(
          String.valueOf(file.getFileName()), bytes.readNBytes(FigureTable.LARGEST + 1));
    }
  }
}
