package yuheng.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/// Gives readers pages off the [Shelf], and puts there what had to be made. It stands behind the
/// gate, and only looks at what is the same for all who are not signed in; whoever is signed in
/// gets pages made for him alone, and none of them is kept.
final class ReadyPages extends OncePerRequestFilter {
  private static final long MOST_BYTES = 64L << 20;
  private static final int LONGEST_ADDRESS = 2_000;

  private final Who who;
  private final Shown shown;
  private final Clock clock;
  private final Shelf shelf = new Shelf(MOST_BYTES);

  ReadyPages(Who who, Shown shown, Clock clock) {
    this.who = who;
    this.shown = shown;
    this.clock = clock;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (!request.getMethod().equals("GET")) {
      chain.doFilter(request, response); // it may say something, and then show what came of it
      return;
    }
    shown.standingStill(
        () -> {
          String address = address(request);
          boolean same =
              who.account().isEmpty()
                  && address.length() <= LONGEST_ADDRESS
                  && request.getHeader("Range") == null
                  && RouteRules.find(request).filter(RouteRules.Rule::isSameForAll).isPresent();
          if (same) {
            answer(address, request, response, chain);
          } else {
            chain.doFilter(request, response);
          }
        });
  }

  /// All of a request that its answer depends on.
  private static String address(HttpServletRequest request) {
    boolean drawer = "true".equals(request.getHeader("HX-Request"));
    return request.getRequestURI() + "?" + request.getQueryString() + (drawer ? " drawer" : "");
  }

  private void answer(
      String address, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var now = new Shelf.Made(shown.lastAct(), LocalDate.now(clock));
    Optional<ReadyPage> ready = shelf.find(now, address);
    if (ready.isPresent()) {
      ready.get().send(request, response);
      return;
    }
    Set<String> before = new HashSet<>(response.getHeaderNames());
    var made = new ContentCachingResponseWrapper(response);
    chain.doFilter(request, made);
    boolean personal = Greeting.gaveToken(request) || made.containsHeader("Set-Cookie");
    if (made.getStatus() != HttpServletResponse.SC_OK || personal || made.isCommitted()) {
      made.copyBodyToResponse();
      return;
    }
    ReadyPage page = page(request, made, before);
    shelf.put(now, address, page);
    page.send(request, response);
  }

  private static ReadyPage page(
      HttpServletRequest request, ContentCachingResponseWrapper made, Set<String> before) {
    var headers = new LinkedHashMap<String, String>();
    for (String name : made.getHeaderNames()) {
      boolean aboutContent = name.startsWith("Content-") && !name.equals("Content-Disposition");
      if (!before.contains(name) && !aboutContent) {
        headers.put(name, made.getHeader(name));
      }
    }
    headers.remove("Vary");
    headers.putIfAbsent("Cache-Control", "private, no-cache");
    if (isNamedByVersion(request.getRequestURI())) {
      headers.put("Cache-Control", "max-age=31536000, immutable");
    }
    return ReadyPage.of(
        String.valueOf(made.getContentType()), headers, made.getContentAsByteArray());
  }

  /// Libraries stand under addresses with their version, so that what is there never changes.
  private static boolean isNamedByVersion(String path) {
    return path.startsWith("/webjars/") || path.startsWith("/_static/");
  }
}
