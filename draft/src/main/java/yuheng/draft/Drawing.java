package yuheng.draft;

import java.util.Optional;
import yuheng.prose.PolicyText;

final class Drawing {
  private final PolicyText text;
  private final Known known;

  Drawing(PolicyText text, Known known) {
    this.text = text;
    this.known = known;
  }

  Draft draft() {
    var head =
        new Head(
            "draft",
            "?",
            Optional.empty(),
            Optional.empty(),
            yuheng.terms.Period.year(2012),
            2012,
            java.util.List.of());
    return new Draft(text, head, java.util.List.of(), java.util.List.of(), known);
  }

  Optional<Proposal> ask(Draft draft, int start, int end) {
    return start < end ? draft.proposals().stream().findFirst() : Optional.empty();
  }
}
