package yuheng.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// A copy of a plan package from which the published figures of one month were taken out, so that
/// they can be brought back as an analyst would bring them.
///
/// @param plan folder of the copy
/// @param rows what was taken out, as the cells of `data/official.csv`
public record TakenOut(Path plan, List<List<String>> rows) {
  /// Columns of the template for figures, as places in `data/official.csv`; one that is empty there
  /// is -1.
  private static final int[] TEMPLATE = {0, 1, 2, 3, 4, 5, -1, 6, 9, 10, 11};

  public TakenOut {
    rows = rows.stream().map(List::copyOf).toList();
  }

  /// Copies a package without the figures about a month, or about months up to it.
  ///
  /// @param month `2012-09`
  public static TakenOut of(Path plan, String month, Path copy) {
    var rows = new ArrayList<List<String>>();
    try (Stream<Path> files = Files.walk(plan)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(plan.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
      Path figures = copy.resolve("data/official.csv");
      var kept = new ArrayList<String>();
      for (String line : Files.readAllLines(figures)) {
        List<String> cells = List.of(line.split(",", -1));
        boolean about = cells.get(2).equals(month) || cells.get(2).endsWith(".." + month);
        if (about) {
          rows.add(cells);
        } else {
          kept.add(line);
        }
      }
      Files.write(figures, kept);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new TakenOut(copy, rows);
  }

  /// The template for figures filled with what was taken out, as a spreadsheet would write it.
  public byte[] workbook(Path template) {
    var sheet = new StringBuilder();
    for (int row = 0; row < rows.size(); row++) {
      int place = row + 3; // below the headings and the example
      sheet.append("<row r=\"%d\">".formatted(place));
      for (int column = 0; column < TEMPLATE.length; column++) {
        String text = TEMPLATE[column] < 0 ? "" : rows.get(row).get(TEMPLATE[column]);
        if (!text.isEmpty()) {
          sheet.append(
              "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                  .formatted('A' + column, place, text.replace("&", "&amp;")));
        }
      }
      sheet.append("</row>");
    }
    var bytes = new ByteArrayOutputStream();
    try (var from = new ZipFile(template.toFile());
        var to = new ZipOutputStream(bytes)) {
      for (ZipEntry part : from.stream().toList()) {
        byte[] content = from.getInputStream(part).readAllBytes();
        if (part.getName().endsWith("sheet1.xml")) {
          content =
              new String(content, StandardCharsets.UTF_8)
                  .replace("</sheetData>", sheet + "</sheetData>")
                  .getBytes(StandardCharsets.UTF_8);
        }
        to.putNextEntry(new ZipEntry(part.getName()));
        to.write(content);
        to.closeEntry();
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return bytes.toByteArray();
  }
}
