package yuheng.facts;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import yuheng.terms.Problem;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Span;

/// The chain of hashes through a journal: each is SHA-256 over the one before it and every word of
/// its act, so that no act can be changed, dropped or put between without breaking it.
final class ActChain {
  static final String START = "0".repeat(64);

  private final Path file;
  private final List<Problem> breaks = new ArrayList<>();
  private String before = START;
  private long due = 1;

  ActChain(Path file) {
    this.file = file;
  }

  /// An act with its hash.
  static Act link(String before, long number, Instant at, String by, String what, List<Said> said) {
    return new Act(number, at, by, what, said, hash(before, number, at, by, what, said));
  }

  private static String hash(
      String before, long number, Instant at, String by, String what, List<Said> said) {
    MessageDigest digest = sha256();
    for (String part : List.of(before, Long.toString(number), at.toString(), by, what)) {
      add(digest, part);
    }
    for (Said one : said) {
      add(digest, one.kind());
      add(digest, one.subject());
      add(digest, FieldsJson.write(one.fields()));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// Length first, so that no two lists of texts are the same bytes.
  private static void add(MessageDigest digest, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  /// Holds the next act of a journal to the chain.
  void follow(Act act) {
    if (act.number() != due) {
      broken("acts %d to %d are missing".formatted(due, act.number() - 1), due);
    }
    String hash = hash(before, act.number(), act.at(), act.by(), act.what(), act.said());
    if (!hash.equals(act.hash()) && act.number() == due) {
      broken(
          "act %d («%s» by %s at %s) is not as it was kept"
              .formatted(act.number(), act.what(), act.by(), act.at()),
          act.number());
    }
    before = act.hash();
    due = act.number() + 1;
  }

  /// A text kept apart is gone, or is not the one that an act brought.
  ///
  /// @param act the last about its subject; 0 if none ever was
  void notSealed(String kind, String subject, long act) {
    broken(
        "the %s of %s, kept apart, is not the one that was brought".formatted(kind, subject), act);
  }

  /// Something about the file as a whole.
  void damaged(String what) {
    broken(what, 1);
  }

  /// The breaks found, when the journal's last act is said to be `last`.
  List<Problem> end(long last) {
    if (due <= last) {
      broken("acts %d to %d say nothing any more".formatted(due, last), due);
    }
    return List.copyOf(breaks);
  }

  private void broken(String what, long act) {
    breaks.add(
        new Problem(
            "JR001",
            what,
            List.of(new Marked(Span.at(file.toString(), Math.toIntExact(Math.max(1, act)), 1), "")),
            "a journal is only added to, and each act is chained to the one before it",
            "compare with a backup; find out who could write to the file"));
  }
}
