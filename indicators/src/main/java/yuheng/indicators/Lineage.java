package yuheng.indicators;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import yuheng.facts.District;

/// Which district became which (区划沿革): renamed, raised in rank, or merged into another.
final class Lineage {
  private final Map<String, District> districts;

  Lineage(Map<String, District> districts) {
    this.districts = districts;
  }

  /// Codes of the districts that stand on a day, in the order of the code list.
  List<String> standing(LocalDate day) {
    return districts.values().stream()
        .filter(one -> one.standsOn(day))
        .map(District::code)
        .toList();
  }

  /// The district that this one is, or is a part of, on a day; itself if it stands or is unknown.
  String on(String code, LocalDate day) {
    Optional<District> now = find(code);
    int steps = 0;
    while (now.isPresent() && !now.get().standsOn(day) && steps++ < districts.size()) {
      Optional<District> next = next(now.get());
      if (next.isEmpty() || next.get().from().isAfter(day)) {
        break;
      }
      now = next;
    }
    return now.map(District::code).orElse(code);
  }

  /// The districts that together were on a day what this one is on another: itself, those that were
  /// merged into it or renamed to it since, or the one it was renamed from.
  List<String> then(String code, LocalDate day, LocalDate asAt) {
    if (find(code).isEmpty()) {
      return List.of(code);
    }
    String now = on(code, asAt);
    return districts.values().stream()
        .filter(one -> one.standsOn(day))
        .map(District::code)
        .filter(one -> on(one, asAt).equals(now))
        .toList();
  }

  private Optional<District> next(District district) {
    return district.continuesAs().or(district::mergedInto).flatMap(this::find);
  }

  private Optional<District> find(String code) {
    return Optional.ofNullable(districts.get(code));
  }
}
