package yuheng.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import yuheng.plan.Layout;
import yuheng.terms.Problem;

/// `format`: lays out the files of a package; their meaning and comments stay.
@Command(
    name = "format",
    description = "Lays out the files of a plan package. 整理规划包的排版。",
    mixinStandardHelpOptions = true)
final class FormatCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Option(
      names = "--check",
      description = "change nothing; end with 1 where something would change")
  private boolean check;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  FormatCommand() {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (!Files.isDirectory(plan)) {
      throw new WrongInput("There is no plan package at %s.".formatted(plan));
    }
    Layout layout = Layout.of(plan);
    for (Problem problem : layout.problems()) {
      out.println(problem.render(_ -> ""));
    }
    for (String file : layout.changed().keySet()) {
      out.println((check ? "would change " : "laid out ") + plan.resolve(file));
    }
    if (!check) {
      layout.write(plan);
    }
    boolean fine = layout.problems().isEmpty() && (!check || layout.changed().isEmpty());
    return fine ? Main.OK : Main.WRONG_INPUT;
  }
}
