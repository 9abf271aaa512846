package yuheng.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static yuheng.testing.ForAll.forAll;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// Known sums of a table that exists are met, from any other table that starts positive.
class RakingTest {
  private record Drawn(List<Double> start, int parts, List<Raking.Known> sums) {}

  @Test
  void whateverSumsATableHasAnotherOneIsBroughtToThem() {
    forAll(
        RakingTest::drawn,
        drawn -> {
          double[][] table = table(drawn.start, drawn.parts);
          Raking.fit(table, drawn.sums);
          for (Raking.Known known : drawn.sums) {
            double of = sum(table, known);
            double whole =
                known.share()
                    ? sum(
                        table,
                        new Raking.Known(all(drawn.parts), known.first(), known.end(), 0, false))
                    : 1;
            assertThat(of / whole).isCloseTo(known.amount(), within(known.amount() * 1e-3));
          }
          for (double[] row : table) {
            assertThat(row).doesNotContain(Double.NaN);
          }
        });
  }

  private static Drawn drawn(RandomGenerator random, int size) {
    int parts = 1 + random.nextInt(size + 1);
    int months = 6;
    List<Double> truth = random.doubles(parts * (long) months, 0.5, 2).boxed().toList();
    List<Double> start = random.doubles(parts * (long) months, 0.5, 2).boxed().toList();
    double[][] table = table(truth, parts);
    var sums = new ArrayList<Raking.Known>();
    for (int i = 0; i < 3; i++) {
      int first = random.nextInt(months);
      int end = first + 1 + random.nextInt(months - first);
      var whole = new Raking.Known(all(parts), first, end, 0, false);
      var some = new Parts(BitSet.valueOf(new long[] {1 + random.nextInt(1 << parts)}));
      double part = sum(table, new Raking.Known(some, first, end, 0, false));
      if (part > 0) {
        sums.add(new Raking.Known(some, first, end, part / sum(table, whole), true));
      }
      sums.add(new Raking.Known(all(parts), first, end, sum(table, whole), false));
    }
    return new Drawn(start, parts, sums);
  }

  private static Parts all(int parts) {
    var rows = new BitSet();
    rows.set(0, parts);
    return new Parts(rows);
  }

  private static double[][] table(List<Double> cells, int parts) {
    double[][] table = new double[parts][cells.size() / parts];
    for (int i = 0; i < cells.size(); i++) {
      table[i % parts][i / parts] = cells.get(i);
    }
    return table;
  }

  private static double sum(double[][] table, Raking.Known of) {
    double sum = 0;
    for (int row = 0; row < table.length; row++) {
      for (int month = of.first(); month < of.end(); month++) {
        sum += of.parts().has(row) ? table[row][month] : 0;
      }
    }
    return sum;
  }
}
