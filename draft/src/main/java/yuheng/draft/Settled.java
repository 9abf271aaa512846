package yuheng.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.draft.Review.Item;
import yuheng.draft.Review.RelationItem;
import yuheng.draft.Review.Status;
import yuheng.plan.Relation;
import yuheng.plan.Relation.Counts;
import yuheng.plan.Relation.Part;
import yuheng.plan.Relation.SumsTo;
import yuheng.terms.Quantity;

/// What a review comes to, as a draft again.
final class Settled {
  private final Map<String, Proposal> byFormerId = new LinkedHashMap<>();

  private Settled() {}

  /// @param open whether what nobody decided yet is in it too
  static Draft of(Review review, boolean open) {
    var settled = new Settled();
    var kept = new ArrayList<Proposal>();
    for (Item item : review.items()) {
      if (item.status() == Status.ACCEPTED || (open && item.status() == Status.OPEN)) {
        kept.add(item.proposal());
        review
            .draft()
            .find(item.proposal().key())
            .ifPresent(former -> settled.byFormerId.put(former.id(), item.proposal()));
      }
    }
    var relations = new ArrayList<ProposedRelation>();
    for (RelationItem item : review.relations()) {
      if (item.status() == Status.ACCEPTED || (open && item.status() == Status.OPEN)) {
        settled.renamed(item.relation()).ifPresent(relations::add);
      }
    }
    return new Draft(review.draft().text(), review.head(), kept, relations, review.draft().known());
  }

  /// The relation over the ids of now; empty when a target of it is gone or its numbers no longer
  /// agree.
  private Optional<ProposedRelation> renamed(ProposedRelation proposed) {
    Optional<Relation> relation =
        switch (proposed.relation()) {
          case SumsTo sum -> sum(sum);
          case Counts counts -> counts(counts);
          case Relation.RatioOf other -> Optional.of(other);
          case Relation.Bounds other -> Optional.of(other);
          case Relation.Implies other -> Optional.of(other);
          case Relation.PerYear other -> Optional.of(other);
        };
    return relation.map(each -> new ProposedRelation(each, proposed.arithmetic()));
  }

  private Optional<Relation> sum(SumsTo sum) {
    @Nullable Proposal whole = byFormerId.get(sum.whole());
    List<Proposal> parts =
        sum.parts().stream().flatMap(part -> find(part.target()).stream()).toList();
    if (whole == null || parts.size() != sum.parts().size()) {
      return Optional.empty();
    }
    BigDecimal total = parts.stream().map(Settled::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean fits =
        parts.stream()
            .allMatch(
                part ->
                    part.period().equals(whole.period())
                        && part.value().unit().hasTheDimensionOf(whole.value().unit()));
    return fits && total.compareTo(amount(whole)) == 0
        ? Optional.of(
            new SumsTo(
                sum.id(),
                sum.why(),
                whole.id(),
                parts.stream().map(part -> new Part(part.id(), false)).toList(),
                sum.more(),
                sum.at(),
                sum.reading(),
                sum.insteadOf()))
        : Optional.empty();
  }

  private Optional<Relation> counts(Counts counts) {
    return find(counts.number())
        .filter(
            number ->
                number.value().amount().compareTo(BigDecimal.valueOf(counts.named().size())) == 0)
        .map(number -> new Counts(counts.id(), counts.why(), number.id(), counts.named()));
  }

  private Optional<Proposal> find(String formerId) {
    return Optional.ofNullable(byFormerId.get(formerId));
  }

  private static BigDecimal amount(Proposal proposal) {
    Quantity value = proposal.value();
    return value.amount().multiply(value.unit().scale());
  }
}
