package yuheng.facts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook written part by part, so that it can be as wrong as a test wants.
///
/// Cells are texts; `{=A1+1}` is a formula without a result, `{=A1+1|7}` one with, `{#REF!}` an
/// error, `{day 41183}` a day as spreadsheets keep it, `{% 0.185}` a share, and what looks like a
/// number is one.
final class HandMadeWorkbook {
  private final Map<String, byte[]> parts = new LinkedHashMap<>();

  private HandMadeWorkbook() {}

  static HandMadeWorkbook of(String sheet, List<List<String>> rows) {
    var book = new HandMadeWorkbook();
    book.part(
        "[Content_Types].xml",
        """
        <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
        <Default Extension="xml" ContentType="application/xml"/>\
        <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
        <Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
        </Types>\
        """);
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    String relations =
        "<Relationships"
            + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";
    String relation = "<Relationship Id=\"%s\" Type=\"" + office + "%s\" Target=\"%s\"/>";
    book.part(
        "_rels/.rels",
        relations.formatted(relation.formatted("r1", "officeDocument", "xl/workbook.xml")));
    book.part(
        "xl/workbook.xml",
        """
        <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" \
        xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">\
        <sheets><sheet name="%s" sheetId="1" r:id="r1"/></sheets></workbook>\
        """
            .formatted(sheet));
    book.part(
        "xl/_rels/workbook.xml.rels",
        relations.formatted(
            relation.formatted("r1", "worksheet", "worksheets/sheet1.xml")
                + relation.formatted("r2", "styles", "styles.xml")));
    book.part(
        "xl/styles.xml",
        """
        <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
        <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>\
        """);
    book.part("xl/worksheets/sheet1.xml", sheet(rows));
    return book;
  }

  /// From text: cells between commas, rows on lines.
  static HandMadeWorkbook of(String sheet, String text) {
    List<List<String>> rows = new ArrayList<>();
    text.lines().forEach(line -> rows.add(Arrays.asList(line.split(",", -1))));
    return of(sheet, rows);
  }

  private static String sheet(List<List<String>> rows) {
    var xml =
        new StringBuilder(
            "<worksheet"
                + " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    for (int row = 0; row < rows.size(); row++) {
      xml.append("<row r=\"").append(row + 1).append("\">");
      for (int column = 0; column < rows.get(row).size(); column++) {
        String address = (char) ('A' + column) + Integer.toString(row + 1);
        xml.append(cell(address, rows.get(row).get(column)));
      }
      xml.append("</row>");
    }
    return xml.append("</sheetData></worksheet>").toString();
  }

  private static String cell(String address, String text) {
    String open = "<c r=\"" + address + "\"";
    if (text.isEmpty()) {
      return open + "/>";
    }
    if (text.startsWith("{#")) {
      return open + " t=\"e\"><v>" + inner(text, 1) + "</v></c>";
    }
    if (text.startsWith("{day ")) {
      return open + " s=\"1\"><v>" + inner(text, 5) + "</v></c>";
    }
    if (text.startsWith("{% ")) {
      return open + " s=\"2\"><v>" + inner(text, 3) + "</v></c>";
    }
    if (text.startsWith("{=")) {
      String[] both = inner(text, 2).split("\\|", 2);
      String value = both.length == 1 ? "" : "<v>" + both[1] + "</v>";
      return open + "><f>" + both[0] + "</f>" + value + "</c>";
    }
    if (text.matches("-?\\d+(\\.\\d+)?")) {
      return open + "><v>" + text + "</v></c>";
    }
    return open + " t=\"inlineStr\"><is><t>" + escaped(text) + "</t></is></c>";
  }

  private static String inner(String text, int from) {
    return text.substring(from, text.length() - 1);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  HandMadeWorkbook part(String path, String text) {
    return part(path, text.getBytes(StandardCharsets.UTF_8));
  }

  HandMadeWorkbook part(String path, byte[] bytes) {
    parts.put(path, bytes);
    return this;
  }

  /// Puts words in front of a part.
  HandMadeWorkbook before(String path, String words) {
    return part(path, words + new String(parts.get(path), StandardCharsets.UTF_8));
  }

  byte[] bytes() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
        zip.closeEntry();
      }
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
    return bytes.toByteArray();
  }
}
