package yuheng.facts;

import java.time.Instant;
import java.util.Optional;

/// Somebody who may say something to the house (账号).
///
/// @param name as he signs in and as acts name him: [Accounts#NAME]; never changes
/// @param display how people call him; any text of one line
/// @param office code of the plan's office he belongs to (单位), if he was given one
/// @param scope whose rows of what units report it sees
/// @param since when the account was added
/// @param active false once it was closed; what it said stays
/// @param oneTime whether somebody else made the password, so that it must be changed first
/// @param passwordSince number of the act that set the password; a session that began under an
///   earlier one is over
/// @param lastAct number of the last act about the account
public record Account(
    String name,
    String display,
    Role role,
    Optional<String> office,
    Scope scope,
    Instant since,
    boolean active,
    boolean oneTime,
    long passwordSince,
    long lastAct) {

  /// Whether the account may do what asks for at least a role.
  public boolean may(Role least) {
    return active && role.may(least);
  }
}
