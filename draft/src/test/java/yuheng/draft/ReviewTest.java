package yuheng.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import yuheng.draft.Decision.Accept;
import yuheng.draft.Decision.Add;
import yuheng.draft.Decision.Bind;
import yuheng.draft.Decision.Change;
import yuheng.draft.Decision.ChangeHead;
import yuheng.draft.Decision.Made;
import yuheng.draft.Decision.Reject;
import yuheng.draft.Decision.Undo;
import yuheng.draft.Review.Outcome;
import yuheng.draft.Review.Progress;
import yuheng.draft.Review.Standing;
import yuheng.draft.Review.Status;
import yuheng.plan.Sense;
import yuheng.prose.PolicyText;
import yuheng.terms.Period;
import yuheng.terms.Quantity;

/// What people decide about a draft.
class ReviewTest {
  static final Instant DAY = Instant.parse("2026-11-24T09:00:00Z");

  private static final String TEXT =
      "某市2015年工业计划\n到2015年，工业总产值达到500亿元，质量损失率控制在0.2%以内。\n培育企业30家，其他若干。\n";
  private static final Draft DRAFT = Draft.of(PolicyText.of(TEXT), Known.nothing());
  private static final String OUTPUT = DRAFT.proposals().getFirst().key();
  private static final String LOSS = DRAFT.proposals().get(1).key();

  private static Made made(int on, String by, Decision decision) {
    return new Made(on, by, DAY, decision);
  }

  private static Review after(Decision... decisions) {
    Review review = Review.of(DRAFT);
    for (Decision decision : decisions) {
      Outcome outcome = review.decide(made(review.version(), "王", decision));
      assertThat(outcome).isInstanceOf(Outcome.Recorded.class);
      review = ((Outcome.Recorded) outcome).review();
    }
    return review;
  }

  private static String refused(Review review, Decision decision) {
    Outcome outcome = review.decide(made(review.version(), "王", decision));
    assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    return ((Outcome.Refused) outcome).told().zh();
  }

  @Test
  void nothingIsDecidedAtFirst() {
    Review review = Review.of(DRAFT);
    assertThat(review.progress()).isEqualTo(new Progress(0, DRAFT.proposals().size()));
    assertThat(review.settled().proposals()).isEmpty();
    assertThat(review.soFar().proposals()).isEqualTo(DRAFT.proposals());
  }

  @Test
  void acceptedOnesAreSettledWithoutDoubts() {
    Review review = after(new Accept(OUTPUT));
    assertThat(review.progress().decided()).isEqualTo(1);
    assertThat(review.settled().proposals()).hasSize(1).allMatch(Proposal::isSure);
  }

  @Test
  void theLaterDecisionWinsAndTheEarlierOneStaysInTheHistory() {
    Review review = after(new Accept(OUTPUT), new Reject(OUTPUT, "只是背景"));
    assertThat(review.item(OUTPUT).orElseThrow().status()).isEqualTo(Status.REJECTED);
    assertThat(review.item(OUTPUT).orElseThrow().why()).contains("只是背景");
    assertThat(review.history())
        .extracting(Review.Taken::standing)
        .containsExactly(Standing.REPLACED, Standing.IN_FORCE);
  }

  @Test
  void changesAddUp() {
    Review review =
        after(
            new Change(OUTPUT, Fields.nothing().value(Quantity.of("600亿元")).id("output")),
            new Change(OUTPUT, Fields.nothing().period(Period.of("2014")).sense(Sense.ABOUT)));
    Proposal proposal = review.settled().proposals().getFirst();
    assertThat(proposal.id()).isEqualTo("output");
    assertThat(proposal.value()).isEqualTo(Quantity.of("600亿元"));
    assertThat(proposal.period()).isEqualTo(Period.of("2014"));
    assertThat(proposal.sense()).isEqualTo(Sense.ABOUT);
  }

  @Test
  void anUndoneDecisionCountsForNothingAndAnUndoingCanBeUndone() {
    Review undone = after(new Accept(OUTPUT), new Undo(1));
    assertThat(undone.item(OUTPUT).orElseThrow().status()).isEqualTo(Status.OPEN);
    Review back = after(new Accept(OUTPUT), new Undo(1), new Undo(2));
    assertThat(back.item(OUTPUT).orElseThrow().status()).isEqualTo(Status.ACCEPTED);
  }

  @Test
  void whoDidNotSeeAnothersDecisionIsToldAndNothingIsLost() {
    Review first = after(new Accept(OUTPUT));
    Outcome outcome = first.decide(made(0, "李", new Reject(OUTPUT, "重复")));
    assertThat(outcome).isInstanceOf(Outcome.Stale.class);
    Review kept = ((Outcome.Stale) outcome).review();
    assertThat(kept.item(OUTPUT).orElseThrow().status()).isEqualTo(Status.ACCEPTED);
    assertThat(kept.history().getLast().standing()).isEqualTo(Standing.STALE);
    assertThat(((Outcome.Stale) outcome).told().zh()).contains("王", "第1号");
    Outcome again = kept.decide(made(kept.version(), "李", new Reject(OUTPUT, "重复")));
    assertThat(again).isInstanceOf(Outcome.Recorded.class);
  }

  @Test
  void twoPeopleDecidingAboutDifferentThingsDoNotStandInEachOthersWay() {
    Review first = after(new Accept(OUTPUT));
    assertThat(first.decide(made(0, "李", new Accept(LOSS)))).isInstanceOf(Outcome.Recorded.class);
  }

  @Test
  void aMissedOneIsAddedAtItsPlaceInTheText() {
    int start = TEXT.indexOf("其他若干");
    Review review =
        after(
            new Add(
                start,
                start + 4,
                Fields.nothing().name("其他企业").value(Quantity.of("5家")).id("others")));
    Proposal added = review.settled().proposals().getFirst();
    assertThat(added.text().quote()).isEqualTo("其他若干");
    assertThat(added.id()).isEqualTo("others");
    assertThat(review.progress().all()).isEqualTo(DRAFT.proposals().size() + 1);
  }

  @Test
  void aSelectionIsFirstAskedOfTheGrammar() {
    int start = TEXT.indexOf("500亿元");
    assertThat(DRAFT.ask(start, start + 2).orElseThrow().value()).isEqualTo(Quantity.of("500亿元"));
    assertThat(DRAFT.ask(TEXT.indexOf("其他"), TEXT.indexOf("其他") + 1)).isEmpty();
  }

  @Test
  void whatCannotBeIsRefusedWithItsReason() {
    Review review = Review.of(DRAFT);
    assertThat(refused(review, new Accept("1-2"))).contains("1-2");
    assertThat(refused(review, new Undo(7))).contains("7");
    assertThat(refused(review, new Bind(OUTPUT, "x", "y"))).contains("y");
    assertThat(refused(review, new Change(OUTPUT, Fields.nothing().id("Not Kebab"))))
        .contains("代号");
    String taken = DRAFT.proposals().get(1).id();
    assertThat(refused(review, new Change(OUTPUT, Fields.nothing().id(taken)))).contains(taken);
    assertThat(refused(review, new Add(0, 99_999, Fields.nothing()))).contains("99999");
    int start = TEXT.indexOf("500亿元");
    assertThat(refused(review, new Add(start, start + 3, Fields.nothing()))).contains("重叠");
    assertThat(refused(review, new Add(TEXT.indexOf("其他"), TEXT.indexOf("若干"), Fields.nothing())))
        .contains("填上");
    assertThat(review.decide(made(3, "王", new Accept(OUTPUT)))).isInstanceOf(Outcome.Refused.class);
  }

  @Test
  void aPersonCorrectsWhatTheDocumentSaysOfItself() {
    Review review =
        after(
            new ChangeHead(
                Optional.of("plan-2015"),
                Optional.empty(),
                Optional.of("某市人民政府"),
                Optional.empty(),
                Optional.of(Period.of("2011..2015")),
                Optional.of(2020)));
    assertThat(review.head().id()).isEqualTo("plan-2015");
    assertThat(review.settled().head().horizon()).isEqualTo(2020);
  }

  @Test
  void theSameDecisionsGiveTheSameReview() {
    Review review = after(new Accept(OUTPUT), new Reject(LOSS, "重复"), new Undo(2));
    List<Made> all = review.history().stream().map(Review.Taken::made).toList();
    assertThat(Review.of(DRAFT, all).items()).isEqualTo(review.items());
  }
}
