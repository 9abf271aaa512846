package yuheng.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import yuheng.facts.Journal;
import yuheng.indicators.Question;
import yuheng.web.YuhengServer;

/// Serves pages until the process is asked to end.
final class Serving {
  private Serving() {}

  static int until(Opened opened, Question question, int port, StoreOption store, PrintWriter err)
      throws InterruptedException {
    try (Journal journal = store.open(opened.plan());
        var server =
            YuhengServer.start(
                opened.plan(), opened.numbers(), question, port, Optional.of(journal))) {
      err.printf("http://localhost:%d  (Ctrl-C ends)%n", server.port());
      err.flush();
      new CountDownLatch(1).await();
    }
    return Main.OK;
  }
}
