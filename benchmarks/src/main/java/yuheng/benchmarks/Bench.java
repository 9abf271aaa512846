package yuheng.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// One thing of the house that is measured.
sealed interface Bench
    permits BulletinBench, CubeBench, ImportBench, KillBench, PagesBench, ProseBench, SubmitBench {
  /// Every bench there is.
  List<Bench> ALL =
      List.of(
          new BulletinBench(),
          new CubeBench(),
          new ImportBench(),
          new KillBench(),
          new PagesBench(),
          new ProseBench(),
          new SubmitBench());

  /// The bench of a name.
  static Optional<Bench> find(String name) {
    return ALL.stream().filter(bench -> bench.name().equals(name)).findFirst();
  }

  /// As asked for: `pages`.
  String name();

  /// What it measures, in one line.
  String what();

  /// Measures, and reports each figure.
  ///
  /// @throws IOException if what is measured could not be run
  void run(Report report) throws IOException, InterruptedException;
}
