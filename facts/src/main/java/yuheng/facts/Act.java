package yuheng.facts;

import java.time.Instant;
import java.util.List;

/// Everything that one account said at one moment (一次记录): all of it is kept, or nothing.
///
/// @param number from 1, without gaps
/// @param at when it was kept, to the millisecond
/// @param by the account, or [#HOUSE] for what the house does by itself
/// @param what it was for: `import`, `sign-in`, `comment`
/// @param hash SHA-256 over the hash before it and all of this, in hexadecimal
public record Act(long number, Instant at, String by, String what, List<Said> said, String hash) {
  /// Who acts when no account does.
  public static final String HOUSE = "yuheng";

  public Act {
    said = List.copyOf(said);
  }
}
