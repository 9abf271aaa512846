package yuheng.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Question;
import yuheng.plan.Plan;
import yuheng.testing.Golden;
import yuheng.web.YuhengServer.Stores;

/// Chongqing's strategy, served on a free port for a test class.
final class Served implements AutoCloseable {
  private final YuhengServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  private Served(YuhengServer server) {
    this.server = server;
  }

  static Served chongqing() {
    return of(Golden.home().resolve("plans/chongqing-2012"));
  }

  static Served of(Path folder) {
    return of(folder, Stores.none(), Clock.systemUTC());
  }

  static Served of(Path folder, Stores stores, Clock clock) {
    Plan plan = Plan.read(folder).plan().orElseThrow();
    OfficialFigures figures = OfficialFigures.load(plan).figures().orElseThrow();
    var asked = new Question(YearMonth.of(2015, 12), LocalDate.of(2026, 11, 24));
    return new Served(YuhengServer.start(plan, figures, asked, 0, stores, clock));
  }

  <T> T part(Class<T> kind) {
    return server.part(kind);
  }

  String url(String path) {
    return "http://localhost:" + server.port() + path;
  }

  HttpResponse<String> get(String path, String... headers) {
    try {
      var request = HttpRequest.newBuilder(URI.create(url(path)));
      if (headers.length > 0) {
        request.headers(headers);
      }
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
