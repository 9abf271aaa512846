package yuheng.draft;

import java.util.ArrayList;
import java.util.List;
import yuheng.draft.Decision.Made;

record ReviewState(
    Draft draft,
    List<Made> made,
    List<Review.Taken> history,
    List<Review.Item> items,
    List<Review.RelationItem> relations,
    Head head) {
  static ReviewState of(Draft draft, List<Made> made) {
    return new ReviewState(draft, made, List.of(), List.of(), List.of(), draft.head());
  }

  Review.Outcome judge(Made one, Review review) {
    return new Review.Outcome.Recorded(review.with(one));
  }

  List<Made> and(Made one) {
    var all = new ArrayList<>(made);
    all.add(one);
    return all;
  }

  Draft settled() {
    return draft;
  }

  Draft soFar() {
    return draft;
  }
}
