package yuheng.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yuheng.draft.Decision.Made;
import yuheng.terms.Words;

/// What people decided about a draft so far (审阅); a value. Of several decisions about the same
/// thing the last one counts; none is ever forgotten.
public final class Review {
  private final Draft draft;
  private final List<Taken> history;
  private final List<Made> made;
  private final Drawing drawing;
  private final List<Item> items;
  private final List<RelationItem> relations;
  private final Head head;
  private final Optional<Words> refused;

  private Review(Draft draft, List<Made> made, Drawing drawing) {
    this.draft = draft;
    this.made = List.copyOf(made);
    this.drawing = drawing;
    var replay = new Replay(draft, drawing);
    this.history = replay.all(made);
    this.items = replay.items();
    this.relations = replay.relations();
    this.head = replay.head();
    this.refused = replay.refused();
  }

  /// A review with nothing decided.
  public static Review of(Draft draft) {
    return of(draft, List.of());
  }

  /// A review with decisions that were made earlier, in their order.
  public static Review of(Draft draft, List<Made> made) {
    return new Review(draft, made, new Drawing(draft.text(), draft.known()));
  }

  /// What has become of one decision.
  public enum Standing {
    /// It counts.
    IN_FORCE,
    /// A later decision about the same thing counts instead.
    REPLACED,
    /// It was undone.
    UNDONE,
    /// When it was made, somebody else had decided about the same thing since the version it was
    /// made on; it is kept and does not count.
    STALE,
    /// It is about something that this draft does not have, or says what cannot be.
    WITHOUT_OBJECT
  }

  /// A decision in the history.
  ///
  /// @param number from 1; the version of the review after it
  public record Taken(int number, Made made, Standing standing) {}

  /// What has been decided about a proposal.
  public enum Status {
    /// Nothing yet.
    OPEN,
    /// It becomes a target.
    ACCEPTED,
    /// It does not.
    REJECTED
  }

  /// A proposal and what was decided about it.
  ///
  /// @param proposal with all changes made to it
  /// @param added a person added it; the draft did not have it
  /// @param why of a rejection
  public record Item(Proposal proposal, Status status, boolean added, Optional<String> why) {}

  /// A relation and what was decided about it.
  public record RelationItem(ProposedRelation relation, Status status, Optional<String> why) {}

  /// How far the review is. Relations are not counted.
  public record Progress(int decided, int all) {}

  /// What comes of a decision.
  public sealed interface Outcome {
    /// It counts.
    record Recorded(Review review) implements Outcome {}

    /// Somebody else was first. The decision is kept in the history of `review` and does not count;
    /// made again on the new version it will.
    ///
    /// @param since the decision that the person had not seen
    record Stale(Review review, Taken since, Words told) implements Outcome {}

    /// It cannot be: nothing was kept.
    ///
    /// @param told what is wrong with it and how to mend it
    record Refused(Words told) implements Outcome {}
  }

  /// Makes a decision.
  public Outcome decide(Made one) {
    if (one.on() < 0 || one.on() > version()) {
      return new Outcome.Refused(
          new Words(
              "没有版本%d，现在是版本%d。".formatted(one.on(), version()),
              "There is no version %d; this is version %d.".formatted(one.on(), version())));
    }
    var all = new ArrayList<>(made);
    all.add(one);
    var after = new Review(draft, all, drawing);
    Optional<Taken> since = Replay.since(history, one);
    if (since.isPresent()) {
      return new Outcome.Stale(after, since.get(), Replay.told(since.get()));
    }
    return after
        .refused
        .<Outcome>map(Outcome.Refused::new)
        .orElseGet(() -> new Outcome.Recorded(after));
  }

  /// The draft that is reviewed, as drawn up.
  public Draft draft() {
    return draft;
  }

  /// The number of decisions made so far, the stale ones among them.
  public int version() {
    return history.size();
  }

  /// Every decision, in order.
  public List<Taken> history() {
    return history;
  }

  /// Every proposal with its changes, the added ones among them, in the order of the text.
  public List<Item> items() {
    return items;
  }

  /// One of them by the key of its proposal.
  public Optional<Item> item(String key) {
    return items().stream().filter(item -> item.proposal().key().equals(key)).findFirst();
  }

  /// Every proposed relation.
  public List<RelationItem> relations() {
    return relations;
  }

  /// The document's head with all changes.
  public Head head() {
    return head;
  }

  /// How many proposals are decided.
  public Progress progress() {
    int decided = (int) items().stream().filter(item -> item.status() != Status.OPEN).count();
    return new Progress(decided, items().size());
  }

  /// The draft of what was accepted, and nothing else; doubts are settled.
  public Draft settled() {
    return Settled.of(this, false);
  }

  /// The draft of everything that was not rejected, with the doubts that are still open.
  public Draft soFar() {
    return Settled.of(this, true);
  }
}
