package yuheng.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// A whole answer that is the same for everybody, compressed where that helps.
final class ReadyPage {
  private static final Pattern COMPRESSIBLE =
      Pattern.compile("text/.*|image/svg\\+xml.*|.*/(javascript|json)\\b.*");
  private static final int SMALL = 1_024;
  private static final int TAG_BYTES = 12;

  private final String type;
  private final Map<String, String> headers;
  private final byte[] body;
  private final boolean zipped;
  private final String tag;

  private ReadyPage(
      String type, Map<String, String> headers, byte[] body, boolean zipped, String tag) {
    this.type = type;
    this.headers = headers;
    this.body = body;
    this.zipped = zipped;
    this.tag = tag;
  }

  /// @param headers beside those about its type, length and age
  static ReadyPage of(String type, Map<String, String> headers, byte[] body) {
    boolean zipped =
        body.length > SMALL && COMPRESSIBLE.matcher(type.toLowerCase(Locale.ROOT)).matches();
    return new ReadyPage(
        type, Map.copyOf(headers), zipped ? zip(body) : body.clone(), zipped, tag(body));
  }

  int bytes() {
    return body.length;
  }

  /// Sends it, or says that who asks has it already.
  void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
    headers.forEach(response::setHeader);
    response.setHeader("ETag", tag);
    response.setHeader("Vary", "Accept-Encoding, Cookie, HX-Request");
    if (String.valueOf(request.getHeader("If-None-Match")).contains(tag)) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(type);
    boolean asIs = !zipped || String.valueOf(request.getHeader("Accept-Encoding")).contains("gzip");
    if (zipped && asIs) {
      response.setHeader("Content-Encoding", "gzip");
    }
    byte[] sent = asIs ? body : unzip(body);
    response.setContentLength(sent.length);
    response.getOutputStream().write(sent);
  }

  /// Of what is in it, however it is sent.
  private static String tag(byte[] body) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      return "W/\"" + HexFormat.of().formatHex(Arrays.copyOf(hash, TAG_BYTES)) + "\"";
    } catch (NoSuchAlgorithmException never) {
      throw new IllegalStateException(never);
    }
  }

  private static byte[] zip(byte[] body) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(bytes)) {
      zip.write(body);
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }

  private static byte[] unzip(byte[] zipped) throws IOException {
    try (var zip = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
      return zip.readAllBytes();
    }
  }
}
