package yuheng.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A candidate in its surroundings.
///
/// @param candidate the quantity
/// @param clause the clause it stands in
/// @param before the clause up to it, the nearest letters only
/// @param after the clause behind it, the nearest letters only
/// @param lead what belongs to it alone: the clause since the quantity before it, or that one's own
///   lead where the two are listed (分别达到60%、50%)
/// @param nth its place in such a list, from 0
/// @param last whether no other quantity of its list follows
record Site(
    Candidate candidate,
    Outline.Stretch clause,
    String before,
    String after,
    String lead,
    int nth,
    boolean last) {
  private static final int WINDOW = 90;
  private static final List<String> TAILS =
      List.of("及以上", "以上", "以内", "之内", "以下", "左右", "上下", "之间");

  private static final Pattern TOTAL = Pattern.compile("^(共|共计|合计|总计|计)[0-9]");

  static List<Site> of(Letters letters, Outline outline, List<Candidate> candidates) {
    var sites = new ArrayList<Site>();
    Site previous = null;
    for (Candidate candidate : candidates) {
      Site site = of(letters, outline, candidate, previous);
      sites.add(site);
      boolean counts =
          candidate.kind() != Units.Kind.TIME
              && candidate.kind() != Units.Kind.RANK
              && candidate.kind() != Units.Kind.YEAR
              && candidate.spelling() != Numeral.Spelling.SCALE_ALONE
              && !site.isFewOfThings()
              && !site.isAttribute()
              && !site.isRegime();
      previous = counts ? site : previous;
    }
    markLast(sites);
    return sites;
  }

  private static Site of(
      Letters letters, Outline outline, Candidate candidate, @Nullable Site previous) {
    Outline.Stretch clause = clause(outline, candidate);
    String before =
        letters.from(Math.max(clause.start(), candidate.start() - WINDOW), candidate.start());
    String after = letters.from(candidate.end(), Math.min(clause.end(), candidate.end() + WINDOW));
    String lead = before;
    int nth = 0;
    if (previous != null && previous.clause.equals(clause)) {
      int behindPrevious = previous.candidate.end();
      boolean range = previous.candidate.start() == candidate.start();
      String own = range ? "" : ownLead(letters.from(behindPrevious, candidate.start()));
      boolean sumThenCount =
          previous.candidate.kind() == Units.Kind.MONEY && candidate.isCount() && !range;
      if (own.isEmpty() && sumThenCount) {
        lead = "";
      } else if (own.isEmpty()) {
        lead = previous.lead;
        nth = previous.nth + (range ? 0 : 1);
      } else if (own.indexOf('）') >= 0 && own.indexOf('（') < 0) {
        lead = before.replaceAll("（[^（）]*）", "");
      } else if (own.length() <= before.length()) {
        lead = own;
      }
    }
    return new Site(candidate, clause, before, after, lead, nth, true);
  }

  /// The clause, without the number of the line.
  private static Outline.Stretch clause(Outline outline, Candidate candidate) {
    Outline.Stretch clause = outline.clause(outline.clauseAt(candidate.start()));
    int marker = outline.paragraphs().get(outline.paragraphAt(candidate.start())).marker().end();
    boolean inside = marker > clause.start() && marker <= candidate.start();
    return inside ? new Outline.Stretch(marker, clause.end()) : clause;
  }

  private static void markLast(List<Site> sites) {
    for (int i = 0; i + 1 < sites.size(); i++) {
      Site here = sites.get(i);
      Site next = sites.get(i + 1);
      boolean listed = next.nth > here.nth && next.clause.equals(here.clause);
      if (listed) {
        sites.set(
            i,
            new Site(
                here.candidate, here.clause, here.before, here.after, here.lead, here.nth, false));
      }
    }
  }

  /// What stands between two quantities, without what ends the first and joins the second.
  private static String ownLead(String between) {
    String own = between.strip();
    for (String tail : TAILS) {
      if (own.startsWith(tail)) {
        own = own.substring(tail.length());
        break;
      }
    }
    while (!own.isEmpty() && "、和及与或 ）”".indexOf(own.charAt(0)) >= 0) {
      own = own.substring(1);
    }
    return own;
  }

  /// 以上, 以内, 左右 right behind the quantity; empty if none stands there.
  String tail() {
    String behind = after.strip();
    for (String tail : TAILS) {
      if (behind.startsWith(tail)) {
        return tail;
      }
    }
    return "";
  }

  /// What follows behind the tail.
  String behindTail() {
    return after.strip().substring(tail().length());
  }

  /// 三项医疗保险, 一次能源: a small number inside a noun.
  private boolean isFewOfThings() {
    boolean things = candidate.kind() == Units.Kind.THING || candidate.kind() == Units.Kind.DEVICE;
    return things
        && candidate.shape() == Candidate.Shape.PLAIN
        && candidate.spelling() == Numeral.Spelling.CHINESE
        && !closes();
  }

  /// Whether it only describes the noun behind it: 100亿元的企业, 10亿元以上企业.
  boolean isAttribute() {
    boolean sum = candidate.kind() == Units.Kind.MONEY || candidate.kind().isMeasure();
    String behind = behindTail();
    return sum
        && (behind.startsWith("的")
            || behind.startsWith("级")
            || Lexicon.of(Lexicon.Family.CLASS_NOUN).startsAt(behind, 0) > 0);
  }

  /// 3人制, 12年制.
  boolean isRegime() {
    return switch (candidate.kind()) {
      case PERSON, YEAR, TIME -> after.startsWith("制");
      default -> false;
    };
  }

  /// Whether nothing of the same phrase follows: the clause ends, or the next of a list begins.
  boolean closes() {
    String behind = behindTail();
    return behind.isEmpty()
        || "、和及与或）（—-\uFFFD".indexOf(behind.charAt(0)) >= 0
        || behind.startsWith("以及")
        || TOTAL.matcher(behind).find();
  }
}
