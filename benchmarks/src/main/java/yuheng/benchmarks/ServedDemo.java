package yuheng.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The demo's server in a process of its own, with an empty journal, on a free port.
final class ServedDemo implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("(http://localhost:\\d+)\\b.*");

  private final Process process;
  private final Path folder;
  private final String address;

  private ServedDemo(Process process, Path folder, String address) {
    this.process = process;
    this.folder = folder;
    this.address = address;
  }

  static ServedDemo start(Report report) throws IOException {
    Path folder = Files.createTempDirectory("yuheng-bench");
    Process process =
        Home.command(
                List.of(
                    "demo",
                    "--enterprises",
                    "0",
                    "--port",
                    "0",
                    "--store",
                    folder.resolve("journal.db").toString()))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader talk = process.errorReader(StandardCharsets.UTF_8);
    for (String line = talk.readLine(); line != null; line = talk.readLine()) {
      report.say(line);
      Matcher address = ADDRESS.matcher(line);
      if (address.matches()) {
        Thread.ofVirtual().start(() -> talk.lines().forEach(report::say));
        return new ServedDemo(process, folder, address.group(1));
      }
    }
    Home.deleteAll(folder);
    throw new IOException("./yuheng demo ended without serving");
  }

  /// Without a slash at its end.
  String address() {
    return address;
  }

  /// What the server's process has used of all processors so far.
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Home.deleteAll(folder);
  }
}
