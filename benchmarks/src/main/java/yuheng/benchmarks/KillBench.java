package yuheng.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import yuheng.facts.Access;
import yuheng.facts.Journal;
import yuheng.reports.ReportBook;
import yuheng.reports.Version;
import yuheng.terms.Problem;

/// Whether a receipt outlives the process that gave it: a writer under load is killed with SIGKILL
/// again and again, over one book.
///
/// `-Dkill.kills=20` makes fewer kills.
final class KillBench implements Bench {
  private static final int WRITERS = 8;
  private static final int FIRMS = 12;
  private static final int MOST_BEFORE = 400;
  private static final int TOLD_EVERY = 20;

  private final int kills;

  KillBench() {
    this(Integer.getInteger("kill.kills", 200));
  }

  KillBench(int kills) {
    this.kills = kills;
  }

  @Override
  public String name() {
    return "kill";
  }

  @Override
  public String what() {
    return "receipts that are in the book after their writer was killed with SIGKILL";
  }

  /// What was found.
  ///
  /// @param receipts that were spoken before a kill
  /// @param versions in the book; some were kept and their writer killed before it could speak
  /// @param lost receipts whose version is not there as it was said
  /// @param duplicated versions beyond the first of one number of a report, or of one submission
  /// @param torn versions that do not hold what was handed in
  /// @param breaks of the chains, of book and journal
  record Found(int receipts, int versions, int lost, int duplicated, int torn, int breaks) {}

  @Override
  public void run(Report report) throws IOException, InterruptedException {
    Found found = kill(report);
    String on =
        "%d receipts of %d versions by %d threads, each process killed after 1 to %d receipts; %s"
            .formatted(found.receipts(), found.versions(), WRITERS, MOST_BEFORE, Home.machine());
    report.figure("kills", kills, "1", on);
    report.figure("lost", found.lost(), "1", "receipts whose version is not in the book; " + on);
    report.figure("duplicated", found.duplicated(), "1", "versions kept twice; " + on);
    report.figure("torn", found.torn(), "1", "versions that are not whole; " + on);
    report.figure("breaks", found.breaks(), "1", "of the chains of book and journal; " + on);
  }

  Found kill(Report report) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("yuheng-bench-kill");
    try {
      Path file = folder.resolve("book.db");
      Firms firms = Firms.in(file, Firms.scheme(Firms.OUTPUT), FIRMS);
      Map<Long, String> receipts = new HashMap<>();
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_120_818);
      for (int killed = 1; killed <= kills; killed++) {
        write(file, firms, receipts, random.nextInt(1, MOST_BEFORE + 1));
        if (killed % TOLD_EVERY == 0) {
          report.say("%d kills, %d receipts".formatted(killed, receipts.size()));
        }
      }
      return look(file, firms, receipts);
    } finally {
      Home.deleteAll(folder);
    }
  }

  /// Lets a process write for a while, kills it, and takes down every receipt that it spoke.
  private static void write(Path file, Firms firms, Map<Long, String> receipts, int most)
      throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of(file.toString(), Integer.toString(WRITERS)));
    firms.owners().forEach(owner -> arguments.add(owner.account()));
    Process writer =
        Jvm.start(
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"), KillWriter.class, arguments);
    int spoken = 0;
    try (var said = writer.inputReader()) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        if (line.matches("\\d+ \\d+ \\S+ \\d+ [0-9a-f]{64}")) {
          receipts.put(Long.parseLong(line.substring(0, line.indexOf(' '))), line);
          spoken++;
        }
        if (spoken == most) {
          writer.toHandle().destroyForcibly(); // the process itself would close its output, too
        }
      }
    } finally {
      writer.destroyForcibly();
    }
    if (spoken < most || !writer.waitFor(10, TimeUnit.SECONDS)) {
      throw new IOException("a writer ended by itself after %d receipts".formatted(spoken));
    }
  }

  private static Found look(Path file, Firms firms, Map<Long, String> receipts) {
    try (Journal journal = Journal.open(file);
        ReportBook book = ReportBook.open(Firms.scheme(Firms.OUTPUT), file, Clock.systemUTC())) {
      Map<Long, String> kept = new HashMap<>();
      int duplicated = 0;
      int torn = 0;
      for (Access by : firms.owners()) {
        long unit = KillWriter.unit(by);
        for (String period : KillWriter.PERIODS) {
          int due = 1;
          for (Version version : book.versions(by, KillWriter.key(unit, period))) {
            if (version.number() < due) {
              duplicated++;
            }
            // A submission kept a second time would stand under the next number.
            boolean whole = version.cells().equals(KillWriter.row(unit, version.number()));
            boolean again = !whole && version.cells().equals(KillWriter.row(unit, due - 1));
            duplicated += again ? 1 : 0;
            torn += whole || again ? 0 : 1;
            due = version.number() + 1;
            kept.put(
                version.entry(),
                KillWriter.line(version.entry(), unit, period, version.number(), version.hash()));
          }
        }
      }
      int lost =
          (int)
              receipts.entrySet().stream()
                  .filter(said -> !said.getValue().equals(kept.get(said.getKey())))
                  .count();
      List<Problem> breaks = new ArrayList<>(book.verify());
      breaks.addAll(journal.verify());
      return new Found(receipts.size(), kept.size(), lost, duplicated, torn, breaks.size());
    }
  }
}
