package yuheng.facts;

import java.util.Objects;

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

  Access(Account account) {
    this.account = account.name();
    this.role = account.role();
    this.scope = account.scope();
    this.passwordSince = account.passwordSince();
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

  /// Speaks for one unit itself: a clerk or the owner of it. Nobody else ever says a figure of it.
  public boolean speaksFor(long unit) {
    return role.isOfAUnit() && scope instanceof Scope.One(long own) && own == unit;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Access that
        && account.equals(that.account)
        && role == that.role
        && scope.equals(that.scope)
        && passwordSince == that.passwordSince;
  }

  @Override
  public int hashCode() {
    return Objects.hash(account, role, scope, passwordSince);
  }

  @Override
  public String toString() {
    return "%s (%s, %s)".formatted(account, role.code(), scope.written());
  }
}
