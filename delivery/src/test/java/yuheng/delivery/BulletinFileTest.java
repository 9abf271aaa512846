package yuheng.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.delivery.BulletinFile.Kind;
import yuheng.terms.Language;

/// The bulletin as .docx and PDF.
class BulletinFileTest {
  private static final Bulletin BULLETIN = Chongqing.asItIs().bulletin();

  private static byte[] written(Kind kind) {
    BulletinFile file = BulletinFile.write(BULLETIN, Language.ZH, kind);
    assertThat(file).isInstanceOf(BulletinFile.Written.class);
    return ((BulletinFile.Written) file).bytes();
  }

  private static Map<String, byte[]> parts(byte[] zip) throws IOException {
    var parts = new TreeMap<String, byte[]>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    }
    return parts;
  }

  @Test
  void theSameBulletinIsTheSameBytes() {
    assertThat(written(Kind.DOCX)).isEqualTo(written(Kind.DOCX));
    assumeThat(Typefaces.find(Typefaces.folders())).isPresent();
    assertThat(written(Kind.PDF)).isEqualTo(written(Kind.PDF));
  }

  @Test
  void chartsAreNativeAndEachHasItsWorkbook() throws IOException {
    Map<String, byte[]> parts = parts(written(Kind.DOCX));
    long charts = BULLETIN.blocks().filter(Bulletin.Chart.class::isInstance).count();
    assertThat(charts).isGreaterThanOrEqualTo(3);
    assertThat(parts.keySet().stream().filter(name -> name.matches("word/charts/chart\\d+\\.xml")))
        .hasSize((int) charts);
    assertThat(parts.keySet().stream().filter(name -> name.endsWith(".xlsx")))
        .hasSize((int) charts);
    String chart = text(parts, "word/charts/chart1.xml");
    assertThat(chart).contains("<c:f>", "externalData", "30000");
  }

  private static String text(Map<String, byte[]> parts, String name) {
    byte[] part = parts.get(name);
    assertThat(part).as(name).isNotNull();
    return new String(part, StandardCharsets.UTF_8);
  }

  @Test
  void headsOfTablesRepeatFontsAreNamedAndPagesAreThoseOfOfficialDocuments() throws IOException {
    byte[] bytes = written(Kind.DOCX);
    try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
      assertThat(document.getTables()).hasSizeGreaterThanOrEqualTo(2);
      for (XWPFTable table : document.getTables()) {
        assertThat(table.getRow(0).isRepeatHeader()).isTrue();
      }
      assertThat(document.getFooterList()).hasSize(1);
    }
    String body = text(parts(bytes), "word/document.xml");
    assertThat(body).contains("方正小标宋简体", "黑体", "仿宋_GB2312", "w:outlineLvl");
    assertThat(body).contains("w:w=\"11906\"", "w:top=\"2098\"", "w:left=\"1587\"");
    assertThat(text(parts(bytes), "word/fontTable.xml")).contains("FangSong");
    assertThat(text(parts(bytes), "word/footer1.xml")).contains("PAGE");
  }

  @Test
  void theChineseTextOfThePdfCanBeSelectedAndItsFontsAreEmbedded() throws IOException {
    assumeThat(Typefaces.find(Typefaces.folders())).isPresent();
    try (PDDocument document = Loader.loadPDF(written(Kind.PDF))) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
      for (Sentence sentence : BULLETIN.sentences().toList()) {
        assertThat(withoutPages(text))
            .contains(sentence.text(Language.ZH).replaceAll("\\s", "").substring(0, 12));
      }
      assertThat(document.getDocumentCatalog().getDocumentOutline().hasChildren()).isTrue();
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      for (PDPage page : document.getPages()) {
        for (var font : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
        }
      }
    }
  }

  private static String withoutPages(String text) {
    return text.replaceAll("—\\d—", "");
  }

  @Test
  void withoutAFontThereIsAProblemAndNoFile(@TempDir Path empty) {
    BulletinFile file = BulletinFile.write(BULLETIN, Language.ZH, Kind.PDF, List.of(empty));
    assertThat(file).isInstanceOf(BulletinFile.Impossible.class);
    assertThat(((BulletinFile.Impossible) file).fault().mend().en()).contains("fonts-lxgw-wenkai");
  }

  @Test
  void itIsWrittenWithinThreeSeconds() {
    written(Kind.DOCX);
    long from = System.nanoTime();
    Chongqing.asItIs().bulletin();
    written(Kind.DOCX);
    assertThat((System.nanoTime() - from) / 1_000_000).as("milliseconds").isLessThan(3_000);
  }
}
