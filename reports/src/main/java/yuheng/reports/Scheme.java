package yuheng.reports;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import yuheng.facts.OfficialFigures;
import yuheng.plan.Form;
import yuheng.plan.Plan;
import yuheng.plan.Register;
import yuheng.plan.RowTest;

/// What is reported by whom (报表制度): the registers and forms of a plan, and the lists that its codes
/// are of.
///
/// @param registers by id
/// @param forms by id
/// @param lists what codes there are
public record Scheme(
    SequencedMap<String, Register> registers, SequencedMap<String, Form> forms, Lists lists) {
  public Scheme {
    registers = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(registers));
    forms = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(forms));
    for (Form form : forms.values()) {
      if (!registers.containsKey(form.register())) {
        throw new IllegalArgumentException(
            "%s is asked of «%s», which is no register".formatted(form.id(), form.register()));
      }
      form.checks().stream()
          .flatMap(check -> Stream.concat(check.given().stream(), Stream.of(check.test())))
          .flatMap(RowTest::cells)
          .filter(cell -> form.find(cell.item()).isEmpty())
          .findFirst()
          .ifPresent(
              cell -> {
                throw new IllegalArgumentException(
                    "%s has no item «%s»".formatted(form.id(), cell.item()));
              });
    }
  }

  /// What a plan package asks, with its code lists.
  public static Scheme of(Plan plan, OfficialFigures figures) {
    return new Scheme(
        plan.registers(),
        plan.forms(),
        (list, code, on) -> figures.codes(list).flatMap(codes -> codes.find(code, on)).isPresent());
  }

  /// The same from lists, in their order.
  public static Scheme of(List<Register> registers, List<Form> forms, Lists lists) {
    var byRegister = new LinkedHashMap<String, Register>();
    registers.forEach(register -> byRegister.put(register.id(), register));
    var byForm = new LinkedHashMap<String, Form>();
    forms.forEach(form -> byForm.put(form.id(), form));
    return new Scheme(byRegister, byForm, lists);
  }

  /// The code lists of a plan.
  @FunctionalInterface
  public interface Lists {
    /// Whether a code stands in a list on a day.
    boolean has(String list, String code, LocalDate on);
  }

  /// The form of that name.
  public Optional<Form> form(String id) {
    return Optional.ofNullable(forms.get(id));
  }

  /// Units of it report something.
  boolean isAsked(String register) {
    return forms.values().stream().anyMatch(form -> form.register().equals(register));
  }
}
