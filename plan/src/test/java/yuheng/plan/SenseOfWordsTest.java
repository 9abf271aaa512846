package yuheng.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenseOfWordsTest {
  @ParameterizedTest(name = "{0}[…]{1}")
  @CsvSource(
      quoteCharacter = '\'',
      nullValues = "none",
      value = {
        "工业总产值突破, '，', MORE_THAN",
        "比重超过, '；', MORE_THAN",
        "比重不超过, '。', AT_MOST",
        "比重提高到, 以上, AT_LEAST",
        "质量损失率降到, 以内, AT_MOST",
        "稳定在, 左右, ABOUT",
        "达到, '。', none",
        "the share is to be more than, ' by', MORE_THAN",
        "no more than, ' of', AT_MOST",
        "moreover, ' of', none",
        "at least, '', AT_LEAST",
        "about, ' million', ABOUT",
        "reaches, ' or more', AT_LEAST"
      })
  void saysWhatTheNumberMeans(String before, String after, Sense sense) {
    assertThat(SenseOfWords.around(before, after).orElse(null)).isEqualTo(sense);
  }
}
