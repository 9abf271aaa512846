package yuheng.plan;

import java.util.List;
import java.util.Optional;
import yuheng.plan.Relation.Acknowledged;
import yuheng.terms.Quantity;
import yuheng.terms.Words;

/// What the numbers of a plan force upon each other, from the relations it declares and nothing
/// else.
///
/// All arithmetic is exact. A target's sense decides which side of its number is allowed; nothing
/// is assumed about quantities beyond that.
///
/// @param slacks for every target that takes part in a sum, under the plan's own senses
/// @param conflicts sets of targets that contradict each other, under the plan's senses or another
///   reading
/// @param findings what a reader should know, with its arithmetic
public record Proof(List<Slack> slacks, List<Conflict> conflicts, List<Finding> findings) {
  /// The reading under which every number means what its own sense says.
  public static final String DECLARED = "declared";

  /// The reading under which every target of a sum, but a more-than, means exactly its number.
  public static final String EXACTLY = "exactly";

  public Proof {
    slacks = List.copyOf(slacks);
    conflicts = List.copyOf(conflicts);
    findings = List.copyOf(findings);
  }

  /// Proves a plan.
  public static Proof of(Plan plan) {
    return new Prover(plan).proof();
  }

  /// Some targets contradict each other under the plan's own senses.
  public boolean contradicts() {
    return conflicts.stream().anyMatch(conflict -> conflict.reading().equals(DECLARED));
  }

  /// How much more than its bound a target's quantity must be, given all other targets and
  /// relations.
  ///
  /// @param reading [#DECLARED], or the name of the relation that stands in under another reading
  /// @param slack in the indicator's unit; negative when the others force less than the bound;
  ///   empty when they do not force it from that side at all
  /// @param because the relations that the target takes part in
  public record Slack(
      Target target, String reading, Optional<Quantity> slack, List<String> because) {
    public Slack {
      because = List.copyOf(because);
    }
  }

  /// Targets that cannot all be met; leaving out any one of them lets the others be met.
  ///
  /// @param because the relations they meet in
  public record Conflict(String reading, List<Target> members, List<String> because) {
    public Conflict {
      members = List.copyOf(members);
      because = List.copyOf(because);
    }
  }

  /// Something that a reader should know.
  ///
  /// @param id stable: the relation's name and what was found
  /// @param arithmetic written out so that it can be checked with a pencil
  /// @param targets whose words it concerns
  /// @param acknowledged who has seen it and why it stays
  public record Finding(
      String id,
      Words what,
      Words arithmetic,
      List<String> targets,
      Optional<Acknowledged> acknowledged) {
    public Finding {
      targets = List.copyOf(targets);
    }
  }
}
