package yuheng.testing;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// The programs that people open our files with, where they are installed: LibreOffice and the text
/// tool of a PDF viewer.
public final class Viewers {
  private static final int MINUTES = 3;

  private Viewers() {}

  /// Opens a document in LibreOffice and gives the PDF it makes of it. The test is skipped loudly
  /// where there is no LibreOffice.
  public static Path asPdf(Path document, Path folder) {
    run(
        "soffice",
        "--headless",
        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
        "--convert-to",
        "pdf",
        "--outdir",
        folder.toString(),
        document.toString());
    String name = String.valueOf(document.getFileName()).replaceFirst("\\.[a-z]+$", ".pdf");
    return folder.resolve(name);
  }

  /// The text of a PDF as its viewer selects it, without blanks and page numbers. The test is
  /// skipped loudly where there is no `pdftotext`.
  public static String selected(Path pdf) {
    return run("pdftotext", "-enc", "UTF-8", pdf.toString(), "-")
        .replaceAll("—\\s*\\d+\\s*—", "")
        .replaceAll("\\s", "");
  }

  private static String run(String program, String... arguments) {
    Path found = orSkip(program);
    try {
      Path said = Files.createTempFile("said", ".txt");
      Process process =
          new ProcessBuilder(
                  Stream.concat(Stream.of(found.toString()), Stream.of(arguments)).toList())
              .redirectOutput(said.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(program + " did not end within minutes");
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(program + " ended with " + process.exitValue());
      }
      String text = Files.readString(said, StandardCharsets.UTF_8);
      Files.delete(said);
      return text;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static Optional<Path> find(String program) {
    String folders = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return List.of(folders.split(File.pathSeparator, -1)).stream()
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static Path orSkip(String program) {
    Optional<Path> found = find(program);
    String missing =
        program
            + " is not installed (Debian: libreoffice-writer, poppler-utils); nothing opened our"
            + " file.";
    if (found.isEmpty()) {
      System.err.println("SKIPPED, " + missing);
    }
    assumeThat(found).as(missing).isPresent();
    return found.orElseThrow();
  }
}
