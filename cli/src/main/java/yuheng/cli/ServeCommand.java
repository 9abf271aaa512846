package yuheng.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `serve`: the pages of a plan package.
@Command(
    name = "serve",
    description = "Serves the pages of a plan package. 打开一个规划包的网页。",
    mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Mixin private AskedOptions when;

  @Mixin private Serving serving;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  ServeCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Opened opened = Opened.whole(plan, serving.store(), spec.commandLine().getErr());
    return serving.until(opened, when.question(opened), spec.commandLine().getErr());
  }
}
