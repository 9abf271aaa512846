package yuheng.draft;

import yuheng.plan.Relation;
import yuheng.terms.Words;

/// A relation proposed because its numbers agree exactly (关系建议).
///
/// @param relation over the ids of the draft's proposals; its id is its name for decisions
/// @param arithmetic the numbers that agree: `3000 + 2000 + … = 15000 亿元`
public record ProposedRelation(Relation relation, Words arithmetic) {
  /// Its name.
  public String id() {
    return relation.id();
  }
}
