package yuheng.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import yuheng.terms.Words;

/// What a program is told when it gets no answer (RFC 9457).
final class ProblemJson {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private ProblemJson() {}

  /// @param detail in both languages, the Chinese first
  static void write(HttpServletResponse response, HttpStatus status, Words detail)
      throws IOException {
    ObjectNode problem = JSON.createObjectNode();
    problem.put("type", "about:blank");
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.value());
    problem.put("detail", detail.zh() + " " + detail.en());
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.getOutputStream().write(problem.toString().getBytes(StandardCharsets.UTF_8));
  }
}
