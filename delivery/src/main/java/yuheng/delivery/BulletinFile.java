package yuheng.delivery;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import yuheng.terms.Language;

/// A bulletin as a file. The same bulletin in the same language is the same bytes, whenever and
/// wherever it is written with the same fonts.
public sealed interface BulletinFile {
  /// The bytes of the file.
  final class Written implements BulletinFile {
    private final byte[] bytes;

    Written(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    /// A copy of them.
    public byte[] bytes() {
      return bytes.clone();
    }
  }

  /// Why it could not be written.
  record Impossible(Fault fault) implements BulletinFile {}

  /// What can be written.
  enum Kind {
    /// Word, with charts that can be edited.
    DOCX("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /// PDF, with its fonts embedded.
    PDF("pdf", "application/pdf");

    private final String suffix;
    private final String mediaType;

    Kind(String suffix, String mediaType) {
      this.suffix = suffix;
      this.mediaType = mediaType;
    }

    /// Without a dot.
    public String suffix() {
      return suffix;
    }

    /// As sent with the bytes.
    public String mediaType() {
      return mediaType;
    }

    /// The kind of a file's name, by its suffix.
    public static Optional<Kind> of(String name) {
      return List.of(values()).stream()
          .filter(kind -> name.endsWith("." + kind.suffix))
          .findFirst();
    }
  }

  /// Writes a bulletin with the fonts of this machine.
  static BulletinFile write(Bulletin bulletin, Language language, Kind kind) {
    return write(bulletin, language, kind, Typefaces.folders());
  }

  /// The same with fonts from below some folders.
  static BulletinFile write(Bulletin bulletin, Language language, Kind kind, List<Path> fonts) {
    return switch (kind) {
      case DOCX -> new Written(new DocxWriter(bulletin, language).write());
      case PDF ->
          Typefaces.find(fonts)
              .<BulletinFile>map(
                  found -> new Written(new PdfWriter(found).write(bulletin, language)))
              .orElseGet(() -> new Impossible(Typefaces.none()));
    };
  }
}
