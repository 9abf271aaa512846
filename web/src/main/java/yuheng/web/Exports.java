package yuheng.web;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import yuheng.facts.Listing;

/// Tables to be taken along, for every page that shows one: all rows that the page has on any of
/// its leaves, under the same question. What a spreadsheet would take for a formula is disarmed by
/// [Listing].
final class Exports {
  /// How the address of a page goes on to the address of its table in a form.
  static final String AS = ".{form:csv|xlsx|tsv}";

  /// The same below the address of a page.
  static final String UNDER = "/{form:csv|xlsx|tsv}";

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private Exports() {}

  /// Addresses of a table in other forms, and its own with the whole question in it, to be sent to
  /// somebody.
  ///
  /// @param tsv a link to it with `data-copy` copies it
  record Links(String csv, String xlsx, String tsv, String here) {
    /// Of a page that is a table.
    static Links of(Asked asked, String path, Map<String, String> more) {
      return new Links(
          asked.href(path + ".csv", more),
          asked.href(path + ".xlsx", more),
          asked.href(path + ".tsv", more),
          asked.href(path, more));
    }

    /// Of a table that lies below a page.
    static Links under(Asked asked, String path, String here) {
      return new Links(
          asked.href(path + "/csv"), asked.href(path + "/xlsx"), asked.href(path + "/tsv"), here);
    }
  }

  /// In the form that an address asks for.
  static ResponseEntity<byte[]> of(String form, Listing listing, String fileName) {
    return switch (form) {
      case "csv" ->
          file(
              listing.csv(),
              new MediaType("text", "csv", StandardCharsets.UTF_8),
              fileName + ".csv");
      case "xlsx" -> workbook(listing.xlsx(), fileName);
      default ->
          ResponseEntity.ok()
              .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
              .body(listing.tsv().getBytes(StandardCharsets.UTF_8));
    };
  }

  /// A workbook made elsewhere.
  static ResponseEntity<byte[]> workbook(byte[] content, String fileName) {
    return file(content, XLSX, fileName + ".xlsx");
  }

  private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content);
  }
}
