package yuheng.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import yuheng.prose.Marks.Mark;
import yuheng.prose.Tenses.Decided;
import yuheng.prose.Tenses.Tense;

/// Whether an English text looks back or ahead, by its verbs, its times and its headings.
final class EnglishTenses {
  private static final String PARTICIPLE =
      "(\\w+ly"
          + " )?(\\w+ed|been|grown|risen|fallen|built|become|made|seen|met|put|set|held|gone|brought|won)\\b";

  /// Forms that are past beyond doubt.
  private static final Pattern PAST =
      Pattern.compile(
          "\\b(was|were|rose|grew|fell|went|came|stood|became|(has|have|had) (also |now |all )?"
              + PARTICIPLE
              + "|last year|over the past|in the past|the past \\w+ years?|so far|to date|to this"
              + " end last|year on year|year-on-year|compared with the previous year|over the"
              + " previous year|from the previous year|currently|at present|existing level|now"
              + " stands)\\b");

  /// Forms that are past unless a verb that looks ahead stands before them: 30 parks were, will be
  /// built.
  private static final Pattern DOUBTFUL =
      Pattern.compile(
          "\\b(reached|increased|decreased|declined|dropped|exceeded|totall?ed|amounted|surpassed|climbed|created|built"
              + "|completed|constructed|added|opened|renovated|trained|achieved|accounted|lifted|expanded|reduced|cut"
              + "|doubled|tripled|invested|provided|helped|resettled|recorded|hit|gained|launched|established|signed)\\b");

  private static final Pattern AHEAD =
      Pattern.compile(
          "\\b(will|shall|should|must|would|aims? (to|at)|aiming|targets?|targeted|goals?|plans?"
              + " to|planned|seeks? to|strives? to|ensure|is to|are to|to be|to reach|to rise|to"
              + " grow|to increase|to account|to exceed|to fall|to drop|to have|to cover|to"
              + " average|to stand|to total|expected to|projected|set to|this year|next"
              + " year|(next|coming|following) (five|5|three|3|few) years|strive for|we need"
              + " to|efforts to)\\b");

  /// How a sentence or an item begins that asks for something.
  private static final Pattern IMPERATIVE =
      Pattern.compile(
          "^(and"
              + " )?(build|create|increase|raise|cut|reduce|keep|ensure|achieve|add|complete|expand|train|construct"
              + "|maintain|hold|limit|bring|lift|renovate|upgrade|open|invest|allocate|provide|double|strive|speed|accelerate"
              + "|improve|promote|develop|support|launch|start|carry|implement|establish|cultivate|relocate|plant|close"
              + "|eliminate|phase|lower|control|boost|foster|form|help|solve|extend|lay|make|put|cover|reclaim|restore|treat|recruit|attract|introduce|issue|set"
              + " up|finish|begin|work to|continue|grow|fully|vigorously|actively)\\b");

  private static final Pattern REVIEW =
      Pattern.compile(
          "\\b(review|achievements?|progress"
              + " made|accomplishments?|bulletin|communiqu[eé]|completion|results|retrospect|past"
              + " year|past (five|three) years|work in the past|current situation|existing"
              + " conditions)\\b");
  private static final Pattern PLAN =
      Pattern.compile(
          "\\b(targets?|goals?|tasks?|plan|objectives?|outline|arrangements?|requirements?|priorities|guidelines|opinions|program|programme|action|roadmap|recommendations?|main"
              + " work|work for|measures)\\b");
  private static final Pattern TURNS_BACK =
      Pattern.compile("^(looking back|over the past|in the past|last year|during the past)\\b");
  private static final Pattern TURNS_AHEAD =
      Pattern.compile(
          "\\b(main (projected )?(targets|goals|tasks)|(this|next) year,? we (will|must|should)|in"
              + " the (coming|next) (five|5|few) years|over the next (five|5) years|(targets|goals)"
              + " (for|of) (this|next|the))\\b");

  /// How far a word of a sentence reaches, in letters.
  private static final int REACH = 300;

  private final EnglishText text;
  private final EnglishTimings timings;
  private final Decided[] settled;
  private final List<List<Mark>> marks = new ArrayList<>();

  EnglishTenses(EnglishText text, EnglishTimings timings) {
    this.text = text;
    this.timings = timings;
    this.settled = new Decided[text.sentences().size()];
    for (Outline.Stretch sentence : text.sentences()) {
      marks.add(marksOf(sentence));
    }
    settle();
  }

  private List<Mark> marksOf(Outline.Stretch sentence) {
    var found = new ArrayList<Mark>();
    String words = text.small(sentence.start(), sentence.end());
    add(PAST, words, sentence.start(), Tense.PAST, false, found);
    add(DOUBTFUL, words, sentence.start(), Tense.PAST, true, found);
    add(AHEAD, words, sentence.start(), Tense.AHEAD, false, found);
    for (Timings.Phrase phrase : timings.within(sentence.start(), sentence.end())) {
      if (phrase.timing() instanceof Mention.Timing.In && !phrase.own()) {
        Tense tense = phrase.past() ? Tense.PAST : Tense.AHEAD;
        String rule = phrase.past() ? "tense.past-year" : "tense.coming-year";
        boolean soft = !phrase.past() && !isBy(phrase.start());
        found.add(new Mark(phrase.start(), phrase.end(), tense, rule, soft));
      }
    }
    found.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return found;
  }

  private boolean isBy(int year) {
    return text.small(Math.max(0, year - 16), year)
        .matches("(?s).*\\b(by|end of)( the)?( end of)?( the)? $");
  }

  private static void add(
      Pattern pattern, String words, int start, Tense tense, boolean soft, List<Mark> found) {
    Matcher matcher = pattern.matcher(words);
    String rule =
        tense == Tense.PAST ? soft ? "tense.done" : "tense.past-word" : "tense.future-word";
    while (matcher.find()) {
      found.add(new Mark(start + matcher.start(), start + matcher.end(), tense, rule, soft));
    }
  }

  private void settle() {
    String title =
        text.small(text.paragraphs().getFirst().start(), text.paragraphs().getFirst().end());
    Decided section = new Decided(turned(title, Tense.UNKNOWN), "tense.title", 0, 0);
    Decided before = section;
    int paragraph = -1;
    for (int i = 0; i < settled.length; i++) {
      Outline.Stretch sentence = text.sentences().get(i);
      int now = text.paragraphNumber(sentence.start());
      EnglishText.Paragraph line = text.paragraphs().get(now);
      String words = text.small(sentence.start(), sentence.end()).strip();
      if (line.heading() && now > 0) {
        Tense turned = headed(words, sentence, section.tense());
        section = new Decided(turned, "tense.heading", sentence.start(), sentence.end());
      } else if (TURNS_BACK.matcher(words).find() || TURNS_AHEAD.matcher(words).find()) {
        Tense turned = TURNS_BACK.matcher(words).find() ? Tense.PAST : Tense.AHEAD;
        section = new Decided(turned, "tense.opening", sentence.start(), sentence.end());
      }
      before = now == paragraph ? before : section;
      paragraph = now;
      before = settledBy(i, before);
      settled[i] = before;
    }
  }

  private Tense headed(String heading, Outline.Stretch sentence, Tense before) {
    List<Timings.Phrase> years = timings.within(sentence.start(), sentence.end());
    boolean past = !years.isEmpty() && years.stream().allMatch(Timings.Phrase::past);
    return past ? Tense.PAST : turned(heading, before);
  }

  private static Tense turned(String heading, Tense before) {
    if (REVIEW.matcher(heading).find()) {
      return Tense.PAST;
    }
    return PLAN.matcher(heading).find() ? Tense.AHEAD : before;
  }

  private Decided settledBy(int number, Decided before) {
    List<Mark> hard = marks.get(number).stream().filter(mark -> !mark.soft()).toList();
    List<Mark> some = hard.isEmpty() ? marks.get(number) : hard;
    if (some.isEmpty() || (hard.isEmpty() && before.tense() != Tense.UNKNOWN)) {
      return before;
    }
    Mark last = some.getLast();
    return new Decided(last.tense(), last.rule(), last.start(), last.end());
  }

  /// The tense of a quantity.
  Decided at(EnglishSite site) {
    int offset = site.candidate().start();
    int number = text.sentenceNumber(offset);
    List<Mark> all = marks.get(number);
    List<Mark> some = all.subList(upTo(all, offset - REACH), upTo(all, offset + REACH));
    List<Mark> here =
        some.stream()
            .filter(
                mark -> mark.start() >= site.clause().start() && mark.end() <= site.clause().end())
            .toList();
    Decided near = nearest(here, offset);
    int body = Math.max(text.sentence(offset).start(), text.paragraph(offset).body());
    while (text.at(body) == ' ') {
      body++;
    }
    Matcher imperative = IMPERATIVE.matcher(text.small(body, body + 30));
    boolean asks = settled[number].tense() != Tense.PAST && imperative.find();
    boolean doubtful = near != null && near.rule().equals("tense.done");
    if (near != null && !(asks && doubtful)) {
      return near;
    }
    Decided around = nearest(some, offset);
    if (around != null && !around.rule().equals("tense.done")) {
      return around;
    }
    if (asks) {
      return new Decided(Tense.AHEAD, "tense.imperative", body, body + imperative.end());
    }
    return around != null && settled[number].tense() == Tense.UNKNOWN ? around : settled[number];
  }

  /// How many marks begin before an offset.
  private static int upTo(List<Mark> some, int offset) {
    int low = 0;
    int high = some.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (some.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static @Nullable Decided nearest(List<Mark> some, int offset) {
    List<Mark> hard = some.stream().filter(mark -> !mark.soft()).toList();
    List<Mark> by = hard.isEmpty() ? some : hard;
    if (by.isEmpty()) {
      return null;
    }
    Mark nearest = by.getFirst();
    for (Mark mark : by) {
      nearest = mark.start() < offset ? mark : nearest;
    }
    return new Decided(nearest.tense(), nearest.rule(), nearest.start(), nearest.end());
  }
}
