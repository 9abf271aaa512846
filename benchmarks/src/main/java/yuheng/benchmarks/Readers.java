package yuheng.benchmarks;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Readers who ask for pages at the same time, each over a connection that stays open, and take
/// them compressed as browsers do.
final class Readers {
  private static final int OK = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client;
  private final int number;
  private final Function<RandomGenerator, PageSet.Page> asked;

  Readers(HttpClient client, int number, Function<RandomGenerator, PageSet.Page> asked) {
    this.client = client;
    this.number = number;
    this.asked = asked;
  }

  /// One page that was read, or could not be.
  ///
  /// @param nanos from when it was due to the last byte of its answer
  record Read(String kind, long nanos, String fault) {
    boolean failed() {
      return !fault.isEmpty();
    }
  }

  /// What all readers saw.
  record Seen(List<Read> reads, Duration time) {
    Samples samples() {
      return Samples.of(reads.stream().filter(one -> !one.failed()).map(Read::nanos).toList());
    }

    long errors() {
      return reads.stream().filter(Read::failed).count();
    }

    double perSecond() {
      return (reads.size() - errors()) * 1e9 / time.toNanos();
    }

    /// By kind of page.
    Map<String, Samples> byKind() {
      var nanos = new TreeMap<String, List<Long>>();
      reads.stream()
          .filter(one -> !one.failed())
          .forEach(one -> nanos.computeIfAbsent(one.kind, _ -> new ArrayList<>()).add(one.nanos));
      var samples = new TreeMap<String, Samples>();
      nanos.forEach((kind, all) -> samples.put(kind, Samples.of(all)));
      return samples;
    }
  }

  /// Each asks at once for the next page: the server is never idle.
  Seen closed(Duration time) throws InterruptedException {
    return run(time, Duration.ZERO);
  }

  /// Each asks for a page at fixed times, whether the last answer came early or late, and a page
  /// that had to wait for the one before is timed from when it was due.
  ///
  /// @param pace between two pages of one reader
  Seen paced(Duration time, Duration pace) throws InterruptedException {
    return run(time, pace);
  }

  private Seen run(Duration time, Duration pace) throws InterruptedException {
    Queue<Read> reads = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime();
    long end = start + time.toNanos();
    var threads = new ArrayList<Thread>();
    for (int reader = 0; reader < number; reader++) {
      RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(reader);
      long first = start + pace.toNanos() * reader / number;
      threads.add(Thread.ofVirtual().start(() -> read(random, first, end, pace, reads)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return new Seen(List.copyOf(reads), Duration.ofNanos(System.nanoTime() - start));
  }

  private void read(
      RandomGenerator random, long first, long end, Duration pace, Queue<Read> reads) {
    long due = first;
    while (due < end) {
      for (long early = due - System.nanoTime(); early > 0; early = due - System.nanoTime()) {
        LockSupport.parkNanos(early);
      }
      PageSet.Page page = asked.apply(random);
      String fault = fault(page);
      long now = System.nanoTime();
      reads.add(new Read(page.kind(), now - due, fault));
      due = pace.isZero() ? now : due + pace.toNanos();
    }
  }

  /// Empty when the page came whole.
  private String fault(PageSet.Page page) {
    HttpRequest request =
        HttpRequest.newBuilder(page.uri())
            .header("Accept-Encoding", "gzip")
            .timeout(PATIENCE)
            .build();
    try {
      HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != OK || answer.body().length == 0) {
        return "%s: %d".formatted(page.uri(), answer.statusCode());
      }
      return "";
    } catch (IOException broken) {
      return "%s: %s".formatted(page.uri(), broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
