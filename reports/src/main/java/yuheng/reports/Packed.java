package yuheng.reports;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Bytes of a body being written: numbers short when they are small, texts with their length.
final class Packed {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);

  Packed add(long value) {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    bytes.write((int) rest);
    return this;
  }

  Packed add(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    add(utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  Packed add(Map<String, String> map) {
    add(map.size());
    new TreeMap<>(map).forEach((key, value) -> add(key).add(value));
    return this;
  }

  /// So many bits, the first lowest.
  Packed add(BitSet bits, int count) {
    byte[] set = bits.toByteArray();
    for (int i = 0; i < (count + 7) / 8; i++) {
      bytes.write(i < set.length ? set[i] : 0);
    }
    return this;
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }

  /// A body being read.
  static final class Reader {
    private final byte[] bytes;
    private int next;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    private int one() {
      if (next >= bytes.length) {
        throw new Torn();
      }
      return bytes[next++] & 0xFF;
    }

    long number() {
      long value = 0;
      for (int shift = 0; shift < 70; shift += 7) {
        int part = one();
        value |= (long) (part & 0x7F) << shift;
        if (part < 0x80) {
          return (value >>> 1) ^ -(value & 1);
        }
      }
      throw new Torn();
    }

    int small() {
      long value = number();
      if (value < 0 || value > bytes.length) {
        throw new Torn();
      }
      return (int) value;
    }

    String text() {
      int length = small();
      if (length > bytes.length - next) {
        throw new Torn();
      }
      String text = new String(bytes, next, length, StandardCharsets.UTF_8);
      next += length;
      return text;
    }

    SortedMap<String, String> map() {
      var map = new TreeMap<String, String>();
      int size = small();
      for (int i = 0; i < size; i++) {
        map.put(text(), text());
      }
      return map;
    }

    BitSet bits(int count) {
      byte[] set = new byte[(count + 7) / 8];
      for (int i = 0; i < set.length; i++) {
        set[i] = (byte) one();
      }
      return BitSet.valueOf(set);
    }
  }

  /// A body that cannot be what was written.
  static final class Torn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Torn() {
      super("an entry of the book cannot be read: run verify");
    }
  }
}
