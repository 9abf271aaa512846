package yuheng.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.synth.Wishes.Mischief;

/// The same wishes make the same bytes, and nothing heard later changes one of them.
class CityFilesTest {
  private static final LocalDate AUTUMN = LocalDate.of(2012, 9, 30);
  private static final String LATER = "2012-01..2012-11,11996.54,亿元,18,2012-12-20";

  @TempDir Path temporary = Path.of("");

  private Map<String, String> written(Chongqing chongqing, String name, long seed, LocalDate day)
      throws IOException {
    Path folder = temporary.resolve(name);
    CityFiles.write(
        chongqing.city(new Wishes(120, 30, seed, Chongqing.JANUARY, day, Mischief.SOME)), folder);
    var sums = new TreeMap<String, String>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        sums.put(file.getFileName().toString(), sha256(Files.readAllBytes(file)));
      }
    }
    return sums;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Test
  void theSameSeedMakesTheSameBytesAndAnotherOneOthers() throws IOException {
    Chongqing one = Chongqing.read(Chongqing.FOLDER);
    Map<String, String> first = written(one, "first", 4, Chongqing.NOW);
    assertThat(written(one, "again", 4, Chongqing.NOW)).isEqualTo(first);
    Map<String, String> other = written(one, "other", 5, Chongqing.NOW);
    assertThat(other.keySet()).isEqualTo(first.keySet());
    assertThat(other.get("form-output.csv")).isNotEqualTo(first.get("form-output.csv"));
  }

  @Test
  void aRowHeardLaterHasNoInfluenceOnWhatWasKnownAndOtherwiseIt() throws IOException {
    Chongqing asItIs = Chongqing.read(Chongqing.FOLDER);
    Chongqing altered =
        Chongqing.with(temporary.resolve("plan"), LATER, LATER.replace("11996.54", "13996.54"));
    assertThat(written(altered, "a", 1, AUTUMN)).isEqualTo(written(asItIs, "b", 1, AUTUMN));
    assertThat(written(altered, "c", 1, Chongqing.NOW).get("form-output.csv"))
        .isNotEqualTo(written(asItIs, "d", 1, Chongqing.NOW).get("form-output.csv"));
  }

  @Test
  void everythingSaysThatItIsSynthetic() throws IOException {
    written(Chongqing.read(Chongqing.FOLDER), "said", 1, Chongqing.NOW);
    Path folder = temporary.resolve("said");
    assertThat(Files.readString(folder.resolve("README.md")))
        .startsWith("# 合成城市：全部是虚构的 / SYNTHETIC")
        .contains("2016年上半年以后按随2016年上半年公布的增速9.4%外推");
    try (Stream<String> lines = Files.lines(folder.resolve("register-enterprise.csv"))) {
      assertThat(lines.skip(1).filter(line -> line.contains(",add,")))
          .hasSize(120)
          .allMatch(line -> line.contains(",合成"));
    }
  }
}
