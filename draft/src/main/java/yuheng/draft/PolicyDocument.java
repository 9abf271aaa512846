package yuheng.draft;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import yuheng.prose.PolicyText;
import yuheng.terms.Problem;
import yuheng.terms.Words;

/// A policy document as it came (政策文件), and the text kept of it.
///
/// @param name of the file, without folders
/// @param kind how it was read
/// @param text all words of the document, one paragraph a line; the offsets of everything else
///   count in it. Of a plain text it is every character of the file.
/// @param remarks what was left out or taken together on the way, for people
public record PolicyDocument(String name, Kind kind, PolicyText text, List<Words> remarks) {
  /// The largest file that is read, in bytes.
  public static final int LARGEST = 20 * 1024 * 1024;

  public PolicyDocument {
    remarks = List.copyOf(remarks);
  }

  /// How a document is written down.
  public enum Kind {
    /// Plain text, UTF-8 or GB18030.
    TEXT,
    /// Text with CommonMark marks, which are taken off.
    MARKDOWN,
    /// A Word document (.docx).
    WORD,
    /// A PDF with a text layer.
    PDF,
    /// A web page.
    HTML
  }

  /// A document, or what is wrong with it; never both.
  public record Opened(Optional<PolicyDocument> document, List<Problem> problems) {
    public Opened {
      problems = List.copyOf(problems);
      if (document.isPresent() != problems.isEmpty()) {
        throw new IllegalArgumentException("A document is there or the reason why not.");
      }
    }
  }

  /// Reads a document.
  ///
  /// @param name of the file; what it contains counts more than how the name ends
  public static Opened read(String name, byte[] bytes) {
    return DocumentReader.read(name, bytes);
  }

  /// Reads a document from disk; a file that is not there or may not be read is a problem too.
  public static Opened read(Path file) {
    Path last = file.getFileName();
    String name = last == null ? file.toString() : last.toString();
    try {
      if (!Files.isRegularFile(file)) {
        return DocumentReader.notThere(name);
      }
      if (Files.size(file) > LARGEST) {
        return DocumentReader.tooLarge(name);
      }
      return read(name, Files.readAllBytes(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
