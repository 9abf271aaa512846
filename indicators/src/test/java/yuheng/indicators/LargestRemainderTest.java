package yuheng.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static yuheng.testing.ForAll.forAll;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import yuheng.indicators.LargestRemainder.Portion;

class LargestRemainderTest {
  private record Case(BigInteger units, Map<String, BigDecimal> weights) {}

  private static Case draw(RandomGenerator random, int size) {
    var weights = new LinkedHashMap<String, BigDecimal>();
    int parts = 1 + random.nextInt(3 + size * 8);
    for (int i = 0; i < parts; i++) {
      boolean tie = random.nextInt(4) == 0;
      long amount = tie ? 5 : random.nextLong(0, 1_000_000);
      weights.put("p%03d".formatted(i), BigDecimal.valueOf(amount, random.nextInt(5)));
    }
    weights.put("p%03d".formatted(parts), BigDecimal.ONE);
    return new Case(
        new BigInteger(1 + random.nextInt(1 + size * 10), new Random(random.nextLong())), weights);
  }

  @Test
  void theSumIsTheWholeAndEachIsWithinOneOfItsExactShare() {
    forAll(
        2_000,
        LargestRemainderTest::draw,
        one -> {
          List<Portion> portions = LargestRemainder.of(one.units, one.weights);
          assertThat(portions.stream().map(Portion::units).reduce(BigInteger.ZERO, BigInteger::add))
              .isEqualTo(one.units);
          BigDecimal all = one.weights.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
          for (Portion portion : portions) {
            // |units − U·w/W| < 1, multiplied by W so that nothing is rounded
            BigDecimal off =
                new BigDecimal(portion.units())
                    .multiply(all)
                    .subtract(new BigDecimal(one.units).multiply(portion.weight()))
                    .abs();
            assertThat(off).isLessThan(all);
          }
        });
  }

  @Test
  void ofTwoPartsTheOneWithMoreWeightNeverGetsLess() {
    forAll(
        1_000,
        LargestRemainderTest::draw,
        one -> {
          List<Portion> portions = LargestRemainder.of(one.units, one.weights);
          for (Portion a : portions) {
            for (Portion b : portions) {
              if (a.weight().compareTo(b.weight()) > 0) {
                assertThat(a.units()).isGreaterThanOrEqualTo(b.units());
              }
            }
          }
        });
  }

  @Test
  void theOrderInWhichPartsAreGivenDoesNotMatter() {
    forAll(
        LargestRemainderTest::draw,
        one -> {
          var turned = new ArrayList<>(one.weights.entrySet());
          Collections.shuffle(turned, new Random(7));
          var other = new LinkedHashMap<String, BigDecimal>();
          turned.forEach(entry -> other.put(entry.getKey(), entry.getValue()));
          assertThat(LargestRemainder.of(one.units, other))
              .isEqualTo(LargestRemainder.of(one.units, one.weights));
        });
  }

  @Test
  void equalRemaindersAreTakenInTheOrderOfTheCodes() {
    var weights = Map.of("b", BigDecimal.ONE, "a", BigDecimal.ONE, "c", BigDecimal.ONE);
    assertThat(LargestRemainder.of(BigInteger.valueOf(10), weights))
        .extracting(one -> one.part() + one.units())
        .containsExactly("a4", "b3", "c3");
  }

  /// The example of Balinski and Young's kind: votes 41, 34, 25 hundredths and 7 seats: 3, 2, 2.
  @Test
  void sevenSeatsGoToFortyOneThirtyFourAndTwentyFive() {
    var weights = Map.of("a", new BigDecimal(41), "b", new BigDecimal(34), "c", new BigDecimal(25));
    assertThat(LargestRemainder.of(BigInteger.valueOf(7), weights))
        .extracting(one -> one.part() + one.units())
        .containsExactly("a3", "b2", "c2");
  }

  @Test
  void nothingToWeighByIsRefused() {
    assertThatThrownBy(() -> LargestRemainder.of(BigInteger.ONE, Map.of("a", BigDecimal.ZERO)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
