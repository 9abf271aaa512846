package yuheng.reports;

import yuheng.terms.Period;

/// Which report: of which unit, on which form, of which period.
///
/// @param unit number of the unit in the registers
/// @param form id of the form
/// @param period one of the form's own periods, see [yuheng.plan.Form#closing]
public record ReportKey(long unit, String form, Period period) {}
