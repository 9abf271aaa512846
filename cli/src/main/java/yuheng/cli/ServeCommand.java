package yuheng.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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

  @Option(
      names = "--port",
      paramLabel = "8080",
      description = "port of the pages; 0 takes a free one")
  private int port = 8080;

  @Mixin private AskedOptions when;

  @Mixin private StoreOption store;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  ServeCommand() {}

  @Override
  public Integer call() throws InterruptedException {
    Opened opened = Opened.whole(plan, store, spec.commandLine().getErr());
    return Serving.until(opened, when.question(opened), port, store, spec.commandLine().getErr());
  }
}
