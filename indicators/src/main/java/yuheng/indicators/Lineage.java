package yuheng.indicators;

import java.time.LocalDate;
import java.util.ArrayList;
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

  /// The districts that together were on a day what this one is: itself if it stood then, else
  /// those that became it, else the one it became.
  List<String> then(String code, LocalDate day) {
    Optional<District> self = find(code);
    if (self.isEmpty() || self.get().standsOn(day)) {
      return List.of(code);
    }
    if (day.isBefore(self.get().from())) {
      var before = new ArrayList<String>();
      for (District one : districts.values()) {
        if (one.standsOn(day) && becomes(one, code)) {
          before.add(one.code());
        }
      }
      return before;
    }
    String later = on(code, day);
    boolean same = then(later, self.get().from()).equals(List.of(code));
    return same ? List.of(later) : List.of();
  }

  private boolean becomes(District district, String code) {
    Optional<District> now = Optional.of(district);
    for (int steps = 0; steps < districts.size() && now.isPresent(); steps++) {
      if (now.get().code().equals(code)) {
        return true;
      }
      now = next(now.get());
    }
    return false;
  }

  private Optional<District> next(District district) {
    return district.continuesAs().or(district::mergedInto).flatMap(this::find);
  }

  private Optional<District> find(String code) {
    return Optional.ofNullable(districts.get(code));
  }
}
