package yuheng.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yuheng.facts.Access;
import yuheng.plan.Register;
import yuheng.reports.RegisterChange.Add;
import yuheng.reports.RegisterChange.Change;
import yuheng.reports.RegisterChange.Close;
import yuheng.reports.RegisterChange.Merge;
import yuheng.reports.RegisterChange.Recode;
import yuheng.reports.RegisterChange.Split;
import yuheng.terms.Words;

/// Tests changes of registers one after another, each upon those before it.
final class Registering {
  private final Scheme scheme;
  private final Access by;
  private final Instant now;
  private final LocalDate today;
  private final Registry.Draft draft;
  private final List<RegisterEntry> entries = new ArrayList<>();
  private final List<Registered.Wrong> wrong = new ArrayList<>();
  private int place = -1;

  Registering(Scheme scheme, Registry registry, Access by, Instant now, LocalDate today) {
    this.scheme = scheme;
    this.by = by;
    this.now = now;
    this.today = today;
    this.draft = registry.edit();
  }

  /// What is wrong with the changes so far.
  List<Registered.Wrong> wrong() {
    return wrong;
  }

  /// The changes as they are to be kept: codes plain, each with the number of its unit.
  List<RegisterEntry> entries() {
    return entries;
  }

  void test(RegisterChange change) {
    place++;
    switch (change) {
      case Add add -> add(add);
      case Change of -> onUnit(of.unit(), of, unit -> change(unit, of));
      case Recode of -> onUnit(of.unit(), of, unit -> recode(unit, of));
      case Merge of -> onUnit(of.unit(), of, unit -> goesOn(unit, List.of(of.into()), of));
      case Split of ->
          onUnit(
              of.unit(),
              of,
              unit -> {
                if (of.into().isEmpty() || new HashSet<>(of.into()).size() < of.into().size()) {
                  wrong(
                      "unit",
                      "RP014",
                      "须写明分立为哪些单位，且不得重复。",
                      "Say which units it is split into, each once.");
                } else {
                  goesOn(unit, of.into(), of);
                }
              });
      case Close of ->
          onUnit(
              of.unit(),
              of,
              _ -> {
                if (of.why().isBlank() || !AttributeRules.isOneLine(of.why())) {
                  wrong("unit", "RP015", "须用一行文字写明注销原因。", "Say in one line why it ends.");
                } else {
                  keep(of.unit(), of);
                }
              });
    }
  }

  private void keep(long unit, RegisterChange change) {
    var entry = new RegisterEntry(Long.MAX_VALUE - 1, unit, change, by.account(), now, "");
    draft.put(entry);
    entries.add(entry);
  }

  private void add(Add add) {
    Register register = scheme.registers().get(add.register());
    if (register == null) {
      wrong("unit", "RP001", "没有名录 %s。", "There is no register %s.", add.register());
      return;
    }
    String code = Registry.plain(scheme, register.id(), add.code());
    int before = wrong.size();
    code(register, 0, code);
    attributes(register, 0, add.attributes(), add.from());
    for (Register.Attribute attribute : register.attributes()) {
      if (attribute.required() && add.attributes().getOrDefault(attribute.id(), "").isBlank()) {
        wrong(attribute.id(), "RP005", "%s：必填。", "%s must be filled.", attribute.words());
      }
    }
    if (wrong.size() > before) {
      return;
    }
    long number = draft.nextUnit();
    var unit =
        new RegisterUnit(
            number,
            register.id(),
            List.of(code),
            add.attributes(),
            add.from(),
            Optional.empty(),
            Optional.empty());
    if (!reach().keeps(by, unit, add.from())) {
      notYours();
      return;
    }
    keep(number, new Add(register.id(), code, add.attributes(), add.from()));
  }

  private interface OnUnit {
    void test(History unit);
  }

  /// Tests what every change of a unit must keep to, then the rest.
  private void onUnit(long number, RegisterChange change, OnUnit rest) {
    Optional<History> found = draft.find(number);
    Optional<RegisterUnit> lately = found.map(history -> history.lately(today));
    boolean own = change instanceof Change && by.speaksFor(number);
    if (found.isEmpty()
        || !(own || lately.filter(unit -> reach().sees(by, unit, today)).isPresent())) {
      wrong("unit", "RP010", "没有编号为 %s 的单位。", "There is no unit %s.", number);
      return;
    }
    if (!own && !reach().keeps(by, lately.orElseThrow(), today)) {
      notYours();
      return;
    }
    History unit = found.get();
    boolean late = unit.end().filter(end -> !change.from().isBefore(end)).isPresent();
    boolean ending = !(change instanceof Change || change instanceof Recode);
    if (change.from().isBefore(unit.from()) || late || (ending && unit.end().isPresent())) {
      wrong(
          "from",
          "RP011",
          "该单位在 %s 不在册，或已终止。",
          "The unit is not on the register on %s, or ends already.",
          change.from());
      return;
    }
    rest.test(unit);
  }

  private void change(History unit, Change change) {
    Register register = scheme.registers().get(unit.register());
    if (register == null) {
      wrong("unit", "RP001", "没有名录 %s。", "There is no register %s.", unit.register());
      return;
    }
    int before = wrong.size();
    attributes(register, unit.number(), change.attributes(), change.from());
    boolean own = by.speaksFor(unit.number());
    for (Register.Attribute attribute : register.attributes()) {
      if (!change.attributes().containsKey(attribute.id())) {
        continue;
      }
      boolean contact = attribute.type() instanceof Register.Type.Contact;
      if (contact && !own) {
        wrong(
            attribute.id(),
            "RP012",
            "%s 只能由企业自己更改；登记有误而企业尚无账号的，请注销后重新登记。",
            "%s is changed by the unit itself only. Where it was wrong from the beginning and the"
                + " unit has no account, close the unit and add it anew.",
            attribute.words());
      } else if (!contact && own) {
        wrong(
            attribute.id(),
            "RP013",
            "%s 由主管处室更改。",
            "%s is changed by the line office.",
            attribute.words());
      }
      if (attribute.required() && change.attributes().getOrDefault(attribute.id(), "").isBlank()) {
        wrong(attribute.id(), "RP005", "%s：必填。", "%s must be filled.", attribute.words());
      }
    }
    if (change.attributes().isEmpty()) {
      wrong("unit", "RP015", "没有要变更的内容。", "Nothing is changed.");
    }
    if (wrong.size() == before) {
      keep(unit.number(), change);
    }
  }

  private void recode(History unit, Recode change) {
    Register register = scheme.registers().get(unit.register());
    if (register == null) {
      wrong("unit", "RP001", "没有名录 %s。", "There is no register %s.", unit.register());
      return;
    }
    String code = Registry.plain(scheme, register.id(), change.code());
    if (code(register, unit.number(), code)) {
      keep(unit.number(), new Recode(unit.number(), code, change.from()));
    }
  }

  private void goesOn(History unit, List<Long> others, RegisterChange change) {
    for (long other : others) {
      boolean stands =
          other != unit.number()
              && draft
                  .find(other)
                  .filter(found -> found.register().equals(unit.register()))
                  .flatMap(found -> found.on(change.from(), Instant.MAX))
                  .filter(found -> found.standsOn(change.from()))
                  .filter(found -> reach().sees(by, found, change.from()))
                  .isPresent();
      if (!stands) {
        wrong(
            "unit",
            "RP014",
            "%s 不是同一名录当日在册的另一单位。",
            "%s is not another unit of the same register on that day.",
            other);
        return;
      }
    }
    keep(unit.number(), change);
  }

  private boolean code(Register register, long unit, String code) {
    boolean organizations = register.codes() == Register.Codes.ORGANIZATION;
    if (organizations
        ? !OrganizationCode.isSound(code)
        : code.isBlank() || !AttributeRules.isOneLine(code)) {
      wrong(
          "code",
          "RP002",
          organizations ? "代码 %s 的校验位不符，或不是组织机构代码、统一社会信用代码。" : "代码须为一行文字：%s。",
          organizations
              ? "%s is no organization code or credit code, or its check digit is wrong."
              : "A code is one line of text: %s.",
          code);
      return false;
    }
    Optional<History> bearer =
        draft
            .registry()
            .bearer(register.id(), code)
            .filter(other -> other.number() != unit && !other.neverWas());
    if (bearer.isPresent()) {
      wrong(
          "code",
          "RP003",
          "代码 %s 已属于本名录的另一单位。",
          "%s is the code of another unit of the register.",
          code);
    }
    return bearer.isEmpty();
  }

  private void attributes(
      Register register, long unit, Map<String, String> attributes, LocalDate from) {
    var rules = new AttributeRules(scheme, draft.registry());
    attributes.forEach(
        (id, value) -> {
          Optional<Register.Attribute> attribute = register.find(id);
          if (attribute.isEmpty()) {
            wrong(id, "RP004", "名录没有属性 %s。", "The register has no attribute %s.", id);
          } else if (!value.isEmpty()) {
            rules
                .fault(unit, attribute.get(), value, from)
                .ifPresent(
                    fault ->
                        wrong.add(
                            new Registered.Wrong(
                                place,
                                id,
                                fault.code(),
                                fault.what(),
                                new Words("属性须合其类型与代码表。", "An attribute keeps to its type."),
                                fault.mend())));
          }
        });
  }

  private Reach reach() {
    return new Reach(scheme, draft.registry());
  }

  private void notYours() {
    wrong(
        "unit",
        "RP013",
        "名录由主管处室在其范围内登记和变更。",
        "Registers are kept by line offices, each within its scope.");
  }

  private void wrong(String attribute, String code, String zh, String en, Object... parts) {
    Object[] chinese = parts.clone();
    Object[] english = parts.clone();
    for (int i = 0; i < parts.length; i++) {
      if (parts[i] instanceof Words words) {
        chinese[i] = words.zh();
        english[i] = words.en();
      }
    }
    wrong.add(
        new Registered.Wrong(
            place,
            attribute,
            code,
            new Words(zh.formatted(chinese), en.formatted(english)),
            new Words("名录须前后一致。", "A register holds together."),
            new Words("请更正后再报。", "Set it right and send it again.")));
  }
}
