package yuheng.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How well findings agree with labels: the rules of the labelling guide's own scorer.
///
/// Level a: the spans overlap and the value is equal; b: and the unit; c: and the comparator; d:
/// and the period; e: level a and the subject. One label is matched with one finding; a number that
/// n subjects share may be found n times; findings on optional rows count neither way.
record Score(int gold, int found, Map<Level, Integer> right) {
  enum Level {
    A,
    B,
    C,
    D,
    E
  }

  private static final double SAME_SUBJECT = 0.5;
  private static final double SAME_VALUE = 1e-9;

  double precision(Level level) {
    return found == 0 ? (gold == 0 ? 1 : 0) : (double) right.getOrDefault(level, 0) / found;
  }

  double recall(Level level) {
    return gold == 0 ? (found == 0 ? 1 : 0) : (double) right.getOrDefault(level, 0) / gold;
  }

  double f1(Level level) {
    double sum = precision(level) + recall(level);
    return sum == 0 ? 0 : 2 * precision(level) * recall(level) / sum;
  }

  @Override
  public String toString() {
    var row = new StringBuilder("| %d | %d |".formatted(gold, found));
    for (Level level : Level.values()) {
      row.append(String.format(Locale.ROOT, " %.3f |", f1(level)));
    }
    return row.toString();
  }

  static Score of(List<Labelled> gold, List<Labelled> optional, List<Mention> found) {
    var matching = new Matching(gold, found);
    int[] owner = matching.owners();
    var right = new HashMap<Level, Integer>();
    var spare = new ArrayList<Integer>();
    gold.forEach(row -> spare.add(row.subjects() - 1));
    int ignored = 0;
    for (int j = 0; j < found.size(); j++) {
      if (owner[j] >= 0) {
        for (Level level : levels(gold.get(owner[j]), found.get(j))) {
          right.merge(level, 1, Integer::sum);
        }
      } else if (isSpare(gold, found.get(j), spare) || isOptional(optional, found.get(j))) {
        ignored++;
      }
    }
    return new Score(gold.size(), found.size() - ignored, right);
  }

  private static boolean isSpare(List<Labelled> gold, Mention mention, List<Integer> spare) {
    for (int i = 0; i < gold.size(); i++) {
      if (spare.get(i) > 0 && !levels(gold.get(i), mention).isEmpty()) {
        spare.set(i, spare.get(i) - 1);
        return true;
      }
    }
    return false;
  }

  private static boolean isOptional(List<Labelled> optional, Mention mention) {
    return optional.stream().anyMatch(row -> overlap(row, mention) > 0);
  }

  static int overlap(Labelled row, Mention mention) {
    return Math.max(0, Math.min(row.end(), mention.end()) - Math.max(row.start(), mention.start()));
  }

  /// The levels on which a finding is right; empty if not even on the first.
  static List<Level> levels(Labelled row, Mention mention) {
    boolean value = row.forms().stream().anyMatch(form -> sameValue(form, mention));
    if (overlap(row, mention) == 0 || !value) {
      return List.of();
    }
    var levels = new ArrayList<>(List.of(Level.A));
    boolean b =
        row.forms().stream().anyMatch(form -> sameValue(form, mention) && sameUnit(form, mention));
    boolean c = b && row.comparators().contains(mention.comparator().sign());
    boolean d = c && row.periods().contains(GuideRow.period(mention.timing()));
    addIf(b, Level.B, levels);
    addIf(c, Level.C, levels);
    addIf(d, Level.D, levels);
    double likeness =
        Math.max(
            dice(row.subject(), mention.subject()),
            dice(row.scope() + row.subject(), mention.subject()));
    addIf(likeness >= SAME_SUBJECT, Level.E, levels);
    return levels;
  }

  private static void addIf(boolean holds, Level level, List<Level> levels) {
    if (holds) {
      levels.add(level);
    }
  }

  private static boolean sameValue(Labelled.Form form, Mention mention) {
    double labelled = form.value().doubleValue() * scaled(form.unit()).factor();
    double read = mention.value().doubleValue() * scaled(mention.unit()).factor();
    return Math.abs(labelled - read) <= SAME_VALUE * Math.max(Math.abs(labelled), Math.abs(read));
  }

  private static boolean sameUnit(Labelled.Form form, Mention mention) {
    return scaled(form.unit()).code().equals(scaled(mention.unit()).code());
  }

  /// A unit's code and how many of it one is: `m3/万元` is 0.0001 of `m3/CNY`.
  private record Scaled(String code, double factor) {}

  private static Scaled scaled(String unit) {
    int stroke = unit.indexOf('/');
    if (stroke < 0) {
      return plain(unit);
    }
    Scaled over = plain(unit.substring(0, stroke));
    double factor = over.factor();
    var codes = new ArrayList<String>();
    for (String part : unit.substring(stroke + 1).replaceAll("[()]", "").split("[*•·.×/]", -1)) {
      Scaled under = plain(part);
      codes.add(under.code());
      factor /= under.factor();
    }
    codes.sort(null);
    return new Scaled(over.code() + "/" + String.join("*", codes), factor);
  }

  private static Scaled plain(String unit) {
    Letters letters = Letters.of(unit);
    Optional<Numeral> scale = new Numerals(letters).at(0);
    int from = scale.map(Numeral::end).orElse(0);
    Optional<Units.Read> read =
        Units.at(letters, from).filter(one -> one.end() == letters.length());
    double factor = scale.map(Numeral::value).map(BigDecimal::doubleValue).orElse(1.0);
    return read.map(
            one -> new Scaled(one.unit().code(), factor * one.unit().factor().doubleValue()))
        .orElse(new Scaled(unit, 1));
  }

  private static double dice(String one, String other) {
    List<String> a = bigrams(one);
    List<String> b = new ArrayList<>(bigrams(other));
    if (a.isEmpty() || b.isEmpty()) {
      return 0;
    }
    int size = a.size() + b.size();
    long common = a.stream().filter(b::remove).count();
    return 2.0 * common / size;
  }

  private static List<String> bigrams(String text) {
    String bare = text.replaceAll("[\\s，。、；：“”\"'（）()《》·]", "");
    var bigrams = new ArrayList<String>();
    for (int i = 0; i + 1 < bare.length(); i++) {
      bigrams.add(bare.substring(i, i + 2));
    }
    return bigrams.isEmpty() && !bare.isEmpty() ? List.of(bare) : bigrams;
  }

  /// The largest matching of labels with findings, better pairs first.
  private static final class Matching {
    private final List<Labelled> gold;
    private final List<Mention> found;
    private final int[] owners;

    Matching(List<Labelled> gold, List<Mention> found) {
      this.gold = gold;
      this.found = found;
      this.owners = new int[found.size()];
      Arrays.fill(owners, -1);
    }

    /// For every finding the label it is matched with, or -1.
    int[] owners() {
      for (int level = Level.values().length; level > 0; level--) {
        for (int i = 0; i < gold.size(); i++) {
          if (!isMatched(i) && best(i) >= level) {
            augment(i, new boolean[found.size()]);
          }
        }
      }
      improve();
      return owners;
    }

    private boolean isMatched(int row) {
      return Arrays.stream(owners).anyMatch(owner -> owner == row);
    }

    private int best(int row) {
      return found.stream().mapToInt(mention -> rank(row, mention)).max().orElse(0);
    }

    private int rank(int row, Mention mention) {
      return levels(gold.get(row), mention).size();
    }

    private boolean augment(int row, boolean[] seen) {
      var order = new ArrayList<Integer>();
      for (int j = 0; j < found.size(); j++) {
        if (rank(row, found.get(j)) > 0) {
          order.add(j);
        }
      }
      order.sort((x, y) -> rank(row, found.get(y)) - rank(row, found.get(x)));
      for (int j : order) {
        if (!seen[j]) {
          seen[j] = true;
          if (owners[j] < 0 || augment(owners[j], seen)) {
            owners[j] = row;
            return true;
          }
        }
      }
      return false;
    }

    /// Swaps two pairs where that makes more right.
    private void improve() {
      boolean better = true;
      while (better) {
        better = false;
        for (int x = 0; x < owners.length; x++) {
          for (int y = x + 1; y < owners.length; y++) {
            better |= owners[x] >= 0 && owners[y] >= 0 && swap(x, y);
          }
        }
      }
    }

    private boolean swap(int x, int y) {
      int a = rank(owners[y], found.get(x));
      int b = rank(owners[x], found.get(y));
      int now = rank(owners[x], found.get(x)) + rank(owners[y], found.get(y));
      if (a == 0 || b == 0 || a + b <= now) {
        return false;
      }
      int row = owners[x];
      owners[x] = owners[y];
      owners[y] = row;
      return true;
    }
  }
}
