package yuheng.delivery;

import yuheng.terms.Language;
import yuheng.terms.Words;

/// One thing that breaks a rule of duties or bulletins, told to the one who wanted it.
///
/// @param code stable and never reused: `DU` for duties, `BU` for bulletins
/// @param what what is wrong, with the offending words in it
/// @param why the rule that is broken
/// @param mend what to do now
public record Fault(String code, Words what, Words why, Words mend) {
  /// In one line.
  public String tell(Language language) {
    return language == Language.ZH
        ? "%s（%s）。%s。".formatted(what.zh(), why.zh(), mend.zh())
        : "%s: %s. %s.".formatted(what.en(), why.en(), mend.en());
  }
}
