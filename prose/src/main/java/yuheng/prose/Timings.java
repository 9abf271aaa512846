package yuheng.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yuheng.terms.Period;

/// The phrases of time in a text and which of them a quantity stands under.
final class Timings {
  private static final int PLAN_YEARS = 5;

  /// How many phrases back a quantity may still be ruled by one.
  private static final int FARTHEST = 100;

  /// One phrase.
  ///
  /// @param timing what it means; unstated for 两年内 and the like, which end what stood before
  /// @param past whether it lies before the document's year
  /// @param own whether it speaks for the noun behind it alone (“十二五”工业投入)
  record Phrase(int start, int end, Mention.Timing timing, boolean past, boolean own) {}

  private final Letters letters;
  private final Outline outline;
  private final Optional<Integer> year;
  private final Optional<Integer> firstYear;
  private final List<Phrase> phrases = new ArrayList<>();
  private final Phrase[] leadIns;

  Timings(Letters letters, Outline outline, Edition edition) {
    this.letters = letters;
    this.outline = outline;
    this.year = edition.year();
    this.firstYear = edition.first();
    for (int at = 0; at < letters.length(); at++) {
      Optional<Phrase> phrase = phraseAt(at);
      if (phrase.isPresent()) {
        phrases.add(phrase.get());
        at = Math.max(at, phrase.get().end() - 1);
      }
    }
    this.leadIns = leadIns();
  }

  List<Phrase> phrases() {
    return phrases;
  }

  /// Whether a phrase means the document's own year.
  boolean isThisYear(Phrase phrase) {
    return phrase.timing() instanceof Mention.Timing.In(Period period)
        && year.map(Period::year).filter(period::equals).isPresent();
  }

  /// Whether the document's own year belongs to a period, so that it may be looked back on.
  boolean hasBegun(Phrase phrase) {
    return phrase.timing() instanceof Mention.Timing.In(Period period)
        && year.filter(now -> period.contains(Period.year(now))).isPresent();
  }

  private Optional<Phrase> phraseAt(int at) {
    char letter = letters.at(at);
    if (letter == '十') {
      return fiveYearPlan(at);
    }
    if (Numerals.isDigit(letter) || letter == '二') {
      return years(at);
    }
    return word(at);
  }

  /// “十二五”期间, “十二五”末, “十二五”工业投入.
  private Optional<Phrase> fiveYearPlan(int at) {
    int number = "一二三四五".indexOf(letters.at(at + 1));
    if (number < 0 || letters.at(at + 2) != '五') {
      return Optional.empty();
    }
    int first = 2006 + PLAN_YEARS * number;
    int last = first + PLAN_YEARS - 1;
    int end = at + 3;
    if (letters.at(end) == '”') {
      end++;
    }
    boolean past = firstYear.map(now -> last < now).orElse(number == 0);
    int over = letters.startsWith("期末", end) ? end + 1 : end;
    if (letters.at(over) == '末') {
      return Optional.of(in(at, over + 1, last, last, past, isReference(at, end)));
    }
    if (letters.startsWith("规划", end) || letters.startsWith("计划", end)) {
      return Optional.of(new Phrase(at, end, new Mention.Timing.Unstated(), past, true));
    }
    boolean whole =
        letters.startsWith("期间", end)
            || letters.startsWith("时期", end)
            || letters.at(end) == '，'
            || letters.startsWith("期，", end);
    boolean own = !whole || isReference(at, end);
    return Optional.of(in(at, whole ? end + 2 : end, first, last, past, own));
  }

  /// 到2015年, 2011—2015年.
  private Optional<Phrase> years(int at) {
    Optional<Integer> first = Edition.yearAt(letters, at);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    int end = at + 4;
    if (letters.at(end) == '年') {
      end++;
    }
    int from = first.get();
    int last = from;
    if ("-—至到".indexOf(letters.at(end)) >= 0) {
      Optional<Integer> second =
          Edition.yearAt(letters, letters.at(end + 1) == '—' ? end + 2 : end + 1);
      if (second.isPresent() && second.get() >= from && second.get() < from + 60) {
        last = second.get();
        end = end + 6;
      }
    }
    int to = last;
    boolean past = firstYear.map(now -> to < now).orElse(false);
    return Optional.of(in(at, end, from, to, past, isReference(at, end)));
  }

  /// 比2010年, 由2010年的, 按2005年价格, 在2010年基础上: a base, not a period.
  private boolean isReference(int at, int end) {
    int before = "“‘《（".indexOf(letters.at(at - 1)) >= 0 ? at - 2 : at - 1;
    if (letters.at(before) == '到' || letters.at(before) == '至') {
      return false;
    }
    if ("比较由从与以按是自于".indexOf(letters.at(before)) >= 0) {
      return !letters.startsWith("以来", before);
    }
    if (letters.at(end) == '的' && Numerals.isDigit(letters.at(end + 1))) {
      return true;
    }
    for (String word : COMPARED) {
      if (letters.startsWith(word, end)) {
        return true;
      }
    }
    return false;
  }

  private static final String[] COMPARED = {
    "基础上", "的基础上", "价格", "不变价", "可比价", "价", "基期", "为基期", "为基数", "相比", "水平", "的水平", "同期"
  };

  private static Phrase in(int start, int end, int first, int last, boolean past, boolean own) {
    Period period = first == last ? Period.year(first) : Period.of(first + ".." + last);
    return new Phrase(start, end, new Mention.Timing.In(period), past, own);
  }

  private Optional<Phrase> word(int at) {
    for (String every : EVERY) {
      if (letters.startsWith(every, at) && "人户亩吨个".indexOf(letters.at(at - 1)) < 0) {
        return Optional.of(
            new Phrase(at, at + every.length(), new Mention.Timing.EveryYear(), false, true));
      }
    }
    if (year.isEmpty()) {
      return Optional.empty();
    }
    int now = year.get();
    for (String five : FIVE_YEARS) {
      if (letters.startsWith(five, at) && letters.at(at - 1) != '去' && letters.at(at - 1) != '第') {
        return Optional.of(in(at, at + five.length(), now, now + PLAN_YEARS - 1, false, false));
      }
    }
    boolean some = Numerals.isDigit(letters.at(at - 1)) || Numerals.isChinese(letters.at(at - 1));
    if (some && letters.startsWith("年内", at)) {
      return Optional.of(new Phrase(at, at + 2, new Mention.Timing.Unstated(), false, false));
    }
    for (String same : THIS_YEAR) {
      if (same.equals("年底") && letters.at(at - 1) == '年') {
        continue;
      }
      boolean part = letters.at(at - 1) == '占' || letters.startsWith("比例", at + 2);
      if (letters.startsWith(same, at) && !part && !(some && same.startsWith("年"))) {
        return Optional.of(in(at, at + same.length(), now, now, false, false));
      }
    }
    if (letters.startsWith("明年", at)) {
      return Optional.of(in(at, at + 2, now + 1, now + 1, false, false));
    }
    return Optional.empty();
  }

  private static final String[] EVERY = {"每年", "每个年度"};
  private static final String[] FIVE_YEARS = {"今后五年", "未来五年", "今后5年", "未来5年", "五年", "5年"};
  private static final String[] THIS_YEAR = {"今年", "年内", "本年", "全年", "当年", "年底"};

  /// For every paragraph the last phrase of the line with a colon above it, if one speaks for it.
  private Phrase[] leadIns() {
    var all = new Phrase[outline.paragraphs().size()];
    Phrase current = NONE;
    for (int i = 0; i < all.length; i++) {
      Outline.Paragraph paragraph = outline.paragraphs().get(i);
      boolean bullet = !paragraph.marker().isNone() && !paragraph.heading();
      boolean blank = paragraph.end() == paragraph.start();
      bullet |= paragraph.marker().level() >= Headings.LISTED;
      all[i] = bullet || blank ? current : NONE;
      if (paragraph.leadIn()) {
        current = lastWithin(paragraph.start(), paragraph.end()).orElse(NONE);
      } else if (!bullet && !blank) {
        current = NONE;
      }
    }
    return all;
  }

  private static final Phrase NONE = new Phrase(0, 0, new Mention.Timing.Unstated(), false, true);

  private Optional<Phrase> lastWithin(int start, int end) {
    for (int i = upTo(end) - 1; i >= 0 && phrases.get(i).start() >= start; i--) {
      Phrase phrase = phrases.get(i);
      if (!phrase.past() && !isReference(phrase.start(), phrase.end())) {
        return Optional.of(phrase);
      }
    }
    return Optional.empty();
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

  /// The phrase a quantity stands under, and the rule that says so.
  record Found(Phrase phrase, String rule) {}

  /// @param ahead whether it is promised, so that no year gone by is meant
  Found of(int offset, boolean ahead) {
    int paragraph = outline.paragraphAt(offset);
    int start = outline.paragraphs().get(paragraph).start();
    Outline.Stretch clause = outline.clause(outline.clauseAt(offset));
    Outline.Stretch sentence = outline.sentences().get(outline.sentenceAt(offset));
    int last = upTo(offset) - 1;
    int first = Math.max(0, last - FARTHEST);
    for (int i = last; i >= first && phrases.get(i).start() >= start; i--) {
      Phrase phrase = phrases.get(i);
      boolean here = phrase.start() >= clause.start();
      boolean reference = phrase.own() && isReference(phrase.start(), phrase.end());
      boolean gone = ahead && phrase.past();
      if ((here || !phrase.own()) && !reference && !gone) {
        boolean same = phrase.start() >= sentence.start();
        return new Found(phrase, same ? "period.sentence" : "period.carried");
      }
    }
    Phrase leadIn = leadIns[paragraph];
    return leadIn.end() > 0
        ? new Found(leadIn, "period.lead-in")
        : new Found(NONE, "period.unstated");
  }

  /// The phrases of a stretch, in order.
  List<Phrase> within(int start, int end) {
    return phrases.subList(upTo(start), upTo(end));
  }
}
