package yuheng.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchTest {
  @Test
  void aNameThatIsNoBenchIsAnsweredWithTheListAndTwo() throws InterruptedException {
    var told = new ByteArrayOutputStream();
    var out = new ByteArrayOutputStream();
    int code =
        Main.run(
            new String[] {"nothing"},
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(told, true, StandardCharsets.UTF_8));
    assertThat(code).isEqualTo(2);
    assertThat(out.size()).isZero();
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains(Bench.ALL.stream().map(Bench::name).toList());
  }

  @Test
  void noTwoBenchesHaveOneName() {
    assertThat(Bench.ALL.stream().map(Bench::name)).doesNotHaveDuplicates();
  }

  @Test
  void aFigureIsOneLineOfJson() {
    assertThat(Figure.own("pages", "p99_ms", 23.14159, "ms", "50 «readers»").json())
        .isEqualTo(
            "{\"bench\":\"pages\",\"figure\":\"p99_ms\",\"value\":23.14,\"unit\":\"ms\","
                + "\"ours\":\"23.14 ms\",\"what\":\"50 «readers»\"}");
    assertThat(Figure.own("pages", "per_s", 12_345.6, "pages/s", "").ours())
        .isEqualTo("12350 pages/s");
    assertThat(Figure.own("pages", "errors", 0, "1", "").ours()).isEqualTo("0");
  }

  @Test
  void aPercentileIsADurationThatWasMeasured() {
    Samples samples = Samples.of(List.of(4_000_000L, 1_000_000L, 3_000_000L, 2_000_000L));
    assertThat(samples.medianMillis()).isEqualTo(2);
    assertThat(samples.percentileMillis(75)).isEqualTo(3);
    assertThat(samples.percentileMillis(99)).isEqualTo(4);
  }

  @Test
  void receiptsOfKilledWritersAreInTheBookOnce() throws Exception {
    var talk = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    KillBench.Found found = new KillBench(2).kill(new Report("kill", talk, talk));
    assertThat(found.receipts()).isPositive();
    assertThat(found.versions()).isGreaterThanOrEqualTo(found.receipts());
    assertThat(found)
        .isEqualTo(new KillBench.Found(found.receipts(), found.versions(), 0, 0, 0, 0));
  }
}
