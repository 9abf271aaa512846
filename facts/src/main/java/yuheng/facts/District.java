package yuheng.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import yuheng.terms.Words;

/// A district (区县) as it was from one day to another.
///
/// @param code administrative code; a predecessor whose code went to another district bears a
///   suffix
/// @param longitude of its label, in degrees
/// @param latitude of its label, in degrees
/// @param from first day
/// @param to first day after; empty while it stands
/// @param continuesAs the code under which the same district goes on, when it was renamed or raised
///   in rank
/// @param mergedInto the code of the other district that it became a part of
public record District(
    String code,
    Words name,
    BigDecimal longitude,
    BigDecimal latitude,
    LocalDate from,
    Optional<LocalDate> to,
    Optional<String> continuesAs,
    Optional<String> mergedInto,
    Optional<String> note) {
  /// It stood on that day.
  public boolean standsOn(LocalDate day) {
    return !day.isBefore(from) && to.map(day::isBefore).orElse(true);
  }
}
