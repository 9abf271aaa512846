package yuheng.reports;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import yuheng.facts.Access;
import yuheng.facts.Activation;
import yuheng.plan.Form;
import yuheng.plan.Register;
import yuheng.terms.Period;

/// Looks units up in the registers, for whoever may see them.
final class Directory {
  private final Scheme scheme;
  private final Readers readers;
  private final Clock clock;

  Directory(Scheme scheme, Readers readers, Clock clock) {
    this.scheme = scheme;
    this.readers = readers;
    this.clock = clock;
  }

  List<RegisterUnit> units(Access by, String register, LocalDate on, Instant known) {
    Known now = readers.known();
    var reach = new Reach(scheme, now.registry());
    return now.registry().of(register).stream()
        .flatMap(history -> history.on(on, known).stream())
        .filter(unit -> unit.standsOn(on) && reach.sees(by, unit, on))
        .toList();
  }

  Optional<RegisterUnit> unit(Access by, long number, LocalDate on, Instant known) {
    Known now = readers.known();
    return now.registry()
        .find(number)
        .flatMap(history -> history.on(on, known))
        .filter(unit -> new Reach(scheme, now.registry()).sees(by, unit, on));
  }

  Optional<RegisterUnit> unitOf(Access by, String register, String code) {
    Known now = readers.known();
    return now.registry()
        .bearer(register, code)
        .map(history -> history.lately(today()))
        .filter(unit -> new Reach(scheme, now.registry()).sees(by, unit, today()));
  }

  List<RegisterEntry> changes(Access by, long unit) {
    Known now = readers.known();
    return now.registry()
        .find(unit)
        .filter(
            history -> new Reach(scheme, now.registry()).sees(by, history.lately(today()), today()))
        .map(History::entries)
        .orElse(List.of());
  }

  List<RegisterUnit> missing(Access by, String form, Period period, Instant known) {
    Optional<Form> asked = scheme.form(form);
    if (asked.isEmpty()) {
      return List.of();
    }
    return readers.read(
        (table, now) -> {
          var reported = new HashSet<>(table.reporters(form, period.toString(), millis(known)));
          var reach = new Reach(scheme, now.registry());
          LocalDate on = period.lastDay();
          return now.registry().of(asked.get().register()).stream()
              .flatMap(history -> history.on(on, known).stream())
              .filter(unit -> unit.standsOn(on) && reach.sees(by, unit, on))
              .filter(unit -> !reported.contains(unit.number()))
              .toList();
        });
  }

  private static long millis(Instant moment) {
    Instant last = Instant.ofEpochMilli(Long.MAX_VALUE);
    return moment.isAfter(last) ? Long.MAX_VALUE : moment.toEpochMilli();
  }

  Activation.Contacts contacts() {
    return unit ->
        readers
            .known()
            .registry()
            .find(unit)
            .map(history -> history.lately(today()))
            .filter(one -> one.standsOn(today()))
            .flatMap(this::contact);
  }

  private Optional<String> contact(RegisterUnit unit) {
    Register register = scheme.registers().get(unit.register());
    return register == null
        ? Optional.empty()
        : register.attributes().stream()
            .filter(one -> one.type() instanceof Register.Type.Contact)
            .flatMap(one -> unit.find(one.id()).stream())
            .findFirst();
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }
}
