package yuheng.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import yuheng.testing.Golden;

/// No text is refused and none takes long: `-Dyuheng.deep=true` tries many more.
class RobustnessTest {
  private static final int CASES = Boolean.getBoolean("yuheng.deep") ? 100_000 : 2_000;
  private static final List<String> TEXTS = texts();
  private static final String NOISE =
      "一二两三十百千万亿零○〇0123456789.,，。；：、！？“”《》（）()%％‰/·-—至到年月日个大家户人元吨翻番倍增每由从比第"
          + "abes$%()\"'/-+ to of by per"
          + "\n\t \u3000\u0000\uD83D\uDE00\uD800\uDC00\uFF11\uFF0E";

  @Test
  void damagedTextsAreReadWithoutAnException() {
    forAll(
        CASES,
        RobustnessTest::damaged,
        text -> {
          long start = System.nanoTime();
          List<Mention> mentions = PolicyText.of(text).mentions();
          assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
          int length = text.codePointCount(0, text.length());
          for (Mention mention : mentions) {
            assertThat(mention.end()).isLessThanOrEqualTo(length);
            assertThat(GuideRow.line("x", mention)).startsWith("{").endsWith("}");
          }
        });
  }

  @Test
  void aMegabyteTakesSeconds() {
    String text = String.join("\n", TEXTS);
    String large = text.repeat(1 + 400_000 / text.length());
    PolicyText.of(text).mentions();
    long start = System.nanoTime();
    assertThat(PolicyText.of(large).mentions()).hasSizeGreaterThan(1000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  @Test
  void longEnglishWithoutAnyPunctuationTakesSeconds() {
    for (String piece :
        List.of(
            "raise to ",
            "one ",
            "1 ",
            "1.",
            "per 10 people ",
            "in 2010 ",
            "\"",
            "and 5 parks ",
            "by 5 percent and ",
            "2011-2015 ",
            "RMB300 ",
            "US$",
            "double ",
            "1-2 km ",
            "a\n")) {
      String large = piece.repeat(100_000 / piece.length());
      long start = System.nanoTime();
      PolicyText.of("A Plan for 2012\n" + large).mentions();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(piece)
          .isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void aMegabyteWithoutAnyPunctuationTakesSeconds() {
    for (String piece : List.of("提高到", "三", "1", "1.", "每万人", "比2010年", "“", "、5个", "增长5%和")) {
      String large = piece.repeat(400_000 / piece.length());
      long start = System.nanoTime();
      PolicyText.of("某省2012年规划\n" + large).mentions();
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .as(piece)
          .isLessThan(Duration.ofSeconds(10));
    }
  }

  private static String damaged(RandomGenerator random, int size) {
    var text = new StringBuilder(TEXTS.get(random.nextInt(TEXTS.size())));
    int from = random.nextInt(Math.max(1, text.length() - 400));
    text.delete(0, from);
    text.setLength(Math.min(text.length(), 400));
    for (int i = 0; i <= size * 4 && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, NOISE.charAt(random.nextInt(NOISE.length())));
        case 2 -> text.setCharAt(at, NOISE.charAt(random.nextInt(NOISE.length())));
        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 9)));
      }
    }
    return text.toString();
  }

  private static List<String> texts() {
    Path cases = Golden.home().resolve("cases");
    try (Stream<Path> chinese = Files.list(cases.resolve("prose"));
        Stream<Path> english = Files.list(cases.resolve("prose-en"))) {
      return Stream.concat(chinese.sorted(), english.sorted())
          .map(RobustnessTest::sentences)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String sentences(Path file) {
    try {
      return String.join(
          "\n",
          Files.readAllLines(file).stream()
              .filter(line -> line.startsWith("= ") || line.startsWith("> "))
              .map(line -> line.substring(2))
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
