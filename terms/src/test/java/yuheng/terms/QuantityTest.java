package yuheng.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static yuheng.testing.ForAll.forAll;

import java.math.BigDecimal;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  private static final List<String> UNITS =
      List.of("元", "亿元", "%", "万吨", "元/度", "万元/人·年", "个", "万户", "亿台", "亿立方米", "万重量箱");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "1.5万亿元, 1500000000000",
        "七大, 7",
        "两大, 2",
        "30个, 30",
        "十二个, 12",
        "三百户, 300",
        "一千万吨, 10000000",
        "50%, 0.5",
        "30元/度, 30",
        "30万元/人·年, 300000",
        "30万元/人•年, 300000",
        "2亿台, 200000000",
        "150万重量箱, 1500000",
        "２２００万千瓦, 22000000",
        "1.5 trillion yuan, 1500000000000",
        "seven, 7",
        "'300,000 yuan per person-year', 300000",
        "22 million kW, 22000000",
        "-4.97%, -0.0497",
        "0.2%, 0.002",
        "1万户, 10000"
      })
  void isReadAsPeopleWriteIt(String written, String inBaseUnits) {
    Quantity read = Quantity.of(written);
    assertThat(read.amount().multiply(read.unit().scale())).isEqualByComparingTo(inBaseUnits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"若干", "3万亿吨吨", "", "元", "1,5元", "seventy", "十十个"})
  void isRefusedWhenItIsNone(String text) {
    assertThat(Quantity.read(text)).isEmpty();
  }

  @Test
  void sumsKeepTheLeftUnit() {
    assertThat(Quantity.of("3亿元").plus(Quantity.of("2000万元"))).isEqualTo(Quantity.of("3.2亿元"));
  }

  @Test
  void tonnesAndCubicMetresDoNotAddUp() {
    assertThatThrownBy(() -> Quantity.of("3吨").plus(Quantity.of("2立方米")))
        .isInstanceOf(UnitMismatch.class)
        .hasMessageContaining("吨")
        .hasMessageContaining("立方米");
  }

  @Test
  void theDifferenceOfTwoSharesIsInPercentagePoints() {
    Quantity gap = Quantity.of("35%").minus(Quantity.of("31%"));
    assertThat(gap).isEqualTo(Quantity.of("4个百分点"));
    assertThat(Quantity.of("31%").plus(gap)).isEqualTo(Quantity.of("35%"));
  }

  @Test
  void outputPerKwhIsOutputOverElectricity() {
    Quantity output = Quantity.of("6121.9亿元").per(Quantity.of("224.245亿度")).orElseThrow();
    assertThat(output.in(Unit.of("元/度")).rounded(1)).isEqualTo(Quantity.of("27.3元/度"));
  }

  @Test
  void nothingIsDividedByZero() {
    assertThat(Quantity.of("1元").per(Quantity.of("0度"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "21404.66亿元 | 21\u2009404.66\u202F亿元 | 2.1405 trillion yuan",
        "297050元/人·年 | 297\u2009050\u202F元/人·年 | 297,050 yuan/person-year",
        "0.2% | 0.2% | 0.2%",
        "2.7亿台 | 2.7\u202F亿台 | 270 million units",
        "7个 | 7\u202F个 | 7",
        "-26% | −26% | −26%"
      })
  void isShownForReading(String written, String chinese, String english) {
    Quantity quantity = Quantity.of(written);
    assertThat(quantity.show(Language.ZH)).isEqualTo(chinese);
    assertThat(quantity.show(Language.EN)).isEqualTo(english);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    forAll(
        QuantityTest::quantity,
        quantity -> assertThat(Quantity.of(quantity.toString())).isEqualTo(quantity));
  }

  @Test
  void countingInAnotherUnitAndBackChangesNothing() {
    forAll(
        QuantityTest::quantity,
        quantity -> {
          for (String other : UNITS) {
            Unit unit = Unit.of(other);
            if (unit.measuresTheSameAs(quantity.unit())) {
              assertThat(quantity.in(unit).in(quantity.unit())).isEqualTo(quantity);
            }
          }
        });
  }

  @Test
  void addingAndTakingAwayChangesNothing() {
    forAll(
        (random, size) -> List.of(quantity(random, size), quantity(random, size)),
        two -> {
          Quantity left = two.getFirst();
          Quantity right = new Quantity(two.getLast().amount(), left.unit());
          assertThat(left.plus(right).amount().subtract(right.amount()))
              .isEqualByComparingTo(left.amount());
        });
  }

  private static Quantity quantity(RandomGenerator random, int size) {
    var amount =
        BigDecimal.valueOf(
            random.nextLong(-(long) Math.pow(10, size + 1.0), (long) Math.pow(10, size + 1.0)),
            random.nextInt(size + 1));
    return new Quantity(amount, Unit.of(UNITS.get(random.nextInt(UNITS.size()))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "6000公顷 | 6000 ha",
        "600万公顷 | 6 million ha",
        "2.5平方公里 | 2.5 km²",
        "2200万千瓦 | 22 million kW",
        "800瓦 | 800 W",
        "120公里 | 120 km",
        "150台/万人 | 150 units per 10,000 people",
        "30元/度 | 30 yuan/kWh",
        "0.54元/度 | 0.54 yuan/kWh",
        "30万元/人·年 | 300,000 yuan/person-year",
        "1.5万亿元 | 1.5 trillion yuan"
      })
  void inEnglishTheNumberFitsTheNameBesideIt(String chinese, String english) {
    assertThat(Quantity.of(chinese).show(Language.EN)).isEqualTo(english);
  }

  @Test
  void inEnglishNoNumberHasMoreDigitsThanPeopleRead() {
    Quantity third = Quantity.of("100亿元").per(Quantity.of("3个")).orElseThrow();
    assertThat(third.show(Language.EN)).startsWith("3.3333 billion");
  }
}
