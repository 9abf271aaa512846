package yuheng.web;

import jakarta.servlet.http.HttpServletRequest;
import yuheng.facts.Account;

/// Holds a request to its rule.
final class Gate {
  private final Who who;

  Gate(Who who) {
    this.who = who;
  }

  /// Whether the request may go on. An account whose password somebody else made may do nothing but
  /// change it and leave.
  boolean lets(HttpServletRequest request) {
    return RouteRules.find(request)
        .map(
            rule ->
                rule.least().isEmpty()
                    || who.account()
                        .filter(account -> account.may(rule.least().get()))
                        .filter(account -> !account.oneTime() || rule.isForOneself())
                        .isPresent())
        .orElse(false);
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
