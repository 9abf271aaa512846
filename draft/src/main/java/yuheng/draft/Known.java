package yuheng.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yuheng.plan.Indicator;
import yuheng.plan.Plan;

/// The definitions that proposals may be bound to (已有指标).
///
/// @param definitions in the order of the plans they come from
public record Known(List<Definition> definitions) {
  public Known {
    definitions = List.copyOf(definitions);
  }

  /// An indicator and the plan package that defines it.
  ///
  /// @param plan the id of the package
  public record Definition(String plan, Indicator indicator) {}

  /// No definitions.
  public static Known nothing() {
    return new Known(List.of());
  }

  /// The indicators of plan packages.
  public static Known of(List<Plan> plans) {
    var all = new ArrayList<Definition>();
    for (Plan plan : plans) {
      plan.indicators().values().forEach(each -> all.add(new Definition(plan.id(), each)));
    }
    return new Known(all);
  }

  /// One of them by its package and id.
  public Optional<Definition> find(String plan, String indicator) {
    return definitions.stream()
        .filter(each -> each.plan().equals(plan) && each.indicator().id().equals(indicator))
        .findFirst();
  }
}
