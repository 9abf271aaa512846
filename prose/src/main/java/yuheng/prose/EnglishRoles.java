package yuheng.prose;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.prose.Mention.Role;

/// Decides what an English text does with a quantity: the first rule that knows it decides.
final class EnglishRoles {
  private static final int LONGEST_SLOGAN = 60;
  private static final Pattern NUMBERED =
      Pattern.compile(
          "\\b(article|chapter|section|no\\.?|part|phase|table|item|version|grade|class|annex|step|page|top|fortune"
              + "|level|category|type|route|decree|order|document|resolution)\\s+$");
  private static final Pattern WHICH =
      Pattern.compile("\\w+s (with|having|aged|whose|earning|worth)\\b[^,]{0,60}$|\\bage of $");
  private static final Pattern FROM =
      Pattern.compile("\\b(from|between)( (about|around|some|the|over))?( \\w+ ?)?$");
  private static final Pattern COMPARED =
      Pattern.compile(
          "\\b(compared with|compared to|against|up from|down from|instead of|rather than|on the"
              + " basis of)( \\w+)? ?$");
  private static final Pattern MEASURED_YEARS =
      Pattern.compile("\\b(life expectancy|life span|lifespan|schooling|years of education)\\b");
  private static final Pattern GOOD_DAYS =
      Pattern.compile("\\b(air quality|good air|clean air|blue-sky)\\b");
  private static final Pattern NOTHING =
      Pattern.compile(
          "^ ?(\\w+"
              + " ){0,2}(aspects?|areas?|respects?|principles?|fronts?|sides?|ways?|steps?|tasks?|goals?|targets?"
              + "|points?|issues?|relations|stages?|directions|categories|types|kinds|parts|levels?|times|things)\\b");
  private static final String MAKE =
      "build|create|construct|complete|add|open|train|renovate|establish|set"
          + " up|cultivate|foster|launch|start|implement|carry"
          + " out|relocate|resettle|plant|close|eliminate|shut|phase"
          + " out|form|lift|help|solve|recruit|attract"
          + "|introduce|provide|cover|upgrade|restore|treat|bring|reach|exceed|have|expand|increase|raise|reduce|cut|finish|put|issue|allocate|generate|produce|install|extend|benefit|hire|develop"
          + " and open|number|total|keep|transfer|supply|make|hold|host|include|reclaim|ensure";
  private static final Pattern MAKES =
      Pattern.compile("\\b(" + MAKE + ")(s|d|ed|ing|ting)?\\b|\\bbuilt\\b|\\bheld\\b");
  private static final Pattern SUPPORTS =
      Pattern.compile(
          "\\b(support|promot|develop|strengthen|improv|focus|encourag|guid|optimi[sz]|consolidat|serv|focus)(e|es|ed|ing|s)?\\b(?!"
              + " and open)");
  private static final Pattern PASSIVE =
      Pattern.compile("\\b((will|shall|should|must) (be )?\\w+|(is|are)? ?to (be )?\\w+)\\b");

  /// What may stand before a number that opens its sentence.
  private static final Pattern NOTHING_YET =
      Pattern.compile(
          "(a total of|over|more than|at least|about|around|nearly|approximately|some|no less"
              + " than|no fewer than)?");

  /// @param rule its name
  record Decision(Role role, String rule) {}

  private final EnglishText text;

  EnglishRoles(EnglishText text) {
    this.text = text;
  }

  /// @param tense of the quantity
  Decision of(EnglishSite site, Tenses.Decided tense) {
    return date(site)
        .map(rule -> new Decision(Role.DATE, rule))
        .or(() -> name(site).map(rule -> new Decision(Role.NAME, rule)))
        .or(() -> base(site).map(rule -> new Decision(Role.BASE, rule)))
        .or(() -> achieved(tense))
        .or(() -> counted(site, tense))
        .orElse(new Decision(Role.COMMITTED, "role.committed"));
  }

  private static Optional<String> date(EnglishSite site) {
    boolean written = !site.candidate().unit().written().isEmpty();
    boolean long1 =
        MEASURED_YEARS.matcher(site.before()).find() || MEASURED_YEARS.matcher(site.after()).find();
    boolean clean =
        GOOD_DAYS.matcher(site.before()).find() || GOOD_DAYS.matcher(site.after()).find();
    return switch (site.candidate().kind()) {
      case YEAR -> written && long1 ? Optional.empty() : Optional.of("date.year");
      case TIME ->
          clean && site.candidate().unit().code().startsWith("day")
              ? Optional.empty()
              : Optional.of("date.time");
      default -> Optional.empty();
    };
  }

  private Optional<String> name(EnglishSite site) {
    Candidate candidate = site.candidate();
    boolean title = text.paragraphNumber(candidate.start()) == 0 && text.paragraphs().size() > 1;
    if (title && text.paragraphs().getFirst().heading()) {
      return Optional.of("name.title");
    }
    if (candidate.kind() == Units.Kind.RANK
        || candidate.start() < text.paragraph(candidate.start()).body()
        || NUMBERED.matcher(site.before()).find()) {
      return Optional.of("name.rank");
    }
    Outline.Stretch quoted = text.quotation(candidate.start());
    int length = quoted.end() - quoted.start();
    if (length > 0 && length <= LONGEST_SLOGAN) {
      return Optional.of("name.quoted");
    }
    boolean which = WHICH.matcher(site.lead()).find() || WHICH.matcher(site.before()).find();
    return which ? Optional.of("name.threshold") : Optional.empty();
  }

  private static Optional<String> base(EnglishSite site) {
    if (COMPARED.matcher(site.before().strip()).find()) {
      return Optional.of("base.compared");
    }
    int to = site.after().indexOf(" to ");
    boolean changes = to >= 0 && to < 60;
    return changes && FROM.matcher(site.before().strip()).find()
        ? Optional.of("base.from-to")
        : Optional.empty();
  }

  private static Optional<Decision> achieved(Tenses.Decided tense) {
    return tense.tense() == Tenses.Tense.PAST
        ? Optional.of(new Decision(Role.ACHIEVED, tense.rule()))
        : Optional.empty();
  }

  private Optional<Decision> counted(EnglishSite site, Tenses.Decided tense) {
    Candidate candidate = site.candidate();
    if (!candidate.isCount()) {
      return Optional.empty();
    }
    boolean one = candidate.value().compareTo(java.math.BigDecimal.ONE) == 0;
    if (one && candidate.spelling() == Numeral.Spelling.WORDS) {
      return Optional.of(new Decision(Role.VAGUE, "vague.one"));
    }
    if (NOTHING.matcher(behindNumber(candidate)).find()) {
      return Optional.of(new Decision(Role.VAGUE, "vague.abstract"));
    }
    int sentence = Math.max(text.sentence(candidate.start()).start(), candidate.start() - 160);
    if (candidate.kind() != Units.Kind.THING || candidate.shape() == Candidate.Shape.NO_UNIT) {
      return Optional.empty();
    }
    String before = text.small(sentence, candidate.start());
    int makes = last(MAKES, before);
    int supports = last(SUPPORTS, before);
    if (supports > makes) {
      return Optional.of(new Decision(Role.VAGUE, "vague.supported"));
    }
    if (makes >= 0 || PASSIVE.matcher(site.after()).find()) {
      return Optional.of(new Decision(Role.COMMITTED, "count.built"));
    }
    boolean opens =
        NOTHING_YET.matcher(before.strip()).matches() || text.paragraph(candidate.start()).item();
    return opens && tense.tense() == Tenses.Tense.AHEAD
        ? Optional.of(new Decision(Role.COMMITTED, "count.listed"))
        : Optional.of(new Decision(Role.VAGUE, "vague.alone"));
  }

  /// The words behind a number, its own noun included.
  private String behindNumber(Candidate candidate) {
    int end =
        new EnglishNumerals(text).at(candidate.start()).map(Numeral::end).orElse(candidate.end());
    return text.small(end, end + 60);
  }

  private static int last(Pattern pattern, String words) {
    Matcher matcher = pattern.matcher(words);
    int last = -1;
    while (matcher.find()) {
      last = matcher.start();
    }
    return last;
  }
}
