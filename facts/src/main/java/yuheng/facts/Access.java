package yuheng.facts;

import java.util.Objects;
import java.util.OptionalLong;

/// Who asks, what he may do, and whose rows he may see (访问权): a parameter of every reading and
/// writing of what units report. Only [Accounts#access] makes one, so that nobody asks under a name
/// that the journal does not know.
///
/// An access is what an account may do at one moment; whoever keeps it longer than one request
/// keeps rights that may be gone.
public final class Access {
  private final String account;
  private final Role role;
  private final Scope scope;
  private final long passwordSince;
  private final OptionalLong ownUnit;
  private final long resetSince;

  Access(Account account) {
    this.account = account.name();
    this.role = account.role();
    this.scope = account.scope();
    this.passwordSince = account.passwordSince();
    this.ownUnit = account.ownUnit();
    this.resetSince = account.resetSince();
  }

  /// Name of the account.
  public String account() {
    return account;
  }

  /// What the account may do.
  public Role role() {
    return role;
  }

  /// Whose rows it may see.
  public Scope scope() {
    return scope;
  }

  /// Number of the act that set its password.
  public long passwordSince() {
    return passwordSince;
  }

  /// Number of the act that set its password anew by a code ([Activation#reset]); 0 for none.
  public long resetSince() {
    return resetSince;
  }

  /// Speaks for one unit itself: a clerk or the owner of it, whose account was opened with a code
  /// that went to the unit's registered contact ([Activation]). Nobody else ever says a figure of
  /// it, whatever role and scope he was given.
  public boolean speaksFor(long unit) {
    return role.isOfAUnit()
        && ownUnit.isPresent()
        && ownUnit.getAsLong() == unit
        && scope.equals(new Scope.One(unit));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Access that
        && account.equals(that.account)
        && role == that.role
        && scope.equals(that.scope)
        && passwordSince == that.passwordSince
        && ownUnit.equals(that.ownUnit)
        && resetSince == that.resetSince;
  }

  @Override
  public int hashCode() {
    return Objects.hash(account, role, scope, passwordSince, ownUnit, resetSince);
  }

  @Override
  public String toString() {
    return "%s (%s, %s)".formatted(account, role.code(), scope.written());
  }
}
