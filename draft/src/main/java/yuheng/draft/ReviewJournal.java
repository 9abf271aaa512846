package yuheng.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import yuheng.draft.Decision.Made;
import yuheng.draft.Review.Outcome;
import yuheng.draft.ReviewFolder.Opened;
import yuheng.terms.Problem;
import yuheng.terms.Words;

final class ReviewJournal {
  private final PolicyDocument document;
  private final Review review;

  private ReviewJournal(PolicyDocument document, Review review) {
    this.document = document;
    this.review = review;
  }

  record Found(Optional<ReviewJournal> journal, List<Problem> problems, List<Words> told) {
    Opened opened(Function<ReviewJournal, ReviewFolder> made) {
      return new Opened(journal.map(made), problems, told);
    }
  }

  static Found create(Path folder, PolicyDocument document, Known known) {
    var journal = new ReviewJournal(document, Review.of(Draft.of(document.text(), known)));
    return new Found(Optional.of(journal), List.of(), List.of(Words.same(folder.toString())));
  }

  static Found open(Path folder, Known known) {
    return new Found(Optional.empty(), List.of(), List.of(Words.same(folder.toString() + known)));
  }

  PolicyDocument document() {
    return document;
  }

  Review review() {
    return review;
  }

  Outcome decide(Made made) {
    return review.decide(made);
  }
}
