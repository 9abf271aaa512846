package yuheng.facts;

import java.util.List;
import java.util.Optional;
import yuheng.terms.Span;

/// A figure that somebody offers (待收数据): read, checked, not yet taken.
///
/// @param place the cell of its value
/// @param before the figure used so far for the same series, scope and period
/// @param doubts what the soft checks say of it
/// @param reason why it is right all the same
public record Offered(
    Figure figure,
    Span place,
    Optional<Figure> before,
    List<Fault> doubts,
    Optional<String> reason) {
  public Offered {
    doubts = List.copyOf(doubts);
    reason = reason.map(String::strip).filter(text -> !text.isEmpty());
  }

  /// A doubt still waits for its reason.
  public boolean isOpen() {
    return !doubts.isEmpty() && reason.isEmpty();
  }

  /// Once taken, it will be the one used for its series, scope and period.
  public boolean isUsed() {
    return before.map(one -> Figure.PREFERENCE.compare(figure, one) > 0).orElse(true);
  }

  /// The same with a reason.
  public Offered because(String why) {
    return new Offered(figure, place, before, doubts, Optional.of(why));
  }

  Offered doubted(List<Fault> all) {
    return new Offered(figure, place, before, all, reason);
  }
}
