package yuheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `store`: a store from one place to another.
@Command(
    name = "store",
    description = "Copies a store from one place to another. 迁移库文件。",
    mixinStandardHelpOptions = true)
final class StoreCommand implements Runnable {
  @Spec private CommandSpec spec;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  StoreCommand() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say copy.");
  }

  @Command(name = "copy", description = "Copies a store, verified. 复制库文件并核验。")
  int copy(
      @Parameters(paramLabel = "FROM", description = "a store, in use or not") Path from,
      @Parameters(paramLabel = "TO", description = "a file that is not there yet") Path to)
      throws IOException {
    return StoreAudit.copy(from, to, spec.commandLine().getErr());
  }
}
