package yuheng.reports;

import java.time.Instant;

/// A change as it was kept.
///
/// @param entry its number in the book
/// @param unit the unit it is of; for one that was added, its new number
/// @param heard when it was said; the register knows it from then on
/// @param hash of the unit's chain up to it
public record RegisterEntry(
    long entry, long unit, RegisterChange change, String by, Instant heard, String hash) {}
