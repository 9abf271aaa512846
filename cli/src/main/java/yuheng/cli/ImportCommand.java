package yuheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.facts.FigureTable;

/// `import`: tables of published figures, checked together and taken whole or not at all.
@Command(
    name = "import",
    description =
        "Takes tables of published figures (CSV, .xlsx) whole or not at all. 导入公布数（CSV、Excel）。",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
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

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  ImportCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    Opened opened = Opened.whole(plan, err);
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

  /// No more than the largest that is taken, and one byte that shows it to be larger.
  private static FigureTable read(Path file) throws IOException {
    try (var bytes = Files.newInputStream(file)) {
      return FigureTable.read(
          String.valueOf(file.getFileName()), bytes.readNBytes(FigureTable.LARGEST + 1));
    }
  }
}
