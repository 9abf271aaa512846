package yuheng.synth;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGenerator.SplittableGenerator;
import yuheng.plan.Register;
import yuheng.plan.SynthRules;
import yuheng.plan.SynthRules.Role;
import yuheng.synth.RegisterRow.Event;

/// What is said of the synthetic units on their registers, a register after those that it refers
/// to.
final class Registers {
  private static final LocalDate CREDIT_CODES = LocalDate.of(2015, 10, 1);
  private static final String YES = "yes";
  private static final String NO = "no";

  private final SynthRules rules;
  private final SequencedMap<String, Register> registers;
  private final Population people;
  private final Parts.Division division;
  private final Places places;
  private final Timeline timeline;
  private final double barPerYear;
  private final UnitNames names = new UnitNames();
  private final Map<String, List<String>> codes = new HashMap<>();
  private final List<RegisterRow> rows = new ArrayList<>();
  private final SplittableGenerator chance;

  Registers(
      SynthRules rules,
      SequencedMap<String, Register> registers,
      Population people,
      Parts.Division division,
      Places places,
      Timeline timeline,
      double barPerYear,
      SplittableGenerator chance) {
    this.rules = rules;
    this.registers = registers;
    this.people = people;
    this.division = division;
    this.places = places;
    this.timeline = timeline;
    this.barPerYear = barPerYear;
    this.chance = chance;
    registers.values().forEach(this::fill);
  }

  /// Every row, units in order; those that change later stand behind all that come.
  List<RegisterRow> rows() {
    return List.copyOf(rows);
  }

  /// The codes of the units that report, by number.
  String[] codes() {
    return codes.getOrDefault(rules.register(), List.of()).toArray(String[]::new);
  }

  private void fill(Register register) {
    if (codes.containsKey(register.id())) {
      return;
    }
    List<String> given = new ArrayList<>();
    codes.put(register.id(), given);
    register.attributes().stream()
        .map(Register.Attribute::type)
        .filter(type -> type instanceof Register.Type.Reference)
        .map(type -> ((Register.Type.Reference) type).register())
        .map(registers::get)
        .filter(one -> one != null)
        .forEach(this::fill);
    if (register.id().equals(rules.register())) {
      main(register, given);
    } else {
      other(register, given);
    }
  }

  private void main(Register register, List<String> given) {
    List<RegisterRow> later = new ArrayList<>();
    List<String> words =
        rules.classes().values().stream().map(SynthRules.IndustryClass::word).toList();
    for (int unit = 0; unit < people.count; unit++) {
      RandomGenerator own = chance.split();
      int place = places.draw(own);
      LocalDate start = timeline.month(timeline.from()).atDay(1);
      LocalDate opened = people.opened(unit);
      LocalDate from = opened.isBefore(start) ? start : opened;
      String district = places.code(place, from);
      String code =
          opened.isBefore(CREDIT_CODES)
              ? UnitCodes.organization(unit)
              : UnitCodes.credit(unit, district);
      String word = words.get(people.classOf[unit]);
      var attributes = new LinkedHashMap<String, String>();
      boolean named = false;
      for (Register.Attribute attribute : register.attributes()) {
        Optional<Role> role = role(attribute.id());
        Optional<String> value =
            role.isPresent()
                ? Optional.of(played(role.get(), unit, from, district, opened))
                : value(register, attribute, own, code, named ? "" : names.firm(own, word));
        named |= attribute.type() instanceof Register.Type.Text;
        value.ifPresent(text -> attributes.put(attribute.id(), text));
      }
      given.add(code);
      rows.add(new RegisterRow(register.id(), code, Event.ADD, from, attributes));
      changes(register.id(), unit, code, place, from, later);
    }
    rows.addAll(later);
  }

  private Optional<Role> role(String attribute) {
    return rules.attributes().entrySet().stream()
        .filter(one -> one.getValue().equals(attribute))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private String played(Role role, int unit, LocalDate from, String district, LocalDate opened) {
    return switch (role) {
      case INDUSTRY -> division.classes().get(people.classOf[unit]);
      case DISTRICT -> district;
      case ABOVE_SCALE -> above(unit, from) ? YES : NO;
      case SIZE -> size(unit, from);
      case OPENED -> opened.toString();
    };
  }

  private boolean above(int unit, LocalDate day) {
    return people.above[day.getYear() - timeline.first().getYear()][unit];
  }

  private String size(int unit, LocalDate day) {
    int year = day.getYear() - timeline.first().getYear();
    double yearly =
        barPerYear * Math.exp((people.size[year][unit] - people.bar[year]) / Population.TAIL);
    String last = "";
    for (var one : rules.sizes().entrySet()) {
      last = one.getKey();
      if (yearly >= one.getValue().amount().multiply(one.getValue().unit().scale()).doubleValue()) {
        return last;
      }
    }
    return last;
  }

  /// What changes by itself: whether it is above scale, the code of its district, its end.
  private void changes(
      String register, int unit, String code, int place, LocalDate from, List<RegisterRow> later) {
    LocalDate end = timeline.month(timeline.until()).atDay(1);
    LocalDate closes =
        people.closes[unit] < timeline.until() ? timeline.month(people.closes[unit]).atDay(1) : end;
    var changed = new TreeMap<LocalDate, SequencedMap<String, String>>();
    String above = rules.attributes().get(Role.ABOVE_SCALE);
    for (int year = from.getYear() + 1; year <= end.minusDays(1).getYear(); year++) {
      LocalDate day = LocalDate.of(year, 1, 1);
      if (above != null && above(unit, day) != above(unit, day.minusDays(1))) {
        changed
            .computeIfAbsent(day, _ -> new LinkedHashMap<>())
            .put(above, above(unit, day) ? YES : NO);
      }
    }
    String district = rules.attributes().get(Role.DISTRICT);
    if (district != null) {
      places
          .later(place, from)
          .forEach(
              (day, now) ->
                  changed.computeIfAbsent(day, _ -> new LinkedHashMap<>()).put(district, now));
    }
    changed
        .headMap(closes)
        .forEach(
            (day, attributes) ->
                later.add(new RegisterRow(register, code, Event.CHANGE, day, attributes)));
    if (closes.isBefore(end)) {
      later.add(new RegisterRow(register, code, Event.CLOSE, closes, new LinkedHashMap<>()));
    }
  }

  private void other(Register register, List<String> given) {
    BigDecimal each = rules.units().getOrDefault(register.id(), BigDecimal.ZERO);
    int number = (int) Math.round(each.doubleValue() * people.count);
    LocalDate from = timeline.month(timeline.from()).atDay(1);
    for (int i = 0; i < number; i++) {
      RandomGenerator own = chance.split();
      String code = "SYN-%s-%05d".formatted(register.id(), i + 1);
      var attributes = new LinkedHashMap<String, String>();
      boolean named = false;
      for (Register.Attribute attribute : register.attributes()) {
        Optional<String> value =
            value(
                register,
                attribute,
                own,
                code,
                named ? "" : names.next(own, register.words().zh(), ""));
        named |= attribute.type() instanceof Register.Type.Text;
        value.ifPresent(text -> attributes.put(attribute.id(), text));
      }
      given.add(code);
      rows.add(new RegisterRow(register.id(), code, Event.ADD, from, attributes));
    }
  }

  private Optional<String> value(
      Register register,
      Register.Attribute attribute,
      RandomGenerator own,
      String code,
      String name) {
    return switch (attribute.type()) {
      case Register.Type.Text _ -> Optional.of(name.isEmpty() ? "合成" : name);
      case Register.Type.Contact _ ->
          Optional.of("synthetic-%s@example.invalid".formatted(code.toLowerCase(Locale.ROOT)));
      case Register.Type.Code(var list) -> code(register, attribute, list, own);
      case Register.Type.Reference(var to) -> reference(attribute, to, own);
      case Register.Type.Day _ -> Optional.of(timeline.month(timeline.from()).atDay(1).toString());
      case Register.Type.YesNo _ -> Optional.of(NO);
      case Register.Type.Amount _ -> Optional.of(Integer.toString(10 + own.nextInt(990)));
    };
  }

  private Optional<String> code(
      Register register, Register.Attribute attribute, String list, RandomGenerator own) {
    SequencedMap<String, BigDecimal> weights =
        rules.lists().getOrDefault(attribute.id(), new LinkedHashMap<>());
    if (!weights.isEmpty()) {
      var drawn =
          new Weights(weights.values().stream().mapToDouble(BigDecimal::doubleValue).toArray());
      return Optional.of(List.copyOf(weights.keySet()).get(drawn.draw(own)));
    }
    if (list.equals(listOf(Role.DISTRICT))) {
      return Optional.of(places.code(places.draw(own), timeline.month(timeline.from()).atDay(1)));
    }
    if (list.equals(listOf(Role.INDUSTRY))) {
      return Optional.of(division.classes().get(own.nextInt(division.classes().size())));
    }
    if (attribute.required()) {
      throw new IllegalArgumentException(
          "synth.yaml gives no weights for the codes of `%s` of register `%s`; add them below `lists`."
              .formatted(attribute.id(), register.id()));
    }
    return Optional.empty();
  }

  private String listOf(Role role) {
    return Optional.ofNullable(registers.get(rules.register()))
        .flatMap(main -> main.find(rules.attributes().getOrDefault(role, "")))
        .map(Register.Attribute::type)
        .filter(type -> type instanceof Register.Type.Code)
        .map(type -> ((Register.Type.Code) type).list())
        .orElse("");
  }

  private Optional<String> reference(Register.Attribute attribute, String to, RandomGenerator own) {
    List<String> there = codes.getOrDefault(to, List.of());
    double share =
        attribute.required()
            ? 1
            : rules.references().getOrDefault(attribute.id(), BigDecimal.ZERO).doubleValue();
    boolean has = own.nextDouble() < share;
    return has && !there.isEmpty()
        ? Optional.of(there.get(own.nextInt(there.size())))
        : Optional.empty();
  }
}
