package yuheng.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yuheng.plan.Plan;
import yuheng.testing.Golden;

/// The texts that the tests of this room share.
final class Samples {
  static final Path FOLDER = Golden.home().resolve("cases/draft");

  private Samples() {}

  /// Our own sample texts.
  static List<Path> own() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static PolicyDocument read(Path file) {
    return PolicyDocument.read(file).document().orElseThrow();
  }

  /// The official text of Chongqing 2012, which stays outside the project.
  static Optional<Path> chongqing() {
    for (String place : List.of("../shared/policy", "../../shared/policy")) {
      Path file = Golden.home().resolve(place).resolve("chongqing-2012.txt").normalize();
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    System.err.println(
        "SKIPPED: the official text of Chongqing 2012 is not at"
            + " ../shared/policy/chongqing-2012.txt");
    return Optional.empty();
  }

  static Plan plan(String name) {
    return Plan.read(Golden.home().resolve("plans").resolve(name)).plan().orElseThrow();
  }
}
