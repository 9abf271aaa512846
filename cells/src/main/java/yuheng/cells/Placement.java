package yuheng.cells;

import org.jspecify.annotations.Nullable;
import yuheng.cells.CellImage.Row;

/// Which block of a finest cut each unit adds to: for most units one for ever.
final class Placement {
  private final Sheet sheet;
  private final int[] settled;
  private final int[] @Nullable [] moving;

  /// Finds the groups of all units, and says which are needed.
  Placement(CellImage image, Sheet sheet) {
    this.sheet = sheet;
    settled = new int[image.units()];
    moving = new int[image.units()][];
    for (int unit = 0; unit < settled.length; unit++) {
      Row row = image.rows.get(unit);
      settled[unit] = sheet.grouping.group(image, row, 0);
      sheet.need(settled[unit]);
      if (row.moves) {
        var monthly = new int[image.months];
        for (int month = 0; month < image.months; month++) {
          monthly[month] = sheet.grouping.group(image, row, month);
          sheet.need(monthly[month]);
        }
        moving[unit] = monthly;
      }
    }
  }

  /// The one block of a unit that does not move.
  Block block(int unit) {
    return sheet.block(settled[unit]);
  }

  /// The block of a unit in a month.
  Block block(int unit, int month) {
    int @Nullable [] monthly = moving[unit];
    return sheet.block(monthly == null ? settled[unit] : monthly[month]);
  }
}
