package yuheng.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import yuheng.facts.Access;
import yuheng.facts.Role;
import yuheng.facts.Scope;
import yuheng.plan.Register;

/// Who may see and do what with whose rows (可及范围): the one place where that is decided. What is not
/// granted here is denied.
///
/// |                                        | who, each within his scope                        |
/// |----------------------------------------|---------------------------------------------------|
/// | sees a unit of a register              | everybody                                         |
/// | sees registers of which nothing is asked | everybody who has a scope                       |
/// | sees cells                             | [#READS]; not the reader, not the administrator   |
/// | says cells                             | who speaks for the unit, and nobody else          |
/// | accepts, returns                       | [#DECIDES]                                        |
/// | writes a note beside a version         | [#DECIDES], and the park                          |
/// | changes registers                      | the line office; its contact, the unit itself     |
/// | sees who read cells                    | the unit itself, the auditor                      |
///
/// A scope is held to the attributes that a unit has on the day in question: the period's last. A
/// unit that belongs to another (a plant to its enterprise) is where either of them is.
final class Reach {
  private static final Set<Role> READS =
      EnumSet.of(
          Role.CLERK,
          Role.OWNER,
          Role.ANALYST,
          Role.REVIEWER,
          Role.PARK,
          Role.DISTRICT,
          Role.LINE_OFFICE,
          Role.DISPATCHER,
          Role.SUPERVISOR,
          Role.AUDITOR);

  private static final Set<Role> DECIDES =
      EnumSet.of(Role.DISTRICT, Role.LINE_OFFICE, Role.REVIEWER);

  private final Scheme scheme;
  private final Registry registry;

  Reach(Scheme scheme, Registry registry) {
    this.scheme = scheme;
    this.registry = registry;
  }

  /// A unit, as it is on a day.
  boolean sees(Access by, RegisterUnit unit, LocalDate on) {
    return isWithin(scope(by), unit, on);
  }

  boolean seesCells(Access by, RegisterUnit unit, LocalDate on) {
    return readsCells(by) && sees(by, unit, on);
  }

  boolean readsCells(Access by) {
    return READS.contains(by.role());
  }

  boolean decides(Access by, RegisterUnit unit, LocalDate on) {
    return DECIDES.contains(by.role()) && sees(by, unit, on);
  }

  boolean annotates(Access by, RegisterUnit unit, LocalDate on) {
    return (by.role() == Role.PARK || DECIDES.contains(by.role())) && sees(by, unit, on);
  }

  boolean keeps(Access by, RegisterUnit unit, LocalDate on) {
    return by.role() == Role.LINE_OFFICE && sees(by, unit, on);
  }

  boolean seesReaders(Access by, RegisterUnit unit, LocalDate on) {
    return by.speaksFor(unit.number()) || (by.role() == Role.AUDITOR && sees(by, unit, on));
  }

  /// Whether a reading in a scope was of a unit, too.
  boolean wasAmong(Scope scope, RegisterUnit unit, LocalDate on) {
    return isWithin(scope, unit, on);
  }

  /// Of a unit's account, only the unit that it speaks for.
  private static Scope scope(Access by) {
    if (!by.role().isOfAUnit()) {
      return by.scope();
    }
    return by.scope() instanceof Scope.One(long own) && by.speaksFor(own)
        ? by.scope()
        : new Scope.None();
  }

  private boolean isWithin(Scope scope, RegisterUnit unit, LocalDate on) {
    if (scope instanceof Scope.None) {
      return false;
    }
    Register register = scheme.registers().get(unit.register());
    if (register == null) {
      return false;
    }
    return scope instanceof Scope.All
        || isCommon(register)
        || isItself(scope, unit, register)
        || (!scheme.isAsked(register.id())
            && register.attributes().stream()
                .filter(this::belongs)
                .flatMap(attribute -> owner(unit, attribute, on).stream())
                .anyMatch(owner -> isWithin(scope, owner, on)));
  }

  /// Nothing is asked of it, nor of anything that its units belong to: parks, groups, products.
  private boolean isCommon(Register register) {
    return !scheme.isAsked(register.id())
        && register.attributes().stream().noneMatch(this::belongs);
  }

  private boolean belongs(Register.Attribute attribute) {
    return attribute.type() instanceof Register.Type.Reference(var other) && scheme.isAsked(other);
  }

  private Optional<RegisterUnit> owner(
      RegisterUnit unit, Register.Attribute attribute, LocalDate on) {
    return unit.find(attribute.id())
        .map(Long::valueOf)
        .filter(number -> number != unit.number())
        .flatMap(registry::find)
        .flatMap(history -> history.on(on, Instant.MAX));
  }

  private static boolean isItself(Scope scope, RegisterUnit unit, Register register) {
    return switch (scope) {
      case Scope.All _ -> true;
      case Scope.None _ -> false;
      case Scope.One(long own) -> own == unit.number();
      case Scope.Park(long park) ->
          park == unit.number()
              || register.attributes().stream()
                  .filter(one -> one.type() instanceof Register.Type.Reference)
                  .anyMatch(one -> unit.find(one.id()).filter(("" + park)::equals).isPresent());
      case Scope.District(var code) -> coded(unit, register, "districts", code::equals);
      case Scope.Industry(var digits) ->
          coded(unit, register, "industries", held -> held.startsWith(digits));
    };
  }

  private static boolean coded(
      RegisterUnit unit, Register register, String list, Predicate<String> fits) {
    return register.attributes().stream()
        .filter(one -> one.type() instanceof Register.Type.Code(var of) && of.equals(list))
        .anyMatch(one -> unit.find(one.id()).filter(fits).isPresent());
  }
}
