package yuheng.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import yuheng.terms.Words;

/// Lets nothing be changed but from a page of this server that was made for that very draft.
///
/// A browser says where a request comes from (`Sec-Fetch-Site`, else `Origin`); the form says the
/// draft's token, which no other site can read. Whoever sends neither is refused.
final class Guard implements HandlerInterceptor, WebMvcConfigurer {
  private final byte[] secret = new byte[32];

  Guard() {
    new SecureRandom().nextBytes(secret);
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  /// What the forms of a draft carry; `new` for the form that starts one.
  String token(String draft) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(secret);
      digest.update(draft.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(secret));
    } catch (NoSuchAlgorithmException notInThisJdk) {
      throw new IllegalStateException(notInThisJdk);
    }
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object page) {
    if (request.getMethod().equals("POST")) {
      if (!isOurs(request)) {
        throw new Refused(
            new Words("这个请求不是从本站的页面发出的。", "This was not sent from a page of this server."));
      }
      String given = String.valueOf(request.getParameter("token"));
      if (!same(given, token(draft(request)))) {
        throw new Refused(
            new Words(
                "这一页是服务重新启动以前打开的。", "This page was opened before the server was started anew."));
      }
    }
    return true;
  }

  private static boolean isOurs(HttpServletRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin");
    }
    @Nullable String origin = request.getHeader("Origin");
    @Nullable String host = request.getHeader("Host");
    try {
      return origin != null && host != null && host.equals(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  private static String draft(HttpServletRequest request) {
    return request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE)
                instanceof Map<?, ?> variables
            && variables.get("id") instanceof String id
        ? id
        : "new";
  }

  private static boolean same(String given, String token) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  /// A change that was not asked for by one of our pages.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Words words;

    Refused(Words words) {
      super(words.en());
      this.words = words;
    }

    Words words() {
      return words;
    }
  }
}
