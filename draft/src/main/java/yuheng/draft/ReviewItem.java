package yuheng.draft;

import java.util.List;
import java.util.Optional;
import yuheng.draft.Proposal.Likeness;
import yuheng.draft.Proposal.Measure;
import yuheng.draft.Review.Status;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// One proposal in a review: as drawn, and what was decided.
///
/// @param isAdded a person added it
/// @param fields all that people said of it, the last word of each
/// @param binding the existing indicator a person bound it to
record ReviewItem(
    Proposal drawn,
    boolean isAdded,
    Status status,
    Fields fields,
    Optional<Known.Definition> binding,
    Optional<String> why) {
  static ReviewItem drawn(Proposal proposal) {
    return new ReviewItem(
        proposal, false, Status.OPEN, Fields.nothing(), Optional.empty(), Optional.empty());
  }

  static ReviewItem added(Proposal proposal) {
    return new ReviewItem(
        proposal, true, Status.OPEN, Fields.nothing(), Optional.empty(), Optional.empty());
  }

  ReviewItem accepted() {
    return new ReviewItem(drawn, isAdded, Status.ACCEPTED, fields, binding, Optional.empty());
  }

  ReviewItem rejected(String because) {
    return new ReviewItem(drawn, isAdded, Status.REJECTED, fields, binding, Optional.of(because));
  }

  /// A new name is another quantity, so it ends a binding.
  ReviewItem changed(Fields said) {
    Optional<Known.Definition> kept = said.name().isPresent() ? Optional.empty() : binding;
    return new ReviewItem(
        drawn, isAdded, Status.ACCEPTED, said.over(fields), kept, Optional.empty());
  }

  ReviewItem bound(Known.Definition definition) {
    return new ReviewItem(
        drawn, isAdded, Status.ACCEPTED, fields, Optional.of(definition), Optional.empty());
  }

  /// The proposal with all changes; what became another quantity has no id yet.
  Proposal edited() {
    Edited edit = Edited.of(drawn);
    fields.value().ifPresent(edit::value);
    fields.sense().ifPresent(edit::sense);
    fields.period().ifPresent(edit::period);
    Measure before = drawn.indicator();
    Measure measure = measure(before, edit.proposal().value().unit());
    if (!measure.equals(before)) {
      edit.indicator(measure).definition(definition());
      edit.id(Naming.NONE);
    }
    fields.id().ifPresent(edit::id);
    if (status == Status.ACCEPTED) {
      edit.doubts(List.of());
    }
    return edit.proposal();
  }

  private Optional<Likeness> definition() {
    Words why = new Words("由审阅人绑定。", "Bound by a person.");
    return binding
        .map(each -> new Likeness(each, 1, why))
        .or(() -> fields.name().isPresent() ? Optional.empty() : drawn.definition());
  }

  private Measure measure(Measure before, Unit unit) {
    if (binding.isPresent()) {
      var known = binding.get().indicator();
      Unit kept = known.unit().hasTheDimensionOf(unit) ? known.unit() : unit;
      return new Measure(Naming.NONE, known.name(), kept, known.time(), known.lowerIsBetter());
    }
    String zh = fields.name().orElse(before.name().zh());
    String en = fields.english().orElse(fields.name().isPresent() ? zh : before.name().en());
    var measure =
        new Measure(
            before.id(),
            new Words(zh, en),
            before.unit().hasTheDimensionOf(unit) ? before.unit() : unit,
            fields.time().orElse(before.time()),
            fields.lowerIsBetter().orElse(before.lowerIsBetter()));
    return measure.equals(before)
        ? before
        : new Measure(
            Naming.NONE, measure.name(), measure.unit(), measure.time(), measure.lowerIsBetter());
  }
}
