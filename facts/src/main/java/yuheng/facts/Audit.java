package yuheng.facts;

import java.util.List;
import yuheng.terms.Problem;

/// What was found when a book in a store was held to its chains (核验), without a change to it.
///
/// @param last number of its last entry; 0 for an empty book
/// @param head one hash that stands for all of them, in hexadecimal; two sound books with the same
///   head say the same
/// @param breaks every one, named; empty for a sound book
public record Audit(long last, String head, List<Problem> breaks) {
  public Audit {
    breaks = List.copyOf(breaks);
  }
}
