package yuheng.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.filter.OncePerRequestFilter;
import yuheng.facts.Account;

/// Notes who asks, for the frame of the page.
final class Greeting extends OncePerRequestFilter {
  private static final String ASKED_FOR_TOKEN = Greeting.class.getName();

  private final Who who;
  private final boolean drafting;
  private final boolean reporting;

  /// @param drafting whether drafts are kept here
  /// @param reporting whether units report here
  Greeting(Who who, boolean drafting, boolean reporting) {
    this.who = who;
    this.drafting = drafting;
    this.reporting = reporting;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (who.canBeAnybody()) {
      Optional<Account> account = who.account();
      if (account.isPresent()) {
        response.setHeader("Cache-Control", "no-store"); // files say otherwise
      }
      request.setAttribute(
          Visitor.class.getName(),
          new Visitor(account, true, drafting, reporting, () -> token(request)));
    }
    chain.doFilter(request, response);
  }

  /// Whether the answer to a request holds a token of the visitor's own session.
  static boolean gaveToken(HttpServletRequest request) {
    return request.getAttribute(ASKED_FOR_TOKEN) != null;
  }

  private static String token(HttpServletRequest request) {
    if (Bearer.of(request).isPresent()) {
      return ""; // a program sends no form, and gets no session
    }
    request.setAttribute(ASKED_FOR_TOKEN, true);
    return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
        ? token.getToken()
        : "";
  }
}
