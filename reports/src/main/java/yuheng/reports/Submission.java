package yuheng.reports;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What a unit hands in (上报).
///
/// @param cells in the order of the form's items
/// @param reasons why a soft check fails, by the id of the check
/// @param seen number of the version that it replaces and whose author has seen it; 0 for the first
/// @param idempotency a text of the sender's choice, unique for each thing he hands in: the same
///   text a second time gives the receipt of the first
public record Submission(
    ReportKey key, CellRow cells, Map<String, String> reasons, int seen, String idempotency) {
  public Submission {
    reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
  }
}
