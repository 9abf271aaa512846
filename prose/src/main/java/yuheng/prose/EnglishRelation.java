package yuheng.prose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.prose.Mention.Comparator;

/// How a quantity of an English text relates to its value.
final class EnglishRelation {
  private static final Map<Pattern, Comparator> BEFORE = new LinkedHashMap<>();
  private static final Map<Pattern, Comparator> BEHIND = new LinkedHashMap<>();

  static {
    bound(
        "no (more|higher|larger|greater) than|not (to )?(more"
            + " than|exceed|exceeding|over|above|higher than)|not (to )?rise above|at most|up"
            + " to|within|at or below|a maximum of|capped at|not to exceed",
        Comparator.AT_MOST);
    bound(
        "no (less|fewer|lower|smaller) than|not (less|lower|fewer) than|not (to )?(fall|drop)"
            + " below|at least|a minimum of|at or above|at no less than",
        Comparator.AT_LEAST);
    bound(
        "more than|over|above|exceeds?|exceeding|in excess of|surpass(es|ing)?|(higher|greater)"
            + " than|beyond|upwards? of",
        Comparator.MORE_THAN);
    bound("less than|fewer than|below|under|lower than", Comparator.LESS_THAN);
    bound(
        "about|around|approximately|approx\\.?|some|roughly|nearly|almost|close to|in the region"
            + " of|an estimated",
        Comparator.ABOUT);
    BEHIND.put(
        Pattern.compile("^,? (or|and) (more|above|higher|over|beyond)\\b"), Comparator.AT_LEAST);
    BEHIND.put(Pattern.compile("^,? or (less|lower|below|under|fewer)\\b"), Comparator.AT_MOST);
    BEHIND.put(Pattern.compile("^ or so\\b"), Comparator.ABOUT);
  }

  static final String RISES =
      "increas(e|es|ed|ing)|ris(e|es|ing)|rose|risen|grow(s|n|ing)?|grew|growth|rais(e|es|ed|ing)|expan(d|ds|ded|ding|sion)"
          + "|up|gains?|climb(s|ed)?|boost(s|ed)?|improv(e|es|ed)|extend(s|ed)?|lift(s|ed)?|advance|widen(s|ed)?";
  static final String FALLS =
      "reduc(e|es|ed|ing|tion)s?|cut(s|ting)?|lower(s|ed|ing)?|decreas(e|es|ed|ing)|fall(s|en)?|fell|declin(e|es|ed|ing)"
          + "|drop(s|ped)?|down|shrink(s|ing)?|slash(es|ed)?|shorten(s|ed)?";
  private static final Pattern RISE = Pattern.compile("\\b(" + RISES + ")\\b");
  private static final Pattern FALL = Pattern.compile("\\b(" + FALLS + ")\\b");
  private static final Pattern CHANGE_OF =
      Pattern.compile(
          "\\b(growth|increase|rise|gain|expansion|reduction|cut|decrease|decline|drop|fall) of$");
  private static final Pattern ENDS_IN_CHANGE =
      Pattern.compile(
          "\\b(" + RISES + "|" + FALLS + ")( (an|a))?( (additional|further|another|annual))?$");
  private static final Pattern BEHIND_IT =
      Pattern.compile(
          "^ (average |annual |yearly |year-on-year |real"
              + " )*(growth|increase|rise|expansion|reduction|cut|decrease|decline|drop)\\b(?!"
              + " rate)");

  /// 17 percent below the 2010 level, 4 points more than now.
  private static final Pattern APART =
      Pattern.compile(
          "^ (below|lower than|less than|fewer than)|^ (above|higher than|more than|greater than)");

  private static final Pattern YEARLY =
      Pattern.compile(
          "\\b(annually|average annual|annual average|annual growth|annual rate|per year|a"
              + " year|each year|every year|per annum|yearly)\\b");

  private static final int LONGEST_BOUND = 32;

  private EnglishRelation() {}

  private static void bound(String words, Comparator comparator) {
    BEFORE.put(Pattern.compile("\\b(" + words + ")( (a|an|the))?$"), comparator);
  }

  static Relation of(EnglishSite site) {
    Candidate candidate = site.candidate();
    Optional<Comparator> tail = behind(site.after());
    switch (candidate.shape()) {
      case LOW -> {
        return new Relation(Comparator.AT_LEAST, Optional.empty(), "comparator.range");
      }
      case HIGH -> {
        return new Relation(Comparator.AT_MOST, Optional.empty(), "comparator.range");
      }
      case DOUBLING -> {
        return new Relation(Comparator.RISES_BY, tail, "comparator.doubling");
      }
      case PLAIN, GREAT, NO_UNIT, RATIO -> {}
    }
    String lead = site.lead().strip();
    Optional<Comparator> bound = tail;
    for (Map.Entry<Pattern, Comparator> one : BEFORE.entrySet()) {
      Matcher words = one.getKey().matcher(lead);
      if (words.find(Math.max(0, lead.length() - LONGEST_BOUND))) {
        bound = bound.or(() -> Optional.of(one.getValue()));
        lead = lead.substring(0, words.start()).strip();
        break;
      }
    }
    if (bound.isEmpty() && candidate.vague()) {
      bound = Optional.of(Comparator.AT_LEAST);
    }
    int change = change(site, lead);
    if (change != 0 && !isYearlyRate(site)) {
      Comparator way = change > 0 ? Comparator.RISES_BY : Comparator.FALLS_BY;
      return new Relation(way, bound, change > 0 ? "comparator.rise" : "comparator.fall");
    }
    String rule = bound.isEmpty() ? "comparator.level" : "comparator.bound";
    return new Relation(bound.orElse(Comparator.IS), Optional.empty(), rule);
  }

  private static Optional<Comparator> behind(String after) {
    return BEHIND.entrySet().stream()
        .filter(one -> one.getKey().matcher(after).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /// 1 for a rise, -1 for a fall, 0 for a level.
  private static int change(EnglishSite site, String lead) {
    if (lead.equals("by") || lead.endsWith(" by")) {
      int here = nearest(lead);
      return here != 0 ? here : nearest(site.earlier());
    }
    int tail = Math.max(0, lead.length() - LONGEST_BOUND);
    if (CHANGE_OF.matcher(lead).find(tail) || ENDS_IN_CHANGE.matcher(lead).find(tail)) {
      return nearest(lead);
    }
    boolean points = site.candidate().kind() == Units.Kind.POINTS;
    if (points && !APART.matcher(site.after()).find()) {
      int before = nearest(lead);
      return before != 0 ? before : nearest(site.after());
    }
    Matcher apart = APART.matcher(site.after());
    if (apart.find()) {
      return apart.group(2) != null ? 1 : -1;
    }
    boolean level = lead.equals("to") || lead.endsWith(" to") || lead.endsWith(" at");
    Matcher noun = BEHIND_IT.matcher(site.after());
    return !level && noun.find() ? nearest(noun.group()) : 0;
  }

  private static int nearest(String words) {
    int rise = last(RISE, words);
    int fall = last(FALL, words);
    return rise < 0 && fall < 0 ? 0 : rise > fall ? 1 : -1;
  }

  private static int last(Pattern pattern, String words) {
    Matcher matcher = pattern.matcher(words);
    int last = -1;
    while (matcher.find()) {
      last = matcher.start();
    }
    return last;
  }

  /// Whether it is a rate of every year rather than a change over the period.
  static boolean isYearlyRate(EnglishSite site) {
    boolean rate = site.candidate().kind() == Units.Kind.SHARE;
    return rate
        && (YEARLY.matcher(site.before()).find() || YEARLY.matcher(nearBehind(site)).find());
  }

  private static String nearBehind(EnglishSite site) {
    return site.after().substring(0, Math.min(site.after().length(), 40));
  }
}
