package yuheng.prose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GuideRowTest {
  @Test
  void aRowHasTheFieldsOfTheGuideInItsOrder() {
    Mention mention = only("某省2012年规划\n到2015年，用电产出达到30元/度。\n");
    assertThat(GuideRow.line("r1", mention))
        .isEqualTo(
            "{\"id\": \"r1\", \"article\": \"\", \"subject_zh\": \"用电产出\", \"scope_zh\": \"\","
                + " \"comparator\": \"=\", \"value\": 30, \"unit\": \"CNY/kWh\", \"raw\":"
                + " \"30元/度\", \"period\": \"2015\", \"char_start\": 23, \"char_end\": 28}");
  }

  @Test
  void aMissingPeriodIsNullAndAChangeHasItsBound() {
    Mention mention = only("税收增长10%以上。");
    assertThat(GuideRow.line("r", mention))
        .contains("\"period\": null, \"char_start\": 4")
        .endsWith("\"bound\": \">=\"}");
  }

  @Test
  void wordsAreEscaped() {
    Mention mention = only("“a\\b”\u0001产量达到5吨。");
    assertThat(GuideRow.line("q\"q", mention)).contains("\"q\\\"q\"").doesNotContain("\u0001");
  }

  private static Mention only(String text) {
    return PolicyText.of(text).commitments().getFirst();
  }
}
