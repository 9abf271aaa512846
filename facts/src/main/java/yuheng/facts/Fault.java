package yuheng.facts;

import java.util.List;
import yuheng.terms.Language;
import yuheng.terms.Problem;
import yuheng.terms.Problem.Marked;
import yuheng.terms.Span;
import yuheng.terms.Words;

/// One thing wrong with a table of figures that somebody brings, or doubtful about it (差错、存疑), told
/// in both languages.
///
/// @param code stable and never reused: `FA1xx`
/// @param what one line with the offending words or the numbers compared
/// @param place the very cell
/// @param why the rule behind it, as a general truth
/// @param mend what to do now
public record Fault(String code, Words what, Span place, Words why, Words mend)
    implements Comparable<Fault> {
  private static final int LONGEST_SHOWN = 60;

  /// The same as a problem in one language.
  public Problem in(Language language) {
    return new Problem(
        code,
        what.in(language),
        List.of(new Marked(place, "")),
        why.in(language),
        mend.in(language));
  }

  /// Words of a cell, short enough to be repeated.
  public static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
    return plain.codePointCount(0, plain.length()) <= LONGEST_SHOWN
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }

  @Override
  public int compareTo(Fault that) {
    int byPlace = place.compareTo(that.place);
    return byPlace != 0 ? byPlace : code.compareTo(that.code);
  }
}
