package yuheng.reports;

import java.time.LocalDate;

/// The root of a day (当日根): SHA-256 Merkle root over the last hash of every unit's chain, by number
/// of the unit, with the root of the day before. Who keeps it elsewhere can show later that nothing
/// up to that day was altered.
///
/// @param units how many chains it binds
public record DayRoot(LocalDate day, int units, String root, String before) {}
