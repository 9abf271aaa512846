/// What units report, and nobody else may say for them (企业直报): registers, forms, versions of
/// reports, what offices accept.
///
/// - Entry: [ReportBook#open]. Every reading and writing takes the [yuheng.facts.Access] of the one
///   who asks; rows outside his scope are not there for him.
/// - A [Submission] becomes a [Version] only if its own unit said it. There is no way to change
///   one, for anybody: a correction is the unit's next version. Offices accept, or return with a
///   reason.
/// - Versions and decisions of a unit are chained by their hashes; a day's chains are bound by one
///   root. [ReportBook#verify] names what was altered.
/// - A cell is a whole number of the form item's own unit, or has none: a [CellRow].
/// - Hides: SQLite, CSV, workbooks, Parquet.
/// - Depends on: `terms`, `plan`, `facts`.
@NullMarked
package yuheng.reports;

import org.jspecify.annotations.NullMarked;
