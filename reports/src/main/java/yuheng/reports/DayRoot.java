package yuheng.reports;

import java.time.LocalDate;

/// The root of a day (当日根): SHA-256 Merkle root over the last hash of every unit's chain, by number
/// of the unit, and over the log of readings, with the root of the day before. Who keeps it
/// elsewhere can show later that nothing up to that day was altered.
///
/// @param entry the last entry of the book that it binds
/// @param units how many chains it binds; the house's own, of the forms' items, is one of them
/// @param before the root of the last day before on which something was said, in hexadecimal
public record DayRoot(LocalDate day, long entry, int units, String root, String before) {}
