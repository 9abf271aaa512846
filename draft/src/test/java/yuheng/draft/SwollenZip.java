package yuheng.draft;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/// Word documents that were made to harm.
final class SwollenZip {
  private SwollenZip() {}

  /// An archive of a few hundred kilobytes that unpacks to so many megabytes.
  static byte[] of(int megabytes) throws IOException {
    var bytes = new ByteArrayOutputStream();
    var nothing = new byte[1024 * 1024];
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("word/document.xml"));
      for (int i = 0; i < megabytes; i++) {
        zip.write(nothing);
      }
      zip.closeEntry();
    }
    return bytes.toByteArray();
  }

  /// A document whose words are to come from a file of the machine that reads it.
  static byte[] withForeignEntity() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var whole = new ZipInputStream(new ByteArrayInputStream(DocumentFormatsTest.word()));
        var zip = new ZipOutputStream(bytes)) {
      for (ZipEntry part = whole.getNextEntry(); part != null; part = whole.getNextEntry()) {
        zip.putNextEntry(new ZipEntry(part.getName()));
        byte[] content = whole.readAllBytes();
        if (part.getName().equals("word/document.xml")) {
          String xml = new String(content, StandardCharsets.UTF_8);
          String foreign = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><w:document";
          xml = xml.replaceFirst("<w:document", foreign).replaceFirst("某市", "&e;");
          content = xml.getBytes(StandardCharsets.UTF_8);
        }
        zip.write(content);
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
