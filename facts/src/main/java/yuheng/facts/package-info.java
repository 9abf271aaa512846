/// What was said, by whom, about which period, and when it was heard.
///
/// - Entry: [OfficialFigures#load(yuheng.plan.Plan)] reads the figures and code lists of a package
///   and gives them, or all problems at once.
/// - A figure is never changed and never averaged with another: revisions and conflicting sources
///   stay side by side as vintages, and [OfficialFigures#knownOn] says which were known on a day.
/// - What people say to the house is kept in a [Journal], which is only ever added to.
/// - [Accounts] are what the journal says of them.
/// - Hides: CSV, SQLite, JSON.
/// - Depends on: `terms`, `plan`.
@NullMarked
package yuheng.facts;

import org.jspecify.annotations.NullMarked;
