package yuheng.delivery;

import java.util.List;
import yuheng.facts.Act;
import yuheng.terms.Problem;
import yuheng.terms.Span;

/// What came of something that somebody wanted to have kept.
public sealed interface Outcome {
  /// It is in the journal.
  record Done(Act act) implements Outcome {}

  /// Somebody was first; nothing was kept.
  ///
  /// @param since what its author had not seen
  record Overtaken(Act since) implements Outcome {}

  /// It breaks a rule; nothing was kept.
  record Refused(List<Problem> problems) implements Outcome {
    public Refused {
      problems = List.copyOf(problems);
    }
  }

  /// Refused for one reason.
  ///
  /// @param place what it is about, as in `duty/labour-productivity-2012-09`
  static Outcome refused(String code, String place, String what, String why, String mend) {
    return new Refused(List.of(problem(code, place, what, why, mend)));
  }

  /// A problem with something that stands in no file.
  static Problem problem(String code, String place, String what, String why, String mend) {
    return new Problem(
        code, what, List.of(new Problem.Marked(Span.at(place, 1, 1), "")), why, mend);
  }
}
