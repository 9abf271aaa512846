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

/// `backup`: the store of a plan as one file, taken while it is in use.
@Command(
    name = "backup",
    description = "Copies a plan's store to a file, verified, while it is in use. 在线备份。",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "PLAN", description = "folder of the plan package")
  private Path plan;

  @Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write it")
  private Path out;

  @Mixin private StoreOption store;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  BackupCommand() {}

  @Override
  public Integer call() throws IOException {
    return StoreAudit.copy(store.fileOf(plan), out, spec.commandLine().getErr());
  }
}
