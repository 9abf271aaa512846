package yuheng.prose;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import yuheng.prose.Lexicon.Family;

/// Whether the text looks back or ahead, sentence by sentence.
///
/// Headings and openings turn whole sections (一、2010年工作回顾; 今年，我们将…). Within them single words
/// decide (已建成, 力争); where they are silent a sentence follows the one before it in its paragraph,
/// and its section.
final class Tenses {
  enum Tense {
    PAST,
    AHEAD,
    UNKNOWN
  }

  /// A word that decides for what stands near it.
  record Mark(int start, int end, Tense tense, String rule, boolean soft) {}

  /// What was decided, and by which word.
  record Decided(Tense tense, String rule, int start, int end) {}

  private static final int LABEL = 8;

  private static final String[] LOOKING_BACK = {"回顾", "成就", "总结", "执行情况", "完成情况", "实施情况", "落实情况"};

  private final Letters letters;
  private final Outline outline;
  private final Timings timings;
  private final List<List<Mark>> marks = new ArrayList<>();
  private final Decided[] settled;
  private final boolean reports;
  private Decided section;
  private @Nullable Decided label;

  /// Whether a title, a heading or an opening said which section this is.
  private boolean isSure;

  /// The marks of the paragraph that is being read.
  private final List<Mark> lately = new ArrayList<>();

  Tenses(Letters letters, Outline outline, Timings timings, Edition edition) {
    this.letters = letters;
    this.outline = outline;
    this.timings = timings;
    this.settled = new Decided[outline.sentences().size()];
    this.reports = edition.kind() == Edition.Kind.REPORTS;
    this.section = new Decided(titleTense(edition.kind()), "tense.title", 0, 0);
    this.isSure = edition.kind() != Edition.Kind.BOTH;
    for (Outline.Stretch sentence : outline.sentences()) {
      marks.add(marksOf(sentence));
    }
    settle();
  }

  private static Tense titleTense(Edition.Kind kind) {
    return switch (kind) {
      case REPORTS -> Tense.PAST;
      case PLANS -> Tense.AHEAD;
      case BOTH -> Tense.UNKNOWN;
    };
  }

  /// The tense of what stands at an offset.
  Decided at(int offset) {
    int sentence = outline.sentenceAt(offset);
    List<Mark> near = marks.get(sentence);
    if (!near.isEmpty()) {
      Mark nearest = near.get(Math.max(0, before(near, offset) - 1));
      return new Decided(nearest.tense(), nearest.rule(), nearest.start(), nearest.end());
    }
    return settled[sentence];
  }

  /// How many marks begin before an offset.
  private static int before(List<Mark> near, int offset) {
    int low = 0;
    int high = near.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (near.get(middle).start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private List<Mark> marksOf(Outline.Stretch sentence) {
    var found = new ArrayList<Mark>();
    Lexicon past = Lexicon.of(Family.PAST);
    Lexicon pastSoft = Lexicon.of(Family.PAST_SOFT);
    Lexicon future = Lexicon.of(Family.FUTURE);
    Lexicon soft = Lexicon.of(Family.FUTURE_SOFT);
    Lexicon state = Lexicon.of(Family.STATE);
    for (int at = sentence.start(); at < sentence.end(); at++) {
      int back = past.startsAt(letters.plain(), at);
      int backSoftly = pastSoft.startsAt(letters.plain(), at);
      int ahead = future.startsAt(letters.plain(), at);
      int softly = soft.startsAt(letters.plain(), at);
      int now = state.startsAt(letters.plain(), at);
      if (back > 0 && "从由比较与".indexOf(letters.at(at - 1)) < 0) {
        found.add(new Mark(at, at + back, Tense.PAST, "tense.past-word", false));
      } else if (backSoftly > 0) {
        found.add(new Mark(at, at + backSoftly, Tense.PAST, "tense.past-word", true));
      } else if (ahead > 0 && !(reports && letters.startsWith("今年", at))) {
        found.add(new Mark(at, at + ahead, Tense.AHEAD, "tense.future-word", false));
      } else if (softly > 0 && letters.at(at + softly) != '了') {
        found.add(new Mark(at, at + softly, Tense.AHEAD, "tense.future-word", true));
      } else if (now > 0 && isState(at, now)) {
        found.add(new Mark(at, at + now, Tense.PAST, "tense.present-state", false));
      } else if (isDone(at)) {
        found.add(new Mark(at, at + 1, Tense.PAST, "tense.done", false));
      }
    }
    for (Timings.Phrase phrase : timings.within(sentence.start(), sentence.end())) {
      addYear(phrase, found);
    }
    found.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return found;
  }

  /// 目前, 尚有30个; not 对现有企业, 在现有基础上.
  private boolean isState(int at, int length) {
    if (letters.startsWith("现有", at)) {
      return "在对将把".indexOf(letters.at(at - 1)) < 0 && !letters.startsWith("基础", at + length);
    }
    return letters.at(at + length - 1) != '有' || Numerals.isDigit(letters.at(at + length));
  }

  /// 完成了, 实现了: 了 behind a verb of doing.
  private boolean isDone(int at) {
    if (letters.at(at) != '了') {
      return false;
    }
    String text = letters.plain();
    return letters.at(at - 1) == '翻'
        || Lexicon.of(Family.BUILD).endsAt(text, at) > 1
        || Lexicon.of(Family.RISE).endsAt(text, at) > 1
        || Lexicon.of(Family.FALL).endsAt(text, at) > 1
        || Lexicon.of(Family.REACH).endsAt(text, at) > 1;
  }

  private void addYear(Timings.Phrase phrase, List<Mark> found) {
    if (phrase.own() && phrase.past()) {
      return;
    }
    if (phrase.timing() instanceof Mention.Timing.In && isAbsolute(phrase)) {
      Tense tense = phrase.past() ? Tense.PAST : Tense.AHEAD;
      found.add(
          new Mark(
              phrase.start(),
              phrase.end(),
              tense,
              phrase.past() ? "tense.past-year" : "tense.coming-year",
              false));
    }
  }

  private boolean isAbsolute(Timings.Phrase phrase) {
    char first = letters.at(phrase.start());
    boolean digits = Numerals.isDigit(first) && letters.at(phrase.start() + 1) != '年';
    return !phrase.own() && (digits || first == '十' || first == '二');
  }

  /// Settles every sentence that no word of its own decides.
  private void settle() {
    int paragraph = -1;
    Decided before = section;
    for (int i = 0; i < settled.length; i++) {
      Outline.Stretch sentence = outline.sentences().get(i);
      int now = outline.paragraphAt(Math.min(sentence.start(), letters.length()));
      if (now != paragraph) {
        if (!isSure && paragraph >= 0) {
          learn();
        }
        paragraph = now;
        before = section;
        label = null;
      }
      turn(sentence, outline.paragraphs().get(now));
      Tense known = section.tense();
      if (known != Tense.UNKNOWN) {
        marks.get(i).removeIf(mark -> mark.soft() && mark.tense() != known);
      }
      before = settled(i, sentence, before);
      settled[i] = before;
      marks.get(i).forEach(lately::add);
    }
  }

  /// 去年：, 今年：: a sentence that opens with when, for the rest of its paragraph.
  private void readLabel(int number) {
    Outline.Stretch sentence = outline.sentences().get(number);
    int colon = sentence.start();
    while (colon < sentence.end() && colon < sentence.start() + LABEL && letters.at(colon) != '：') {
      colon++;
    }
    boolean brief = letters.at(colon) == '：' && colon < sentence.end();
    for (Mark mark : marks.get(number)) {
      if (brief && mark.end() <= colon) {
        label = new Decided(mark.tense(), "tense.label", mark.start(), mark.end());
      }
    }
  }

  private Decided settled(int number, Outline.Stretch sentence, Decided before) {
    List<Mark> own = marks.get(number);
    readLabel(number);
    if (!own.isEmpty()) {
      Mark last = own.getLast();
      return new Decided(last.tense(), last.rule(), last.start(), last.end());
    }
    String text = letters.from(sentence.start(), sentence.end());
    boolean looksBack = Lexicon.of(Family.PAST_HINT).anyIn(text);
    boolean looksAhead = Lexicon.of(Family.FUTURE_HINT).startsAt(text.strip(), 0) > 0;
    if (section.tense() == Tense.UNKNOWN && looksBack) {
      return new Decided(Tense.PAST, "tense.past-hint", sentence.start(), sentence.end());
    }
    if (label != null) {
      return label;
    }
    if (section.tense() != Tense.PAST && looksAhead && !looksBack) {
      return new Decided(Tense.AHEAD, "tense.future-hint", sentence.start(), sentence.end());
    }
    return before;
  }

  /// Where nothing says which section this is, a paragraph of results is followed by more of them.
  private void learn() {
    boolean back = lately.stream().anyMatch(mark -> mark.tense() == Tense.PAST && !mark.soft());
    boolean ahead = lately.stream().anyMatch(mark -> mark.tense() == Tense.AHEAD);
    if (back || ahead) {
      Mark last = lately.getLast();
      Tense tense = back && ahead ? last.tense() : back ? Tense.PAST : Tense.AHEAD;
      section = new Decided(tense, "tense.paragraph-before", last.start(), last.end());
    }
    lately.clear();
  }

  /// Lets a heading or an opening turn the section.
  private void turn(Outline.Stretch sentence, Outline.Paragraph paragraph) {
    String text = letters.from(sentence.start(), sentence.end());
    if (paragraph.heading()) {
      turnBy(text, Family.REVIEW_HEADING, Family.PLAN_HEADING, sentence, "tense.heading");
      return;
    }
    boolean first =
        sentence.start() <= paragraph.marker().end() || sentence.start() == paragraph.start();
    boolean inlineHeading = first && !paragraph.marker().isNone() && text.length() < 40;
    if (inlineHeading) {
      turnBy(text, Family.REVIEW_HEADING, Family.PLAN_HEADING, sentence, "tense.heading");
    }
    turnBy(text, Family.REVIEW_OPENING, Family.PLAN_OPENING, sentence, "tense.opening");
    List<Timings.Phrase> named = timings.within(sentence.start(), sentence.end());
    boolean opensPast =
        first
            && !isSure
            && !named.isEmpty()
            && named.getFirst().past()
            && named.getFirst().start() <= paragraph.marker().end();
    if (opensPast) {
      section = new Decided(Tense.PAST, "tense.past-year", sentence.start(), sentence.end());
    }
  }

  private void turnBy(
      String text, Family review, Family plan, Outline.Stretch sentence, String rule) {
    int back = Lexicon.of(review).firstIn(text, 0, text.length());
    int ahead = Lexicon.of(plan).firstIn(text, 0, text.length());
    if (back < 0 && ahead < 0) {
      return;
    }
    boolean past = back >= 0 && (ahead < 0 || back < ahead);
    past |= rule.equals("tense.heading") && (looksBack(text) || namesPastYear(sentence));
    Tense tense = past ? Tense.PAST : Tense.AHEAD;
    section = new Decided(tense, rule, sentence.start(), sentence.end());
    isSure = true;
  }

  /// 2011年工作回顾: whatever else a heading says.
  private static boolean looksBack(String heading) {
    for (String word : LOOKING_BACK) {
      if (heading.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean namesPastYear(Outline.Stretch sentence) {
    List<Timings.Phrase> named = timings.within(sentence.start(), sentence.end());
    return !named.isEmpty() && named.stream().allMatch(Timings.Phrase::past);
  }
}
