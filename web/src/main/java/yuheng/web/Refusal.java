package yuheng.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import yuheng.terms.Words;

/// Answers what may not go on: there is no such page; sign in first; change your password first; or
/// a page that says why not.
final class Refusal implements AuthenticationEntryPoint, AccessDeniedHandler {
  private final Gate gate;
  private final HandlerExceptionResolver pages;

  Refusal(Gate gate, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver pages) {
    this.gate = gate;
    this.pages = pages;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
      throws IOException {
    if (Bearer.of(request).isPresent()) {
      tokenMayNot(request, response);
    } else if (RouteRules.find(request).isEmpty() || !gate.canBePassed()) {
      pages.resolveException(request, response, null, new NoSuchElementException());
    } else if (isForPrograms(request)) {
      response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      ProblemJson.write(
          response,
          HttpStatus.UNAUTHORIZED,
          new Words("请带上令牌（Authorization: Bearer …）。", "Send a token (Authorization: Bearer …)."));
    } else {
      goTo("/sign-in", request, response);
    }
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    if (Bearer.of(request).isPresent()) {
      tokenMayNot(request, response);
    } else if (RouteRules.find(request).isEmpty()) {
      pages.resolveException(request, response, null, new NoSuchElementException());
    } else if (isForPrograms(request) && !gate.nobody()) {
      ProblemJson.write(
          response,
          HttpStatus.FORBIDDEN,
          new Words("您的角色不能做这件事。什么都没有改动。", "Your role may not do this. Nothing was changed."));
    } else if (isForPrograms(request) && !(denied instanceof CsrfException)) {
      commence(request, response, new InsufficientAuthenticationException("nobody"));
    } else if (gate.mustChangePassword() && !(denied instanceof CsrfException)) {
      goTo("/account", request, response);
    } else if (gate.nobody() && !(denied instanceof CsrfException)) {
      goTo("/sign-in", request, response);
    } else {
      pages.resolveException(request, response, null, Uploads.tooLarge(request).orElse(denied));
    }
  }

  private static boolean isForPrograms(HttpServletRequest request) {
    return request.getRequestURI().startsWith("/api/");
  }

  private static void tokenMayNot(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (RouteRules.find(request).isEmpty()) {
      ProblemJson.write(
          response, HttpStatus.NOT_FOUND, new Words("没有这个地址。", "There is no such address."));
    } else {
      ProblemJson.write(
          response,
          HttpStatus.FORBIDDEN,
          new Words("这个令牌不能做这件事。什么都没有改动。", "This token may not do that. Nothing was changed."));
    }
  }

  /// Sends a browser on; a script's request is told to take the whole page along.
  private static void goTo(String page, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String address = page + "?lang=" + ("en".equals(request.getParameter("lang")) ? "en" : "zh");
    if (request.getMethod().equals("GET") && page.equals("/sign-in")) {
      String query = request.getQueryString();
      String next = request.getRequestURI() + (query == null ? "" : "?" + query);
      address += "&next=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
    }
    if ("true".equals(request.getHeader("HX-Request"))) {
      response.setHeader("HX-Redirect", address);
      response.setStatus(HttpStatus.UNAUTHORIZED.value());
    } else {
      response.setHeader(HttpHeaders.LOCATION, address);
      response.setStatus(HttpStatus.SEE_OTHER.value());
    }
  }
}
