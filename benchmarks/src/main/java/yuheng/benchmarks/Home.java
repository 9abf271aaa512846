package yuheng.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The checkout that is measured, by its launcher.
final class Home {
  private Home() {}

  static Path path() {
    return Path.of(System.getProperty("yuheng.home", ".")).toAbsolutePath().normalize();
  }

  /// A command as a user gives it: the flags of the JVM are the launcher's own.
  static ProcessBuilder command(List<String> arguments) {
    var builder = new ProcessBuilder(path().resolve("yuheng").toString());
    builder.command().addAll(arguments);
    return builder.directory(path().toFile());
  }

  /// A folder that is gone afterwards.
  static void deleteAll(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }

  /// The machine, for whoever reads a figure: a figure measured while others work on it says so.
  static String machine() {
    return "%d cores, load average %.1f"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
