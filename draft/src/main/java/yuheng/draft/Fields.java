package yuheng.draft;

import java.util.Optional;
import yuheng.plan.Sense;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Quantity;

/// What a person says of a proposal; whatever is empty stays as it was.
///
/// @param id of the target
/// @param name of the indicator, Chinese
/// @param english name of the indicator
/// @param value number and unit
/// @param lowerIsBetter whether less is better
public record Fields(
    Optional<String> id,
    Optional<String> name,
    Optional<String> english,
    Optional<Quantity> value,
    Optional<Sense> sense,
    Optional<Period> period,
    Optional<TimeShape> time,
    Optional<Boolean> lowerIsBetter) {
  private static final Fields NOTHING =
      new Fields(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// Nothing said.
  public static Fields nothing() {
    return NOTHING;
  }

  /// Says another id.
  public Fields id(String said) {
    return new Fields(Optional.of(said), name, english, value, sense, period, time, lowerIsBetter);
  }

  /// Says another name.
  public Fields name(String said) {
    return new Fields(id, Optional.of(said), english, value, sense, period, time, lowerIsBetter);
  }

  /// Says another English name.
  public Fields english(String said) {
    return new Fields(id, name, Optional.of(said), value, sense, period, time, lowerIsBetter);
  }

  /// Says another number.
  public Fields value(Quantity said) {
    return new Fields(id, name, english, Optional.of(said), sense, period, time, lowerIsBetter);
  }

  /// Says another sense.
  public Fields sense(Sense said) {
    return new Fields(id, name, english, value, Optional.of(said), period, time, lowerIsBetter);
  }

  /// Says another period.
  public Fields period(Period said) {
    return new Fields(id, name, english, value, sense, Optional.of(said), time, lowerIsBetter);
  }

  /// Says another time shape.
  public Fields time(TimeShape said) {
    return new Fields(id, name, english, value, sense, period, Optional.of(said), lowerIsBetter);
  }

  /// Says which way is better.
  public Fields lowerIsBetter(boolean said) {
    return new Fields(id, name, english, value, sense, period, time, Optional.of(said));
  }

  /// These, and where they say nothing, those said earlier.
  public Fields over(Fields earlier) {
    return new Fields(
        id.or(earlier::id),
        name.or(earlier::name),
        english.or(earlier::english),
        value.or(earlier::value),
        sense.or(earlier::sense),
        period.or(earlier::period),
        time.or(earlier::time),
        lowerIsBetter.or(earlier::lowerIsBetter));
  }
}
