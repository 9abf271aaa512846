package yuheng.synth;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// One thing that is said of a synthetic unit's place on its register.
///
/// @param register id of the register
/// @param code of the unit; a reference to a unit is its code
/// @param from the day from which it is true
/// @param attributes what is known from then on: all of a unit that comes, those that changed
public record RegisterRow(
    String register,
    String code,
    Event event,
    LocalDate from,
    SequencedMap<String, String> attributes) {
  public RegisterRow {
    attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
  }

  /// What happens to the unit.
  public enum Event {
    /// It comes on the register.
    ADD,
    /// Attributes become others.
    CHANGE,
    /// It leaves.
    CLOSE
  }
}
