package yuheng.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import yuheng.testing.Golden;

class AnchorCheckTest {
  private static final Path SMALL = Golden.home().resolve("examples/small");
  private static final Plan PLAN = Plan.read(SMALL).plan().orElseThrow();

  private static String text() throws IOException {
    return Files.readString(SMALL.resolve("official-text.txt"));
  }

  private static AnchorCheck judge(String text) {
    return AnchorCheck.judge(PLAN, text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void everyNumberStandsWhereThePlanSays() throws IOException {
    AnchorCheck check = judge(text());
    assertThat(check.held()).isEqualTo(4);
    assertThat(check.broken()).isEmpty();
    assertThat(check.sameDocument()).isTrue();
  }

  @Test
  void oneChangedDigitBreaksOneAnchorAndTheOthersHold() throws IOException {
    AnchorCheck check = judge(text().replace("12座", "13座"));
    assertThat(check.held()).isEqualTo(3);
    assertThat(check.sameDocument()).isFalse();
    assertThat(check.broken())
        .singleElement()
        .satisfies(
            broken -> {
              assertThat(broken.target().id()).isEqualTo("granaries");
              assertThat(broken.found()).isEqualTo("13座");
              assertThat(broken.elsewhere()).isEmpty();
            });
  }

  @Test
  void aQuoteThatMovedIsFoundAgain() throws IOException {
    AnchorCheck check = judge("（甲）" + text());
    assertThat(check.held()).isZero();
    assertThat(check.broken().getFirst().elsewhere()).contains(14);
  }

  @Test
  void anotherChecksumAloneBreaksNoAnchor() throws IOException {
    AnchorCheck check = judge(text() + "\n");
    assertThat(check.held()).isEqualTo(4);
    assertThat(check.sameDocument()).isFalse();
  }

  @Test
  void aTextThatEndsEarlyIsToldAsBroken() {
    assertThat(judge("短").broken()).hasSize(4);
  }
}
