package yuheng.web;

import java.util.List;
import yuheng.facts.Offered;

/// A figure that is offered, in one line.
///
/// @param at the cell it stands in
/// @param before the figure used so far, or nothing
/// @param used it will be the one used once it is taken
/// @param reason given for its doubts
/// @param open a reason is still wanted
record OfferedLine(
    FigureLine figure,
    String at,
    String before,
    boolean used,
    List<Told> doubts,
    String reason,
    boolean open) {
  static OfferedLine of(Offered offered, Shown shown, Asked asked) {
    return new OfferedLine(
        FigureLine.of(offered.figure(), shown, asked),
        offered.place().address(),
        offered.before().map(one -> one.value().show(asked.language())).orElse(""),
        offered.isUsed(),
        offered.doubts().stream().map(doubt -> Told.of(doubt, asked)).toList(),
        offered.reason().orElse(""),
        offered.isOpen());
  }
}
