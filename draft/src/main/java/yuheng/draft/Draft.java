package yuheng.draft;

import java.util.List;
import java.util.Optional;
import yuheng.prose.PolicyText;

/// A plan package to be (草案): what a text commits to, as proposals for people to decide about.
///
/// @param proposals in the order of the text; one for each number, and no two overlap
/// @param relations between them
/// @param known the definitions that it was drawn up with
public record Draft(
    PolicyText text,
    Head head,
    List<Proposal> proposals,
    List<ProposedRelation> relations,
    Known known) {
  public Draft {
    proposals = List.copyOf(proposals);
    relations = List.copyOf(relations);
  }

  /// Draws up a draft; the same text and definitions always give the same one.
  public static Draft of(PolicyText text, Known known) {
    return new Drawing(text, known).draft();
  }

  /// A proposal by its key.
  public Optional<Proposal> find(String key) {
    return proposals.stream().filter(each -> each.key().equals(key)).findFirst();
  }

  /// What would be proposed for a stretch of the text that a person selected: the quantity the
  /// grammar finds there, whatever it took it for. Empty where it finds none; then the person says
  /// all of it.
  ///
  /// @param start 0-based code points
  public Optional<Proposal> ask(int start, int end) {
    return new Drawing(text, known).ask(this, start, end);
  }
}
