package yuheng.cells;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Sums up an image: the finest cuts from the cells, every coarser cut from a finer one.
final class Aggregation {
  private final CellImage image;
  private final List<Measure> measures;
  private final Windows windows;
  private final List<Grouping> groupings;

  Aggregation(CellImage image, List<Cut> cuts, List<Measure> measures) {
    this.image = image;
    this.measures = List.copyOf(measures);
    this.windows = new Windows(image, measures);
    this.groupings = cuts.stream().distinct().map(cut -> new Grouping(image, cut)).toList();
  }

  Cube run(int threads) {
    try (var team = new Team(threads)) {
      var cube = new Cube(image, windows, measures);
      if (cube.fits()) {
        cube.hold(sums(image, team), List.of());
      } else {
        // Cells too large to be added in machine words are added in two halves.
        cube.hold(
            sums(image.mapped(cell -> cell & ((1L << Cube.LOW_BITS) - 1)), team),
            sums(image.mapped(cell -> cell >> Cube.LOW_BITS), team));
      }
      team.share(cube.all(), cube::finish);
      return cube;
    }
  }

  /// The sums of each cut, in the order of the cuts.
  private List<Sheet> sums(CellImage from, Team team) {
    var bases = new ArrayList<Placement>();
    var steps = new ArrayList<RollUp>();
    Map<Grouping, Sheet> sheets = layOut(from, bases, steps);
    team.each(
        team.threads(),
        part -> sheets.values().forEach(one -> one.make(from, windows, part, team.threads())));
    int years = (from.months + Windows.YEAR - 1) / Windows.YEAR;
    int parts = Math.min(years, team.threads() * 2);
    team.each(
        parts,
        part -> {
          int low = years * part / parts * Windows.YEAR;
          int high = Math.min(from.months, years * (part + 1) / parts * Windows.YEAR);
          new Scatter(from, windows, bases).run(low, high);
          steps.forEach(step -> step.run(from.months, low, high));
        });
    return groupings.stream().map(one -> Objects.requireNonNull(sheets.get(one))).toList();
  }

  /// Decides from what each cut is summed up.
  ///
  /// @param bases filled with the cuts that are summed up from the cells
  /// @param steps filled with the others, each after the one that it comes from
  private Map<Grouping, Sheet> layOut(CellImage from, List<Placement> bases, List<RollUp> steps) {
    List<Grouping> finestFirst =
        groupings.stream().sorted(Comparator.comparingInt(Grouping::size).reversed()).toList();
    var sheets = new HashMap<Grouping, Sheet>();
    for (Grouping one : finestFirst) {
      var sheet = new Sheet(one);
      Optional<Grouping> finer =
          sheets.keySet().stream()
              .filter(other -> one.isCoarserThan(from, other))
              .min(Comparator.comparingInt(Grouping::size));
      if (finer.isPresent()) {
        steps.add(new RollUp(from, Objects.requireNonNull(sheets.get(finer.get())), sheet));
      } else {
        bases.add(new Placement(from, sheet));
      }
      sheets.put(one, sheet);
    }
    return sheets;
  }

  /// Adds the blocks of a finer cut to those of a coarser.
  private static final class RollUp {
    private final Sheet from;
    private final Sheet to;
    private final int[] target;

    RollUp(CellImage image, Sheet from, Sheet to) {
      this.from = from;
      this.to = to;
      target = new int[from.groups()];
      for (int group = 0; group < target.length; group++) {
        if (from.isNeeded(group)) {
          target[group] = to.grouping.of(image, from.grouping, group);
          to.need(target[group]);
        }
      }
    }

    void run(int months, int low, int high) {
      for (int group = 0; group < target.length; group++) {
        @Nullable Block part = from.find(group);
        if (part != null) {
          to.block(target[group]).add(part, months, low, high);
        }
      }
    }
  }
}
