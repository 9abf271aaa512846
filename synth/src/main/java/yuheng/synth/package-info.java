/// A synthetic city (合成城市): invented enterprises whose reports add up to the published figures. For
/// demos, tests and benches; nothing of it is a statistic, and everything says so.
///
/// - Entry: [SyntheticCity#of]. The same plan, figures and [Wishes] give the same bytes.
/// - Figures heard after [Wishes#knownOn] have no influence.
/// - Units come as [RegisterRow]s, reports one after another as a [ReportRow] that is used again;
///   the [Calibration] says how near each published figure was met.
/// - Hides: ICU4J, which knows when Spring Festival is.
/// - Depends on: `terms`, `plan`, `facts`.
@NullMarked
package yuheng.synth;

import org.jspecify.annotations.NullMarked;
