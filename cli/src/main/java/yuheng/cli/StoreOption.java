package yuheng.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
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

  /// Opens the journal; a new one, and a folder made for it, are readable by their owner only.
  Journal open(Plan plan) {
    Path file = file(plan).toAbsolutePath();
    Path folder = Objects.requireNonNull(file.getParent(), "a file has a folder");
    try {
      makeFolder(folder);
      if (isPosix(folder) && !Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("The journal %s cannot be made".formatted(file), broken);
    }
    return Journal.open(file);
  }

  /// Makes a folder that only its owner can read; one that is there stays as it is.
  static void makeFolder(Path folder) throws IOException {
    boolean made = !Files.exists(folder);
    Files.createDirectories(folder);
    if (made && isPosix(folder)) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static boolean isPosix(Path folder) throws IOException {
    return Files.getFileStore(folder).supportsFileAttributeView("posix");
  }

  /// Refuses a journal that was named and is not there, for commands that only read.
  void holdToBeThere() {
    if (store != null && !Files.exists(store)) {
      throw new WrongInput("There is no journal %s. Check --store.".formatted(store));
    }
  }

  /// The store that was named.
  Optional<Path> named() {
    return Optional.ofNullable(store);
  }

  /// Where the store of a plan package is; of the package only its name is asked, so that one with
  /// problems can be looked after too.
  Path fileOf(Path folder) {
    return named()
        .orElseGet(
            () ->
                file(
                    Plan.read(folder)
                        .plan()
                        .orElseThrow(
                            () ->
                                new WrongInput(
                                    "%s cannot be read as a plan package; name the store with --store."
                                        .formatted(folder)))));
  }

  /// Whether a journal was named.
  boolean isNamed() {
    return store != null;
  }

  /// From now on the journal is another one.
  void use(Path other) {
    store = other;
  }

  /// Where the journal of a plan is, whether or not there is one.
  Path file(Plan plan) {
    return store != null
        ? store
        : Path.of(System.getProperty("yuheng.home", "."), "var", plan.id(), "journal.db");
  }
}
