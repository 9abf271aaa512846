package yuheng.reports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// SHA-256 over parts, each with its length first, so that no two lists of parts are the same
/// bytes.
final class Digest {
  /// What a chain begins with.
  static final byte[] START = new byte[32];

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  private final MessageDigest digest = sha256();

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  Digest add(byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
    return this;
  }

  Digest add(String part) {
    return add(part.getBytes(StandardCharsets.UTF_8));
  }

  Digest add(long part) {
    return add(ByteBuffer.allocate(Long.BYTES).putLong(part).array());
  }

  byte[] end() {
    return digest.digest();
  }

  /// A leaf of a Merkle tree (RFC 6962): a unit and the last hash of its chain.
  static byte[] leaf(long unit, byte[] head) {
    MessageDigest digest = sha256();
    digest.update(LEAF);
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(unit).flip());
    return digest.digest(head);
  }

  /// The root over leaves in their order; one without a neighbour goes up as it is.
  static byte[] merkle(List<byte[]> leaves) {
    if (leaves.isEmpty()) {
      return START;
    }
    List<byte[]> level = leaves;
    MessageDigest digest = sha256();
    while (level.size() > 1) {
      var above = new ArrayList<byte[]>();
      for (int i = 0; i + 1 < level.size(); i += 2) {
        digest.update(NODE);
        digest.update(level.get(i));
        above.add(digest.digest(level.get(i + 1)));
      }
      if (level.size() % 2 == 1) {
        above.add(level.getLast());
      }
      level = above;
    }
    return level.getFirst();
  }
}
