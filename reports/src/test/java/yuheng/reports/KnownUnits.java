package yuheng.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import yuheng.plan.Form;
import yuheng.plan.Plan;
import yuheng.testing.Golden;

/// Enterprises numbered from 1, and what they reported before, without a book: reading a table
/// needs no more.
final class KnownUnits implements Against {
  static final Plan PLAN =
      Plan.read(Golden.home().resolve("plans/chongqing-2012")).plan().orElseThrow();

  static final Form OUTPUT = Objects.requireNonNull(PLAN.forms().get("output"));

  private final Map<Long, RegisterUnit> units = new HashMap<>();
  private final Map<ReportKey, CellRow> before = new HashMap<>();
  private final Set<Long> strangers = new HashSet<>();

  static KnownUnits of(int count) {
    var known = new KnownUnits();
    for (long number = 1; number <= count; number++) {
      known.add(number, "enterprise", Optional.empty());
    }
    return known;
  }

  KnownUnits add(long number, String register, Optional<LocalDate> until) {
    units.put(
        number,
        new RegisterUnit(
            number,
            register,
            List.of(code(number)),
            Map.of("name", "示例企业" + number),
            LocalDate.parse("2011-01-01"),
            until,
            Optional.empty()));
    return this;
  }

  /// Somebody else speaks for it.
  KnownUnits stranger(long number) {
    strangers.add(number);
    return this;
  }

  KnownUnits reportedBefore(ReportKey key, CellRow row) {
    before.put(key, row);
    return this;
  }

  static String code(long number) {
    return "Q%07d-X".formatted(number);
  }

  List<RegisterUnit> all() {
    return units.values().stream().toList();
  }

  static Version version(ReportKey key, int number, CellRow cells, Map<String, String> reasons) {
    return new Version(
        number,
        key,
        number,
        cells,
        reasons,
        "clerk",
        Instant.parse("2012-10-08T01:00:00Z"),
        false,
        Optional.empty(),
        "00");
  }

  @Override
  public String plan() {
    return PLAN.id();
  }

  @Override
  public Map<String, Form> forms() {
    return PLAN.forms();
  }

  @Override
  public Optional<RegisterUnit> unit(long number) {
    return Optional.ofNullable(units.get(number));
  }

  @Override
  public Optional<RegisterUnit> unitOf(String register, String code) {
    return units.values().stream().filter(one -> one.codes().contains(code)).findFirst();
  }

  @Override
  public boolean speaksFor(RegisterUnit unit) {
    return !strangers.contains(unit.number());
  }

  @Override
  public Optional<CellRow> last(ReportKey key) {
    return Optional.ofNullable(before.get(key));
  }
}
