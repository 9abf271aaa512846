package yuheng.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `restore`: a store from its backup, held to its chains before and after. It takes no other's
/// place.
@Command(
    name = "restore",
    description = "Makes a store from a backup; overwrites nothing. 从备份恢复。",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "BACKUP", description = "file that `backup` wrote")
  private Path backup;

  @Option(names = "--store", required = true, paramLabel = "FILE", description = "the store to be")
  private Path store;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  RestoreCommand() {}

  @Override
  public Integer call() throws IOException {
    return StoreAudit.copy(backup, store, spec.commandLine().getErr());
  }
}
