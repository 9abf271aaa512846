/// The words every other room speaks: what a number is **of**, what time it is **about**, where it
/// comes **from**, and what is wrong when something is.
///
/// - Numbers: [Quantity] (an exact decimal and a [Unit]), [Value] (a quantity, or why there is
///   none).
/// - Time: [Period], half-open, whole months.
/// - Words for people: [Words] in Chinese and English; [Problem] with place, reason and mend.
/// - `double` never enters or leaves this room; there is no null and no NaN.
/// - Throws only [UnitMismatch] and, for a programmer's mistake, [IllegalArgumentException].
/// - Depends on: nothing but the JDK.
@NullMarked
package yuheng.terms;

import org.jspecify.annotations.NullMarked;
