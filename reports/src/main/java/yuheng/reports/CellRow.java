package yuheng.reports;

import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalLong;
import yuheng.plan.Form;

/// The cells of one report (一行数据): for each item of its form a whole number of the item's unit, or
/// none; and the same for the year before where the form asks it. Never changes.
public final class CellRow {
  private final long[] now;
  private final BitSet hasNow;
  private final long[] prior;
  private final BitSet hasPrior;

  private CellRow(Draft draft) {
    now = draft.now.clone();
    hasNow = (BitSet) draft.hasNow.clone();
    prior = draft.prior.clone();
    hasPrior = (BitSet) draft.hasPrior.clone();
  }

  /// How many items the form has.
  public int items() {
    return now.length;
  }

  /// The figure of an item, by its place in the form; empty where it has none.
  public OptionalLong now(int item) {
    return hasNow.get(item) ? OptionalLong.of(now[item]) : OptionalLong.empty();
  }

  /// The same for the year before (上年同期), as this report says it.
  public OptionalLong prior(int item) {
    return hasPrior.get(item) ? OptionalLong.of(prior[item]) : OptionalLong.empty();
  }

  /// Whether nothing at all is filled.
  public boolean isEmpty() {
    return hasNow.isEmpty() && hasPrior.isEmpty();
  }

  /// Which cells are filled, and their figures.
  void pack(Packed to) {
    pack(to, hasNow, now);
    pack(to, hasPrior, prior);
  }

  private static void pack(Packed to, BitSet has, long[] values) {
    to.add(has, values.length);
    has.stream().forEach(item -> to.add(values[item]));
  }

  /// What [#pack] wrote.
  ///
  /// @param places where each item of the row stands now; -1 for one that the form has no more
  /// @param items how many the form has now
  static CellRow unpack(Packed.Reader from, int[] places, int items) {
    var draft = new Draft(items);
    from.bits(places.length).stream()
        .forEach(
            item -> {
              long value = from.number();
              if (places[item] >= 0) {
                draft.now(places[item], value);
              }
            });
    from.bits(places.length).stream()
        .forEach(
            item -> {
              long value = from.number();
              if (places[item] >= 0) {
                draft.prior(places[item], value);
              }
            });
    return draft.row();
  }

  /// An empty row of a form, to be filled.
  public static Draft of(Form form) {
    return new Draft(form.items().size());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CellRow that
        && hasNow.equals(that.hasNow)
        && hasPrior.equals(that.hasPrior)
        && Arrays.equals(now, that.now)
        && Arrays.equals(prior, that.prior);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(now) + Arrays.hashCode(prior);
  }

  @Override
  public String toString() {
    var text = new StringBuilder("[");
    for (int item = 0; item < now.length; item++) {
      text.append(item == 0 ? "" : ", ").append(hasNow.get(item) ? now[item] : "–");
      if (hasPrior.get(item)) {
        text.append(" (").append(prior[item]).append(')');
      }
    }
    return text.append(']').toString();
  }

  /// A row while it is filled; for one thread.
  public static final class Draft {
    private final long[] now;
    private final BitSet hasNow;
    private final long[] prior;
    private final BitSet hasPrior;

    private Draft(int items) {
      now = new long[items];
      hasNow = new BitSet(items);
      prior = new long[items];
      hasPrior = new BitSet(items);
    }

    /// Fills the figure of an item, by its place in the form.
    public Draft now(int item, long value) {
      now[item] = value;
      hasNow.set(item);
      return this;
    }

    /// Fills the figure of the year before.
    public Draft prior(int item, long value) {
      prior[item] = value;
      hasPrior.set(item);
      return this;
    }

    /// The row as it is filled now.
    public CellRow row() {
      return new CellRow(this);
    }
  }
}
