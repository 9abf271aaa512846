package yuheng.reports;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// One version of a report as its unit handed it in (报表版本). The highest number is the one that
/// counts for the office's queue; what indicators know is the highest one accepted.
///
/// @param entry its number in the book, from 1; later ones are higher
/// @param number from 1 within its report
/// @param reasons given for soft checks that failed, by the id of the check
/// @param by the account of the unit
/// @param heard when it was received
/// @param afterReset whether it is the first since the account's password was set anew by
///   somebody's request
/// @param decision what an office said of it; empty while it waits
/// @param hash SHA-256 over the chain of the unit before it and all of this, in hexadecimal
public record Version(
    long entry,
    ReportKey key,
    int number,
    CellRow cells,
    Map<String, String> reasons,
    String by,
    Instant heard,
    boolean afterReset,
    Optional<Decision> decision,
    String hash) {
  public Version {
    reasons = Collections.unmodifiableMap(new TreeMap<>(reasons));
  }

  /// What an office said of a version.
  ///
  /// @param entry its number in the book
  /// @param accepted or returned
  /// @param reason why it was returned; a remark where it was accepted, often empty
  /// @param by the account of the office
  /// @param at when: the stamp *accepted*
  public record Decision(
      long entry, boolean accepted, String reason, String by, Instant at, String hash) {}

  /// Where a version is on its way.
  public enum State {
    /// Handed in, and not looked at.
    SUBMITTED,
    /// An office took it.
    ACCEPTED,
    /// An office gave it back.
    RETURNED
  }

  /// Where it is.
  public State state() {
    return decision
        .map(said -> said.accepted() ? State.ACCEPTED : State.RETURNED)
        .orElse(State.SUBMITTED);
  }
}
