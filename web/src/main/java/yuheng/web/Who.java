package yuheng.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import yuheng.facts.Access;
import yuheng.facts.Account;
import yuheng.facts.Accounts;
import yuheng.facts.ApiToken;
import yuheng.facts.ApiTokens;

/// Who asks: the account signed in with the request at hand, or whose token came with it, as the
/// journal knows it now. Nobody, if the account was closed or its password changed since.
final class Who {
  private static final String FOUND = Who.class.getName();

  private final HttpServletRequest request;
  private final ObjectProvider<Accounts> accounts;
  private final ObjectProvider<ApiTokens> tokens;

  /// @param request stands for the one at hand, whichever thread asks
  Who(
      HttpServletRequest request,
      ObjectProvider<Accounts> accounts,
      ObjectProvider<ApiTokens> tokens) {
    this.request = request;
    this.accounts = accounts;
    this.tokens = tokens;
  }

  /// The account of the request; read once for each.
  Optional<Account> account() {
    if (request.getAttribute(FOUND) instanceof Optional<?> found) {
      return found.map(Account.class::cast);
    }
    Optional<Account> found = find();
    request.setAttribute(FOUND, found);
    return found;
  }

  private Optional<Account> find() {
    Accounts known = accounts.getIfAvailable();
    Optional<ApiToken> token = Bearer.of(request);
    if (known != null && token.isPresent()) {
      return known.find(token.get().account()).filter(Account::active);
    }
    Authentication session = SecurityContextHolder.getContext().getAuthentication();
    if (known == null
        || session == null
        || !(session.getPrincipal() instanceof SignedIn(String name, long passwordSince))) {
      return Optional.empty();
    }
    return known
        .find(name)
        .filter(account -> account.active() && account.passwordSince() == passwordSince);
  }

  /// What the account of the request may do, and whose rows it sees, with the token that came or in
  /// its session: what every reading and writing of reports asks for.
  Optional<Access> access() {
    Optional<ApiToken> token = Bearer.of(request);
    return token.isPresent()
        ? tokens.getObject().access(token.get())
        : account().flatMap(account -> accounts.getObject().access(account.name()));
  }

  /// Whether the server has accounts.
  boolean canBeAnybody() {
    return accounts.getIfAvailable() != null;
  }

  /// The account of a request that a route rule lets only accounts make.
  Account need() {
    return account().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
  }
}
