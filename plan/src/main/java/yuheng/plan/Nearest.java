package yuheng.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/// The known name that a misspelled one most likely meant.
final class Nearest {
  private Nearest() {}

  /// The nearest of `known`, if it is no more than a third of the word away.
  static Optional<String> to(String word, Collection<String> known) {
    int most = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(name -> Math.abs(name.length() - word.length()) <= most)
        .filter(name -> distance(word, name) <= most)
        .min(
            Comparator.<String>comparingInt(name -> distance(word, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
