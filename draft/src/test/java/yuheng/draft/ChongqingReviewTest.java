package yuheng.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.draft.Decision.Made;
import yuheng.draft.Review.Outcome;
import yuheng.draft.Review.Standing;
import yuheng.draft.Review.Status;
import yuheng.plan.AnchorCheck;
import yuheng.plan.Plan;
import yuheng.plan.Reading;
import yuheng.plan.Target;

/// The official text of Chongqing 2012, drafted and reviewed as a person would with few decisions,
/// against the package that was written by hand. Skips, and says so, where the text is not at hand.
class ChongqingReviewTest {
  private static final double LEAST_EQUAL = 0.95;

  @TempDir private Path folder;

  @Test
  void aFewDecisionsMakeThePackageThatWasWrittenByHand() throws IOException {
    Optional<Path> file = Samples.chongqing();
    if (file.isEmpty()) {
      return;
    }
    Draft draft = Draft.of(Samples.read(file.get()).text(), Known.nothing());
    Review review = reviewed(draft);
    DraftPackage.of(review.settled()).write(folder);
    Reading reading = Plan.read(folder);
    assertThat(reading.problems()).isEmpty();
    Plan made = reading.plan().orElseThrow();
    Plan byHand = Samples.plan("chongqing-2012");
    var differ = new ArrayList<String>();
    for (Target wanted : byHand.targets().values()) {
      differences(made, wanted).ifPresent(differ::add);
    }
    int equal = byHand.targets().size() - differ.size();
    System.out.printf(
        "Chongqing 2012: %d of %d targets equal after %d changes by a person%n",
        equal,
        byHand.targets().size(),
        review.history().stream()
            .filter(taken -> taken.made().decision() instanceof Decision.Change)
            .count());
    assertThat((double) equal / byHand.targets().size())
        .as(String.join("\n", differ))
        .isGreaterThanOrEqualTo(LEAST_EQUAL);
    AnchorCheck anchors = AnchorCheck.judge(made, Files.readAllBytes(file.get()));
    assertThat(anchors.broken()).isEmpty();
    assertThat(anchors.sameDocument()).isTrue();
  }

  /// The decisions of the script; everything that it does not speak of is accepted as it is.
  private static Review reviewed(Draft draft) throws IOException {
    Review review = Review.of(draft);
    List<String> lines = Files.readAllLines(Samples.FOLDER.resolve("chongqing-2012.review.jsonl"));
    for (String line : lines) {
      if (!line.startsWith("#")) {
        review = taken(review, DecisionLine.read(line).orElseThrow(() -> new AssertionError(line)));
      }
    }
    assertThat(review.history()).allMatch(taken -> taken.standing() == Standing.IN_FORCE);
    for (Review.Item item : review.items()) {
      if (item.status() == Status.OPEN) {
        Decision accept = new Decision.Accept(item.proposal().key());
        review = taken(review, new Made(review.version(), "test", ReviewTest.DAY, accept));
      }
    }
    return review;
  }

  private static Review taken(Review review, Made made) {
    var now = new Made(review.version(), made.by(), made.at(), made.decision());
    Outcome outcome = review.decide(now);
    assertThat(outcome).as(made.toString()).isInstanceOf(Outcome.Recorded.class);
    return ((Outcome.Recorded) outcome).review();
  }

  private static Optional<String> differences(Plan made, Target wanted) {
    Target.Anchor anchor = wanted.text().orElseThrow();
    Optional<Target> found =
        made.targets().values().stream()
            .filter(each -> each.text().orElseThrow().equals(anchor))
            .findFirst();
    if (found.isEmpty()) {
      return Optional.of("%s: nothing at %s".formatted(wanted.id(), anchor));
    }
    Target target = found.get();
    boolean equal =
        Amounts.equal(target.value(), wanted.value())
            && target.period().equals(wanted.period())
            && target.sense() == wanted.sense();
    return equal
        ? Optional.empty()
        : Optional.of(
            "%s %s: %s %s %s, wanted %s %s %s"
                .formatted(
                    wanted.id(),
                    anchor,
                    target.sense(),
                    target.value(),
                    target.period(),
                    wanted.sense(),
                    wanted.value(),
                    wanted.period()));
  }
}
