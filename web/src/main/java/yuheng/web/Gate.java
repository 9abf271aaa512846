package yuheng.web;

import jakarta.servlet.http.HttpServletRequest;
import yuheng.facts.Access;
import yuheng.facts.Account;

/// Holds a request to its rule.
final class Gate {
  private final Who who;

  Gate(Who who) {
    this.who = who;
  }

  /// Whether the request may go on. An account whose password somebody else made may do nothing but
  /// change it and leave. What comes with a token may no more than the token.
  boolean lets(HttpServletRequest request) {
    return RouteRules.find(request)
        .filter(rule -> Bearer.of(request).isEmpty() || tokenMay(rule))
        .map(
            rule ->
                rule.roles().isEmpty()
                    || who.account()
                        .filter(account -> account.is(rule.roles().get()))
                        .filter(account -> !account.oneTime() || rule.isForOneself())
                        .isPresent())
        .orElse(false);
  }

  private boolean tokenMay(RouteRules.Rule rule) {
    return rule.isForTokens() && (rule.reads() || who.access().filter(Access::says).isPresent());
  }

  /// Whether anybody can sign in at all.
  boolean canBePassed() {
    return who.canBeAnybody();
  }

  /// Whether nobody is signed in, or not any more.
  boolean nobody() {
    return who.account().isEmpty();
  }

  /// Whether nothing stands in the way but a password to be changed.
  boolean mustChangePassword() {
    return who.account().filter(Account::oneTime).isPresent();
  }
}
