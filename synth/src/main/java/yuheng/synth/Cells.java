package yuheng.synth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import yuheng.plan.Form;
import yuheng.plan.SynthRules;
import yuheng.plan.SynthRules.Range;
import yuheng.plan.SynthRules.Recipe;
import yuheng.plan.TimeShape;

/// The items of the forms of one register, in the order in which they are reckoned.
final class Cells {
  private static final double WIDE = 8;

  /// One item.
  ///
  /// @param index place in the order of reckoning
  /// @param form place of its form
  /// @param place in its form
  record Cell(int index, int form, int place, Form.Item item, Recipe recipe) {
    boolean stock() {
      return item.time() == TimeShape.STOCK;
    }
  }

  /// A sum of cells, each so often.
  static final class Sum {
    final int[] cells;
    final double[] times;

    private Sum(Recipe.Weighted recipe, Map<String, Cell> cells) {
      this.cells = new int[recipe.parts().size()];
      this.times = new double[this.cells.length];
      int i = 0;
      for (var part : recipe.parts().entrySet()) {
        this.cells[i] = named(cells, part.getKey()).index();
        this.times[i] = part.getValue().doubleValue();
        i++;
      }
    }
  }

  final List<Form> forms;
  final List<Cell> all;
  final Map<String, Cell> byId = new HashMap<>();

  /// The cell that one is reckoned from; -1 for none or several.
  final int[] of;

  final Map<Integer, Sum> sums = new HashMap<>();

  /// Cells by form, in the form's order.
  final int[][] byForm;

  Cells(SynthRules rules, List<Form> forms) {
    this.forms = List.copyOf(forms);
    this.byForm = new int[forms.size()][];
    Map<String, Cell> asked = new HashMap<>();
    for (int form = 0; form < forms.size(); form++) {
      List<Form.Item> items = forms.get(form).items();
      byForm[form] = new int[items.size()];
      for (int place = 0; place < items.size(); place++) {
        Form.Item item = items.get(place);
        Recipe recipe = rules.items().get(item.id());
        if (recipe == null) {
          throw new IllegalArgumentException(
              "synth.yaml does not say how `%s` of form `%s` is reckoned."
                  .formatted(item.id(), forms.get(form).id()));
        }
        asked.put(item.id(), new Cell(-1, form, place, item, recipe));
      }
    }
    var cells = new ArrayList<Cell>();
    for (String id : rules.items().keySet()) {
      Cell cell = asked.get(id);
      if (cell == null) {
        throw new IllegalArgumentException(
            "synth.yaml reckons `%s`, but no form asks it.".formatted(id));
      }
      var placed = new Cell(cells.size(), cell.form(), cell.place(), cell.item(), cell.recipe());
      cells.add(placed);
      byId.put(id, placed);
      byForm[placed.form()][placed.place()] = placed.index();
    }
    this.all = List.copyOf(cells);
    this.of = new int[all.size()];
    for (Cell cell : all) {
      of[cell.index()] = -1;
      switch (cell.recipe()) {
        case Recipe.Total _ -> {}
        case Recipe.PerOther(var other, _, _, _) ->
            of[cell.index()] = perOther(cell, named(byId, other));
        case Recipe.Weighted weighted -> sums.put(cell.index(), new Sum(weighted, byId));
        case Recipe.Positive(var other, _) -> of[cell.index()] = named(byId, other).index();
        case Recipe.Mean(var other) -> of[cell.index()] = named(byId, other).index();
      }
    }
  }

  private static int perOther(Cell cell, Cell other) {
    if (cell.stock() && !other.stock() && other.index() != 0) {
      throw new IllegalArgumentException(
          "`%s` is a stock and cannot be so much of `%s`, a flow that is not the total; write it of the total or of a stock."
              .formatted(cell.item().id(), other.item().id()));
    }
    return other.index();
  }

  private static Cell named(Map<String, Cell> cells, String id) {
    Cell cell = cells.get(id);
    if (cell == null) {
      throw new IllegalArgumentException(
          "synth.yaml reckons from `%s`, which is no item.".formatted(id));
    }
    return cell;
  }

  /// How much of the other item each unit has: drawn once for each unit and item.
  static double[] ratios(Cell cell, List<String> classes, Population people, long[] luck) {
    double[] ratios = new double[people.count];
    if (!(cell.recipe() instanceof Recipe.PerOther recipe)) {
      return ratios;
    }
    double[] low = new double[classes.size()];
    double[] high = new double[classes.size()];
    for (int i = 0; i < low.length; i++) {
      Range range = ItemPath.rangeOf(recipe, classes.get(i));
      low[i] = range.low().doubleValue();
      high[i] = range.high().doubleValue();
    }
    double among = recipe.among().doubleValue();
    for (int unit = 0; unit < ratios.length; unit++) {
      double from = low[people.classOf[unit]];
      double to = high[people.classOf[unit]];
      double at = Chance.of(luck[unit], 2L * cell.index());
      boolean has = Chance.of(luck[unit], 2L * cell.index() + 1) < among;
      if (has) {
        ratios[unit] =
            from > 0 && to / from > WIDE ? from * Math.pow(to / from, at) : from + (to - from) * at;
      }
    }
    return ratios;
  }

  /// No unit has more of this than of the other.
  boolean capped(Cell cell) {
    return cell.recipe() instanceof Recipe.PerOther(_, var ratio, var by, _)
        && cell.stock() == all.get(of[cell.index()]).stock()
        && ratio.high().doubleValue() <= 1
        && by.values().stream().allMatch(range -> range.high().doubleValue() <= 1)
        && cell.item().unit().scale().compareTo(all.get(of[cell.index()]).item().unit().scale())
            == 0
        && cell.item().unit().hasTheDimensionOf(all.get(of[cell.index()]).item().unit());
  }
}
