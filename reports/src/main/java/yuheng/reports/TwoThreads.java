package yuheng.reports;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import yuheng.facts.CellFile;
import yuheng.facts.CellLine;
import yuheng.facts.Fault;
import yuheng.terms.Span;

/// Reads a large file with two threads: one takes it apart, the other (the caller's) makes reports
/// of its lines. Never holds more than a few thousand lines.
final class TwoThreads {
  private static final int LINES = 256;
  private static final int PIECES = 8;

  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(PIECES);
  private final AtomicReference<@Nullable Throwable> broken = new AtomicReference<>();
  private volatile boolean unwanted;

  /// Something of a file, in order.
  private sealed interface Piece {
    record Sheet(String name, boolean hidden, Span start) implements Piece {}

    record Lines(List<CellLine> lines) implements Piece {}

    record Wrong(Fault fault) implements Piece {}

    record End() implements Piece {}
  }

  /// Reads a file.
  ///
  /// @param progress hears now and then how many lines were read
  /// @throws IOException if it cannot be read
  void read(Path file, CellFile.Taker taker, LongConsumer progress) throws IOException {
    Thread reading =
        Thread.ofPlatform().name("reading " + file.getFileName()).start(() -> take(file));
    try {
      play(taker, progress);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped while reading " + file, stopped);
    } finally {
      unwanted = true;
      pieces.clear();
      join(reading);
    }
    @Nullable Throwable why = broken.get();
    if (why != null) {
      throw new IOException("%s cannot be read: %s".formatted(file, why.getMessage()), why);
    }
  }

  private void join(Thread reading) {
    boolean interrupted = false;
    while (reading.isAlive()) {
      try {
        pieces.clear();
        reading.join(10);
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private void play(CellFile.Taker taker, LongConsumer progress) throws InterruptedException {
    boolean wanted = false;
    long read = 0;
    for (Piece piece = pieces.take(); !(piece instanceof Piece.End); piece = pieces.take()) {
      switch (piece) {
        case Piece.Sheet(var name, boolean hidden, var start) ->
            wanted = taker.sheet(name, hidden, start);
        case Piece.Lines(var lines) -> {
          for (int i = 0; wanted && i < lines.size(); i++) {
            wanted = taker.line(lines.get(i));
          }
          read += lines.size();
          progress.accept(read);
        }
        case Piece.Wrong(var fault) -> taker.fault(fault);
        case Piece.End() -> throw new IllegalStateException();
      }
    }
  }

  private void take(Path file) {
    var taking = new Taking();
    try {
      CellFile.read(file, taking);
      taking.flush();
    } catch (IOException | RuntimeException | Error why) {
      broken.set(why);
    } finally {
      put(new Piece.End());
    }
  }

  private void put(Piece piece) {
    try {
      pieces.put(piece);
    } catch (InterruptedException never) { // nobody has this thread but read
      throw new IllegalStateException(never);
    }
  }

  private final class Taking implements CellFile.Taker {
    private List<CellLine> lines = new ArrayList<>(LINES);

    @Override
    public boolean sheet(String sheet, boolean hidden, Span start) {
      flush();
      put(new Piece.Sheet(sheet, hidden, start));
      return !unwanted;
    }

    @Override
    public boolean line(CellLine line) {
      lines.add(line);
      if (lines.size() == LINES) {
        flush();
      }
      return !unwanted;
    }

    @Override
    public void fault(Fault fault) {
      flush();
      put(new Piece.Wrong(fault));
    }

    private void flush() {
      if (!lines.isEmpty()) {
        put(new Piece.Lines(lines));
        lines = new ArrayList<>(LINES);
      }
    }
  }
}
