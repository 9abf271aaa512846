package yuheng.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import yuheng.plan.Plan;
import yuheng.plan.Relation;
import yuheng.plan.Sense;
import yuheng.plan.TimeShape;
import yuheng.prose.PolicyText;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;

/// What is proposed for what a text says.
class DraftTest {
  private static Draft of(String text) {
    return Draft.of(PolicyText.of(text), Known.nothing());
  }

  private static Proposal only(String sentence) {
    List<Proposal> proposals = of("某市“十二五”工业发展规划\n" + sentence + "\n").proposals();
    assertThat(proposals).as(sentence).hasSize(1);
    return proposals.getFirst();
  }

  @Test
  void aLevelIsToBeReached() {
    Proposal proposal = only("到2015年，工业总产值达到500亿元。");
    assertThat(proposal.id()).isEqualTo("gross-output");
    assertThat(proposal.value()).isEqualTo(Quantity.of("500亿元"));
    assertThat(proposal.sense()).isEqualTo(Sense.AT_LEAST);
    assertThat(proposal.period()).isEqualTo(Period.of("2015"));
    assertThat(proposal.indicator().time()).isEqualTo(TimeShape.FLOW);
    assertThat(proposal.isSure()).isTrue();
  }

  @Test
  void lessIsBetterOfLosses() {
    Proposal proposal = only("到2015年，质量损失率达到0.2%。");
    assertThat(proposal.indicator().lowerIsBetter()).isTrue();
    assertThat(proposal.sense()).isEqualTo(Sense.AT_MOST);
  }

  @Test
  void aCutIsCountedByItsSizeOfWhichMoreIsBetter() {
    Proposal proposal = only("“十二五”期间，万元工业增加值能耗累计下降20%。");
    assertThat(proposal.indicator().name().zh()).endsWith("能耗下降");
    assertThat(proposal.indicator().lowerIsBetter()).isFalse();
    assertThat(proposal.sense()).isEqualTo(Sense.AT_LEAST);
    assertThat(proposal.indicator().unit()).isEqualTo(Unit.PERCENT);
    assertThat(proposal.period()).isEqualTo(Period.of("2011..2015"));
    assertThat(proposal.indicator().time()).isEqualTo(TimeShape.CUMULATIVE);
  }

  @Test
  void whereTheTextGivesNoPeriodAPersonIsAsked() {
    Proposal proposal = only("全市森林覆盖率达到45%以上。");
    assertThat(proposal.period()).isEqualTo(Period.of("2015"));
    assertThat(proposal.doubts()).extracting(Doubt::about).contains(Doubt.Field.PERIOD);
  }

  @Test
  void whatAChangeStartsFromIsTheBaseline() {
    Proposal proposal = only("到2015年，服务业增加值占生产总值的比重由13%提高到13.8%。");
    assertThat(proposal.baseline().orElseThrow().value()).contains(Quantity.of("13%"));
    assertThat(proposal.doubts()).extracting(Doubt::about).contains(Doubt.Field.BASELINE);
  }

  @Test
  void theSameQuantityAtTwoTimesIsOneIndicator() {
    Draft draft = of("某市“十二五”规划\n到2013年，工业总产值达到300亿元。\n到2015年，工业总产值达到500亿元。\n");
    assertThat(draft.proposals()).hasSize(2);
    assertThat(draft.proposals().stream().map(Proposal::indicator).distinct()).hasSize(1);
    assertThat(draft.proposals())
        .extracting(Proposal::id)
        .containsExactly("gross-output", "gross-output-2015");
  }

  @Test
  void twoBoundsAtOnePlaceAreOneTargetAndADoubt() {
    Proposal proposal = only("到2015年，培育大型企业集团3—5家。");
    assertThat(proposal.value().amount()).isEqualByComparingTo("3");
    assertThat(proposal.doubts()).extracting(Doubt::about).contains(Doubt.Field.VALUE);
  }

  @Test
  void partsThatAddUpExactlyAreARelationAndOthersAreNot() {
    String text = "某市规划\n到2015年，工业总产值达到%s亿元，其中汽车产值300亿元、钢铁产值200亿元。\n";
    Draft exact = of(text.formatted("500"));
    assertThat(exact.relations()).hasSize(1);
    assertThat(exact.relations().getFirst().arithmetic().zh()).isEqualTo("300 + 200 = 500 亿元");
    assertThat(of(text.formatted("501")).relations()).isEmpty();
  }

  @Test
  void aCountBehindAsManyNamesIsARelationAndAnotherCountIsNot() {
    String text = "某市规划\n到2015年，打造汽车、钢铁、医药%s大产业集群。\n";
    List<ProposedRelation> three = of(text.formatted("三")).relations();
    assertThat(three).hasSize(1);
    Relation.Counts counts = (Relation.Counts) three.getFirst().relation();
    assertThat(counts.named()).extracting(name -> name.zh()).containsExactly("汽车", "钢铁", "医药");
    assertThat(of(text.formatted("四")).relations()).isEmpty();
  }

  @Test
  void aKnownDefinitionIsFoundByTheMeaningOfItsName() {
    Plan plan = Samples.plan("chongqing-2012");
    Draft draft =
        Draft.of(
            PolicyText.of("某市“十二五”规划\n到2015年，工业产值达到500亿元，品牌产品销售份额达到70%。\n"),
            Known.of(List.of(plan)));
    Proposal output = draft.proposals().getFirst();
    assertThat(output.id()).isEqualTo("gross-output");
    assertThat(output.definition().orElseThrow().score()).isEqualTo(1);
    assertThat(output.indicator().name())
        .isEqualTo(Objects.requireNonNull(plan.indicators().get("gross-output")).name());
    assertThat(draft.proposals().get(1).near()).isNotEmpty();
  }

  @Test
  void aDefinitionOfAnotherKindOfUnitIsNotTaken() {
    Draft draft =
        Draft.of(
            PolicyText.of("某市“十二五”规划\n到2015年，工业总产值增长10%以上。\n"),
            Known.of(List.of(Samples.plan("chongqing-2012"))));
    assertThat(draft.proposals().getFirst().definition()).isEmpty();
    assertThat(draft.proposals().getFirst().indicator().name().zh()).isEqualTo("工业总产值增长");
  }

  @Test
  void theHeadIsWhatTheDocumentSaysOfItself() {
    Head head = of("青石市人民政府关于加快工业发展的意见\n（二〇一二年八月十八日）\n到2015年，工业总产值达到9亿元。\n").head();
    assertThat(head.issuer()).contains("青石市人民政府");
    assertThat(head.issued()).contains(LocalDate.of(2012, 8, 18));
    assertThat(head.span()).isEqualTo(Period.of("2012..2015"));
    assertThat(of("临港新区行动计划（2021—2023年）\n全文\n").head().span()).isEqualTo(Period.of("2021..2023"));
    assertThat(of("某市意见\n没有别的\n").head().doubts()).isNotEmpty();
  }
}
