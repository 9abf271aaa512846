package yuheng.prose;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.prose.Mention.Role;

/// What each quantity of an English text is a quantity of, taken over from before where a clause
/// leaves it out.
final class EnglishSubjects {
  private static final int LONGEST = 90;
  private static final int LONGEST_TRAILING = 18;

  /// A name is never a bare consisting, including.
  private static final Pattern NO_NAME =
      Pattern.compile("we|it|consisting|including|comprising|with|there|this|these");

  /// Words at which a name before a quantity ends.
  private static final Pattern VERB =
      Pattern.compile(
          "\\s(to|will|shall|should|must|would|is|are|was|were|be|being|has|have|had|does|do|reach(es|ed|ing)?|account(s|ed|ing)?"
              + "|exceed(s|ed|ing)?|surpass(es|ed)?|rises?|rose|grow(s|n)?|grew|increases?d?|falls?|fell|declin(es?|ed)|drop(s|ped)?"
              + "|stands?|stood|totals?|totall?ed|hits?|amount(s|ed)?|top(s|ped)?|expand(s|ed)|climb(s|ed)?|remains?|stays?|average[sd]|not|from|by|at|of"
              + " about|up|down)\\b");

  private static final Pattern OPENING =
      Pattern.compile(
          "^((and|while|with|also|moreover|in addition|meanwhile|then|thus|therefore|including|of"
              + " which|among them|as well as)\\b,?\\s*|(we|(the )?(\\w+"
              + " )?(government|province|city|county|region|state|plan|authorities)|it)( also)?("
              + " (will|shall|should|must|aims? to|plans? to|seeks? to|need to|strives? to|wants?"
              + " to))( also| further| work to)?\\s+|(by|in|during|over|for) (the )?(end of )?(the"
              + " )?((19|20)\\d\\d|(next|coming) \\w+ years|five-year plan period),?\\s*|this"
              + " year,?\\s*|(the|a|an|its|our|their)\\s+|that\\s+|an? (aim|goal|target)"
              + " (of|is)\\s+|(19|20)\\d\\d,?\\s*)");
  private static final Pattern IMPERATIVE =
      Pattern.compile(
          "^(increase|raise|cut|reduce|keep|ensure|achieve|expand|maintain|hold|limit|bring|lift|lower|control|boost|double|triple|extend"
              + "|improve|grow|build|create|add|complete|construct|train|renovate|open|invest|allocate|provide|put|drive|get|help|make|see"
              + "|increasing|raising|cutting|reducing|keeping|ensuring|expanding|maintaining|lowering|boosting|bringing|doubling|upgrade|restore|relocate|plant|close|eliminate|strive"
              + " for|strive to|aim for)\\b( that)?( an?| the)?( (total|average))?\\s*");
  private static final Pattern TRAILING =
      Pattern.compile(
          "\\s*\\b(of|to|at|by|for|in|with|about|around|over|above|below|under|within|than|more|less|fewer|no|not|at"
              + " least|up|approximately|some"
              + "|nearly|almost|roughly|additional|further|another|an|a|the|and|or|reach|cover|exceed|be|kept|is|its|total|only|level|levels)$");
  private static final Pattern OF =
      Pattern.compile("^ (of|in|to) ((?!which\\b|whom\\b|(19|20)\\d\\d)[a-z].*)$");
  private static final Pattern PHRASE_END =
      Pattern.compile(
          "\\s(to|will|shall|should|must|is|are|was|were|has|have|had|by|from|with|that|which|who|through|during|over|this|next|annually|and"
              + "|for|at|as|than|in|on|while|each|every|before|within|under|reach(ed|es)?|compared)\\b");
  private static final Pattern CHANGE_IN =
      Pattern.compile(
          "^ (\\w+ )?(growth|increase|rise|expansion|reduction|cut|decrease|decline|drop) (?:in|of)"
              + " (.+)$");

  /// What still belongs to the quantity before: of counties.
  private static final Pattern HANGING =
      Pattern.compile("^ of [a-z -]+?(?= (should|will|shall|to|must|is|are)\\b)");

  private static final Pattern LINK = Pattern.compile("^(in|for|of|on|to|towards?) ");
  private static final Pattern CHANGE_OF =
      Pattern.compile("(growth|increase|rise|expansion|reduction|cut|decrease|decline|drop) of\\b");
  private static final Pattern INTO = Pattern.compile("^ in ([a-z].+)$");

  private final EnglishText text;
  private String last = "";
  private int lastSentence = -1;
  private int nth;

  EnglishSubjects(EnglishText text) {
    this.text = text;
  }

  /// To be asked in the order of the text.
  Subjects.Subject of(EnglishSite site, Role role) {
    int sentence = text.sentenceNumber(site.candidate().start());
    String carried = sentence == lastSentence ? last : "";
    String own = own(site);
    boolean counted = site.candidate().isCount() && !own.isEmpty();
    boolean goesOn = own.isEmpty() || (site.continues() && !counted);
    String name = goesOn && !carried.isEmpty() ? carried : own;
    int colon = site.clause().start() - 1;
    if (name.isEmpty() && text.at(colon) == ':') {
      Outline.Stretch label = text.clause(colon - 1);
      name = trimmed(opened(text.small(label.start(), label.end()).strip()));
    }
    if (name.isEmpty()) {
      name = phrase(LINK.matcher(site.after().strip()).replaceFirst(""));
    }
    if (name.isEmpty()) {
      name = site.candidate().unit().written();
    }
    boolean keeps = role != Role.DATE && role != Role.NAME;
    if (keeps) {
      last = name;
      lastSentence = sentence;
    }
    boolean nth = site.continues() && goesOn;
    return new Subjects.Subject(cased(ofList(name, site, nth), site), !goesOn);
  }

  /// A and B by 8 percent and 10 percent respectively: the nth of the names.
  private String ofList(String name, EnglishSite site, boolean continues) {
    nth = continues ? nth + 1 : 0;
    if (!site.after().contains("respectively")) {
      return name;
    }
    String[] names = name.split(",? and |, ", -1);
    return nth < names.length && names.length > 1 ? names[nth].strip() : name;
  }

  /// A name in the letters of the text.
  private String cased(String name, EnglishSite site) {
    Outline.Stretch sentence = text.sentence(site.candidate().start());
    var cased = new StringBuilder();
    for (String part : name.split("(?= share of )|(?<= share of )", -1)) {
      int near = Math.max(sentence.start(), site.candidate().start() - 2 * LONGEST);
      int until = Math.min(sentence.end(), site.candidate().end() + 2 * LONGEST);
      int at = text.small(near, until).indexOf(part);
      cased.append(at >= 0 ? text.from(near + at, near + at + part.length()) : part);
    }
    return cased.toString();
  }

  private String own(EnglishSite site) {
    Candidate candidate = site.candidate();
    Matcher change = CHANGE_IN.matcher(site.after());
    if (change.find()) {
      return phrase(change.group(3));
    }
    Matcher into = INTO.matcher(site.after());
    if (CHANGE_OF.matcher(site.lead()).find() && into.find()) {
      return phrase(into.group(1));
    }
    boolean range =
        candidate.shape() == Candidate.Shape.LOW || candidate.shape() == Candidate.Shape.HIGH;
    if (candidate.isCount() && range) {
      String raw = text.from(candidate.start(), candidate.end());
      return raw.substring(raw.lastIndexOf(' ') + 1);
    }
    if (candidate.isCount()) {
      String counted = counted(candidate);
      if (!counted.isEmpty()) {
        return counted;
      }
    }
    String before = site.continues() ? "" : before(HANGING.matcher(site.lead()).replaceFirst(""));
    Matcher of = OF.matcher(site.after());
    boolean behind = of.find() && candidate.shape() != Candidate.Shape.DOUBLING;
    if (behind && candidate.kind() == Units.Kind.SHARE) {
      String whole = phrase(of.group(2));
      boolean share = !before.isEmpty() && of.group(1).equals("of") && !whole.isEmpty();
      return share ? before + " share of " + whole : before.isEmpty() ? whole : before;
    }
    boolean sum = candidate.kind() == Units.Kind.MONEY && before.isEmpty();
    if (behind && of.group(1).equals("of") && (sum || candidate.kind().isMeasure())) {
      return phrase(of.group(2));
    }
    if (candidate.shape() == Candidate.Shape.DOUBLING && before.isEmpty()) {
      return phrase(site.after().strip());
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
    String opened = " " + opened(words);
    Matcher end = PHRASE_END.matcher(opened);
    String phrase = end.find() ? opened.substring(0, end.start()) : opened;
    return trimmed(phrase.replaceAll("\\d.*$", "").strip());
  }

  /// Words without what only leads in: and, we will, by 2015, the.
  private static String opened(String words) {
    String opened = words;
    for (int step = 0; step < 6; step++) {
      String shorter = OPENING.matcher(opened).replaceFirst("");
      if (shorter.equals(opened)) {
        break;
      }
      opened = shorter;
    }
    return opened;
  }

  /// The name that stands before a quantity: no time, no verb, no article.
  private static String before(String lead) {
    String name = opened(lead.replace("\"", "").strip());
    Matcher imperative = IMPERATIVE.matcher(name);
    if (imperative.find()) {
      name = opened(name.substring(imperative.end()));
    }
    int ratio = name.startsWith("ratio of ") ? name.indexOf(" to ") + 4 : 0;
    Matcher verb = VERB.matcher(" " + name);
    if (verb.find(Math.min(Math.max(1, ratio), name.length()))) {
      name = name.substring(0, Math.max(0, verb.start() - 1));
    }
    return trimmed(name);
  }

  private static String trimmed(String phrase) {
    String name = phrase.strip();
    for (int step = 0; step < 6; step++) {
      Matcher trailing = TRAILING.matcher(name);
      boolean ends = trailing.find(Math.max(0, name.length() - LONGEST_TRAILING));
      String shorter = ends ? name.substring(0, trailing.start()).strip() : name;
      if (shorter.equals(name)) {
        break;
      }
      name = shorter;
    }
    boolean empty = name.length() < 2 || NO_NAME.matcher(name).matches();
    return empty ? "" : name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
  }
}
