package yuheng.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Holds text to a file that a person reviews.
///
/// `-Dgolden.write=true` rewrites the files; then `git diff` is the review.
public final class Golden {
  private static final boolean WRITE = Boolean.getBoolean("golden.write");

  private Golden() {}

  /// The root of the project, wherever the tests are started.
  public static Path home() {
    String home = System.getProperty("yuheng.home");
    return home == null ? Path.of("..").toAbsolutePath().normalize() : Path.of(home);
  }

  /// Fails unless `actual` is what `file` holds.
  public static void hold(Path file, String actual) {
    try {
      if (WRITE) {
        Path folder = file.getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        Files.writeString(file, actual);
      }
      assertThat(actual).as(file.getFileName().toString()).isEqualTo(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
