package yuheng.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import yuheng.draft.Decision.Made;
import yuheng.draft.Review.Outcome;
import yuheng.draft.ReviewFolder.Opened;
import yuheng.terms.Problem;
import yuheng.terms.Span;
import yuheng.terms.Words;

/// The files of a review. A decision is judged against the journal as it is on disk, under a lock
/// that threads and processes share, and is on disk before it counts. What a crash left of a last
/// line is kept in `torn.txt` and counts for nothing.
final class ReviewJournal {
  static final String DECISIONS = "decisions.jsonl";
  static final String TORN = "torn.txt";
  private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

  private final Path folder;
  private final PolicyDocument document;
  private final Draft draft;
  private final ReentrantLock lock;
  private Lines seen;
  private Review review;

  private ReviewJournal(Path folder, PolicyDocument document, Known known, Lines lines) {
    this.folder = folder;
    this.document = document;
    this.draft = Draft.of(document.text(), known);
    this.lock =
        LOCKS.computeIfAbsent(folder.toAbsolutePath().normalize(), _ -> new ReentrantLock());
    this.seen = lines;
    this.review = Review.of(draft, lines.made());
  }

  /// A journal, or what is wrong with it.
  record Found(Optional<ReviewJournal> journal, List<Problem> problems, List<Words> told) {
    static Found not(Problem problem) {
      return new Found(Optional.empty(), List.of(problem), List.of());
    }

    Opened opened(Function<ReviewJournal, ReviewFolder> made) {
      return new Opened(journal.map(made), problems, told);
    }
  }

  /// The decisions of the journal.
  ///
  /// @param whole how many bytes whole lines take
  /// @param torn what stands behind them
  /// @param damaged the number of a line before the last that is no decision
  private record Lines(List<Made> made, int whole, String torn, Optional<Integer> damaged) {}

  static Found create(Path folder, PolicyDocument document, Known known) {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> there = Files.list(folder)) {
        if (there.findAny().isPresent()) {
          return Found.not(DocumentProblem.FOLDER_TAKEN.in(folder.toString()));
        }
      }
      ReviewDocument.write(folder, document);
      Files.createFile(folder.resolve(DECISIONS));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    var lines = new Lines(List.of(), 0, "", Optional.empty());
    var journal = new ReviewJournal(folder, document, known, lines);
    return new Found(Optional.of(journal), List.of(), List.of());
  }

  static Found open(Path folder, Known known) {
    try {
      if (!Files.isRegularFile(folder.resolve(DECISIONS))) {
        return Found.not(DocumentProblem.NO_REVIEW.in(folder.toString()));
      }
      ReviewDocument.Read read = ReviewDocument.read(folder);
      if (read.document().isEmpty()) {
        return new Found(Optional.empty(), read.problems(), List.of());
      }
      Lines lines = lines(Files.readAllBytes(folder.resolve(DECISIONS)));
      if (lines.damaged().isPresent()) {
        String file = folder.resolve(DECISIONS).toString();
        Span place = Span.at(file, lines.damaged().get(), 1);
        return Found.not(DocumentProblem.DAMAGED_JOURNAL.at(place, file));
      }
      var journal = new ReviewJournal(folder, read.document().get(), known, lines);
      return new Found(Optional.of(journal), List.of(), told(lines));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<Words> told(Lines lines) {
    return lines.torn().isEmpty()
        ? List.of()
        : List.of(
            new Words(
                "最后一条裁定没有写完，不作数；写到的部分留在torn.txt：%s".formatted(lines.torn()),
                "The last decision was not written to its end and does not count; what there is of"
                    + " it is kept"
                    + " in torn.txt: %s".formatted(lines.torn())));
  }

  /// A last line that is a whole decision counts, even where only its end of line is missing.
  private static Lines lines(byte[] bytes) {
    var made = new ArrayList<Made>();
    int from = 0;
    int number = 0;
    while (from < bytes.length) {
      int end = from;
      while (end < bytes.length && bytes[end] != '\n') {
        end++;
      }
      number++;
      String line = new String(bytes, from, end - from, StandardCharsets.UTF_8);
      Optional<Made> one = DecisionLine.read(line);
      if (one.isEmpty()) {
        boolean last = end == bytes.length;
        return last
            ? new Lines(List.copyOf(made), from, line, Optional.empty())
            : new Lines(List.copyOf(made), from, "", Optional.of(number));
      }
      made.add(one.get());
      from = end + 1;
    }
    return new Lines(List.copyOf(made), Math.min(from, bytes.length), "", Optional.empty());
  }

  PolicyDocument document() {
    return document;
  }

  Review review() {
    lock.lock();
    try {
      refresh(Files.readAllBytes(folder.resolve(DECISIONS)));
      return review;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } finally {
      lock.unlock();
    }
  }

  private void refresh(byte[] bytes) {
    Lines now = lines(bytes);
    if (now.damaged().isPresent()) {
      throw new IllegalStateException(
          "%s: line %d is damaged".formatted(folder, now.damaged().get()));
    }
    if (!now.made().equals(seen.made())) {
      review = Review.of(draft, now.made());
    }
    seen = now;
  }

  Outcome decide(Made made) {
    lock.lock();
    try (FileChannel file =
            FileChannel.open(
                folder.resolve(DECISIONS), StandardOpenOption.READ, StandardOpenOption.WRITE);
        var _ = file.lock()) {
      byte[] bytes = all(file);
      refresh(bytes);
      Outcome outcome = review.decide(made);
      switch (outcome) {
        case Outcome.Recorded(Review after) -> append(file, bytes, made, after);
        case Outcome.Stale(Review after, _, _) -> append(file, bytes, made, after);
        case Outcome.Refused _ -> {}
      }
      return outcome;
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    } finally {
      lock.unlock();
    }
  }

  private static byte[] all(FileChannel file) throws IOException {
    var buffer = ByteBuffer.allocate((int) file.size());
    int read = 0;
    while (buffer.hasRemaining() && read >= 0) {
      read = file.read(buffer, buffer.position());
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private void append(FileChannel file, byte[] bytes, Made made, Review after) throws IOException {
    if (!seen.torn().isEmpty()) {
      Files.writeString(
          folder.resolve(TORN),
          seen.torn() + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      file.truncate(seen.whole());
    }
    boolean endless = seen.torn().isEmpty() && bytes.length > 0 && bytes[bytes.length - 1] != '\n';
    String line = (endless ? "\n" : "") + DecisionLine.of(made) + "\n";
    var buffer = ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8));
    file.position(file.size());
    while (buffer.hasRemaining()) {
      file.write(buffer);
    }
    file.force(true);
    var all = new ArrayList<>(seen.made());
    all.add(made);
    seen = new Lines(List.copyOf(all), (int) file.size(), "", Optional.empty());
    review = after;
  }
}
