package yuheng.draft;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import yuheng.terms.Problem;
import yuheng.terms.Span;

/// Reads plain text: UTF-8, or UTF-16 that says so, or else GB18030, each strictly. A UTF-8 file
/// with a few damaged characters is told as such and not read as nonsense in GB18030.
final class PlainText {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int REPLACEMENT = 0xFFFD;
  private static final int MOST_DAMAGE = 10;

  private PlainText() {}

  /// Every character of a file, or why there are none.
  record Decoded(String text, Optional<Problem> problem) {
    static Decoded of(String text) {
      return new Decoded(text, Optional.empty());
    }
  }

  static Decoded decode(String name, byte[] bytes) {
    Optional<String> wide = utf16(bytes);
    if (wide.isPresent()) {
      return fit(name, wide.get());
    }
    Optional<String> text = strictly(StandardCharsets.UTF_8, bytes);
    if (text.isPresent()) {
      return fit(name, text.get());
    }
    String loose = new String(bytes, StandardCharsets.UTF_8);
    long damaged = loose.codePoints().filter(c -> c == REPLACEMENT).count();
    long whole = loose.codePoints().filter(c -> c >= 0x80 && c != REPLACEMENT).count();
    if (whole > damaged * MOST_DAMAGE) {
      return new Decoded(
          "",
          Optional.of(
              DocumentProblem.DAMAGED_TEXT.at(place(name, loose, loose.indexOf('\uFFFD')), name)));
    }
    return strictly(GB18030, bytes)
        .map(chinese -> fit(name, chinese))
        .orElseGet(() -> new Decoded("", Optional.of(DocumentProblem.NOT_TEXT.in(name))));
  }

  static Optional<String> strictly(Charset charset, byte[] bytes) {
    try {
      CharBuffer text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
      return Optional.of(text.toString());
    } catch (CharacterCodingException notIt) {
      return Optional.empty();
    }
  }

  private static Optional<String> utf16(byte[] bytes) {
    if (bytes.length < 2) {
      return Optional.empty();
    }
    int mark = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    return mark == 0xFEFF || mark == 0xFFFE
        ? strictly(StandardCharsets.UTF_16, bytes)
        : Optional.empty();
  }

  /// Text that people wrote has no control characters but tabs and ends of lines and pages.
  private static Decoded fit(String name, String text) {
    int[] points = text.codePoints().toArray();
    for (int point : points) {
      boolean control = point < 0x20 && point != '\t' && point != '\n' && point != '\r';
      if ((control && point != '\f') || Character.getType(point) == Character.UNASSIGNED) {
        int at = text.indexOf(Character.toString(point));
        return new Decoded(
            "", Optional.of(DocumentProblem.NOT_TEXT.at(place(name, text, at), name)));
      }
    }
    return Decoded.of(text);
  }

  private static Span place(String name, String text, int index) {
    String before = text.substring(0, Math.max(0, index));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return Span.at(name, line, before.length() - before.lastIndexOf('\n'));
  }
}
