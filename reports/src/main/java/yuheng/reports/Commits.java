package yuheng.reports;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Journal;

/// Puts what many threads say on disk together (合并提交): one thread takes all that waits into one
/// transaction, and each is told only when it is committed. One sync serves all of them.
final class Commits implements AutoCloseable {
  private static final int MOST = 512;
  private static final long IDLE_MILLIS = 500;
  private static final long LONGEST_WAIT_NANOS = 1_000_000;

  private final Path file;
  private final Connection connection;
  private final Ledger ledger;
  private final ReadingLog readings;
  private final LinkedBlockingQueue<Waiting<?>> queue = new LinkedBlockingQueue<>();
  private final AtomicLong commits = new AtomicLong();
  private final Thread thread;
  private volatile boolean closing;
  private int writers = 1;
  private long lastNanos;

  Commits(Path file, Ledger ledger, ReadingLog readings) {
    this.file = file;
    this.connection = ledger.table().connection();
    this.ledger = ledger;
    this.readings = readings;
    this.thread = Thread.ofPlatform().name("report book").daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /// Something to be written. It is run again when the transaction that it was in came to nothing,
  /// so it must leave no trace outside it.
  interface Job<T> {
    T run(Ledger ledger) throws SQLException;
  }

  private static final class Waiting<T> {
    private final Job<T> job;
    private final CompletableFuture<T> told = new CompletableFuture<>();
    private @Nullable T result;

    Waiting(Job<T> job) {
      this.job = job;
    }

    void run(Ledger ledger) throws SQLException {
      result = job.run(ledger);
    }

    @SuppressWarnings("NullAway") // a job gives what it gives
    void tell() {
      told.complete(result);
    }
  }

  /// Runs a job; when this returns, what it wrote is on disk.
  ///
  /// @throws Journal.Unavailable if it could not be kept; then nothing of it was
  <T> T write(Job<T> job) {
    if (closing) {
      throw new IllegalStateException("The report book %s is closed".formatted(file));
    }
    var waiting = new Waiting<>(job);
    queue.add(waiting);
    if (!thread.isAlive() && queue.remove(waiting)) {
      throw new IllegalStateException("Nothing writes the report book %s any more".formatted(file));
    }
    try {
      return waiting.told.join();
    } catch (CompletionException broken) {
      if (broken.getCause() instanceof SQLException cause) {
        throw new Journal.Unavailable("Could not write to the report book " + file, cause);
      }
      if (broken.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw broken;
    }
  }

  /// How many transactions were committed.
  long count() {
    return commits.get();
  }

  private void run() {
    try {
      while (!closing || !queue.isEmpty() || readings.isWaiting()) {
        List<Waiting<?>> batch = gather();
        if (!batch.isEmpty() || readings.isWaiting()) {
          commit(batch);
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// All that waits. Those who were told a moment ago are about to come again; waiting for them a
  /// little, a quarter of a commit at most, serves them with the same sync.
  private List<Waiting<?>> gather() throws InterruptedException {
    var batch = new ArrayList<Waiting<?>>();
    Waiting<?> first = queue.poll(closing ? 0 : IDLE_MILLIS, TimeUnit.MILLISECONDS);
    if (first == null) {
      return batch;
    }
    batch.add(first);
    queue.drainTo(batch, MOST - batch.size());
    long until = System.nanoTime() + Math.min(LONGEST_WAIT_NANOS, lastNanos / 4);
    while (batch.size() < Math.min(writers, MOST)) {
      Waiting<?> more = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (more == null) {
        break;
      }
      batch.add(more);
      queue.drainTo(batch, MOST - batch.size());
    }
    return batch;
  }

  private void commit(List<Waiting<?>> batch) {
    long begun = System.nanoTime();
    Known before = ledger.known();
    try {
      transaction(batch);
    } catch (SQLException | RuntimeException broken) {
      ledger.undone(before);
      if (batch.size() > 1) {
        // One of them is at fault; the others need not suffer for it.
        batch.forEach(one -> commit(List.of(one)));
      } else {
        batch.forEach(one -> one.told.completeExceptionally(broken));
      }
      return;
    } catch (Error fatal) {
      batch.forEach(one -> one.told.completeExceptionally(fatal));
      throw fatal;
    }
    lastNanos = System.nanoTime() - begun;
    writers = batch.size() + queue.size();
    batch.forEach(Waiting::tell);
  }

  private void transaction(List<Waiting<?>> batch) throws SQLException {
    connection.setAutoCommit(false);
    List<ReadingLog.Row> read;
    try {
      ledger.begin();
      for (Waiting<?> one : batch) {
        one.run(ledger);
      }
      read = readings.write(ledger.table());
      connection.commit();
    } catch (SQLException | RuntimeException broken) {
      try {
        connection.rollback();
      } catch (SQLException already) {
        broken.addSuppressed(already); // a full disk ends the transaction by itself
      }
      throw broken;
    } finally {
      connection.setAutoCommit(true);
    }
    commits.incrementAndGet();
    readings.written(read);
    try {
      ledger.done();
    } catch (RuntimeException listener) {
      // What was written stays written; who listens has to mend himself.
      Thread.currentThread().getUncaughtExceptionHandler().uncaughtException(thread, listener);
    }
  }

  @Override
  public void close() {
    closing = true;
    queue.add(new Waiting<>(_ -> true)); // wakes the thread
    try {
      thread.join();
      queue.forEach(
          late -> late.told.completeExceptionally(new IllegalStateException("closed: " + file)));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
