package yuheng.cells;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Numbers rounded half to even to whole units of their last digit, some of them not there.
final class Rounded {
  private static final int WORD = 64;
  private final long[] numbers;
  private final long[] there;

  /// Those that do not fit a machine word.
  private @Nullable Map<Integer, BigInteger> large;

  Rounded(int places) {
    numbers = new long[places];
    there = new long[(places + WORD - 1) / WORD];
  }

  static long power(int decimals) {
    long power = 1;
    for (int i = 0; i < decimals; i++) {
      power *= 10;
    }
    return power;
  }

  /// Sets a number to `over * scale / under`; nothing if `under` is zero.
  void set(int place, long over, long scale, long under) {
    clear(place);
    if (under == 0) {
      return;
    }
    long product = over * scale;
    if (Math.multiplyHigh(over, scale) != product >> 63
        || product == Long.MIN_VALUE
        || under == Long.MIN_VALUE) {
      set(
          place,
          BigInteger.valueOf(over).multiply(BigInteger.valueOf(scale)),
          BigInteger.valueOf(under));
      return;
    }
    long quotient = product / under;
    long rest = Math.abs(product - quotient * under);
    long twice = Long.compare(rest, Math.abs(under) - rest);
    if (twice > 0 || (twice == 0 && (quotient & 1) == 1)) {
      quotient += (product < 0) == (under < 0) ? 1 : -1;
    }
    keep(place, quotient);
  }

  /// Sets a number to `over / under`; nothing if `under` is zero.
  void set(int place, BigInteger over, BigInteger under) {
    clear(place);
    if (under.signum() == 0) {
      return;
    }
    BigInteger[] parts = over.divideAndRemainder(under);
    int twice = parts[1].abs().shiftLeft(1).compareTo(under.abs());
    BigInteger quotient = parts[0];
    if (twice > 0 || (twice == 0 && quotient.testBit(0))) {
      quotient =
          over.signum() * under.signum() >= 0
              ? quotient.add(BigInteger.ONE)
              : quotient.subtract(BigInteger.ONE);
    }
    if (quotient.bitLength() < WORD) {
      keep(place, quotient.longValueExact());
    } else {
      if (large == null) {
        large = new HashMap<>();
      }
      large.put(place, quotient);
      there[place / WORD] |= 1L << (place % WORD);
    }
  }

  /// Takes a number away.
  void clear(int place) {
    there[place / WORD] &= ~(1L << (place % WORD));
  }

  private void keep(int place, long number) {
    numbers[place] = number;
    if (large != null) {
      large.remove(place);
    }
    there[place / WORD] |= 1L << (place % WORD);
  }

  /// A number, if it is there.
  Optional<BigInteger> find(int place) {
    if ((there[place / WORD] >>> (place % WORD) & 1) == 0) {
      return Optional.empty();
    }
    @Nullable BigInteger one = large == null ? null : large.get(place);
    return Optional.of(one != null ? one : BigInteger.valueOf(numbers[place]));
  }
}
