package yuheng.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/// A damaged file ends in a text or in a problem, never in an exception.
class DamagedDocumentTest {
  private static final int CASES = Boolean.getBoolean("yuheng.deep") ? 20_000 : 1_000;

  @SuppressWarnings("ArrayRecordComponent") // a case is drawn once and never compared
  private record Damaged(String name, byte[] bytes) {
    @Override
    public String toString() {
      return name + ", " + bytes.length + " bytes";
    }
  }

  @Test
  void damagedBytesEndInATextOrAProblem() throws IOException {
    List<Damaged> whole =
        List.of(
            new Damaged(
                "a.txt",
                String.join("\n", DocumentFormatsTest.PARAGRAPHS).getBytes(StandardCharsets.UTF_8)),
            new Damaged("a.docx", DocumentFormatsTest.word()),
            new Damaged("a.pdf", PrintedPdf.of(DocumentFormatsTest.PARAGRAPHS)),
            new Damaged("a.html", DocumentFormatsTest.html()));
    forAll(
        CASES,
        (random, size) -> damaged(whole.get(random.nextInt(whole.size())), random, size),
        document -> {
          PolicyDocument.Opened opened = PolicyDocument.read(document.name(), document.bytes());
          assertThat(opened.document().isPresent()).isEqualTo(opened.problems().isEmpty());
          opened.problems().forEach(problem -> assertThat(problem.code()).startsWith("DR"));
        });
  }

  private static Damaged damaged(Damaged whole, RandomGenerator random, int size) {
    byte[] bytes = whole.bytes().clone();
    switch (random.nextInt(4)) {
      case 0 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
      case 1 -> {
        int from = random.nextInt(bytes.length);
        int many = Math.min(bytes.length - from, 1 + random.nextInt(1 + size * 20));
        for (int i = from; i < from + many; i++) {
          bytes[i] = 0;
        }
      }
      default -> {
        for (int i = 0; i <= size * 4; i++) {
          bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
      }
    }
    return new Damaged(whole.name(), bytes);
  }

  @Test
  void aSwollenArchiveIsNotUnpacked() throws IOException {
    PolicyDocument.Opened opened = PolicyDocument.read("a.docx", SwollenZip.of(300));
    assertThat(opened.problems()).extracting(problem -> problem.code()).containsExactly("DR008");
  }

  @Test
  void anEntityFromElsewhereIsNotFetched() throws IOException {
    byte[] bytes = SwollenZip.withForeignEntity();
    PolicyDocument.Opened opened = PolicyDocument.read("a.docx", bytes);
    opened
        .document()
        .ifPresent(document -> assertThat(document.text().text()).doesNotContain("root:"));
  }
}
