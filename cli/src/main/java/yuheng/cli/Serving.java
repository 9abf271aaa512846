package yuheng.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import yuheng.facts.Journal;
import yuheng.indicators.Question;
import yuheng.plan.Plan;
import yuheng.reports.ReportBook;
import yuheng.reports.Scheme;
import yuheng.web.Demonstration;
import yuheng.web.YuhengServer;
import yuheng.web.YuhengServer.Stores;

/// Serves pages until the process is asked to end; the same for every command that serves.
final class Serving {
  @Option(
      names = "--port",
      paramLabel = "8080",
      description = "port of the pages; 0 takes a free one")
  private int port = 8080;

  @Mixin private StoreOption store;

  @Option(
      names = "--drafts",
      paramLabel = "DIR",
      description = "folder of the drafts under review (default: drafts beside the journal)")
  private @Nullable Path drafts;

  @Mixin private PostOptions post;

  @SuppressWarnings("NullAway.Init") // picocli fills the fields
  Serving() {}

  int until(Opened opened, Question question, PrintWriter err) throws InterruptedException {
    return until(opened, question, Optional.empty(), Clock.system(ZoneId.systemDefault()), err);
  }

  /// The same, of a demonstration if there is one.
  ///
  /// @param clock of what units report
  int until(
      Opened opened,
      Question question,
      Optional<Demonstration> demonstration,
      Clock clock,
      PrintWriter err)
      throws InterruptedException {
    Plan plan = opened.plan();
    try (Journal journal = store.open(plan)) {
      if (plan.forms().isEmpty()) {
        serve(opened, question, stores(opened, journal, Optional.empty()), demonstration, err);
      } else {
        try (ReportBook book =
            ReportBook.open(Scheme.of(plan, opened.numbers()), store.file(plan), clock)) {
          serve(opened, question, stores(opened, journal, Optional.of(book)), demonstration, err);
        }
      }
    }
    return Main.OK;
  }

  private Stores stores(Opened opened, Journal journal, Optional<ReportBook> book) {
    return new Stores(
        Optional.of(journal), Optional.of(drafts(opened.plan())), post.open(opened, store), book);
  }

  private void serve(
      Opened opened,
      Question question,
      Stores stores,
      Optional<Demonstration> demonstration,
      PrintWriter err)
      throws InterruptedException {
    try (var server = start(opened, question, stores, demonstration)) {
      err.printf("http://localhost:%d  (Ctrl-C ends)%n", server.port());
      err.flush();
      new CountDownLatch(1).await();
    }
  }

  private YuhengServer start(
      Opened opened, Question question, Stores stores, Optional<Demonstration> demonstration) {
    return demonstration.isPresent()
        ? YuhengServer.demonstrate(
            opened.plan(), opened.numbers(), question, port, stores, demonstration.get())
        : YuhengServer.start(opened.plan(), opened.numbers(), question, port, stores);
  }

  StoreOption store() {
    return store;
  }

  private Path drafts(Plan plan) {
    return drafts == null ? store.file(plan).resolveSibling("drafts") : drafts;
  }
}
