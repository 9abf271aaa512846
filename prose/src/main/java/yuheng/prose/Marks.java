package yuheng.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yuheng.prose.Lexicon.Family;

/// The words that say by themselves whether a quantity near them is a result or a promise.
final class Marks {
  /// A word that decides for what stands near it.
  ///
  /// @param soft whether a section that is known to look the other way overrules it
  record Mark(int start, int end, Tenses.Tense tense, String rule, boolean soft) {}

  private final Letters letters;
  private final Outline outline;
  private final Timings timings;
  private final boolean reports;

  /// @param reports whether the title says that the document reports
  Marks(Letters letters, Outline outline, Timings timings, boolean reports) {
    this.letters = letters;
    this.outline = outline;
    this.timings = timings;
    this.reports = reports;
  }

  List<Mark> of(Outline.Stretch sentence) {
    var found = words(sentence);
    for (Timings.Phrase phrase : timings.within(sentence.start(), sentence.end())) {
      addYear(phrase, found);
    }
    found.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return found;
  }

  private List<Mark> words(Outline.Stretch sentence) {
    var found = new ArrayList<Mark>();
    Lexicon past = Lexicon.of(Family.PAST);
    Lexicon pastSoft = Lexicon.of(Family.PAST_SOFT);
    Lexicon future = Lexicon.of(Family.FUTURE);
    Lexicon soft = Lexicon.of(Family.FUTURE_SOFT);
    for (int at = sentence.start(); at < sentence.end(); at++) {
      int progress = progress(at, sentence.end());
      if (progress > 0) {
        found.add(new Mark(at, progress, Tenses.Tense.PAST, "tense.progress", true));
        at = progress;
        continue;
      }
      int back = past.startsAt(letters.plain(), at);
      int backSoftly = pastSoft.startsAt(letters.plain(), at);
      int ahead = future.startsAt(letters.plain(), at);
      int softly = soft.startsAt(letters.plain(), at);
      if (back > 0 && "从由比较与".indexOf(letters.at(at - 1)) < 0) {
        found.add(new Mark(at, at + back, Tenses.Tense.PAST, "tense.past-word", false));
      } else if (backSoftly > 0) {
        found.add(new Mark(at, at + backSoftly, Tenses.Tense.PAST, "tense.past-word", true));
      } else if (ahead > 0 && !(reports && letters.startsWith("今年", at))) {
        found.add(new Mark(at, at + ahead, Tenses.Tense.AHEAD, "tense.future-word", false));
      } else if (lastYears(at, found) > 0) {
        found.add(
            new Mark(
                at,
                lastYears(at, found),
                Tenses.Tense.PAST,
                "tense.past-word",
                letters.at(at) != '近'));
      } else if (reports && isPlanned(at)) {
        found.add(new Mark(at, at + 2, Tenses.Tense.AHEAD, "tense.planned", false));
      } else if (hasBeen(at)) {
        found.add(new Mark(at, at + 2, Tenses.Tense.PAST, "tense.past-word", false));
      } else if (isWill(at)) {
        found.add(new Mark(at, at + 1, Tenses.Tense.AHEAD, "tense.future-word", true));
      } else if (softly > 0
          && letters.at(at + softly) != '了'
          && "共已计".indexOf(letters.at(at - 1)) < 0
          && !isMet(at, sentence.start())) {
        found.add(new Mark(at, at + softly, Tenses.Tense.AHEAD, "tense.future-word", true));
      } else {
        addTold(at, sentence, found);
      }
    }
    return found;
  }

  /// What is, and what has been done.
  private void addTold(int at, Outline.Stretch sentence, List<Mark> found) {
    int now = Lexicon.of(Family.STATE).startsAt(letters.plain(), at);
    if (now > 0 && isState(at, now) && !isOfNoun(at, sentence, found)) {
      found.add(new Mark(at, at + now, Tenses.Tense.PAST, "tense.present-state", false));
    } else if (isDone(at) && !isPlanSet(at, sentence.end())) {
      found.add(new Mark(at, at + 1, Tenses.Tense.PAST, "tense.done", false));
    }
  }

  /// 完成年度计划的80%, 占全年目标的97%: how far a plan has come; where the words for it end, or 0.
  private int progress(int at, int end) {
    boolean share = letters.at(at) == '占' || letters.at(at) == '为';
    if (!share && !letters.startsWith("完成", at) && !letters.startsWith("相当于", at)) {
      return 0;
    }
    String rest = letters.from(at, Math.min(end, at + PROGRESS));
    int stop = rest.indexOf('，');
    String clause = stop < 0 ? rest : rest.substring(0, stop);
    int of = clause.lastIndexOf("的");
    boolean many = of >= 0 && of + 1 < clause.length() && Numerals.isDigit(clause.charAt(of + 1));
    String plan = of < 0 ? "" : clause.substring(0, of);
    boolean planned =
        plan.contains("计划") || plan.contains("年度") || plan.contains("目标") || plan.contains("任务");
    boolean percent =
        clause.indexOf('%') > of || clause.indexOf("分之") > of || clause.indexOf('倍') > of;
    return many && planned && percent ? at + of : 0;
  }

  /// In a report: 今年安排…, 年度投资计划10亿元, 计划开工20个: what is yet to be done.
  private boolean isPlanned(int at) {
    if (letters.startsWith("安排", at)) {
      return letters.endsWith("今年", at) || letters.endsWith("年度", at);
    }
    if (!letters.startsWith("计划", at)) {
      return false;
    }
    String text = letters.plain();
    boolean sum = Numerals.isDigit(letters.at(at + 2));
    boolean verb =
        Lexicon.of(Family.BUILD).startsAt(text, at + 2) > 1
            || Lexicon.of(Family.SPEND).startsAt(text, at + 2) > 1;
    return (sum || verb) && letters.at(at - 1) != '原';
  }

  /// 完成了确定的目标任务, 提前实现“十一五”规划目标: a plan that has been met.
  private boolean isMet(int at, int start) {
    int from = at;
    while (from > start && at - from < MET && "，；".indexOf(letters.at(from - 1)) < 0) {
      from--;
    }
    String before = letters.from(from, at);
    return before.contains("完成")
        || before.contains("实现了")
        || before.contains("达到了")
        || before.startsWith("占");
  }

  private static final int PROGRESS = 30;

  /// How far around a word its clause is looked at.
  private static final int NEAR = 60;

  private static final int MET = 30;

  /// 目前, 尚有30个; not 对现有企业, 在现有基础上.
  private boolean isState(int at, int length) {
    if (letters.startsWith("现有", at)) {
      return "在对将把".indexOf(letters.at(at - 1)) < 0 && !letters.startsWith("基础", at + length);
    }
    return letters.at(at + length - 1) != '有' || Numerals.isDigit(letters.at(at + length));
  }

  /// 6年来, 几年来, 五年多来: what has been since.
  private boolean hasBeen(int at) {
    char many = letters.at(at - 1);
    boolean since = letters.startsWith("年来", at) || letters.startsWith("年多来", at);
    return since
        && (Numerals.isDigit(many) || Numerals.isChinese(many) || "多几近余".indexOf(many) >= 0);
  }

  /// 近3年, 连续5年, but for what is promised: where the words end, or 0.
  private int lastYears(int at, List<Mark> found) {
    boolean running = letters.startsWith("连续", at);
    boolean near = letters.at(at) == '近' && letters.at(at - 1) != '最';
    if (!running && !near) {
      return 0;
    }
    Optional<Numeral> years = new Numerals(letters).at(at + (running ? 2 : 1));
    int end = years.map(Numeral::end).orElse(at);
    boolean promised = !found.isEmpty() && found.getLast().tense() == Tenses.Tense.AHEAD;
    boolean told = letters.at(end) == '年' && "内里要将来时的".indexOf(letters.at(end + 1)) < 0;
    return years.isPresent() && told && !promised ? end + 1 : 0;
  }

  /// 将投入: 将 before a verb of doing, not before what is done with something.
  private boolean isWill(int at) {
    String text = letters.plain();
    return letters.at(at) == '将'
        && (Lexicon.of(Family.BUILD).startsAt(text, at + 1) > 1
            || Lexicon.of(Family.SPEND).startsAt(text, at + 1) > 1);
  }

  /// Of the words that tell a state, those that only say which things are meant: 加快建设尚未完成的30公里, and
  /// behind a promise 现有公路达到.
  private boolean isOfNoun(int at, Outline.Stretch sentence, List<Mark> found) {
    int clause = Math.max(outline.clause(outline.clauseAt(at)).start(), at - NEAR);
    int number = at;
    while (number < sentence.end() && number < at + NEAR && !Numerals.isDigit(letters.at(number))) {
      if ("，；".indexOf(letters.at(number)) >= 0) {
        return false;
      }
      number++;
    }
    String before = letters.from(clause, at);
    boolean built =
        Lexicon.of(Family.BUILD).anyIn(before)
            || Lexicon.of(Family.PUSH).anyIn(before)
            || before.startsWith("为")
            || before.startsWith("对");
    if (built && letters.endsWith("的", letters.at(number - 1) == ' ' ? number - 1 : number)) {
      return true;
    }
    boolean promised = !found.isEmpty() && found.getLast().tense() == Tenses.Tense.AHEAD;
    boolean reached = "到至".indexOf(letters.at(number - 1)) >= 0;
    return promised && reached && letters.startsWith("现有", at) && number > at + 2;
  }

  /// 安排了30个项目，计划投资: what has been set is what will be done.
  private boolean isPlanSet(int at, int end) {
    if (Lexicon.of(Family.PLANNED).endsAt(letters.plain(), at) == 0) {
      return false;
    }
    String behind = letters.from(at, Math.min(end, at + NEAR));
    return behind.contains("，计划") || behind.contains("，预计") || behind.contains("，拟");
  }

  /// 完成了, 实现了: 了 behind a verb of doing, or between a verb and a number (占了6成).
  private boolean isDone(int at) {
    if (letters.at(at) != '了') {
      return false;
    }
    char behind = letters.at(at + 1);
    boolean chinese = Numerals.isChinese(behind) && behind != '一';
    boolean number =
        (Numerals.isDigit(behind) || chinese) && Edition.yearAt(letters, at + 1).isEmpty();
    boolean set = Lexicon.of(Family.PLANNED).endsAt(letters.plain(), at) > 0;
    if (number && !set && "为除".indexOf(letters.at(at - 1)) < 0) {
      return true;
    }
    String text = letters.plain();
    return letters.at(at - 1) == '翻'
        || Lexicon.of(Family.BUILD).endsAt(text, at) > 1
        || Lexicon.of(Family.RISE).endsAt(text, at) > 1
        || Lexicon.of(Family.FALL).endsAt(text, at) > 1
        || Lexicon.of(Family.REACH).endsAt(text, at) > 1;
  }

  private void addYear(Timings.Phrase phrase, List<Mark> found) {
    boolean title =
        outline.paragraphAt(phrase.start()) == 0 && outline.paragraphs().getFirst().heading();
    if (title || isDay(phrase) || (phrase.own() && phrase.past())) {
      return;
    }
    if (phrase.timing() instanceof Mention.Timing.In && isAbsolute(phrase)) {
      Tenses.Tense tense = phrase.past() ? Tenses.Tense.PAST : Tenses.Tense.AHEAD;
      found.add(
          new Mark(
              phrase.start(),
              phrase.end(),
              tense,
              phrase.past() ? "tense.past-year" : "tense.coming-year",
              !phrase.past() && timings.hasBegun(phrase) && letters.at(phrase.start() - 1) != '到'));
    }
  }

  /// 2010年12月28日: when something happens, not what is promised for.
  private boolean isDay(Timings.Phrase phrase) {
    int at = phrase.end();
    while (Numerals.isDigit(letters.at(at)) || letters.at(at) == '月') {
      at++;
    }
    return at > phrase.end() + 1 && letters.at(at) == '日';
  }

  private boolean isAbsolute(Timings.Phrase phrase) {
    char first = letters.at(phrase.start());
    boolean digits = Numerals.isDigit(first) && letters.at(phrase.start() + 1) != '年';
    return !phrase.own() && (digits || first == '十' || first == '二');
  }
}
