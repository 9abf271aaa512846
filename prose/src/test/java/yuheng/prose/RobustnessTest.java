package yuheng.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import yuheng.testing.Golden;

/// No text is refused, and each is read to its end; `-Dyuheng.deep=true` tries many more. How long
/// it takes is measured by `./yuheng bench prose`.
class RobustnessTest {
  private static final int CASES = Boolean.getBoolean("yuheng.deep") ? 100_000 : 2_000;
  private static final List<String> TEXTS = texts();
  private static final String LAST = "到2015年，工业总产值达到25000亿元。";
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
          List<Mention> mentions = PolicyText.of(text).mentions();
          int length = text.codePointCount(0, text.length());
          for (Mention mention : mentions) {
            assertThat(mention.end()).isLessThanOrEqualTo(length);
            assertThat(GuideRow.line("x", mention)).startsWith("{").endsWith("}");
          }
        });
  }

  @Test
  void aMegabyteIsReadToItsEnd() {
    String text = String.join("\n", TEXTS) + "\n";
    isReadToItsEnd(text.repeat(1 + 400_000 / text.length()), LAST);
  }

  @Test
  void longTextsWithoutAnyPunctuationAreReadToTheirEnd() {
    for (String piece : List.of("提高到", "三", "1", "1.", "每万人", "比2010年", "“", "、5个", "增长5%和")) {
      isReadToItsEnd("某省2012年规划\n" + piece.repeat(400_000 / piece.length()), LAST);
    }
  }

  @Test
  void longEnglishWithoutAnyPunctuationIsReadToItsEnd() {
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
      isReadToItsEnd(
          "A Plan for 2012\n" + piece.repeat(100_000 / piece.length()),
          "By 2015, industrial output will reach 2500 billion yuan.");
    }
  }

  /// The quantity of one more sentence behind the text is found.
  private static void isReadToItsEnd(String text, String last) {
    String whole = text + "\n\n" + last + "\n";
    long before = text.codePoints().count();
    assertThat(PolicyText.of(whole).mentions())
        .as(text.substring(0, 40))
        .anyMatch(mention -> mention.start() > before);
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
