/// What was said, by whom, about which period, and when it was heard.
///
/// - Entry: [OfficialFigures#load(yuheng.plan.Plan)] reads the figures and code lists of a package
///   and gives them, or all problems at once; with a [Journal], those too that people entered.
/// - What people bring is read as a [FigureTable] and checked by [Intake], whose faults refuse it
///   whole and whose doubts ask for a reason. What is taken along is a [Listing].
/// - A figure is never changed and never averaged with another: revisions and conflicting sources
///   stay side by side as vintages, and [OfficialFigures#knownOn] says which were known on a day.
/// - What people say to the house is kept in a [Journal], which is only ever added to.
/// - [Accounts] are what the journal says of them. Those that speak for a unit are opened by the
///   unit itself, with a code from its [Letters]: [Activation].
/// - Hides: CSV, workbooks, SQLite, JSON.
/// - Depends on: `terms`, `plan`.
@NullMarked
package yuheng.facts;

import org.jspecify.annotations.NullMarked;
