package yuheng.synth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import yuheng.synth.Wishes.Mischief;

/// Names are invented, each is given once, and codes are sound but of nobody.
class UnitNamesTest {
  private static final int STEM = 2;

  private static List<RegisterRow> tenThousand() {
    return Chongqing.read(Chongqing.FOLDER)
        .city(new Wishes(10_000, 60, 1, Chongqing.JANUARY, Chongqing.NOW, Mischief.NONE))
        .register()
        .stream()
        .filter(row -> row.event() == RegisterRow.Event.ADD)
        .toList();
  }

  @Test
  void everyNameIsGivenOnceAndSaysSynthetic() {
    Set<String> names = new HashSet<>();
    Set<String> codes = new HashSet<>();
    for (RegisterRow row : tenThousand()) {
      String name = row.attributes().getOrDefault("name", "");
      assertThat(name).startsWith("合成");
      assertThat(names.add(name)).as(name).isTrue();
      assertThat(codes.add(row.code())).as(row.code()).isTrue();
    }
    assertThat(names.size()).isGreaterThan(10_000);
  }

  /// The list of real enterprises is not part of the project: `-Dreal.enterprises=FILE`.
  @Test
  void noRealNameOccurs() throws IOException {
    Path real =
        Path.of(
            System.getProperty(
                "real.enterprises", System.getenv().getOrDefault("REAL_ENTERPRISES", "-")));
    if (!Files.exists(real)) {
      abort("SKIPPED: name a CSV of real enterprises with -Dreal.enterprises=FILE");
    }
    Set<String> stems = new HashSet<>();
    for (String line : Files.readAllLines(real).subList(1, Files.readAllLines(real).size())) {
      String name = line.split(",", -1)[3].replaceAll("^重庆(市)?|\\(.*", "");
      if (name.length() >= STEM) {
        stems.add(name);
        stems.add(name.substring(0, STEM));
      }
    }
    stems.removeIf(stem -> List.of("中国", "重庆").contains(stem) || !stem.matches("\\p{IsHan}+"));
    assertThat(stems).isNotEmpty();
    for (RegisterRow row : tenThousand()) {
      String name = row.attributes().getOrDefault("name", "").substring("合成".length());
      String own = name.substring(0, Math.min(3, name.length()));
      assertThat(stems).noneMatch(own::contains);
    }
  }

  /// Examples: GB 11714 of a real, closed body as printed in the standard's commentary; checks are
  /// made again here by the sum that has to come out even.
  @Test
  void checkDigitsComeOutEven() {
    int credit = 0;
    for (RegisterRow row : tenThousand()) {
      if (row.register().equals("enterprise")) {
        String organization = row.code().length() == 9 ? row.code() : row.code().substring(8, 17);
        assertThat(evenOrganization(organization)).as(organization).isTrue();
        if (row.code().length() == 18) {
          credit++;
          assertThat(evenCredit(row.code())).as(row.code()).isTrue();
          assertThat(row.attributes().getOrDefault("opened", ""))
              .isGreaterThanOrEqualTo("2015-10-01");
        }
      }
    }
    assertThat(credit).isPositive();
    assertThat(evenCredit("91350100M000100Y43")).isTrue(); // example in GB 32100-2015
  }

  private static boolean evenOrganization(String code) {
    int[] weights = {3, 7, 9, 10, 5, 8, 4, 2};
    int sum = code.charAt(8) == 'X' ? 10 : code.charAt(8) - '0';
    for (int i = 0; i < weights.length; i++) {
      sum += Character.digit(code.charAt(i), 36) * weights[i];
    }
    return sum % 11 == 0;
  }

  private static boolean evenCredit(String code) {
    String digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    int[] weights = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28, 1};
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += digits.indexOf(code.charAt(i)) * weights[i];
    }
    return sum % 31 == 0;
  }
}
