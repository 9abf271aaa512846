package yuheng.prose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds every number with a unit, from left to right.
final class Candidates {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final String RANGE_MARKS = "—-至到";
  private static final int NOUN_WINDOW = 10;

  private final Letters letters;
  private final Numerals numerals;
  private final List<Candidate> found = new ArrayList<>();

  private Candidates(Letters letters) {
    this.letters = letters;
    this.numerals = new Numerals(letters);
  }

  static List<Candidate> of(Letters letters) {
    var candidates = new Candidates(letters);
    int at = 0;
    while (at < letters.length()) {
      at = candidates.step(at);
    }
    return List.copyOf(candidates.found);
  }

  /// Reads what begins at an offset; the offset to go on from.
  private int step(int at) {
    char letter = letters.at(at);
    if (letter == '翻' || letter == '倍') {
      return doubling(at);
    }
    if (!Numerals.isDigit(letter) && !Numerals.isChinese(letter)) {
      return at + 1;
    }
    int percent = percentInWords(at);
    if (percent > 0) {
      return percent;
    }
    Optional<Numeral> numeral = numerals.at(at);
    return numeral.map(this::number).orElse(at + 1);
  }

  /// 翻番, 翻倍, 翻一番, 翻两番, 倍增.
  private int doubling(int at) {
    if (letters.startsWith("倍增", at)) {
      if (!Numerals.isChinese(letters.at(at - 1)) && !Numerals.isDigit(letters.at(at - 1))) {
        add(at, at + 2, HUNDRED, Candidate.Shape.DOUBLING, Numeral.Spelling.CHINESE);
      }
      return at + 2;
    }
    if (letters.startsWith("翻番", at) || letters.startsWith("翻倍", at)) {
      add(at, at + 2, HUNDRED, Candidate.Shape.DOUBLING, Numeral.Spelling.CHINESE);
      return at + 2;
    }
    int from = "了近约".indexOf(letters.at(at + 1)) >= 0 ? at + 2 : at + 1;
    Optional<Numeral> times = numerals.at(from);
    if (times.isEmpty() || letters.at(times.get().end()) != '番') {
      return at + 1;
    }
    Numeral numeral = times.get();
    int whole = Math.max(0, Math.min(20, numeral.value().intValue()));
    BigDecimal rise = BigDecimal.TWO.pow(whole).subtract(BigDecimal.ONE).multiply(HUNDRED);
    add(at, numeral.end() + 1, rise, Candidate.Shape.DOUBLING, numeral.spelling());
    return numeral.end() + 1;
  }

  /// 百分之五, 三分之二; 0 if neither stands here.
  private int percentInWords(int at) {
    if (letters.startsWith("百分之", at)) {
      Optional<Numeral> share = numerals.at(at + 3);
      share.ifPresent(
          numeral ->
              add(at, numeral.end(), numeral.value(), Candidate.Shape.PLAIN, numeral.spelling()));
      return share.map(Numeral::end).orElse(at + 3);
    }
    Optional<Numeral> under = numerals.at(at);
    if (under.isEmpty() || !letters.startsWith("分之", under.get().end())) {
      return 0;
    }
    Optional<Numeral> over = numerals.at(under.get().end() + 2);
    if (over.isEmpty() || under.get().value().signum() == 0) {
      return under.get().end();
    }
    BigDecimal share =
        over.get().value().multiply(HUNDRED).divide(under.get().value(), MathContext.DECIMAL64);
    add(at, over.get().end(), share, Candidate.Shape.PLAIN, over.get().spelling());
    return over.get().end();
  }

  private void add(
      int start, int end, BigDecimal share, Candidate.Shape shape, Numeral.Spelling spelling) {
    var unit = new Units.Unit("%", "%", BigDecimal.ONE, Units.Kind.SHARE);
    found.add(new Candidate(start, end, share, unit, spelling, shape, false));
  }

  private int number(Numeral numeral) {
    if (isRatio(numeral)) {
      return ratio(numeral);
    }
    if (inCode(numeral)) {
      return numeral.end();
    }
    if (letters.at(numeral.start() - 1) == '每') {
      return numeral.end();
    }
    int range = range(numeral);
    if (range > 0) {
      return range;
    }
    Optional<Units.Read> read = unit(numeral.end(), numeral);
    if (read.isPresent()) {
      plain(numeral, read.get());
      return read.get().end();
    }
    noUnit(numeral);
    return numeral.end();
  }

  /// A unit at an offset or behind one blank.
  private Optional<Units.Read> unit(int at, Numeral numeral) {
    int from = letters.at(at) == ' ' ? at + 1 : at;
    Optional<Units.Read> read = Units.at(letters, from);
    return read.filter(unit -> belongs(numeral, unit.unit(), unit.end()));
  }

  /// Whether the unit is one behind this numeral: no 十分, no 3P, no 第三产业.
  private boolean belongs(Numeral numeral, Units.Unit unit, int end) {
    boolean digits = numeral.spelling() == Numeral.Spelling.DIGITS;
    boolean latin = unit.written().chars().anyMatch(letter -> letter < 128 && letter != '%');
    if (latin && !unit.written().contains("/")) {
      return digits && !isLatin(letters.at(end));
    }
    boolean few = !digits && numeral.value().compareTo(HUNDRED) < 0;
    if (Lexicon.of(Lexicon.Family.NOT_CLASSIFIER).startsAt(letters.plain(), end - 1) > 0) {
      return false;
    }
    return switch (unit.written()) {
      case "元" -> !few;
      case "方" -> digits && numeral.scale().compareTo(BigDecimal.ONE) > 0;
      case "度", "角" -> digits;
      case "成" -> !NOT_TENTHS.contains(letters.from(end, end + 1));
      case "门", "部", "单", "片", "起", "口", "箱", "根" ->
          digits || numeral.value().compareTo(BigDecimal.ONE) > 0;
      default -> true;
    };
  }

  private static final List<String> NOT_TENTHS = List.of("为", "立", "功", "效", "果", "长", "员", "套");

  private void plain(Numeral numeral, Units.Read read) {
    Units.Unit unit = read.unit();
    Candidate.Shape shape =
        unit.written().equals("大") ? Candidate.Shape.GREAT : Candidate.Shape.PLAIN;
    found.add(
        new Candidate(
            numeral.start(),
            read.end(),
            numeral.value().multiply(unit.factor()),
            unit,
            numeral.spelling(),
            shape,
            numeral.vague()));
  }

  /// 3—5家: two candidates on one span; 0 if there is no range.
  private int range(Numeral low) {
    int behindLow = low.end();
    Optional<Units.Read> lowUnit = unit(behindLow, low);
    int mark = lowUnit.map(Units.Read::end).orElse(behindLow);
    int high = rangeMark(mark);
    if (high == 0) {
      return 0;
    }
    Optional<Numeral> upper = numerals.at(high);
    if (upper.isEmpty() || upper.get().spelling() == Numeral.Spelling.ROW) {
      return 0;
    }
    Optional<Units.Read> unit = unit(upper.get().end(), upper.get());
    if (unit.isEmpty()) {
      return 0;
    }
    BigDecimal highValue = upper.get().value().multiply(unit.get().unit().factor());
    BigDecimal lowValue = lowValue(low, lowUnit, upper.get(), unit.get());
    boolean mixed =
        lowUnit.isPresent() && !lowUnit.get().unit().code().equals(unit.get().unit().code());
    if (mixed || lowValue.compareTo(highValue) >= 0) {
      return 0;
    }
    int end = unit.get().end();
    Units.Unit of = unit.get().unit();
    var spelling = upper.get().spelling();
    found.add(new Candidate(low.start(), end, lowValue, of, spelling, Candidate.Shape.LOW, false));
    found.add(
        new Candidate(low.start(), end, highValue, of, spelling, Candidate.Shape.HIGH, false));
    return end;
  }

  private BigDecimal lowValue(
      Numeral low, Optional<Units.Read> lowUnit, Numeral high, Units.Read unit) {
    if (lowUnit.isPresent()) {
      return low.value().multiply(lowUnit.get().unit().factor());
    }
    boolean shares = low.scale().compareTo(BigDecimal.ONE) == 0;
    BigDecimal value = shares ? low.value().multiply(high.scale()) : low.value();
    return value.multiply(unit.unit().factor());
  }

  /// Behind a range mark at an offset; 0 if there is none.
  private int rangeMark(int at) {
    if (RANGE_MARKS.indexOf(letters.at(at)) < 0) {
      return 0;
    }
    int behind = at + 1;
    while (letters.at(behind) == letters.at(at) && behind < at + 2) {
      behind++;
    }
    return behind;
  }

  private boolean isRatio(Numeral numeral) {
    return letters.at(numeral.end()) == '：'
        && Numerals.isDigit(letters.at(numeral.end() + 1))
        && numeral.spelling() == Numeral.Spelling.DIGITS;
  }

  private int ratio(Numeral first) {
    int end = first.end();
    while (letters.at(end) == '：' || letters.at(end) == '.' || Numerals.isDigit(letters.at(end))) {
      end++;
    }
    found.add(
        new Candidate(
            first.start(),
            end,
            first.value(),
            Units.bare("1", BigDecimal.ONE),
            first.spelling(),
            Candidate.Shape.RATIO,
            false));
    return end;
  }

  /// PM2.5, 6+1, A380: the numeral is part of a code.
  private boolean inCode(Numeral numeral) {
    char before = letters.at(numeral.start() - 1);
    char behind = letters.at(numeral.end());
    boolean plus = before == '+' || behind == '+' || before == '×' || behind == '×';
    boolean afterLatin = isLatin(before) && numeral.spelling() == Numeral.Spelling.DIGITS;
    boolean hyphened = before == '-' && isLatin(letters.at(numeral.start() - 2));
    return plus || afterLatin || hyphened;
  }

  private static boolean isLatin(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
  }

  /// 1299.8万农村人口, 6000亿笔记本电脑, 系数提高到0.53.
  private void noUnit(Numeral numeral) {
    if (numeral.spelling() != Numeral.Spelling.DIGITS) {
      return;
    }
    String code = codeOfNoun(numeral);
    if (!code.isEmpty()) {
      found.add(
          new Candidate(
              numeral.start(),
              numeral.end(),
              numeral.value(),
              Units.bare(code, BigDecimal.ONE),
              numeral.spelling(),
              Candidate.Shape.NO_UNIT,
              numeral.vague()));
    }
  }

  private String codeOfNoun(Numeral numeral) {
    boolean scaled = numeral.scale().compareTo(BigDecimal.valueOf(10_000)) >= 0;
    int behind = numeral.end();
    if (scaled) {
      int stop = behind;
      while (stop < behind + NOUN_WINDOW && "，。；：、！？\n（".indexOf(letters.at(stop)) < 0) {
        stop++;
      }
      String noun = letters.from(behind, stop);
      if (Lexicon.of(Lexicon.Family.PERSON_NOUN).anyIn(noun)) {
        return "person";
      }
      if (Lexicon.of(Lexicon.Family.HOUSEHOLD_NOUN).anyIn(noun)) {
        return "household";
      }
      String before = nounAbove(numeral);
      boolean ends = stop == behind || "以左".indexOf(letters.at(behind)) >= 0;
      if (ends && Lexicon.of(Lexicon.Family.PERSON_NOUN).anyIn(before)) {
        return "person";
      }
      if (ends && Lexicon.of(Lexicon.Family.HOUSEHOLD_NOUN).anyIn(before)) {
        return "household";
      }
      return numeral.scale().compareTo(BigDecimal.valueOf(100_000_000)) >= 0 ? "CNY" : "";
    }
    String before = letters.from(numeral.start() - 24, numeral.start());
    int clause =
        Math.max(
            before.lastIndexOf('，'), Math.max(before.lastIndexOf('。'), before.lastIndexOf('；')));
    String subject = before.substring(clause + 1);
    boolean index =
        subject.contains("系数")
            || subject.contains("指数")
            || subject.contains("容积率")
            || subject.contains("性别比");
    boolean reached = Lexicon.of(Lexicon.Family.REACH).endsAt(subject, subject.length()) > 1;
    boolean ends = "，。；、\n以左）".indexOf(letters.at(behind)) >= 0;
    return index || (reached && ends && !isYear(numeral)) ? "1" : "";
  }

  /// The words before a number; those before the colon for one of a list of years
  /// (脱贫：2016年50万，2017年66万).
  private String nounAbove(Numeral numeral) {
    int at = numeral.start();
    while (Numerals.isDigit(letters.at(at - 1)) || LISTING.indexOf(letters.at(at - 1)) >= 0) {
      at--;
    }
    int end = letters.at(at - 1) == '：' && at < numeral.start() ? at - 1 : numeral.start();
    return letters.from(end - NOUN_WINDOW, end);
  }

  private static final String LISTING = "年万亿.，、；到至-—";

  private static boolean isYear(Numeral numeral) {
    int value = numeral.value().intValue();
    return numeral.end() - numeral.start() == 4 && value > 1900 && value < 2100;
  }
}
