package yuheng.prose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
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

  /// What was decided, and by which word.
  record Decided(Tense tense, String rule, int start, int end) {}

  private static final int LABEL = 8;

  private static final String[] LOOKING_BACK = {"回顾", "成就", "总结", "执行情况", "完成情况", "实施情况", "落实情况"};

  private final Letters letters;
  private final Outline outline;
  private final Timings timings;
  private final List<List<Marks.Mark>> marks = new ArrayList<>();
  private final Decided[] settled;
  private final boolean both;
  private Decided section;
  private @Nullable Decided label;

  /// Whether a title, a heading or an opening said which section this is.
  private boolean isSure;

  /// Which sentences stand where nothing has said what section this is.
  private final boolean[] unsure;

  /// Whether a heading or an opening has turned the text ahead.
  private boolean turned;

  /// What the last sentence that anything decided was.
  private Tense latest = Tense.UNKNOWN;

  /// The marks of the paragraph that is being read.
  private final List<Marks.Mark> lately = new ArrayList<>();

  Tenses(Letters letters, Outline outline, Timings timings, Edition edition) {
    this.letters = letters;
    this.outline = outline;
    this.timings = timings;
    this.unsure = new boolean[outline.sentences().size()];
    this.settled = new Decided[outline.sentences().size()];
    this.both = edition.kind() == Edition.Kind.BOTH;
    boolean reports = edition.kind() == Edition.Kind.REPORTS;
    this.section = new Decided(titleTense(edition.kind()), "tense.title", 0, 0);
    this.isSure = edition.kind() != Edition.Kind.BOTH;
    var finder = new Marks(letters, outline, timings, reports);
    for (Outline.Stretch sentence : outline.sentences()) {
      marks.add(finder.of(sentence));
    }
    settle();
    review();
    lookBack();
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
    List<Marks.Mark> near = marks.get(sentence);
    if (!near.isEmpty()) {
      Marks.Mark nearest = near.get(Math.max(0, before(near, offset) - 1));
      return new Decided(nearest.tense(), nearest.rule(), nearest.start(), nearest.end());
    }
    return settled[sentence];
  }

  /// How many marks begin before an offset.
  private static int before(List<Marks.Mark> near, int offset) {
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
        before =
            !isSure && section.tense() == Tense.UNKNOWN && latest == Tense.PAST ? before : section;
        label = null;
      }
      turn(sentence, outline.paragraphs().get(now));
      Tense known = section.tense();
      if (known != Tense.UNKNOWN) {
        marks.get(i).removeIf(mark -> mark.soft() && mark.tense() != known);
      }
      unsure[i] = !isSure && !turned;
      turned |= isSure && section.tense() == Tense.AHEAD;
      before = settled(i, sentence, before);
      settled[i] = before;
      latest = before.tense() == Tense.UNKNOWN ? latest : before.tense();
      marks.get(i).forEach(lately::add);
    }
  }

  /// What no heading announces: the part before the text turns ahead, or a text that never does, is
  /// a review when results are told in it and nothing is promised by a word.
  private void review() {
    int told = 0;
    int asked = 0;
    int promised = 0;
    for (int i = 0; i < settled.length; i++) {
      if (!unsure[i]) {
        continue;
      }
      for (Marks.Mark mark : marks.get(i)) {
        told += mark.tense() == Tense.PAST && !mark.soft() ? 1 : 0;
        promised += mark.tense() == Tense.AHEAD && !(turned && mark.soft()) ? 1 : 0;
      }
      told += settled[i].rule().equals("tense.past-hint") && isOwn(i) ? 1 : 0;
      asked += settled[i].rule().equals("tense.future-hint") && isOwn(i) ? 1 : 0;
    }
    told += Exactness.isOfResults(letters.plain()) ? 1 : 0;
    if (told == 0 || promised > 0 || (!turned && told < asked)) {
      return;
    }
    for (int i = 0; i < settled.length; i++) {
      if (unsure[i]) {
        marks.get(i).removeIf(mark -> mark.soft() && mark.tense() == Tense.AHEAD);
        if (settled[i].tense() == Tense.PAST) {
          continue;
        }
        Outline.Stretch sentence = outline.sentences().get(i);
        settled[i] = new Decided(Tense.PAST, "tense.review", sentence.start(), sentence.end());
      }
    }
  }

  private boolean isOwn(int sentence) {
    return settled[sentence].start() == outline.sentences().get(sentence).start();
  }

  /// Sentences that stand undecided before the first result of their paragraph tell results too; in
  /// a text that never looks ahead, those of the paragraphs before as well.
  private void lookBack() {
    boolean never = Arrays.stream(settled).noneMatch(one -> one.tense() == Tense.AHEAD);
    for (int i = settled.length - 1; i > 0; i--) {
      boolean result = settled[i].tense() == Tense.PAST && !settled[i].rule().endsWith("state");
      boolean together = never || paragraphOf(i) == paragraphOf(i - 1);
      if (result && together && settled[i - 1].tense() == Tense.UNKNOWN) {
        settled[i - 1] = settled[i];
      }
    }
  }

  private int paragraphOf(int sentence) {
    return outline.paragraphAt(outline.sentences().get(sentence).start());
  }

  /// 去年：, 今年：: a sentence that opens with when, for the rest of its paragraph.
  private void readLabel(int number) {
    Outline.Stretch sentence = outline.sentences().get(number);
    int colon = sentence.start();
    while (colon < sentence.end() && colon < sentence.start() + LABEL && letters.at(colon) != '：') {
      colon++;
    }
    boolean brief = letters.at(colon) == '：' && colon < sentence.end();
    for (Marks.Mark mark : marks.get(number)) {
      if (brief && mark.end() <= colon) {
        label = new Decided(mark.tense(), "tense.label", mark.start(), mark.end());
      }
    }
  }

  /// 一是, （三）, 2．: what numbers an item of a list.
  private static final Pattern ITEM =
      Pattern.compile("^([一二三四五六七八九十]+[是要、]|（[一二三四五六七八九十0-9]+）|[0-9]+[.、．)])\\s*");

  private Decided settled(int number, Outline.Stretch sentence, Decided before) {
    List<Marks.Mark> own = marks.get(number);
    readLabel(number);
    if (!own.isEmpty()) {
      Marks.Mark last = own.getLast();
      boolean passing = before.tense() == Tense.PAST && own.stream().allMatch(this::isWillBe);
      return passing ? before : new Decided(last.tense(), last.rule(), last.start(), last.end());
    }
    String text = letters.from(sentence.start(), sentence.end());
    String said = ITEM.matcher(text.strip()).replaceFirst("");
    boolean looksAhead = Lexicon.of(Family.FUTURE_HINT).startsAt(said, 0) > 0;
    boolean looksBack =
        Lexicon.of(Family.PAST_HINT).anyIn(text)
            || (latest != Tense.AHEAD && Lexicon.of(Family.COMPARISON).anyIn(text))
            || (!looksAhead && endsInResult(text));
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

  /// 基础设施不断完善: a noun and how it came along.
  private static boolean endsInResult(String text) {
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || text.charAt(at) == '，') {
        if (isResult(text.substring(start, at))) {
          return true;
        }
        start = at + 1;
      }
    }
    return false;
  }

  private static boolean isResult(String clause) {
    int verb = clause.length() - Lexicon.of(Family.RESULT_VERB).endsAt(clause, clause.length());
    boolean made = clause.startsWith("使") || Lexicon.of(Family.FUTURE_HINT).startsAt(clause, 0) > 0;
    return !made
        && verb < clause.length()
        && Lexicon.of(Family.RESULT_ADVERB).endsAt(clause, verb) > 0;
  }

  /// 投产后将达到: what will come of a result; the text does not turn for it.
  private boolean isWillBe(Marks.Mark mark) {
    return letters.at(mark.start()) == '将';
  }

  /// Where nothing says which section this is, a paragraph of results is followed by more of them.
  private void learn() {
    boolean back = lately.stream().anyMatch(mark -> mark.tense() == Tense.PAST && !mark.soft());
    boolean ahead = lately.stream().anyMatch(mark -> mark.tense() == Tense.AHEAD);
    if (back || ahead) {
      Marks.Mark last = lately.getLast();
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
    if (first) {
      turnByYear(sentence, paragraph);
    }
  }

  /// A paragraph that opens with a year: 刚刚过去的2015年, and in a report of both 2016年, 今年.
  private void turnByYear(Outline.Stretch sentence, Outline.Paragraph paragraph) {
    List<Timings.Phrase> named = timings.within(sentence.start(), sentence.end());
    int opening = Math.max(paragraph.marker().end(), sentence.start());
    while (letters.at(opening) == ' ') {
      opening++;
    }
    if (named.isEmpty() || named.getFirst().start() > opening + LABEL) {
      return;
    }
    Timings.Phrase year = named.getFirst();
    boolean gone = letters.from(opening, year.start()).contains("过去的");
    if (year.past() && !year.own() && (gone || (!isSure && year.start() <= opening))) {
      section = new Decided(Tense.PAST, "tense.past-year", year.start(), year.end());
      isSure |= gone;
    }
    boolean result =
        marks.get(outline.sentenceAt(sentence.start())).stream()
            .anyMatch(mark -> mark.tense() == Tense.PAST && !mark.soft());
    boolean reviewed = section.tense() == Tense.PAST && section.rule().equals("tense.heading");
    boolean sure = !reviewed || letters.startsWith("今年", opening) || looksAhead(sentence);
    if (both && !year.past() && isThisYear(year, opening) && !result && sure) {
      section = new Decided(Tense.AHEAD, "tense.this-year", year.start(), year.end());
      isSure = true;
    }
  }

  private boolean looksAhead(Outline.Stretch sentence) {
    String text = letters.from(sentence.start(), sentence.end());
    return Lexicon.of(Family.PLAN_OPENING).anyIn(text)
        || text.contains("将")
        || text.contains("我们要");
  }

  /// 今年, or the year of the title, that begins a paragraph.
  private boolean isThisYear(Timings.Phrase year, int opening) {
    boolean named = Numerals.isDigit(letters.at(year.start())) || letters.startsWith("今年", opening);
    return named && year.start() == opening && timings.isThisYear(year);
  }

  private void turnBy(
      String text, Family review, Family plan, Outline.Stretch sentence, String rule) {
    int back = Lexicon.of(review).firstIn(text, 0, text.length());
    int ahead = Lexicon.of(plan).firstIn(text, 0, text.length());
    if (rule.equals("tense.opening") && ahead >= 0 && isBehindResult(sentence, ahead)) {
      ahead = -1;
    }
    if (back < 0 && ahead < 0) {
      return;
    }
    boolean past = back >= 0 && (ahead < 0 || back < ahead);
    past |= rule.equals("tense.heading") && (looksBack(text) || namesPastYear(sentence));
    Tense tense = past ? Tense.PAST : Tense.AHEAD;
    section = new Decided(tense, rule, sentence.start(), sentence.end());
    isSure = true;
  }

  /// 完成了…主要目标任务: behind a word that tells a result nothing opens.
  private boolean isBehindResult(Outline.Stretch sentence, int opening) {
    return marks.get(outline.sentenceAt(sentence.start())).stream()
        .anyMatch(
            mark ->
                mark.tense() == Tense.PAST
                    && !mark.soft()
                    && mark.start() < sentence.start() + opening);
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
