package yuheng.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
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
import yuheng.web.YuhengServer;

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
    Plan plan = opened.plan();
    try (Journal journal = store.open(plan)) {
      if (plan.forms().isEmpty()) {
        serve(opened, question, journal, Optional.empty(), err);
      } else {
        try (ReportBook book =
            ReportBook.open(
                Scheme.of(plan, opened.numbers()), store.file(plan), Clock.systemUTC())) {
          serve(opened, question, journal, Optional.of(book), err);
        }
      }
    }
    return Main.OK;
  }

  private void serve(
      Opened opened, Question question, Journal journal, Optional<ReportBook> book, PrintWriter err)
      throws InterruptedException {
    Plan plan = opened.plan();
    var stores =
        new YuhengServer.Stores(
            Optional.of(journal), Optional.of(drafts(plan)), post.open(opened, store), book);
    try (var server = YuhengServer.start(plan, opened.numbers(), question, port, stores)) {
      err.printf("http://localhost:%d  (Ctrl-C ends)%n", server.port());
      err.flush();
      new CountDownLatch(1).await();
    }
  }

  StoreOption store() {
    return store;
  }

  private Path drafts(Plan plan) {
    return drafts == null ? store.file(plan).resolveSibling("drafts") : drafts;
  }
}
