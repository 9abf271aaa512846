package yuheng.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import yuheng.draft.Decision.Made;
import yuheng.draft.Review.Outcome;
import yuheng.terms.Problem;
import yuheng.terms.Words;

/// A review on disk: one folder with the document's text, where it came from, and a journal of
/// decisions that is only ever appended to. Safe for several threads and for several processes.
///
/// ```
/// text.txt         the text kept of the document, UTF-8; never changed
/// document.json    name and kind of the document
/// decisions.jsonl  one decision a line, on disk before anybody is told that it counts
/// ```
public final class ReviewFolder {
  private final ReviewJournal journal;

  private ReviewFolder(ReviewJournal journal) {
    this.journal = journal;
  }

  /// A review, or what is wrong with its folder.
  ///
  /// @param told what was found and mended on the way, for people: a last line that was torn
  public record Opened(Optional<ReviewFolder> review, List<Problem> problems, List<Words> told) {
    public Opened {
      problems = List.copyOf(problems);
      told = List.copyOf(told);
    }
  }

  /// Starts a review; a folder that is not empty is a problem.
  public static Opened create(Path folder, PolicyDocument document, Known known) {
    return ReviewJournal.create(folder, document, known).opened(ReviewFolder::new);
  }

  /// Goes on with a review.
  public static Opened open(Path folder, Known known) {
    return ReviewJournal.open(folder, known).opened(ReviewFolder::new);
  }

  /// Name and kind of the document, with the text under review.
  public PolicyDocument document() {
    return journal.document();
  }

  /// The review as it stands now, with what other processes have added.
  public Review review() {
    return journal.review();
  }

  /// Makes a decision; when this returns, it is on disk.
  public Outcome decide(Made made) {
    return journal.decide(made);
  }
}
