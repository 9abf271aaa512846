package yuheng.reports;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// A change of a register (名录变动), true from a day on: *about*.
public sealed interface RegisterChange {
  /// The first day on which it is true.
  LocalDate from();

  /// A unit comes on the register.
  ///
  /// @param code the code that it bears; tested by its check digit where the register asks one
  record Add(String register, String code, Map<String, String> attributes, LocalDate from)
      implements RegisterChange {
    public Add {
      attributes = Map.copyOf(attributes);
    }
  }

  /// Attributes of a unit become others; those not named stay. Moving to another district or class
  /// is this; so is a wrong attribute set right, from the day on which it was wrong.
  record Change(long unit, Map<String, String> attributes, LocalDate from)
      implements RegisterChange {
    public Change {
      attributes = Map.copyOf(attributes);
    }
  }

  /// A unit bears a further code from that day; the earlier ones still find it.
  record Recode(long unit, String code, LocalDate from) implements RegisterChange {}

  /// A unit is merged into another, which goes on; its reports stay its own.
  record Merge(long unit, long into, LocalDate from) implements RegisterChange {}

  /// A unit is split into others that are on the register already, and ends.
  record Split(long unit, List<Long> into, LocalDate from) implements RegisterChange {
    public Split {
      into = List.copyOf(into);
    }
  }

  /// A unit ends.
  record Close(long unit, String why, LocalDate from) implements RegisterChange {}
}
