package yuheng.reports;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import yuheng.plan.Register;

/// The registers as one entry of the book left them (名录). Never changes; a [Draft] makes the next.
final class Registry {
  private final Scheme scheme;
  private final Map<String, TreeMap<Long, History>> units;
  private final Map<Long, String> registers;
  private final Map<String, Map<String, Long>> bearers;
  private final long lastUnit;

  private Registry(Draft draft) {
    scheme = draft.scheme;
    units = draft.units;
    registers = draft.registers;
    bearers = draft.bearers;
    lastUnit = draft.lastUnit;
  }

  static Registry empty(Scheme scheme) {
    return new Draft(scheme).registry();
  }

  Optional<History> find(long unit) {
    return Optional.ofNullable(registers.get(unit))
        .flatMap(register -> Optional.ofNullable(units.get(register)))
        .map(register -> register.get(unit));
  }

  /// The units of a register, by number.
  Collection<History> of(String register) {
    TreeMap<Long, History> all = units.get(register);
    return all == null ? List.of() : Collections.unmodifiableCollection(all.values());
  }

  /// The unit of a register that bears a code or ever bore it. Of organizations, both kinds find
  /// it.
  Optional<History> bearer(String register, String code) {
    Map<String, Long> codes = bearers.getOrDefault(register, Map.of());
    String plain = plain(scheme, register, code);
    return Optional.ofNullable(codes.get(plain))
        .or(() -> OrganizationCode.within(plain).map(codes::get))
        .flatMap(this::find);
  }

  static String plain(Scheme scheme, String register, String code) {
    return isOfOrganizations(scheme, register) ? OrganizationCode.plain(code) : code.strip();
  }

  static boolean isOfOrganizations(Scheme scheme, String register) {
    Register of = scheme.registers().get(register);
    return of != null && of.codes() == Register.Codes.ORGANIZATION;
  }

  Draft edit() {
    return new Draft(this);
  }

  /// The registers while changes are put in; for one thread.
  static final class Draft {
    private final Scheme scheme;
    private final Map<String, TreeMap<Long, History>> units = new HashMap<>();
    private final Map<Long, String> registers;
    private final Map<String, Map<String, Long>> bearers = new HashMap<>();
    private long lastUnit;

    private Draft(Scheme scheme) {
      this.scheme = scheme;
      registers = new HashMap<>();
    }

    private Draft(Registry from) {
      scheme = from.scheme;
      from.units.forEach((register, all) -> units.put(register, new TreeMap<>(all)));
      registers = new HashMap<>(from.registers);
      from.bearers.forEach((register, codes) -> bearers.put(register, new HashMap<>(codes)));
      lastUnit = from.lastUnit;
    }

    /// The number of a unit that is added next.
    long nextUnit() {
      return lastUnit + 1;
    }

    void put(RegisterEntry entry) {
      switch (entry.change()) {
        case RegisterChange.Add(var register, var code, _, _) -> {
          registers.put(entry.unit(), register);
          lastUnit = Math.max(lastUnit, entry.unit());
          keep(register, History.of(entry));
          bears(register, code, entry.unit());
        }
        case RegisterChange.Recode(_, var code, _) -> {
          History before = find(entry.unit()).orElseThrow();
          keep(before.register(), before.and(entry));
          bears(before.register(), code, entry.unit());
        }
        case RegisterChange.Change _,
            RegisterChange.Merge _,
            RegisterChange.Split _,
            RegisterChange.Close _ -> {
          History before = find(entry.unit()).orElseThrow();
          keep(before.register(), before.and(entry));
        }
      }
    }

    private void keep(String register, History history) {
      units.computeIfAbsent(register, _ -> new TreeMap<>()).put(history.number(), history);
    }

    private void bears(String register, String code, long unit) {
      Map<String, Long> codes = bearers.computeIfAbsent(register, _ -> new HashMap<>());
      codes.put(code, unit);
      if (isOfOrganizations(scheme, register)) {
        OrganizationCode.within(code).ifPresent(nine -> codes.put(nine, unit));
      }
    }

    Optional<History> find(long unit) {
      return registry().find(unit);
    }

    /// A look at what was put in so far.
    Registry registry() {
      return new Registry(this);
    }
  }
}
