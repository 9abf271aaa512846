package yuheng.reports;

import java.time.Instant;
import yuheng.facts.Role;
import yuheng.terms.Period;

/// That somebody else read the cells of a unit (阅览记录).
///
/// @param by the account that read
/// @param among whether it read the whole form and period, the unit's report among others
public record CellReading(
    Instant at, String by, Role role, String form, Period period, boolean among) {}
