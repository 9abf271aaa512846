package yuheng.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.draft.Decision.Accept;
import yuheng.draft.Decision.Add;
import yuheng.draft.Decision.Change;
import yuheng.draft.Decision.ChangeHead;
import yuheng.draft.Decision.Made;
import yuheng.draft.Decision.Reject;
import yuheng.draft.Decision.Undo;
import yuheng.draft.Review.Outcome;
import yuheng.plan.Sense;
import yuheng.plan.TimeShape;
import yuheng.terms.Period;
import yuheng.terms.Problem;
import yuheng.terms.Quantity;

/// A review on disk can be left and gone on with, and nothing that was decided is lost.
class ReviewFolderTest {
  private static final String TEXT = "某市意见\n到2015年，工业总产值达到500亿元，培育企业30家，建成项目20个。\n";

  @TempDir private Path home;

  private static PolicyDocument document() {
    return PolicyDocument.read("意见.txt", TEXT.getBytes(StandardCharsets.UTF_8))
        .document()
        .orElseThrow();
  }

  private ReviewFolder started(String name) {
    return ReviewFolder.create(home.resolve(name), document(), Known.nothing())
        .review()
        .orElseThrow();
  }

  private ReviewFolder.Opened opened(String name) {
    return ReviewFolder.open(home.resolve(name), Known.nothing());
  }

  private static Made made(ReviewFolder folder, Decision decision) {
    return new Made(folder.review().version(), "王", ReviewTest.DAY, decision);
  }

  private static List<String> keys(ReviewFolder folder) {
    return folder.review().draft().proposals().stream().map(Proposal::key).toList();
  }

  /// Every kind of decision that this text allows.
  private static List<Decision> decisions(ReviewFolder folder) {
    List<String> keys = keys(folder);
    return List.of(
        new Accept(keys.get(0)),
        new Change(
            keys.get(1),
            Fields.nothing()
                .name("企业数")
                .english("Firms")
                .value(Quantity.of("35家"))
                .sense(Sense.ABOUT)
                .period(Period.of("2014"))
                .time(TimeShape.STOCK)
                .lowerIsBetter(false)
                .id("firms")),
        new Reject(keys.get(2), "引号“”和\n换行都在"),
        new Add(0, 2, Fields.nothing().name("某").value(Quantity.of("1个"))),
        new ChangeHead(
            Optional.of("plan-a"),
            Optional.empty(),
            Optional.of("某市人民政府"),
            Optional.of(LocalDate.of(2011, 3, 1)),
            Optional.of(Period.of("2011..2015")),
            Optional.of(2015)),
        new Undo(3));
  }

  @Test
  void aReviewIsLeftAndGoneOnWith() {
    ReviewFolder first = started("a");
    for (Decision decision : decisions(first)) {
      assertThat(first.decide(made(first, decision))).isInstanceOf(Outcome.Recorded.class);
    }
    ReviewFolder later = opened("a").review().orElseThrow();
    assertThat(later.review().history()).isEqualTo(first.review().history());
    assertThat(later.review().items()).isEqualTo(first.review().items());
    assertThat(later.document()).isEqualTo(first.document());
    assertThat(opened("a").told()).isEmpty();
  }

  @Test
  void aLastLineTornAtAnyByteIsToldAndTheOthersCount() throws IOException {
    ReviewFolder whole = started("b");
    for (Decision decision : decisions(whole)) {
      whole.decide(made(whole, decision));
    }
    Path journal = home.resolve("b").resolve(ReviewJournal.DECISIONS);
    byte[] bytes = Files.readAllBytes(journal);
    int last = lastLine(bytes);
    for (int cut = last; cut <= bytes.length; cut++) {
      Files.write(journal, Arrays.copyOf(bytes, cut));
      ReviewFolder.Opened opened = opened("b");
      boolean complete = cut >= bytes.length - 1;
      int counted = decisions(whole).size() - (complete ? 0 : 1);
      Review review = opened.review().orElseThrow().review();
      assertThat(review.version()).as("cut at %d", cut).isEqualTo(counted);
      assertThat(opened.told()).as("cut at %d", cut).hasSize(complete || cut == last ? 0 : 1);
    }
  }

  @Test
  void afterATornLineTheReviewGoesOnAndWhatWasTornIsKept() throws IOException {
    ReviewFolder first = started("c");
    first.decide(made(first, new Accept(keys(first).get(0))));
    Path journal = home.resolve("c").resolve(ReviewJournal.DECISIONS);
    Files.writeString(journal, Files.readString(journal) + "{\"on\":1,\"by\":\"李");
    ReviewFolder later = opened("c").review().orElseThrow();
    later.decide(made(later, new Accept(keys(later).get(1))));
    assertThat(opened("c").told()).isEmpty();
    assertThat(opened("c").review().orElseThrow().review().version()).isEqualTo(2);
    assertThat(Files.readString(home.resolve("c").resolve(ReviewJournal.TORN))).contains("李");
  }

  private static int lastLine(byte[] bytes) {
    int at = bytes.length - 1;
    while (bytes[at - 1] != '\n') {
      at--;
    }
    return at;
  }

  @Test
  void twoWhoOpenedTheSameReviewDoNotOverwriteEachOther() {
    ReviewFolder one = started("d");
    ReviewFolder other = opened("d").review().orElseThrow();
    String key = keys(one).getFirst();
    assertThat(one.decide(new Made(0, "王", ReviewTest.DAY, new Accept(key))))
        .isInstanceOf(Outcome.Recorded.class);
    assertThat(other.decide(new Made(0, "李", ReviewTest.DAY, new Reject(key, "重复"))))
        .isInstanceOf(Outcome.Stale.class);
    assertThat(one.review().history()).hasSize(2).isEqualTo(other.review().history());
    assertThat(one.review().item(key).orElseThrow().status()).isEqualTo(Review.Status.ACCEPTED);
  }

  @Test
  void manyAtOnceLoseNothing() throws InterruptedException {
    ReviewFolder first = started("e");
    String key = keys(first).getFirst();
    int people = 8;
    int each = 10;
    var done = new CountDownLatch(people);
    for (int person = 0; person < people; person++) {
      String name = "甲" + person;
      ReviewFolder own = opened("e").review().orElseThrow();
      Thread.ofVirtual()
          .start(
              () -> {
                for (int i = 0; i < each; i++) {
                  own.decide(
                      new Made(own.review().version(), name, ReviewTest.DAY, new Accept(key)));
                }
                done.countDown();
              });
    }
    done.await();
    assertThat(first.review().version()).isEqualTo(people * each);
  }

  @Test
  void whatIsNoReviewIsAProblem() throws IOException {
    assertThat(codes(opened("nothing"))).containsExactly("DR021");
    started("f");
    assertThat(codes(ReviewFolder.create(home.resolve("f"), document(), Known.nothing())))
        .containsExactly("DR020");
    Path journal = home.resolve("f").resolve(ReviewJournal.DECISIONS);
    Files.writeString(journal, "no decision\n\n");
    assertThat(codes(opened("f"))).containsExactly("DR023");
    Files.writeString(journal, "");
    Files.writeString(home.resolve("f").resolve("text.txt"), "another text");
    assertThat(codes(opened("f"))).containsExactly("DR022");
  }

  private static List<String> codes(ReviewFolder.Opened opened) {
    assertThat(opened.review()).isEmpty();
    return opened.problems().stream().map(Problem::code).toList();
  }
}
