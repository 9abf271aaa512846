package yuheng.synth;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import yuheng.plan.Form;
import yuheng.plan.Form.Rhythm;
import yuheng.plan.Register;
import yuheng.plan.Register.Attribute;
import yuheng.plan.Register.Codes;
import yuheng.plan.Register.Type;
import yuheng.plan.TimeShape;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// The forms and registers of Chongqing's package, item by item.
final class AgreedForms {
  private static final Unit THOUSAND = Unit.of("千元");
  private static final Unit THING = Unit.of("个");

  private AgreedForms() {}

  static List<Form> all() {
    return List.of(
        form("output", Rhythm.MONTH, true, 10, "gross-output*p gross-output-constant:p new-product-output:p sales-output:p export-delivery:p"),
        form("finance", Rhythm.MONTH, true, 18, "revenue*p cost:p tax-surcharge selling-expense admin-expense finance-expense interest-expense profit:gp vat:g income-tax:g total-assets*sp current-assets:s receivables:s inventories:s finished-goods:s fixed-assets-cost:s depreciation liabilities:s equity:sg loss-making-amount"),
        form("energy", Rhythm.MONTH, true, 10, "electricity*kp gas:cp coal:tp coke:t oil:t heat:n energy-total:tp water:c"),
        form("employment", Rhythm.QUARTER, true, 12, "employees*snp employees-average:n engineers:sn wages*p vacancies:sn trained:n"),
        form("investment", Rhythm.MONTH, true, 10, "investment-done:p renovation-done:p equipment-bought investment-planned:s land-used:sn"),
        form("rd", Rhythm.YEAR, false, 60, "rd-expense:p rd-staff:sn patents-applied:n patents-granted:n invention-patents:sn standards-led:n new-product-sales:p"),
        form("quality", Rhythm.QUARTER, true, 20, "graded-output first-grade-output internal-loss external-loss batches-inspected:n batches-failed:n brand-sales"),
        form("safety", Rhythm.QUARTER, true, 20, "hazards-found:n hazards-rectified:n equipment-required:sn equipment-installed:sn accidents:n deaths:n"));
  }

  /// `*` required, `s` a stock, `g` signed, `p` with the year before, `k` kWh, `c` cubic metres, `t`
  /// tonnes, `n` counted; else thousand yuan.
  private static Form form(String id, Rhythm rhythm, boolean toDate, int due, String items) {
    var list = new ArrayList<Form.Item>();
    for (String text : items.split(" ")) {
      int mark = Math.max(text.indexOf(':'), text.indexOf('*'));
      String name = mark < 0 ? text : text.substring(0, mark);
      String marks = mark < 0 ? "" : text.substring(mark);
      Unit unit =
          marks.contains("k")
              ? Unit.of("千瓦时")
              : marks.contains("c")
                  ? Unit.of("立方米")
                  : marks.contains("t") ? Unit.of("吨") : marks.contains("n") ? THING : THOUSAND;
      list.add(
          new Form.Item(
              name,
              Words.same(name),
              unit,
              marks.contains("s") ? TimeShape.STOCK : TimeShape.FLOW,
              marks.contains("*"),
              marks.contains("g"),
              marks.contains("p")));
    }
    return new Form(
        id,
        Words.same(id),
        "enterprise",
        rhythm,
        toDate,
        due,
        LocalDate.of(2011, 1, 1),
        "test",
        list,
        List.of());
  }

  static SequencedMap<String, Register> registers() {
    var registers = new LinkedHashMap<String, Register>();
    add(
        registers,
        "enterprise",
        "企业",
        Codes.ORGANIZATION,
        attribute("name", new Type.Text(), true),
        attribute("contact", new Type.Contact(), true),
        attribute("district", new Type.Code("districts"), true),
        attribute("industry", new Type.Code("industries"), true),
        attribute("park", new Type.Reference("park"), false),
        attribute("group", new Type.Reference("group"), false),
        attribute("cluster", new Type.Reference("cluster"), false),
        attribute("ownership", new Type.Code("ownership"), false),
        attribute("size", new Type.Code("size"), true),
        attribute("above-scale", new Type.YesNo(), true),
        attribute("opened", new Type.Day(), true));
    add(registers, "group", "企业集团", Codes.OWN, attribute("name", new Type.Text(), true));
    add(
        registers,
        "park",
        "园区",
        Codes.OWN,
        attribute("name", new Type.Text(), true),
        attribute("district", new Type.Code("districts"), true));
    add(
        registers,
        "plant",
        "生产厂区",
        Codes.OWN,
        attribute("name", new Type.Text(), true),
        attribute("enterprise", new Type.Reference("enterprise"), true));
    add(registers, "cluster", "产业集群", Codes.OWN, attribute("name", new Type.Text(), true));
    return registers;
  }

  private static Attribute attribute(String id, Type type, boolean required) {
    return new Attribute(id, Words.same(id), type, required);
  }

  private static void add(
      SequencedMap<String, Register> to,
      String id,
      String zh,
      Codes codes,
      Attribute... attributes) {
    to.put(id, new Register(id, new Words(zh, id), codes, List.of(attributes)));
  }
}
