package yuheng.plan;

import yuheng.terms.Unit;
import yuheng.terms.Words;

/// A published series (公布数列): what a statistical office or a government prints again and again.
///
/// @param unit with its price basis, where money is in it
/// @param coverage a code of [Plan#coverages()]
public record Series(String id, Words name, Unit unit, TimeShape time, String coverage) {}
