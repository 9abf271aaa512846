package yuheng.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Access;
import yuheng.facts.Scope;
import yuheng.plan.Form;

/// A book as seen by one who brings a table and holds accesses of units; what it says of a unit is
/// asked once.
final class BookAgainst implements Against {
  private static final LocalDate ALWAYS = LocalDate.of(9999, 12, 31);

  private final String plan;
  private final Map<String, Form> forms;
  private final ReportBook book;
  private final Map<Long, Access> speakers = new LinkedHashMap<>();
  private final Map<Long, Optional<RegisterUnit>> units = new HashMap<>();
  private @Nullable Map<String, RegisterUnit> byCode;

  /// @param speakers accesses of units' own accounts; others are passed over, for they speak for
  ///   nobody
  BookAgainst(String plan, Map<String, Form> forms, ReportBook book, Collection<Access> speakers) {
    this.plan = plan;
    this.forms = forms;
    this.book = book;
    for (Access access : speakers) {
      if (access.scope() instanceof Scope.One(long own) && access.speaksFor(own)) {
        this.speakers.put(own, access);
      }
    }
  }

  /// The access that speaks for a unit.
  Optional<Access> speaker(long unit) {
    return Optional.ofNullable(speakers.get(unit));
  }

  @Override
  public String plan() {
    return plan;
  }

  @Override
  public Map<String, Form> forms() {
    return forms;
  }

  @Override
  public Optional<RegisterUnit> unit(long number) {
    return units.computeIfAbsent(
        number,
        _ -> speaker(number).flatMap(access -> book.unit(access, number, ALWAYS, Instant.MAX)));
  }

  @Override
  public Optional<RegisterUnit> unitOf(String register, String code) {
    Map<String, RegisterUnit> known = byCode;
    if (known == null) {
      known = new HashMap<>();
      for (long number : List.copyOf(speakers.keySet())) {
        Optional<RegisterUnit> unit = unit(number);
        if (unit.isPresent()) {
          for (String each : unit.get().codes()) {
            known.put(unit.get().register() + " " + each, unit.get());
          }
        }
      }
      byCode = known;
    }
    return Optional.ofNullable(known.get(register + " " + code));
  }

  @Override
  public boolean speaksFor(RegisterUnit unit) {
    return speakers.containsKey(unit.number());
  }

  @Override
  public Optional<CellRow> last(ReportKey key) {
    return speaker(key.unit())
        .map(access -> book.versions(access, key))
        .filter(versions -> !versions.isEmpty())
        .map(versions -> versions.getLast().cells());
  }
}
