package yuheng.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import yuheng.facts.Account;
import yuheng.facts.Accounts;
import yuheng.facts.Accounts.SignIn;

/// Judges a name and a password. An unknown name, a closed account and a wrong password cost the
/// same time and get the same answer; every try is in the journal, never what was typed.
@NeedsJournal
final class PasswordCheck implements AuthenticationProvider {
  private static final String NO_ACCOUNTS_HASH = Passwords.hash(Passwords.generate());

  private final Accounts accounts;
  private final Lockout lockout;

  PasswordCheck(Accounts accounts, Lockout lockout) {
    this.accounts = accounts;
    this.lockout = lockout;
  }

  /// Too many wrong passwords: this try was not looked at.
  static final class MustWait extends LockedException {
    private static final long serialVersionUID = 1L;
    private final Duration wait;

    MustWait(Duration wait) {
      super("too many wrong passwords");
      this.wait = wait;
    }

    /// At least a second.
    long seconds() {
      return Math.max(1, wait.plusMillis(999).toSeconds());
    }
  }

  @Override
  public Authentication authenticate(Authentication typed) {
    String from =
        typed.getDetails() instanceof WebAuthenticationDetails details
            ? String.valueOf(details.getRemoteAddress())
            : "";
    Account account = check(typed.getName(), String.valueOf(typed.getCredentials()), from);
    accounts.keep(SignIn.IN, account.name(), from);
    return token(account);
  }

  /// What a session holds of an account.
  static UsernamePasswordAuthenticationToken token(Account account) {
    return UsernamePasswordAuthenticationToken.authenticated(
        new SignedIn(account.name(), account.passwordSince()), "", AuthorityUtils.NO_AUTHORITIES);
  }

  /// The open account with a name and password.
  ///
  /// @throws BadCredentialsException if there is none
  /// @throws MustWait if too many were wrong before
  Account check(String typedName, String password, String from) {
    String name = typedName.strip().toLowerCase(Locale.ROOT);
    Duration wait = lockout.enter(name, from);
    if (!wait.isZero()) {
      throw new MustWait(wait);
    }
    Optional<Account> account = accounts.find(name).filter(Account::active);
    Optional<String> hash = account.flatMap(one -> accounts.hash(one.name()));
    boolean right = Passwords.matches(password, hash.orElse(NO_ACCOUNTS_HASH));
    if (!right || hash.isEmpty()) {
      boolean waits = lockout.wrong(name, from);
      accounts.keep(
          waits ? SignIn.LOCKED : SignIn.FAILED,
          accounts.find(name).map(Account::name).orElse(Accounts.NOBODY),
          from);
      throw new BadCredentialsException("wrong name or password");
    }
    lockout.right(name);
    if (Passwords.isOld(hash.get())) {
      accounts.rehash(name, Passwords.hash(password));
    }
    return account.orElseThrow();
  }

  @Override
  public boolean supports(Class<?> kind) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
  }
}
