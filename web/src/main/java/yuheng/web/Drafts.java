package yuheng.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuheng.draft.DraftPackage;
import yuheng.draft.Known;
import yuheng.draft.PolicyDocument;
import yuheng.draft.ReviewFolder;
import yuheng.terms.Problem;

/// The drafts of this server: one folder each, with the review and the package last written of it.
final class Drafts {
  /// The largest document that is taken, as Spring writes it.
  static final String LARGEST_UPLOAD = PolicyDocument.LARGEST + "B";

  /// The largest form that is read, with what else it says.
  static final String LARGEST_REQUEST = 2 * PolicyDocument.LARGEST + "B";

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
  private static final String PACKAGE = "package";

  private final Path folder;
  private final Known known;
  private final Map<String, ReviewFolder> open = new ConcurrentHashMap<>();

  /// @param known definitions that proposals may be bound to
  Drafts(Path folder, Known known) {
    this.folder = folder;
    this.known = known;
  }

  /// A draft, or what is wrong with its folder.
  record Kept(String id, Optional<ReviewFolder> review, List<Problem> problems) {}

  /// The ids of all of them, the newest first.
  List<String> ids() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(Files::isDirectory)
          .map(each -> String.valueOf(each.getFileName()))
          .filter(name -> ID.matcher(name).matches())
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// One of them.
  ///
  /// @throws NoSuchElementException if there is no such draft
  Kept find(String id) {
    @Nullable ReviewFolder there = open.get(id);
    if (there != null) {
      return new Kept(id, Optional.of(there), List.of());
    }
    if (!ID.matcher(id).matches() || !Files.isDirectory(folder.resolve(id))) {
      throw new NoSuchElementException("There is no draft " + id);
    }
    return kept(id, ReviewFolder.open(folder.resolve(id), known));
  }

  /// Starts a draft of a document.
  Kept start(PolicyDocument document) {
    String id =
        LocalDate.ofInstant(Instant.now(), ZoneId.systemDefault())
            + "-"
            + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
    try {
      Files.createDirectories(folder);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
    return kept(id, ReviewFolder.create(folder.resolve(id), document, known));
  }

  private Kept kept(String id, ReviewFolder.Opened opened) {
    opened.review().ifPresent(review -> open.put(id, review));
    return new Kept(id, opened.review(), opened.problems());
  }

  /// Where the package of a draft is written.
  Path packaged(String id) {
    return folder.resolve(id).resolve(PACKAGE);
  }

  /// Writes the package anew.
  synchronized void write(String id, DraftPackage files) {
    try {
      Path to = packaged(id);
      if (Files.isDirectory(to)) {
        try (Stream<Path> old = Files.walk(to)) {
          for (Path each : old.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(each);
          }
        }
      }
      files.write(to);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }
}
