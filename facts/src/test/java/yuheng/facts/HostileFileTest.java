package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that would do harm, or are simply broken, are refused with their reason.
class HostileFileTest {
  private static final String TABLE =
      "series,period,value,unit,source\ngrain-output,2012,35,万吨,示例年鉴";
  private static final String SHEET = "xl/worksheets/sheet1.xml";

  @TempDir private Path folder;

  private static HandMadeWorkbook book() {
    return HandMadeWorkbook.of("九月", TABLE);
  }

  private static List<String> codes(byte[] content) {
    return FigureTable.read("x", content).faults().stream().map(Fault::code).toList();
  }

  @Test
  void aSoundWorkbookIsRead() {
    FigureTable table = FigureTable.read("x.xlsx", book().bytes());
    assertThat(table.faults()).isEmpty();
    assertThat(table.size()).isEqualTo(1);
  }

  @Test
  void externalEntitiesAreNeverFollowed() throws IOException {
    Path secret = folder.resolve("secret.txt");
    Files.writeString(secret, "open sesame");
    String doctype = "<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri());
    for (String part : List.of(SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml")) {
      assertThat(codes(book().before(part, doctype).bytes())).containsExactly("FA105");
    }
    assertThat(
            codes(book().before(SHEET, "<!-- " + "x".repeat(300_000) + " -->" + doctype).bytes()))
        .containsExactly("FA105");
  }

  @Test
  void anotherEncodingHidesNoDeclaration() {
    byte[] wide =
        "\uFEFF<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><worksheet/>"
            .getBytes(StandardCharsets.UTF_16LE);
    assertThat(codes(book().part(SHEET, wide).bytes())).containsExactly("FA105");
    assertThat(codes(book().before(SHEET, "<?xml version='1.0' encoding='UTF-7'?>").bytes()))
        .containsExactly("FA105");
  }

  @Test
  void entitiesThatGrowAreRefused() {
    String laughs = "<!DOCTYPE l [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>";
    assertThat(codes(book().before(SHEET, laughs).bytes())).containsExactly("FA105");
  }

  @Test
  void anArchiveThatGrowsBeyondMeasureIsLeftAlone() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      byte[] zeros = new byte[1 << 20];
      for (int i = 0; i < 201; i++) {
        zip.write(zeros);
      }
      zip.closeEntry();
    }
    assertThat(bytes.size()).isLessThan(300_000);
    assertThat(codes(bytes.toByteArray())).containsExactly("FA102");
  }

  @Test
  void aFileThatIsTooLargeIsNotEvenOpened() {
    assertThat(codes(new byte[FigureTable.LARGEST + 1])).containsExactly("FA102");
  }

  @Test
  void tooManyRowsAreRefused() {
    String rows = TABLE + "\ngrain-output,2012,35,万吨,示例年鉴".repeat(FigureTable.MOST_ROWS);
    assertThat(codes(rows.getBytes(StandardCharsets.UTF_8))).containsExactly("FA102");
  }

  @Test
  void macrosAndEmbeddedObjectsAreRefused() {
    for (String part :
        List.of("xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "xl/embeddings/o.bin")) {
      assertThat(codes(book().part(part, "x").bytes())).containsExactly("FA104");
    }
  }

  @Test
  void passwordsAndTheOldFormatAreTold() {
    byte[] ole = new byte[600];
    byte[] head = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };
    System.arraycopy(head, 0, ole, 0, head.length);
    assertThat(codes(ole)).containsExactly("FA103");
  }

  @Test
  void whateverIsBrokenIsAFaultAndNeverAnException() {
    byte[] sound = book().bytes();
    forAll(
        (random, size) -> {
          byte[] broken = sound.clone();
          for (int i = 0; i <= size; i++) {
            broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
          }
          return broken;
        },
        broken -> FigureTable.read("x", broken));
    forAll(
        (random, size) -> {
          byte[] text = new byte[size * 40];
          random.nextBytes(text);
          return text;
        },
        text -> FigureTable.read("x", text));
  }

  @Test
  void aTableInGbIsReadLikeOneInUtf8() {
    FigureTable table = FigureTable.read("x.csv", TABLE.getBytes(Charset.forName("GB18030")));
    assertThat(table.faults()).isEmpty();
    assertThat(table.rows().getFirst().find(Heading.UNIT).orElseThrow().text()).isEqualTo("万吨");
  }
}
