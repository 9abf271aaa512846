package yuheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.facts.FigureTemplate;

/// `template`: an empty workbook to write figures into.
@Command(
    name = "template",
    description = "Makes an empty workbook to fill in. 生成录入模板。",
    mixinStandardHelpOptions = true)
final class TemplateCommand implements Callable<Integer> {
  private enum Form {
    FIGURES
  }

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Parameters(index = "1", paramLabel = "figures", description = "what it is for")
  private Form form;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.xlsx",
      description = "where to write it")
  private Path out;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  TemplateCommand() {}

  @Override
  public Integer call() throws IOException {
    Opened opened = Opened.whole(plan, spec.commandLine().getErr());
    byte[] workbook =
        switch (form) {
          case FIGURES -> FigureTemplate.of(opened.plan(), opened.numbers());
        };
    Files.write(out, workbook);
    spec.commandLine().getErr().printf("%s%n", out);
    return Main.OK;
  }
}
