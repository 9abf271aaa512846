package yuheng.facts;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whose rows an account may see and act on (数据范围).
///
/// | written             | is                                                           |
/// |---------------------|--------------------------------------------------------------|
/// | `all`               | every unit                                                   |
/// | `unit:123`          | the one unit with that number in the registers               |
/// | `park:17`           | units in the park with that number                           |
/// | `district:500107`   | units in the district                                        |
/// | `industry:36`       | units of classes that begin so (GB/T 4754)                   |
/// | `none`              | no unit                                                      |
public sealed interface Scope {
  /// Every unit.
  record All() implements Scope {}

  /// No unit.
  record None() implements Scope {}

  /// One unit, by its number in the registers.
  record One(long unit) implements Scope {}

  /// The units in a park, by the park's number in the registers.
  record Park(long park) implements Scope {}

  /// The units in a district, by its code.
  record District(String code) implements Scope {}

  /// The units of an industry, by the digits its classes begin with.
  record Industry(String digits) implements Scope {}

  /// As in the table above.
  default String written() {
    return switch (this) {
      case All _ -> "all";
      case None _ -> "none";
      case One(long unit) -> "unit:" + unit;
      case Park(long park) -> "park:" + park;
      case District(var code) -> "district:" + code;
      case Industry(var digits) -> "industry:" + digits;
    };
  }

  /// Reads what the table above shows; empty when the text is none of it.
  static Optional<Scope> read(String text) {
    if (text.equals("all")) {
      return Optional.of(new All());
    }
    if (text.equals("none")) {
      return Optional.of(new None());
    }
    Matcher narrow =
        Pattern.compile("(unit|park):([1-9]\\d{0,17})|district:(\\d{6})|industry:(\\d{2,4})")
            .matcher(text);
    if (!narrow.matches()) {
      return Optional.empty();
    }
    if (narrow.group(3) != null) {
      return Optional.of(new District(narrow.group(3)));
    }
    if (narrow.group(4) != null) {
      return Optional.of(new Industry(narrow.group(4)));
    }
    long number = Long.parseLong(narrow.group(2));
    return Optional.of(narrow.group(1).equals("unit") ? new One(number) : new Park(number));
  }
}
