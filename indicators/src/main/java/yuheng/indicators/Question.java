package yuheng.indicators;

import java.time.LocalDate;
import java.time.YearMonth;

/// When is asked: no figure about a later month than `asOf` counts, and none heard after `knownOn`.
public record Question(YearMonth asOf, LocalDate knownOn) {
  /// First day after the month asked about.
  LocalDate end() {
    return asOf.plusMonths(1).atDay(1);
  }
}
