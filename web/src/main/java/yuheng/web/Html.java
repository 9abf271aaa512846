package yuheng.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// Fills templates with view records.
final class Html {
  private final TemplateEngine templates =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Html.class.getClassLoader(), Html.class.getPackageName());

  ResponseEntity<String> page(String template, Object view) {
    return page(template, view, HttpStatus.OK);
  }

  ResponseEntity<String> page(String template, Object view, HttpStatus status) {
    var text = new StringOutput();
    templates.render(template + ".jte", view, text);
    return ResponseEntity.status(status)
        .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
        .body(text.toString());
  }
}
