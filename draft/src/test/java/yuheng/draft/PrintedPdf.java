package yuheng.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/// Prints Chinese paragraphs as a PDF with a font that every reader has by its name, so that no
/// font file is needed: lines of 30 letters, the first of a paragraph two letters in.
final class PrintedPdf {
  private static final int LETTER = 12;
  private static final int ACROSS = 30;
  private static final int DOWN = 28;

  private PrintedPdf() {}

  static byte[] of(List<String> paragraphs) throws IOException {
    return print(paragraphs, false);
  }

  static byte[] withPageMarks(List<String> paragraphs) throws IOException {
    return print(paragraphs, true);
  }

  private record Placed(String text, int indent) {}

  private static byte[] print(List<String> paragraphs, boolean marks) throws IOException {
    var lines = new ArrayList<Placed>();
    for (String paragraph : paragraphs) {
      int indent = 2;
      int at = 0;
      while (at < paragraph.length()) {
        int end = at;
        double width = indent;
        while (end < paragraph.length() && width + width(paragraph.charAt(end)) <= ACROSS) {
          width += width(paragraph.charAt(end));
          end++;
        }
        lines.add(new Placed(paragraph.substring(at, end), indent));
        at = end;
        indent = 0;
      }
    }
    try (var document = new PDDocument();
        var bytes = new ByteArrayOutputStream()) {
      COSDictionary font = font();
      int pages = (lines.size() + DOWN - 1) / DOWN;
      for (int page = 0; page < pages; page++) {
        List<Placed> here =
            new ArrayList<>(lines.subList(page * DOWN, Math.min(lines.size(), (page + 1) * DOWN)));
        page(document, font, here, marks ? page + 1 : 0);
      }
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  private static double width(char c) {
    return c < 128 ? 0.5 : 1;
  }

  private static void page(PDDocument document, COSDictionary font, List<Placed> lines, int number)
      throws IOException {
    var page = new PDPage(PDRectangle.A4);
    document.addPage(page);
    var fonts = new COSDictionary();
    fonts.setItem("F1", font);
    var resources = new COSDictionary();
    resources.setItem(COSName.FONT, fonts);
    page.setResources(new PDResources(resources));
    var content = new StringBuilder("BT /F1 12 Tf\n");
    int top = 760;
    for (Placed line : lines) {
      text(content, 100 + line.indent() * LETTER, top, line.text());
      top -= 20;
    }
    if (number > 0) {
      text(content, 100, 800, "某市人民政府公报");
      text(content, 280, 60, "— " + number + " —");
    }
    var stream = new PDStream(document);
    try (OutputStream to = stream.createOutputStream()) {
      to.write(content.append("ET\n").toString().getBytes(StandardCharsets.US_ASCII));
    }
    page.setContents(stream);
  }

  private static void text(StringBuilder content, int x, int y, String text) {
    String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
    content.append("1 0 0 1 %d %d Tm <%s> Tj\n".formatted(x, y, hex));
  }

  private static COSDictionary font() {
    var system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(COSName.ORDERING, new COSString("GB1"));
    system.setItem(COSName.SUPPLEMENT, COSInteger.get(2));
    var descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "STSong-Light");
    descriptor.setInt(COSName.FLAGS, 4);
    var letters = new COSDictionary();
    letters.setItem(COSName.TYPE, COSName.FONT);
    letters.setName(COSName.SUBTYPE, "CIDFontType0");
    letters.setName(COSName.BASE_FONT, "STSong-Light");
    letters.setItem(COSName.CIDSYSTEMINFO, system);
    letters.setItem(COSName.FONT_DESC, descriptor);
    letters.setInt(COSName.DW, 1000);
    // The letters of Adobe-GB1 numbered 1 to 95 are those of ASCII, half as wide.
    var narrow = new COSArray();
    narrow.add(COSInteger.get(1));
    narrow.add(COSInteger.get(95));
    narrow.add(COSInteger.get(500));
    narrow.add(COSInteger.get(814));
    narrow.add(COSInteger.get(939));
    narrow.add(COSInteger.get(500));
    letters.setItem(COSName.W, narrow);
    var descendants = new COSArray();
    descendants.add(letters);
    var font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setName(COSName.SUBTYPE, "Type0");
    font.setName(COSName.BASE_FONT, "STSong-Light-UniGB-UCS2-H");
    font.setName(COSName.ENCODING, "UniGB-UCS2-H");
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    return font;
  }
}
