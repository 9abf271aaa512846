package yuheng.cells;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Threads that share out work and wait for each other.
record Team(ExecutorService workers, int threads) implements AutoCloseable {
  Team(int threads) {
    this(Executors.newFixedThreadPool(threads), threads);
  }

  /// Calls `work` with each of `0` to `parts - 1`.
  void each(int parts, IntConsumer work) {
    var running = new ArrayList<Future<?>>();
    for (int part = 0; part < parts; part++) {
      int number = part;
      running.add(workers.submit(() -> work.accept(number)));
    }
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (ExecutionException broken) {
        throw new IllegalStateException(broken.getCause());
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }

  /// Calls `work` with each thing.
  <T> void share(List<T> things, Consumer<T> work) {
    each(
        threads,
        part -> {
          for (int at = part; at < things.size(); at += threads) {
            work.accept(things.get(at));
          }
        });
  }

  @Override
  public void close() {
    workers.close();
  }
}
