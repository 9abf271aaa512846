package yuheng.web;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.web.context.request.WebRequest;
import yuheng.plan.Form;
import yuheng.reports.CellRow;
import yuheng.reports.ReportKey;
import yuheng.reports.TypedRow;
import yuheng.reports.Version;

/// What stands in the cells of a form, as typed; only what the form asks.
final class TypedCells {
  private static final int LONGEST = 600;

  private TypedCells() {}

  /// What stands in a form nobody typed into: the last version or, beside empty cells, what was
  /// reported of the year before.
  static Map<String, String> known(
      Reporting reporting, Form form, ReportKey key, Optional<Version> version) {
    var typed = new HashMap<String, String>();
    Optional<CellRow> last = version.map(Version::cells);
    Optional<CellRow> year =
        reporting
            .last(new ReportKey(key.unit(), form.id(), key.period().yearBefore()))
            .map(Version::cells);
    for (int i = 0; i < form.items().size(); i++) {
      int at = i;
      Form.Item item = form.items().get(i);
      last.ifPresent(row -> typed.put(TypedRow.NOW + item.id(), Cells.typed(row.now(at))));
      if (item.prior()) {
        OptionalLong then =
            last.map(row -> row.prior(at))
                .orElse(year.map(row -> row.now(at)).orElse(OptionalLong.empty()));
        typed.put(TypedRow.PRIOR + item.id(), Cells.typed(then));
      }
    }
    version.ifPresent(
        one -> one.reasons().forEach((check, why) -> typed.put(TypedRow.WHY + check, why)));
    typed.values().removeIf(String::isEmpty);
    return typed;
  }

  /// What came with a request.
  static Map<String, String> of(Form form, WebRequest request) {
    var typed = new HashMap<String, String>();
    for (Form.Item item : form.items()) {
      take(TypedRow.NOW + item.id(), request, typed);
      take(TypedRow.PRIOR + item.id(), request, typed);
    }
    form.checks().forEach(check -> take(TypedRow.WHY + check.id(), request, typed));
    return typed;
  }

  private static void take(String name, WebRequest request, Map<String, String> typed) {
    String value = Asked.said(request, name);
    if (!value.isEmpty()) {
      typed.put(name, value.length() > LONGEST ? value.substring(0, LONGEST) : value);
    }
  }
}
