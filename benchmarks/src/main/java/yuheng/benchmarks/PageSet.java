package yuheng.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// The pages that readers of the demo ask for: each kind as often as another, in both languages, as
/// of several months, known on several days.
final class PageSet {
  private static final List<String> KINDS =
      List.of(
          "/",
          "/targets",
          "/targets/{id}",
          "/pillars",
          "/districts",
          "/standing",
          "/breakdowns",
          "/bulletins",
          "/bulletins/{month}",
          "/duties",
          "/figures",
          "/targets.csv",
          "/standing.csv",
          "/figures.csv");
  private static final List<String> MONTHS =
      List.of("2012-09", "2012-12", "2013-06", "2013-12", "2014-12", "2015-12");
  private static final List<String> DAYS = List.of("", "2013-03-18", "2014-06-30", "2016-06-30");
  private static final LocalDate FIRST_NEW_DAY = LocalDate.of(2012, 8, 18);
  private static final int NEW_DAYS = 3_000;

  private final String address;
  private final List<String> targets;
  private final AtomicInteger newOnes = new AtomicInteger();

  private PageSet(String address, List<String> targets) {
    this.address = address;
    this.targets = targets;
  }

  /// A page to ask for.
  ///
  /// @param kind its path without names: `/targets/{id}`
  record Page(String kind, URI uri) {}

  /// The pages of a server; the targets are those it lists.
  static PageSet of(HttpClient client, String address) throws IOException, InterruptedException {
    String csv =
        client
            .send(
                HttpRequest.newBuilder(URI.create(address + "/targets.csv")).build(),
                HttpResponse.BodyHandlers.ofString())
            .body();
    var targets = new ArrayList<String>();
    csv.lines().skip(1).forEach(line -> targets.add(line.split(",", 3)[1]));
    if (targets.isEmpty()) {
      throw new IOException("the server lists no target");
    }
    return new PageSet(address, List.copyOf(targets));
  }

  /// A page that others are likely to have asked for too.
  Page any(RandomGenerator random) {
    return page(random, DAYS.get(random.nextInt(DAYS.size())));
  }

  /// A page as known on a day that nobody has asked about: nothing of it can have been kept. There
  /// are more days than a run asks for.
  Page unseen(RandomGenerator random) {
    int day = newOnes.getAndIncrement() % NEW_DAYS;
    return page(random, FIRST_NEW_DAY.plusDays(day).toString());
  }

  private Page page(RandomGenerator random, String knownOn) {
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    String month = MONTHS.get(random.nextInt(MONTHS.size()));
    String path =
        kind.replace("{id}", targets.get(random.nextInt(targets.size()))).replace("{month}", month);
    String language = random.nextBoolean() ? "zh" : "en";
    String known = knownOn.isEmpty() ? "" : "&known-on=" + knownOn;
    return new Page(
        kind, URI.create(address + path + "?as-of=" + month + known + "&lang=" + language));
  }
}
