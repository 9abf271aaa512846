package yuheng.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import yuheng.plan.Proof.Conflict;
import yuheng.plan.Proof.Finding;
import yuheng.plan.Proof.Slack;
import yuheng.terms.Quantity;
import yuheng.testing.Golden;

/// What the strategy's numbers force upon each other.
class ProofTest {
  private static final Proof CHONGQING =
      Proof.of(Plan.read(Golden.home().resolve("plans/chongqing-2012")).plan().orElseThrow());

  private static Optional<Quantity> slack(String target, String reading) {
    return CHONGQING.slacks().stream()
        .filter(one -> one.target().id().equals(target) && one.reading().equals(reading))
        .findFirst()
        .flatMap(Slack::slack);
  }

  private static Finding finding(String id) {
    return CHONGQING.findings().stream()
        .filter(one -> one.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void investmentAndOutputAreImpliedByTheirPartsWithoutReserve() {
    assertThat(slack("investment", Proof.DECLARED).map(Quantity::digits)).contains("0");
    assertThat(slack("gross-output", Proof.DECLARED).map(Quantity::digits)).contains("0");
    assertThat(finding("output-parts.not-secured").arithmetic().zh())
        .endsWith("30\u2009000\u202F亿元");
  }

  @Test
  void aPartIsNotImpliedByItsWhole() {
    assertThat(slack("auto-output", Proof.DECLARED)).isEmpty();
  }

  @Test
  void readExactlyTheHeadlineContradictsItsSevenOutputs() {
    Conflict conflict =
        CHONGQING.conflicts().stream()
            .filter(one -> one.reading().equals(Proof.EXACTLY))
            .findFirst()
            .orElseThrow();
    assertThat(conflict.members())
        .extracting(Target::id)
        .containsExactly(
            "gross-output",
            "electronics-output",
            "auto-output",
            "equipment-output",
            "chemicals-output",
            "materials-output",
            "energy-output",
            "consumer-output");
    assertThat(conflict.because()).containsExactly("output-parts");
    assertThat(CHONGQING.contradicts()).isFalse();
  }

  @Test
  void withoutSoftwareThePartsFallShort() {
    assertThat(slack("gross-output", "output-without-software").map(Quantity::digits))
        .contains("-2000");
    assertThat(finding("output-without-software.short").arithmetic().zh())
        .endsWith("28\u2009000\u202F亿元");
  }

  @Test
  void sixOfSevenClustersAreNamedAnd29Of30() {
    assertThat(finding("clusters-100bn-named.not-all-named").what().zh()).contains("7个", "6个");
    assertThat(finding("clusters-10bn-named.named").what().zh()).contains("29个");
  }

  @Test
  void whatTheNumbersImplyIsWrittenOut() {
    assertThat(finding("electricity.implied").arithmetic().zh())
        .contains("1000\u202F亿度", "4545.45");
    assertThat(finding("tiers-disjoint.implied").arithmetic().zh()).contains("12\u2009000\u202F亿元");
    assertThat(finding("tiers-nested.implied").arithmetic().zh()).contains("11\u2009100\u202F亿元");
    assertThat(finding("chemical-gas.implied").arithmetic().zh()).contains("≤ 80\u202F亿立方米");
    assertThat(finding("energy-per-year.per-year").what().zh()).contains("4.36%");
  }

  @Test
  void aPlanThatContradictsItselfUnderItsOwnSensesIsTold() {
    Proof proof =
        Proof.of(
            Plan.read(Golden.home().resolve("examples/bad/parts-above-cap")).plan().orElseThrow());
    assertThat(proof.contradicts()).isTrue();
    assertThat(proof.conflicts().getFirst().members())
        .extracting(Target::id)
        .containsExactly("total", "north", "south");
  }
}
