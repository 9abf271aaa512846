package yuheng.facts;

import java.time.Instant;
import java.util.Optional;

/// A key by which a program asks in the name of an account (接口令牌), for no more than the account
/// may.
///
/// @param id what it is listed and revoked by; no secret
/// @param account whose it is
/// @param name what it is for; one line
/// @param says whether it may also say something; else it only reads
/// @param scope whose rows it sees, never more than the account's
/// @param made when
/// @param expires from when on it is worth nothing
/// @param passwordSince the act that set the password under which it was made; after another one it
///   is worth nothing
/// @param revoked whether it was taken back
/// @param lastUse when it was last used, to the hour
public record ApiToken(
    String id,
    String account,
    String name,
    boolean says,
    Scope scope,
    Instant made,
    Instant expires,
    long passwordSince,
    boolean revoked,
    Optional<Instant> lastUse) {

  /// Whether it is worth anything, for an account as it is now.
  public boolean isGood(Account now, Instant at) {
    return !revoked
        && at.isBefore(expires)
        && now.active()
        && !now.oneTime()
        && now.name().equals(account)
        && now.passwordSince() == passwordSince;
  }
}
