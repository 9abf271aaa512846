package yuheng.reports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import yuheng.plan.Register;
import yuheng.terms.Words;

/// Whether a text can be what an attribute of a unit holds.
final class AttributeRules {
  private static final int LONGEST = 200;
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern UNIT = Pattern.compile("[1-9]\\d{0,17}");

  private final Scheme scheme;
  private final Registry registry;

  AttributeRules(Scheme scheme, Registry registry) {
    this.scheme = scheme;
    this.registry = registry;
  }

  /// A fault: its code, and what to say.
  record Fault(String code, Words what, Words mend) {}

  /// What is wrong with a value from a day on; empty when nothing is.
  ///
  /// @param unit that has it; 0 for one that is being added
  Optional<Fault> fault(long unit, Register.Attribute attribute, String value, LocalDate from) {
    if (!isOneLine(value)) {
      return fault(
          "RP006",
          attribute,
          "须为一行文字，不超过 200 字，且不含控制字符",
          "is one line of at most 200 characters without control characters");
    }
    return switch (attribute.type()) {
      case Register.Type.Text _, Register.Type.Contact _ -> Optional.empty();
      case Register.Type.Code(var list) ->
          scheme.lists().has(list, value, from)
              ? Optional.empty()
              : fault(
                  "RP007",
                  attribute,
                  "代码 %s 在 %s 不在代码表 %s 中".formatted(value, from, list),
                  "is %s, which is no code of %s on %s".formatted(value, list, from));
      case Register.Type.Reference(var register) ->
          reference(unit, attribute, register, value, from);
      case Register.Type.Day _ -> isDay(value) ? Optional.empty() : form(attribute, "2012-03-01");
      case Register.Type.YesNo _ ->
          value.equals("yes") || value.equals("no")
              ? Optional.empty()
              : form(attribute, "yes / no");
      case Register.Type.Amount(var of) ->
          WHOLE.matcher(value).matches() ? Optional.empty() : form(attribute, "1200 (" + of + ")");
    };
  }

  /// One line that nothing hides in.
  static boolean isOneLine(String value) {
    return value.codePointCount(0, value.length()) <= LONGEST
        && value
            .codePoints()
            .noneMatch(
                one ->
                    switch (Character.getType(one)) {
                      case Character.CONTROL,
                          Character.FORMAT,
                          Character.SURROGATE,
                          Character.LINE_SEPARATOR,
                          Character.PARAGRAPH_SEPARATOR ->
                          true;
                      default -> false;
                    });
  }

  private static boolean isDay(String value) {
    try {
      return LocalDate.parse(value).getYear() > 0;
    } catch (DateTimeException none) {
      return false;
    }
  }

  private Optional<Fault> reference(
      long unit, Register.Attribute attribute, String register, String value, LocalDate from) {
    Optional<RegisterUnit> other =
        Optional.of(value)
            .filter(text -> UNIT.matcher(text).matches())
            .map(Long::valueOf)
            .flatMap(registry::find)
            .filter(history -> history.register().equals(register))
            .flatMap(history -> history.on(from, Instant.MAX))
            .filter(found -> found.standsOn(from));
    if (other.isEmpty()) {
      return fault(
          "RP008",
          attribute,
          "%s 不是 %s 在册的 %s 单位编号".formatted(value, from, register),
          "is %s, which is no unit of %s on %s".formatted(value, register, from));
    }
    return unit != 0 && isRing(unit, attribute, Long.parseLong(value), from)
        ? fault("RP009", attribute, "循环引用", "would go in a ring")
        : Optional.empty();
  }

  /// Whether going from unit to unit comes back, on the day or on any later one known of.
  private boolean isRing(long unit, Register.Attribute attribute, long first, LocalDate from) {
    String register = registry.find(unit).orElseThrow().register();
    Register of = scheme.registers().get(register);
    if (of == null
        || !(attribute.type() instanceof Register.Type.Reference(var to) && to.equals(register))) {
      return false;
    }
    var days = new TreeSet<LocalDate>();
    days.add(from);
    registry.of(register).stream()
        .flatMap(history -> history.entries().stream())
        .map(entry -> entry.change())
        .filter(change -> change instanceof RegisterChange.Add || mentions(change, attribute.id()))
        .map(RegisterChange::from)
        .filter(from::isBefore)
        .forEach(days::add);
    return days.stream().anyMatch(day -> comesBack(unit, attribute.id(), first, day));
  }

  private static boolean mentions(RegisterChange change, String attribute) {
    return change instanceof RegisterChange.Change(_, var changed, _)
        && changed.containsKey(attribute);
  }

  private boolean comesBack(long unit, String attribute, long first, LocalDate day) {
    var seen = new HashSet<Long>();
    long at = first;
    while (at != unit) {
      if (!seen.add(at)) {
        return false;
      }
      Optional<Long> next =
          registry
              .find(at)
              .flatMap(history -> history.on(day, Instant.MAX))
              .flatMap(found -> found.find(attribute))
              .map(Long::valueOf);
      if (next.isEmpty()) {
        return false;
      }
      at = next.get();
    }
    return true;
  }

  private static Optional<Fault> form(Register.Attribute attribute, String example) {
    return fault("RP006", attribute, "格式不对，应如 " + example, "is not written like " + example);
  }

  private static Optional<Fault> fault(
      String code, Register.Attribute attribute, String zh, String en) {
    return Optional.of(
        new Fault(
            code,
            new Words(
                attribute.words().zh() + "：" + zh + "。", attribute.words().en() + " " + en + "."),
            new Words("请更正后再报。", "Set it right and send it again.")));
  }
}
