package yuheng.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import yuheng.facts.Listing;

/// Tables to be taken along, for every page that shows one. What a spreadsheet would take for a
/// formula is disarmed by [Listing].
final class Exports {
  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private Exports() {}

  /// As a file of comma-separated values.
  static ResponseEntity<byte[]> csv(Listing listing, String fileName) {
    return file(
        listing.csv(), new MediaType("text", "csv", StandardCharsets.UTF_8), fileName + ".csv");
  }

  /// As an Excel workbook.
  static ResponseEntity<byte[]> xlsx(Listing listing, String fileName) {
    return file(listing.xlsx(), XLSX, fileName + ".xlsx");
  }

  /// As text for pasting into a spreadsheet; a link to it with `data-copy` copies it.
  static ResponseEntity<byte[]> tsv(Listing listing) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "plain", StandardCharsets.UTF_8))
        .body(listing.tsv().getBytes(StandardCharsets.UTF_8));
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
