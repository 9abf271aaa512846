/// A strategy as a typed document: prose whose committed numbers are bound to targets, targets to
/// indicators, indicators to formulas over published series.
///
/// - Entry: [Plan#read(java.nio.file.Path)] gives a [Reading]: the plan, or all problems at once,
///   in the author's words and with the exact place. Formulas are typed here and never evaluated.
/// - [AnchorCheck] holds the plan's numbers to the official text, which stays outside.
/// - The format is described in `docs/book/reference/plan-package.md`; codes `PL…` in
///   `problems.md`.
/// - Hides: CommonMark, YAML, the formula grammar.
/// - Depends on: `terms`.
@NullMarked
package yuheng.plan;

import org.jspecify.annotations.NullMarked;
