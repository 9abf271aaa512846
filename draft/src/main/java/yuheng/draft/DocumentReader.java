package yuheng.draft;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import yuheng.draft.PolicyDocument.Kind;
import yuheng.draft.PolicyDocument.Opened;
import yuheng.prose.PolicyText;
import yuheng.terms.Problem;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Span;

/// Reads documents.
final class DocumentReader {
  private DocumentReader() {}

  static Opened read(String name, byte[] bytes) {
    var text = PolicyText.of(new String(bytes, StandardCharsets.UTF_8));
    return new Opened(Optional.of(new PolicyDocument(name, Kind.TEXT, text, List.of())), List.of());
  }

  static Opened notThere(String name) {
    return refused(name, "there is no file `%s`".formatted(name));
  }

  static Opened tooLarge(String name, long bytes) {
    return refused(name, "`%s` has %d bytes".formatted(name, bytes));
  }

  private static Opened refused(String name, String what) {
    var where = List.of(new Marked(Span.at(name, 1, 1), ""));
    return new Opened(Optional.empty(), List.of(new Problem("DR001", what, where, "?", "?")));
  }
}
