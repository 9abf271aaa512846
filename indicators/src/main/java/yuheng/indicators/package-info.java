/// Where each target stands: formulas and published figures turned into values, each with a grade
/// that says how well the figure answers the question and a state that says how the target fares.
///
/// - Entry: [Measurement], asked with a [Question] (as of which month, known on which day).
/// - Values are in the indicator's declared unit and carry their evidence down to the figures.
/// - The rules of grades and states are written down in `docs/book/reference/grades-and-states.md`.
/// - Depends on: `terms`, `plan`, `facts`.
@NullMarked
package yuheng.indicators;

import org.jspecify.annotations.NullMarked;
