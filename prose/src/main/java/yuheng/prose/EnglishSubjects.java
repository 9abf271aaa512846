package yuheng.prose;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.prose.Mention.Role;

/// What each quantity of an English text is a quantity of, taken over from before where a clause
/// leaves it out.
final class EnglishSubjects {
  private static final int LONGEST = 90;

  /// Words at which a name before a quantity ends.
  private static final Pattern VERB =
      Pattern.compile(
          "\\s(to|will|shall|should|must|would|is|are|was|were|be|being|has|have|had|does|do|reach(es|ed|ing)?|account(s|ed|ing)?"
              + "|exceed(s|ed|ing)?|surpass(es|ed)?|rises?|rose|grow(s|n)?|grew|increases?d?|falls?|fell|declin(es?|ed)|drop(s|ped)?"
              + "|stands?|stood|totals?|totall?ed|hits?|amount(s|ed)?|top(s|ped)?|expand(s|ed)|climb(s|ed)?|remains?|stays?|average[sd]|not"
              + "|from|by|at|of about|up|down)\\b");
  private static final Pattern OPENING =
      Pattern.compile(
          "^((and|while|with|also|moreover|in addition|meanwhile|then|thus|therefore|including|of which|among them|as well as)\\b,?\\s*"
              + "|(we|the government|the province|the city|the county|the region|china|the state|the plan)( also)?( (will|shall|should|must|aims? to|plans? to|seeks? to|need to|strives? to|wants? to))( also| further| work to)?\\s+"
              + "|(by|in|during|over|for) (the )?(end of )?(the )?((19|20)\\d\\d|(next|coming) \\w+ years|five-year plan period),?\\s*"
              + "|this year,?\\s*|(the|a|an|its|our|their)\\s+|that\\s+|an? (aim|goal|target) (of|is)\\s+|(19|20)\\d\\d,?\\s*)");
  private static final Pattern IMPERATIVE =
      Pattern.compile(
          "^(increase|raise|cut|reduce|keep|ensure|achieve|expand|maintain|hold|limit|bring|lift|lower|control|boost|double|triple|extend"
              + "|improve|grow|build|create|add|complete|construct|train|renovate|open|invest|allocate|provide|put|drive|get|help|make|see"
              + "|increasing|raising|cutting|reducing|keeping|ensuring|expanding|maintaining|lowering|boosting|bringing|doubling"
              + "|upgrade|restore|relocate|plant|close|eliminate|strive for|strive to|aim for)\\b( that)?( an?| the)?( (total|average))?\\s*");
  private static final Pattern TRAILING =
      Pattern.compile(
          "\\s*\\b(of|to|at|by|for|in|with|about|around|over|above|below|under|within|than|more|less|fewer|no|not|at least|up|approximately|some"
              + "|nearly|almost|roughly|additional|further|another|an|a|the|and|or|reach|cover|exceed|be|kept|is|its|total|only|level|levels)$");
  private static final Pattern OF = Pattern.compile("^ (of|in|to) ((?!which\\b|whom\\b|(19|20)\\d\\d)[a-z].*)$");
  private static final Pattern PHRASE_END =
      Pattern.compile(
          "\\s(to|will|shall|should|must|is|are|was|were|has|have|had|by|from|with|that|which|who|through|during|over|per|this|next|annually|and"
              + "|for|at|as|than|in|on|while|each|every|before|within|under|reach(ed|es)?|compared)\\b");
  private static final Pattern CHANGE_IN =
      Pattern.compile("^ (\\w+ )?(growth|increase|rise|expansion|reduction|cut|decrease|decline|drop) (?:in|of) (.+)$");

  private final EnglishText text;
  private String last = "";
  private int lastSentence = -1;

  EnglishSubjects(EnglishText text) {
    this.text = text;
  }

  /// To be asked in the order of the text.
  Subjects.Subject of(EnglishSite site, Role role) {
    int sentence = text.sentenceNumber(site.candidate().start());
    String carried = sentence == lastSentence ? last : "";
    String own = own(site);
    boolean listed = own.isEmpty() || site.continues();
    String name = listed && !carried.isEmpty() ? carried : own;
    if (name.isEmpty()) {
      name = phrase(site.after().strip());
    }
    if (name.isEmpty()) {
      name = site.candidate().unit().written();
    }
    boolean keeps = role != Role.DATE && role != Role.NAME;
    if (keeps) {
      last = name;
      lastSentence = sentence;
    }
    return new Subjects.Subject(name, !listed);
  }

  private String own(EnglishSite site) {
    Candidate candidate = site.candidate();
    Matcher change = CHANGE_IN.matcher(site.after());
    if (change.find()) {
      return phrase(change.group(3));
    }
    if (candidate.isCount()) {
      String counted = counted(candidate);
      if (!counted.isEmpty()) {
        return counted;
      }
    }
    String before = site.continues() ? "" : before(site.lead());
    Matcher of = OF.matcher(site.after());
    boolean behind = of.find() && candidate.shape() != Candidate.Shape.DOUBLING;
    if (behind && candidate.kind() == Units.Kind.SHARE) {
      String whole = phrase(of.group(2));
      boolean share = !before.isEmpty() && of.group(1).equals("of") && !whole.isEmpty();
      return share ? before + " share of " + whole : before.isEmpty() ? whole : before;
    }
    if (behind && of.group(1).equals("of") && candidate.kind().isMeasure()) {
      return phrase(of.group(2));
    }
    if (candidate.shape() == Candidate.Shape.DOUBLING && before.isEmpty()) {
      return phrase(OPENING.matcher(site.after().strip()).replaceFirst(""));
    }
    return before;
  }

  /// new urban jobs, low-income families.
  private String counted(Candidate candidate) {
    Optional<Numeral> numeral = new EnglishNumerals(text).at(candidate.start());
    int from = numeral.map(one -> one.end() + (one.vague() ? 2 : 1)).orElse(candidate.end());
    Optional<Units.Read> noun = EnglishUnits.counted(text, from);
    if (noun.isEmpty()) {
      return "";
    }
    int end = noun.get().end();
    String name = text.from(from, end).strip();
    int stop = text.clause(candidate.start()).end();
    Matcher of = OF.matcher(text.small(end, Math.min(stop, end + LONGEST)));
    boolean generic = name.indexOf(' ') < 0 && of.find() && of.group(1).equals("of");
    return generic ? phrase(of.group(2)) : name;
  }

  /// The noun phrase that begins a text.
  private static String phrase(String words) {
    Matcher end = PHRASE_END.matcher(words);
    String phrase = end.find() ? words.substring(0, end.start()) : words;
    phrase = phrase.replaceAll("\\d.*$", "").strip();
    return trimmed(OPENING.matcher(phrase).replaceFirst(""));
  }

  /// The name that stands before a quantity: no time, no verb, no article.
  private static String before(String lead) {
    String name = lead.replace("\"", "").strip();
    boolean asked = false;
    for (int step = 0; step < 6; step++) {
      String shorter = OPENING.matcher(name).replaceFirst("");
      Matcher imperative = IMPERATIVE.matcher(shorter);
      if (imperative.find()) {
        shorter = shorter.substring(imperative.end());
        asked = true;
      }
      if (shorter.equals(name)) {
        break;
      }
      name = shorter;
    }
    Matcher verb = VERB.matcher(" " + name);
    int from = asked ? 0 : 1;
    if (verb.find(Math.min(from, name.length()))) {
      name = name.substring(0, Math.max(0, verb.start() - 1 + (verb.start() == 0 ? 1 : 0)));
    }
    return trimmed(name);
  }

  private static String trimmed(String phrase) {
    String name = phrase.strip();
    for (int step = 0; step < 6; step++) {
      String shorter = TRAILING.matcher(name).replaceFirst("").strip();
      if (shorter.equals(name)) {
        break;
      }
      name = shorter;
    }
    boolean empty = name.length() < 2 || name.equals("we") || name.equals("it");
    return empty ? "" : name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
  }
}
