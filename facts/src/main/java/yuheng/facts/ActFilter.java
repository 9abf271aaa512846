package yuheng.facts;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which acts of a journal are looked for; an empty part asks nothing.
///
/// @param by who said it
/// @param what it was for
/// @param kind something of that kind is said
/// @param subject something is said about that
/// @param from the first moment
/// @param until the first moment that is too late
public record ActFilter(
    Optional<String> by,
    Optional<String> what,
    Optional<String> kind,
    Optional<String> subject,
    Optional<Instant> from,
    Optional<Instant> until) {
  /// Every act.
  public static final ActFilter ALL =
      new ActFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /// What is said of a kind since a moment.
  public static ActFilter since(String kind, Instant from) {
    return new ActFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.of(kind),
        Optional.empty(),
        Optional.of(from),
        Optional.empty());
  }

  /// A condition on the rows of table `act`, its parameters in order.
  record Condition(String text, List<Object> parameters) {}

  Condition condition() {
    var parts = new ArrayList<String>();
    var parameters = new ArrayList<Object>();
    by.ifPresent(name -> add("by = ?", name, parts, parameters));
    what.ifPresent(code -> add("what = ?", code, parts, parameters));
    from.ifPresent(moment -> add("at >= ?", second(moment), parts, parameters));
    until.ifPresent(moment -> add("at < ?", second(moment), parts, parameters));
    if (kind.isPresent() || subject.isPresent()) {
      var said = new ArrayList<String>();
      kind.ifPresent(code -> add("kind = ?", code, said, parameters));
      subject.ifPresent(about -> add("subject = ?", about, said, parameters));
      parts.add("number in (select act from said where " + String.join(" and ", said) + ")");
    }
    return new Condition(parts.isEmpty() ? "true" : String.join(" and ", parts), parameters);
  }

  private static void add(
      String condition, Object parameter, List<String> parts, List<Object> parameters) {
    parts.add(condition);
    parameters.add(parameter);
  }

  /// The begun second without its Z, which sorts before every way to write a moment of it.
  private static String second(Instant moment) {
    String text = moment.truncatedTo(ChronoUnit.SECONDS).toString();
    return text.substring(0, text.length() - 1);
  }
}
