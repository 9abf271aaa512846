package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Access;

/// A receipt outlives the process that gave it.
class KillTest {
  private static final int WRITERS = 8;
  private static final int FIRMS = 12;

  @TempDir private Path folder;

  @Test
  void everyReceiptIsThereOnceAndEveryVersionWholeHoweverOftenItsWriterIsKilled() throws Exception {
    int kills = Boolean.getBoolean("yuheng.deep") ? 200 : 20;
    Path file = folder.resolve("book.db");
    var accounts = new ArrayList<String>();
    try (var town = new Town(file)) {
      town.firms(FIRMS).owners().forEach(owner -> accounts.add(owner.account()));
    }
    Map<Long, String> receipts = new HashMap<>();
    var random = new Random(20_120_818);
    for (int kill = 0; kill < kills; kill++) {
      write(file, accounts, receipts, 1 + random.nextInt(400));
    }
    try (var town = new Town(file)) {
      assertThat(town.book.verify()).isEmpty();
      assertThat(town.journal.verify()).isEmpty();
      Map<Long, String> kept = new HashMap<>();
      for (String account : accounts) {
        Access by = town.accounts.access(account).orElseThrow();
        long unit = ((yuheng.facts.Scope.One) by.scope()).unit();
        for (String period : KillDriver.PERIODS) {
          int number = 0;
          for (Version version : town.book.versions(by, Town.key(unit, period))) {
            number++;
            assertThat(version.number()).isEqualTo(number);
            assertThat(version.cells()).isEqualTo(KillDriver.row(unit, number));
            kept.put(
                version.entry(),
                "%d %d %s %d %s".formatted(version.entry(), unit, period, number, version.hash()));
          }
        }
      }
      System.out.printf(
          "%d kills, %d receipts, %d versions%n", kills, receipts.size(), kept.size());
      assertThat(receipts).isNotEmpty();
      assertThat(kept).containsAllEntriesOf(receipts);
    }
  }

  /// Lets a process write for a while, kills it, and takes down every receipt that it spoke.
  private static void write(Path file, List<String> accounts, Map<Long, String> receipts, int most)
      throws Exception {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KillDriver.class.getName(),
                file.toString(),
                Integer.toString(WRITERS)));
    command.addAll(accounts);
    Process writer =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (var said = writer.inputReader()) {
      int spoken = 0;
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.matches("\\d+ \\d+ \\S+ \\d+ [0-9a-f]{64}")) {
          long entry = Long.parseLong(line.substring(0, line.indexOf(' ')));
          // Two writers that hand in the same thing get the same receipt.
          assertThat(receipts.put(entry, line)).as("entry %d", entry).isIn(null, line);
          spoken++;
        }
        if (spoken == most) {
          writer.toHandle().destroyForcibly(); // the process itself would close its output, too
        }
      }
      assertThat(spoken).isGreaterThanOrEqualTo(most);
    } finally {
      writer.destroyForcibly();
    }
    assertThat(writer.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }
}
