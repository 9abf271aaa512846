package yuheng.web;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Account;
import yuheng.facts.Role;

/// Who looks at a page, and what his forms need.
///
/// @param canSignIn whether the server has accounts at all
/// @param drafting whether drafts of further plans are kept here
/// @param reporting whether units report here
/// @param token what every form that changes something must send along; asking for it may begin a
///   session
record Visitor(
    Optional<Account> account,
    boolean canSignIn,
    boolean drafting,
    boolean reporting,
    Supplier<String> token) {
  /// Somebody who only reads, where nobody can sign in.
  static final Visitor READER = new Visitor(Optional.empty(), false, false, false, () -> "");

  private static final String KEY = Visitor.class.getName();

  /// Whether the visitor has one of some roles. What it guards is guarded by [RouteRules] all the
  /// same.
  boolean is(Set<Role> roles) {
    return account.filter(one -> one.is(roles) && !one.oneTime()).isPresent();
  }

  /// The visitor whom [Greeting] found.
  static Visitor of(WebRequest request) {
    return request.getAttribute(KEY, RequestAttributes.SCOPE_REQUEST) instanceof Visitor visitor
        ? visitor
        : READER;
  }
}
