package yuheng.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Addressees;
import yuheng.facts.Letters.Letter;
import yuheng.terms.Words;

/// Letters are printed by district, and only who prints them sees them.
class PrintedLettersTest {
  private static final Instant UNTIL = Instant.parse("2012-10-01T12:00:00Z");

  @TempDir private Path folder;

  private record City() implements Addressees {
    @Override
    public List<Addressee> all() {
      return List.of();
    }

    @Override
    public Optional<Addressee> find(long unit) {
      return Optional.of(
          new Addressee(unit, Words.same("虚构企业" + unit), "50010" + unit % 4, "tel " + unit));
    }
  }

  private static Letter letter(long unit) {
    return new Letter(
        unit,
        "tel " + unit,
        new Words("开通账号", "opens an account"),
        "CODE-%04d".formatted(unit),
        UNTIL);
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder.resolve("out"))) {
      return files.sorted().toList();
    }
  }

  @Test
  void tenThousandLettersArePrintedInFilesByDistrict() throws IOException {
    var letters = new PrintedLetters(folder.resolve("out"), new City(), Words.same("市经信委"), "");
    long start = System.nanoTime();
    letters.send(LongStream.range(0, 10_000).mapToObj(PrintedLettersTest::letter).toList());
    System.err.printf("10 000 letters printed in %d ms%n", (System.nanoTime() - start) / 1_000_000);
    assertThat(files()).hasSize(20);
    int codes;
    for (Path file : files()) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    double usual = ZipSecureFile.getMinInflateRatio();
    ZipSecureFile.setMinInflateRatio(0.001); // five hundred letters are much alike
    try (InputStream in = Files.newInputStream(files().getFirst());
        var text = new XWPFWordExtractor(new XWPFDocument(in))) {
      String first = text.getText();
      codes = first.split("CODE-", -1).length - 1;
      assertThat(first)
          .contains("虚构企业0：", "CODE-0000", "tel 4", "2012年10月1日", "市经信委")
          .doesNotContain("CODE-0001");
    } finally {
      ZipSecureFile.setMinInflateRatio(usual);
    }
    assertThat(codes).isEqualTo(500);
  }
}
