package yuheng.synth;

/// Numbers drawn from a number: the same for the same one, whoever asks and in whatever order.
final class Chance {
  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final double UNIT = 0x1.0p-53;

  private Chance() {}

  /// A further number (the finalizer of SplitMix64).
  static long mix(long seed, long which) {
    long z = seed + STEP * (which + 1);
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// From 0 to under 1.
  static double of(long seed, long which) {
    return (mix(seed, which) >>> 11) * UNIT;
  }
}
