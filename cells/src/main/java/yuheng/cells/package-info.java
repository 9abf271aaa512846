/// Sums over the cells of many units, by any cut, exact and fast (单元聚合).
///
/// - Entry: a [CellImage] holds what units said, cell by cell; [CellImage#cube] sums it up: every
///   month, every group of every [Cut], every [Measure], at once.
/// - A cell is a whole number of its item's own unit, or is not there. Sums are exact whole numbers
///   of any size; what is missing is counted and never taken for zero.
/// - What a measure means is written at it, and in `docs/book/reference/cells.md`. The test oracle
///   says it a second time, plainly, and a database a third.
/// - Depends on: `terms`.
@NullMarked
package yuheng.cells;

import org.jspecify.annotations.NullMarked;
