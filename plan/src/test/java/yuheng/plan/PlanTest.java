package yuheng.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import yuheng.plan.Article.Run;
import yuheng.terms.Language;
import yuheng.terms.Quantity;
import yuheng.testing.Golden;

class PlanTest {
  private static final Plan PLAN =
      Plan.read(Golden.home().resolve("examples/small")).plan().orElseThrow();

  @Test
  void theProseIsReadSectionBySection() {
    assertThat(PLAN.prose(Language.ZH))
        .extracting(Article::id)
        .containsExactly("preamble", "chapter-1", "article-1", "article-2");
    assertThat(PLAN.prose(Language.EN).get(2).number()).contains("1");
    assertThat(PLAN.prose(Language.ZH).get(2).heading()).isEqualTo("产量");
  }

  @Test
  void aNumberOfTheProseIsARunBoundToItsTarget() {
    List<Run> runs = PLAN.prose(Language.ZH).get(2).blocks().getFirst().runs();
    assertThat(runs.get(1)).isEqualTo(new Run.Bound("40万吨", "grain-output"));
    assertThat(runs.getFirst().text()).endsWith("超过");
  }

  @Test
  void targetsComeInTheOrderOfTheProse() {
    assertThat(PLAN.targets().keySet())
        .containsExactly("grain-output", "yield", "granaries", "loss");
    assertThat(PLAN.targets().values()).extracting(Target::number).containsExactly(1, 2, 3, 4);
  }

  @Test
  void theSenseIsWhatTheWordsSay() {
    assertThat(PLAN.targets().values())
        .extracting(Target::sense)
        .containsExactly(Sense.MORE_THAN, Sense.AT_LEAST, Sense.AT_LEAST, Sense.AT_MOST);
  }

  @Test
  void theTitleOfALinkGivesTheWholeQuantity() {
    assertThat(PLAN.targets().get("yield"))
        .extracting(Target::value)
        .isEqualTo(Quantity.of("0.5吨/公顷"));
  }
}
