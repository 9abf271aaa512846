package yuheng.benchmarks;

import java.util.Arrays;
import java.util.List;

/// Durations in nanoseconds, in ascending order.
final class Samples {
  private static final double NANOS_PER_MILLI = 1e6;

  private final long[] sorted;

  private Samples(long[] sorted) {
    this.sorted = sorted;
  }

  static Samples of(List<Long> nanos) {
    if (nanos.isEmpty()) {
      throw new IllegalArgumentException("nothing was measured");
    }
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return new Samples(sorted);
  }

  /// The smallest duration that so many percent do not exceed (nearest rank), in milliseconds.
  double percentileMillis(double percent) {
    int rank = (int) Math.ceil(percent / 100 * sorted.length);
    return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
  }

  double medianMillis() {
    return percentileMillis(50);
  }

  int count() {
    return sorted.length;
  }
}
