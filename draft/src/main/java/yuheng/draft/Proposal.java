package yuheng.draft;

import java.util.List;
import java.util.Optional;
import yuheng.plan.Sense;
import yuheng.plan.Target.Anchor;
import yuheng.plan.Target.Baseline;
import yuheng.plan.TimeShape;
import yuheng.prose.Mention;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// A target proposed for one number of the text (目标建议).
///
/// @param key its name for decisions, from its place in the text: `1828-1832`; never changes
/// @param id of the target to be, kebab-case, unique in the draft
/// @param text where the number stands
/// @param article the headings above it, as the text numbers them: `二（三）`; may be empty
/// @param indicator the quantity it is a number of; proposals about the same quantity share one
/// @param value as the text writes it
/// @param baseline where the text says what it starts from
/// @param definition the existing indicator it is bound to
/// @param near other existing indicators it could be, best first
/// @param doubts what a person should look at; empty when nothing is uncertain
/// @param mention what the grammar found; empty when a person gave all of it
public record Proposal(
    String key,
    String id,
    Anchor text,
    String article,
    Measure indicator,
    Quantity value,
    Sense sense,
    Period period,
    Optional<Baseline> baseline,
    Optional<Likeness> definition,
    List<Likeness> near,
    List<Doubt> doubts,
    Optional<Mention> mention) {
  public Proposal {
    near = List.copyOf(near);
    doubts = List.copyOf(doubts);
  }

  /// A quantity that proposals are numbers of: an indicator to be (指标建议).
  ///
  /// @param id kebab-case; that of the existing indicator where one was found
  /// @param unit what its values are given in
  public record Measure(String id, Words name, Unit unit, TimeShape time, boolean lowerIsBetter) {}

  /// An existing indicator that a proposal may be about.
  ///
  /// @param score 0 to 1; 1 is the same words
  /// @param why which words agree, and which do not
  public record Likeness(Known.Definition definition, double score, Words why) {}

  /// There is nothing a person would have to look at.
  public boolean isSure() {
    return doubts.isEmpty();
  }
}
