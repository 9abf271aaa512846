package yuheng.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A quantity of an English text in its surroundings, all in small letters.
///
/// @param candidate the quantity
/// @param clause the clause it stands in
/// @param lead the clause up to it, since the quantity before it
/// @param before the whole clause up to it
/// @param after the clause behind it
/// @param earlier the sentence up to the clause
/// @param continues whether the lead says nothing of its own (60% and 50%)
/// @param previous the quantity before it in the same clause, or itself
record EnglishSite(
    Candidate candidate,
    Outline.Stretch clause,
    String lead,
    String before,
    String after,
    String earlier,
    boolean continues,
    Candidate previous) {
  private static final Pattern JOINING =
      Pattern.compile("^[\\s\"]*(and|or|,|respectively|/)?[\\s\"]*$");

  private static final int WINDOW = 200;

  static List<EnglishSite> of(EnglishText text, List<Candidate> candidates) {
    var sites = new ArrayList<EnglishSite>();
    for (int i = 0; i < candidates.size(); i++) {
      Candidate candidate = candidates.get(i);
      Outline.Stretch clause = text.clause(candidate.start());
      int body = text.paragraph(candidate.start()).body();
      int from = body <= candidate.start() ? Math.max(clause.start(), body) : clause.start();
      int near = Math.max(from, candidate.start() - WINDOW);
      int number = previous(candidates, i, near);
      Candidate previous = candidates.get(number);
      boolean range = previous.start() == candidate.start();
      String lead = text.small(range ? near : Math.max(near, previous.end()), candidate.start());
      boolean continues = !range && JOINING.matcher(lead).find();
      sites.add(
          new EnglishSite(
              candidate,
              new Outline.Stretch(from, clause.end()),
              continues ? sites.get(number).lead() : lead,
              text.small(near, candidate.start()),
              text.small(candidate.end(), Math.min(clause.end(), candidate.end() + WINDOW)),
              text.small(Math.max(text.sentence(candidate.start()).start(), from - WINDOW), from),
              continues,
              previous));
    }
    return List.copyOf(sites);
  }

  /// The number of the quantity before one in its clause, or its own.
  private static int previous(List<Candidate> candidates, int number, int from) {
    for (int i = number - 1; i >= 0 && candidates.get(i).start() >= from; i--) {
      Candidate earlier = candidates.get(i);
      boolean quantity = earlier.kind() != Units.Kind.YEAR && earlier.kind() != Units.Kind.TIME;
      if (quantity && earlier.start() < candidates.get(number).start()) {
        return i;
      }
    }
    return number;
  }
}
