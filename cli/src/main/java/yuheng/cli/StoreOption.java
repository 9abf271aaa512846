package yuheng.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import yuheng.facts.Journal;
import yuheng.plan.Plan;

/// Where the journal is, the same for every command that keeps one.
final class StoreOption {
  @Option(
      names = "--store",
      paramLabel = "FILE",
      description = "the journal of what people say (default: var/<plan>/journal.db)")
  private @Nullable Path store;

  /// Opens the journal; a new one lies in a folder that only its owner reads.
  Journal open(Plan plan) {
    Path file = file(plan);
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null && !Files.exists(folder)) {
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
          Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("The folder of %s cannot be made".formatted(file), broken);
    }
    return Journal.open(file);
  }

  /// Refuses a journal that was named and is not there, for commands that only read.
  void holdToBeThere() {
    if (store != null && !Files.exists(store)) {
      throw new WrongInput("There is no journal %s. Check --store.".formatted(store));
    }
  }

  /// Where the journal of a plan is, whether or not there is one.
  Path file(Plan plan) {
    return store != null
        ? store
        : Path.of(System.getProperty("yuheng.home", "."), "var", plan.id(), "journal.db");
  }
}
