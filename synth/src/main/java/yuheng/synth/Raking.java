package yuheng.synth;

import java.util.List;

/// Brings a table of amounts (parts of the city × months) to known sums by scaling what each sum is
/// of, again and again, until all hold (iterative proportional fitting, raking; Deming & Stephan
/// 1940). What is in no sum keeps its proportions.
final class Raking {
  private static final int MOST = 5_000;
  private static final double NEAR = 1e-12;

  private Raking() {}

  /// A known sum.
  ///
  /// @param parts the rows that it is of
  /// @param first number of its first month
  /// @param end number after its last
  /// @param amount the sum or, for a share, the part of the whole of those months
  record Known(Parts parts, int first, int end, double amount, boolean share) {}

  static void fit(double[][] table, List<Known> sums) {
    for (int pass = 0; pass < MOST; pass++) {
      double worst = 0;
      for (Known known : sums) {
        worst = Math.max(worst, fit(table, known));
      }
      if (worst < NEAR) {
        return;
      }
    }
  }

  private static double fit(double[][] table, Known known) {
    double inside = 0;
    double outside = 0;
    for (int row = 0; row < table.length; row++) {
      for (int month = known.first; month < known.end; month++) {
        if (known.parts.has(row)) {
          inside += table[row][month];
        } else {
          outside += table[row][month];
        }
      }
    }
    double wanted = known.share ? known.amount * (inside + outside) : known.amount;
    if (inside <= 0) {
      return 0;
    }
    double scale = wanted / inside;
    double rest = known.share && outside > 0 ? (inside + outside - wanted) / outside : 1;
    for (int row = 0; row < table.length; row++) {
      double by = known.parts.has(row) ? scale : rest;
      for (int month = known.first; month < known.end; month++) {
        table[row][month] *= by;
      }
    }
    return Math.abs(scale - 1);
  }
}
