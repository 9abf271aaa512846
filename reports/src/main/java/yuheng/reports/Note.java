package yuheng.reports;

import java.time.Instant;

/// A note beside a version (批注): for the unit and the offices to read; it decides nothing.
///
/// @param entry its number in the book
/// @param version the entry of the version that it is about
/// @param by the account of the park or office
public record Note(long entry, long version, String text, String by, Instant at, String hash) {}
