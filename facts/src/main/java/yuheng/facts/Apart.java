package yuheng.facts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A text that is kept beside the acts and not among them, because it must not be kept for ever:
/// the hash of a password. A later one of the same kind and subject takes its place. The act that
/// brings it says only its seal, SHA-256 in hexadecimal, so that nobody can put another in its
/// place unseen.
///
/// @param kind as of what is said
/// @param text what is kept apart
public record Apart(String kind, String subject, String text) {
  /// Field of the seal.
  static final String SEAL = "seal";

  /// What the act says of it.
  Said said() {
    return new Said(kind, subject, Map.of(SEAL, seal(text)));
  }

  static List<Said> withSeals(List<Said> said, List<Apart> apart) {
    return Stream.concat(said.stream(), apart.stream().map(Apart::said)).toList();
  }

  static String seal(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }
}
