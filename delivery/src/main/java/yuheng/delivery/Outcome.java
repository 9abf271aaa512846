package yuheng.delivery;

import java.util.List;
import yuheng.facts.Act;
import yuheng.terms.Words;

/// What came of something that somebody wanted to have kept.
public sealed interface Outcome {
  /// It is in the journal.
  record Done(Act act) implements Outcome {}

  /// Somebody was first; nothing was kept.
  ///
  /// @param since what its author had not seen
  record Overtaken(Act since) implements Outcome {}

  /// It breaks a rule; nothing was kept.
  record Refused(List<Fault> faults) implements Outcome {
    public Refused {
      faults = List.copyOf(faults);
    }
  }

  /// Refused for one reason.
  static Outcome refused(String code, Words what, Words why, Words mend) {
    return new Refused(List.of(new Fault(code, what, why, mend)));
  }
}
