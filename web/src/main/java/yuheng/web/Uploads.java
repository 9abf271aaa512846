package yuheng.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/// Reads a form with files before anybody asks for one of its fields: where a file is too large the
/// fields are then missing, which can be told, rather than a failure of whoever asks first.
final class Uploads extends OncePerRequestFilter {
  private static final String TOO_LARGE = Uploads.class.getName();

  private final StandardServletMultipartResolver forms = new StandardServletMultipartResolver();

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (forms.isMultipart(request)) {
      try {
        forms.resolveMultipart(request);
      } catch (MaxUploadSizeExceededException large) {
        request.setAttribute(TOO_LARGE, large);
      } catch (MultipartException broken) {
        logger.debug("a form without fields", broken);
      }
    }
    chain.doFilter(request, response);
  }

  /// Why a form has no fields: a file in it is too large.
  static Optional<RuntimeException> tooLarge(HttpServletRequest request) {
    return request.getAttribute(TOO_LARGE) instanceof MaxUploadSizeExceededException large
        ? Optional.of(large)
        : Optional.empty();
  }
}
