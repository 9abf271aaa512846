package yuheng.web;

import java.util.Map;
import yuheng.facts.Fault;
import yuheng.terms.Words;

/// A fault or a doubt as a page tells it.
///
/// @param at the field of a form that it concerns; of a table the cell
/// @param label the same as people call it
record Told(String code, String what, String at, String label, String why, String mend) {
  private static final Map<String, Words> FIELDS =
      Map.of(
          "series", new Words("数列", "Series"),
          "scope", new Words("范围", "Scope"),
          "period", new Words("所属期", "Period"),
          "value", new Words("数值", "Value"),
          "unit", new Words("单位", "Unit"),
          "growth", new Words("同比增速", "Growth"),
          "heard", new Words("发布日期", "Heard"),
          "source", new Words("来源", "Source"),
          "note", new Words("备注", "Note"));

  /// At its cell of a table.
  static Told of(Fault fault, Asked asked) {
    String address = fault.place().address();
    return of(fault, address, address, asked);
  }

  /// At its field of a form.
  static Told ofForm(Fault fault, Asked asked) {
    String field = fault.place().file();
    return of(fault, field, asked.t(FIELDS.getOrDefault(field, Words.same(field))), asked);
  }

  private static Told of(Fault fault, String at, String label, Asked asked) {
    return new Told(
        fault.code(),
        asked.t(fault.what()),
        at,
        label,
        asked.t(fault.why()),
        asked.t(fault.mend()));
  }
}
