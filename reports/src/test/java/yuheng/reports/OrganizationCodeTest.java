package yuheng.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A wrong digit does not pass.
class OrganizationCodeTest {
  /// The examples printed in GB 11714-1997 and GB 32100-2015.
  @ParameterizedTest
  @ValueSource(strings = {"D2143569-X", "91350100M000100Y43"})
  void theExamplesOfTheStandardsAreSound(String code) {
    assertThat(OrganizationCode.isSound(OrganizationCode.plain(code))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "D21435690",
        "D2143569",
        "91350100M000100Y44",
        "9135O100M000100Y43",
        "１２３４５６７８９"
      })
  void othersAreNot(String code) {
    assertThat(OrganizationCode.isSound(OrganizationCode.plain(code))).isFalse();
  }

  @Test
  void theNineStandWithinTheEighteen() {
    assertThat(OrganizationCode.within("91350100M000100Y43")).contains("M000100Y4");
  }

  @Test
  void oneWrongDigitIsAlwaysFound() {
    forAll(
        (random, _) -> {
          String eight = "%08d".formatted(random.nextInt(100_000_000));
          String nine = eight + OrganizationCode.nineCheck(eight);
          String seventeen = "91500107" + nine;
          return seventeen + OrganizationCode.creditCheck(seventeen);
        },
        code -> {
          assertThat(OrganizationCode.isSound(code)).isTrue();
          for (int place = 0; place < code.length(); place++) {
            for (char other = '0'; other <= '9'; other++) {
              if (other != code.charAt(place)) {
                String wrong = code.substring(0, place) + other + code.substring(place + 1);
                assertThat(OrganizationCode.isSound(wrong)).as(wrong).isFalse();
              }
            }
          }
        });
  }
}
