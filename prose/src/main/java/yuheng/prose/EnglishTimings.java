package yuheng.prose;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.prose.Timings.Found;
import yuheng.prose.Timings.Phrase;
import yuheng.terms.Period;

/// The phrases of time in an English text and which of them a quantity stands under.
final class EnglishTimings {
  private static final Pattern SPAN =
      Pattern.compile(
          "\\b((?:19|20)\\d\\d) ?(?:-|to|through|and) ?((?:(?:19|20)\\d\\d)|\\d\\d)\\b(?!\\d)(?!"
              + " ?percent|%)");
  private static final Pattern YEAR = Pattern.compile("\\b((?:19|20)\\d\\d)\\b(?![,.]?\\d)");
  private static final String ORDINALS =
      "ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth";
  private static final Pattern PLAN =
      Pattern.compile(
          "\\b(?:(\\d{1,2})(?:st|nd|rd|th)|("
              + ORDINALS
              + ")) five-year (?:plan|program)( period)?");
  private static final Pattern EVERY =
      Pattern.compile("\\b(annually|every year|each year|a year|per year|per annum|yearly)\\b");
  private static final Pattern THIS = Pattern.compile("\\b(this year|the current year)\\b");
  private static final Pattern NEXT = Pattern.compile("\\bnext year\\b");
  private static final Pattern FIVE =
      Pattern.compile(
          "\\b(?:next|coming|following|over|in|within) (?:the )?(?:next |coming |following"
              + " )?(?:five|5) years\\b");
  private static final Pattern GONE =
      Pattern.compile(
          "\\b(last year|the previous year|the (past|last|previous) (\\w+ )?years?)\\b");
  private static final Pattern REFERENCE =
      Pattern.compile(
          "(from \\d[^,;.]{0,30} in|from|than|than in|over|compared with|compared"
              + " to|against|since|relative to|on|based on|as of)( the| in| that of| those of)?$");
  private static final Pattern REFERRED =
      Pattern.compile("^('s)? (levels?|prices?|figures?|constant|base|gdp|baseline)\\b");
  private static final Pattern WHEN =
      Pattern.compile("(during|over|in|for|by the end of|throughout|within)( the)?$");
  private static final Pattern AT_END = Pattern.compile("end of( the)?$");
  private static final int BEFORE_FIRST_PLAN = 1951;
  private static final int YEARS = 5;

  /// How far a phrase of a sentence reaches, in letters.
  private static final int REACH = 300;

  /// How near to its start a phrase speaks for a whole sentence.
  private static final int OPENING = 3;

  private static final Phrase NONE = new Phrase(0, 0, new Mention.Timing.Unstated(), false, true);

  private final EnglishText text;
  private final Optional<Integer> year;
  private final BitSet taken = new BitSet();
  private final List<Phrase> phrases = new ArrayList<>();

  EnglishTimings(EnglishText text) {
    this.text = text;
    this.year = editionYear(text);
    spans();
    plans();
    years();
    words();
    phrases.sort(Comparator.comparingInt(Phrase::start));
  }

  /// The year of the document: the first that its head names, or the first of its plan.
  private static Optional<Integer> editionYear(EnglishText text) {
    String head = text.small(0, 300);
    Matcher year = YEAR.matcher(head);
    if (year.find()) {
      return Optional.of(Integer.parseInt(year.group(1)));
    }
    Matcher plan = PLAN.matcher(head);
    return plan.find() ? Optional.of(BEFORE_FIRST_PLAN + YEARS * number(plan)) : Optional.empty();
  }

  private static int number(Matcher plan) {
    if (plan.group(1) != null) {
      return Integer.parseInt(plan.group(1));
    }
    return 9 + List.of(ORDINALS.split("\\|", -1)).indexOf(plan.group(2));
  }

  List<Phrase> phrases() {
    return phrases;
  }

  private void spans() {
    Matcher span = SPAN.matcher(text.lower());
    while (span.find()) {
      int first = Integer.parseInt(span.group(1));
      String end = span.group(2);
      int last =
          end.length() == 2 ? first / 100 * 100 + Integer.parseInt(end) : Integer.parseInt(end);
      if (last > first && last < first + 60) {
        add(span.start(), span.end(), first, last, false);
      }
    }
  }

  private void plans() {
    Matcher plan = PLAN.matcher(text.lower());
    while (plan.find()) {
      int first = BEFORE_FIRST_PLAN + YEARS * number(plan);
      int last = first + YEARS - 1;
      String before = text.small(Math.max(0, plan.start() - 20), plan.start()).strip();
      boolean end = AT_END.matcher(before).find();
      boolean name = plan.group(3) == null && !WHEN.matcher(before).find() && !end;
      add(plan.start(), plan.end(), end ? last : first, last, name);
    }
  }

  private void years() {
    Matcher year = YEAR.matcher(text.lower());
    while (year.find()) {
      int one = Integer.parseInt(year.group(1));
      if (!isTaken(year.start())) {
        String before = text.small(Math.max(0, year.start() - 48), year.start()).strip();
        boolean reference =
            REFERENCE.matcher(before).find()
                || REFERRED.matcher(text.small(year.end(), year.end() + 12)).find();
        add(year.start(), year.end(), one, one, reference);
      }
    }
  }

  private void words() {
    each(
        EVERY,
        found ->
            new Phrase(found.start(), found.end(), new Mention.Timing.EveryYear(), false, true));
    each(
        GONE,
        found -> new Phrase(found.start(), found.end(), new Mention.Timing.Unstated(), true, true));
    if (year.isEmpty()) {
      return;
    }
    int now = year.get();
    each(THIS, found -> phrase(found.start(), found.end(), now, now, false));
    each(NEXT, found -> phrase(found.start(), found.end(), now + 1, now + 1, false));
    each(FIVE, found -> phrase(found.start(), found.end(), now, now + YEARS - 1, false));
  }

  private void each(Pattern pattern, java.util.function.Function<Matcher, Phrase> made) {
    Matcher found = pattern.matcher(text.lower());
    while (found.find()) {
      phrases.add(made.apply(found));
    }
  }

  private boolean isTaken(int offset) {
    return taken.get(offset);
  }

  /// The phrases that begin in a stretch, in order.
  List<Phrase> within(int start, int end) {
    return phrases.subList(upTo(start), upTo(end));
  }

  /// How many phrases begin before an offset.
  private int upTo(int offset) {
    int low = 0;
    int high = phrases.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (phrases.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void add(int start, int end, int first, int last, boolean own) {
    phrases.add(phrase(start, end, first, last, own));
    taken.set(start, end);
  }

  private Phrase phrase(int start, int end, int first, int last, boolean own) {
    Period period = first == last ? Period.year(first) : Period.of(first + ".." + last);
    boolean past = year.filter(now -> last < now).isPresent();
    return new Phrase(start, end, new Mention.Timing.In(period), past, own);
  }

  /// The phrase a quantity stands under, and the rule that says so.
  Found of(EnglishSite site) {
    int offset = site.candidate().start();
    Outline.Stretch sentence = text.sentence(offset);
    boolean rate = EnglishRelation.isYearlyRate(site);
    Phrase best = NONE;
    int least = Integer.MAX_VALUE;
    int from = Math.max(sentence.start(), offset - REACH);
    for (Phrase phrase : within(from, Math.min(sentence.end(), offset + REACH))) {
      boolean here = phrase.start() >= site.clause().start() && phrase.end() <= site.clause().end();
      boolean every = phrase.timing() instanceof Mention.Timing.EveryYear;
      boolean opens = phrase.start() < sentence.start() + OPENING;
      boolean speaks = every ? (here || opens) && !(rate && isMean(site)) : !phrase.own();
      int away = Math.abs(phrase.start() - offset) + (here ? 0 : 1000) + (every ? 0 : 1);
      if (speaks && away < least) {
        best = phrase;
        least = away;
      }
    }
    return best.equals(NONE) ? carried(offset, sentence) : new Found(best, "period.sentence");
  }

  /// An average annual growth holds for the whole span.
  private static boolean isMean(EnglishSite site) {
    return site.before().contains("average") || site.after().contains("average");
  }

  private Found carried(int offset, Outline.Stretch sentence) {
    int start = Math.max(text.paragraph(offset).start(), sentence.start() - 4 * REACH);
    Phrase last = last(within(start, sentence.start()));
    if (!last.equals(NONE)) {
      return new Found(last, "period.carried");
    }
    int lead = leadIn(text.paragraphNumber(offset));
    if (lead < 0) {
      return new Found(NONE, "period.unstated");
    }
    EnglishText.Paragraph above = text.paragraphs().get(lead);
    Phrase said = last(within(above.start(), above.end()));
    return new Found(said, said.equals(NONE) ? "period.unstated" : "period.lead-in");
  }

  private static Phrase last(List<Phrase> some) {
    return some.reversed().stream().filter(phrase -> !phrase.own()).findFirst().orElse(NONE);
  }

  /// The line with a colon that speaks for an item, -1 if there is none.
  private int leadIn(int paragraph) {
    int at = paragraph;
    while (at >= 0 && (text.paragraphs().get(at).item() || isBlank(at))) {
      at--;
    }
    return at >= 0 && at < paragraph && text.paragraphs().get(at).leadIn() ? at : -1;
  }

  private boolean isBlank(int paragraph) {
    EnglishText.Paragraph one = text.paragraphs().get(paragraph);
    return one.start() == one.end();
  }
}
