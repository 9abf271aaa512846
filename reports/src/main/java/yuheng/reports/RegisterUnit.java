package yuheng.reports;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A unit of a register as it is known to be on one day (名录单位).
///
/// @param number its own for ever, among all registers; codes and names may change
/// @param codes every code it ever bore, the one of the day first
/// @param attributes by id, as texts: a code, the number of another unit, `2012-03-01`, `yes`,
///   `1200`
/// @param from first day
/// @param until first day on which it is not there any more; empty while it is
/// @param intoUnit the unit that it was merged into or, when split, the first of those it became
public record RegisterUnit(
    long number,
    String register,
    List<String> codes,
    Map<String, String> attributes,
    LocalDate from,
    Optional<LocalDate> until,
    Optional<Long> intoUnit) {
  public RegisterUnit {
    codes = List.copyOf(codes);
    attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
  }

  /// An attribute, if it is known.
  public Optional<String> find(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /// It is there on that day.
  public boolean standsOn(LocalDate day) {
    return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
  }
}
