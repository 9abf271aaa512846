package yuheng.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnitTest {
  @ParameterizedTest
  @CsvSource({
    "元, 1",
    "万元, 1e4",
    "亿元, 1e8",
    "万亿元, 1e12",
    "%, 0.01",
    "度, 1",
    "亿千瓦时, 1e8",
    "吨, 1",
    "万吨, 1e4",
    "吨标准煤, 1",
    "亿立方米, 1e8",
    "万千瓦, 1e4",
    "户, 1",
    "万户, 1e4",
    "个, 1",
    "亿台, 1e8",
    "万人, 1e4",
    "万重量箱, 1e4",
    "元/度, 1",
    "万元/人·年, 1e4",
    "元/人年, 1",
    "元/立方米, 1",
    "吨标准煤/万元, 0.0001",
    "million tonnes, 1e6",
    "trillion yuan, 1e12",
    "yuan/kWh, 1",
    "yuan per person-year, 1",
    "billion cubic metres, 1e9"
  })
  void isReadWithItsScale(String written, String scale) {
    assertThat(Unit.of(written).scale()).isEqualByComparingTo(scale);
  }

  @ParameterizedTest
  @CsvSource({
    "万亿元, trillion yuan",
    "元/度, yuan/kWh",
    "万吨, million tonnes",
    "万元/人·年, yuan per person-year",
    "亿立方米, m3",
    "万重量箱, weight cases",
    "台, units",
    "千瓦, kW",
    "度, 千瓦时"
  })
  void measuresTheSameInBothLanguages(String chinese, String english) {
    assertThat(Unit.of(chinese).measuresTheSameAs(Unit.of(english))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"吨, 立方米", "户, 台", "%, 个百分点", "度, 千瓦", "吨, 吨标准煤", "元, 美元", "元/度, 元"})
  void isNotMixedUpWithAnother(String one, String other) {
    assertThat(Unit.of(one).measuresTheSameAs(Unit.of(other))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"斗", "万", "元//度", "亿亿元", "元·", "percents"})
  void isRefusedWhenNobodyKnowsIt(String text) {
    assertThat(Unit.read(text)).isEmpty();
  }

  @Test
  void moneyAtDifferentPricesIsNotTheSameThing() {
    Unit current = Unit.of("亿元").at(PriceBasis.CURRENT);
    Unit constant = Unit.of("亿元").at(PriceBasis.constant(2010));
    assertThat(current.measuresTheSameAs(constant)).isFalse();
    assertThatThrownBy(() -> current.per(constant))
        .isInstanceOf(UnitMismatch.class)
        .hasMessageContaining("current prices")
        .hasMessageContaining("prices of 2010");
  }

  @Test
  void aRatioOfMoneyHasNoPricesLeft() {
    Unit current = Unit.of("亿元").at(PriceBasis.CURRENT);
    Unit ratio = current.per(Unit.of("万元").at(PriceBasis.CURRENT));
    assertThat(ratio.prices()).isEqualTo(PriceBasis.NONE);
    assertThat(ratio.hasTheDimensionOf(Unit.PERCENT)).isTrue();
  }

  @Test
  void thingsCountedOneByOneAreCounts() {
    assertThat(Unit.of("户").counts()).isTrue();
    assertThat(Unit.of("个").counts()).isTrue();
    assertThat(Unit.ONE.counts()).isTrue();
    assertThat(Unit.PERCENT.counts()).isFalse();
    assertThat(Unit.of("元").counts()).isFalse();
  }
}
