package yuheng.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import yuheng.facts.ApiToken;
import yuheng.facts.ApiTokens;
import yuheng.terms.Words;

/// Lets a program ask with a token: `Authorization: Bearer …`. Whoever sends one is who the token
/// says, and nobody if it is worth nothing, whatever cookie comes along; so no form's token is
/// asked of him, and no session begins.
final class Bearer extends OncePerRequestFilter {
  /// How many requests a token may make at once, and then each second.
  static final int AT_ONCE = 200;

  static final int PER_SECOND = 20;

  private static final String FOUND = Bearer.class.getName();
  private static final String SCHEME = "Bearer ";

  private final ObjectProvider<ApiTokens> tokens;
  private final Lockout lockout;
  private final Pace pace;

  Bearer(ObjectProvider<ApiTokens> tokens, Lockout lockout, Pace pace) {
    this.tokens = tokens;
    this.lockout = lockout;
    this.pace = pace;
  }

  /// The token with which a request is made, if it is.
  static Optional<ApiToken> of(HttpServletRequest request) {
    return request.getAttribute(FOUND) instanceof ApiToken token
        ? Optional.of(token)
        : Optional.empty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (sent == null || !sent.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      chain.doFilter(request, response);
      return;
    }
    String from = request.getRemoteAddr();
    Duration wait = lockout.waitFrom(from);
    if (wait.isPositive()) {
      slower(wait, response);
      return;
    }
    Optional<ApiToken> token =
        Optional.ofNullable(tokens.getIfAvailable())
            .flatMap(known -> known.find(sent.substring(SCHEME.length()).strip()));
    if (token.isEmpty()) {
      lockout.wrongFrom(from);
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
      ProblemJson.write(
          response,
          HttpStatus.UNAUTHORIZED,
          new Words(
              "令牌无效、已过期、已撤销，或账号换过密码。请在“我的账号”页另做一个。",
              "The token is none, too old, revoked, or of before the account's present password."
                  + " Make another one on the page of your account."));
      return;
    }
    Duration pause = pace.ask(token.get().id());
    if (pause.isPositive()) {
      slower(pause, response);
      return;
    }
    tokens.getObject().used(token.get(), from);
    request.setAttribute(FOUND, token.get());
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    chain.doFilter(request, response);
  }

  private static void slower(Duration wait, HttpServletResponse response) throws IOException {
    response.setHeader(
        HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
    ProblemJson.write(
        response,
        HttpStatus.TOO_MANY_REQUESTS,
        new Words("请求太多，请稍候再试。", "Too many requests. Wait a moment, then ask again."));
  }
}
