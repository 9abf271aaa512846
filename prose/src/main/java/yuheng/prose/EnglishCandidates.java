package yuheng.prose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds every number with a unit or a counted noun of an English text, from left to right.
final class EnglishCandidates {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final Units.Unit PERCENT =
      new Units.Unit("percent", "%", BigDecimal.ONE, Units.Kind.SHARE);

  /// What is written before a sum, the longest first.
  private static final Map<String, String> CURRENCIES =
      Map.of(
          "us$", "USD", "hk$", "HKD", "rmb", "CNY", "cny", "CNY", "usd", "USD", "$", "USD", "¥",
          "CNY", "€", "EUR");

  private static final Pattern DOUBLING =
      Pattern.compile(
          "^(doubl(e|es|ed|ing)|tripl(e|es|ed|ing)|quadrupl(e|es|ed|ing)|(two|three|four|five|ten)fold)\\b(?!-)");
  private static final Pattern RANGE = Pattern.compile("^(?: (?:to|and|or) | ?- ?)(?=\\S)");
  private static final Pattern PARTS =
      Pattern.compile("^[ -](thirds?|quarters?|fourths?|fifths?|tenths?|half|halves)\\b");

  /// every 10,000 people, per 1,000 yuan: what something is per.
  private static final Pattern EACH = Pattern.compile("\\b(every|per) $");

  private static final Pattern YEAR = Pattern.compile("^(19|20)\\d\\d$");

  private final EnglishText text;
  private final EnglishNumerals numerals;
  private final List<Candidate> found = new ArrayList<>();

  private EnglishCandidates(EnglishText text) {
    this.text = text;
    this.numerals = new EnglishNumerals(text);
  }

  static List<Candidate> of(EnglishText text) {
    var candidates = new EnglishCandidates(text);
    int at = 0;
    while (at < text.length()) {
      at = candidates.step(at);
    }
    return List.copyOf(candidates.found);
  }

  /// Reads what begins at an offset; the offset to go on from.
  private int step(int at) {
    boolean inCode =
        (text.at(at - 1) == '-' && Character.isLetter(text.at(at - 2)))
            || (text.at(at - 1) == '.' && EnglishNumerals.isDigit(text.at(at - 2)));
    if (EnglishNumerals.isLetterOrDigit(text.at(at - 1)) || inCode) {
      return at + 1;
    }
    for (int length = 3; length > 0; length--) {
      String code = CURRENCIES.get(text.small(at, at + length));
      if (code != null) {
        return sum(at, at + length, code);
      }
    }
    Matcher doubling = DOUBLING.matcher(text.small(at, at + 20));
    if (doubling.find()) {
      return doubling(at, doubling.group());
    }
    if (text.lower().startsWith("half of ", at) || text.lower().startsWith("half the ", at)) {
      share(at, at + 4, new BigDecimal("50"));
      return at + 4;
    }
    Optional<Numeral> numeral = numerals.at(at);
    return numeral.map(this::number).orElse(at + 1);
  }

  /// US$5 billion, RMB 300 million.
  private int sum(int start, int behindSign, String code) {
    int from = text.at(behindSign) == ' ' ? behindSign + 1 : behindSign;
    if (!EnglishNumerals.isDigit(text.at(from))) {
      return behindSign;
    }
    Numeral of = numerals.digits(from);
    int named = text.small(of.end(), of.end() + 5).equals(" yuan") ? of.end() + 5 : of.end();
    var unit = new Units.Unit(code, code, BigDecimal.ONE, Units.Kind.MONEY);
    Units.Read read = EnglishUnits.over(text, unit, named);
    add(start, read.end(), of, read.unit(), Candidate.Shape.PLAIN);
    return read.end();
  }

  private int doubling(int at, String word) {
    int rise =
        switch (word.charAt(0)) {
          case 'd' -> 100;
          case 'q' -> 300;
          default -> word.startsWith("tr") || word.startsWith("th") ? 200 : fold(word);
        };
    share(at, at + word.length(), BigDecimal.valueOf(rise), Candidate.Shape.DOUBLING);
    return at + word.length();
  }

  private static int fold(String word) {
    return word.startsWith("tw")
        ? 100
        : word.startsWith("fo") ? 300 : word.startsWith("fi") ? 400 : 900;
  }

  private void share(int start, int end, BigDecimal value) {
    share(start, end, value, Candidate.Shape.PLAIN);
  }

  private void share(int start, int end, BigDecimal value, Candidate.Shape shape) {
    found.add(new Candidate(start, end, value, PERCENT, Numeral.Spelling.WORDS, shape, false));
  }

  private void add(int start, int end, Numeral numeral, Units.Unit unit, Candidate.Shape shape) {
    BigDecimal value = numeral.value().multiply(unit.factor());
    found.add(new Candidate(start, end, value, unit, numeral.spelling(), shape, numeral.vague()));
  }

  private int number(Numeral numeral) {
    Matcher parts = PARTS.matcher(text.small(numeral.end(), numeral.end() + 12));
    if (numeral.spelling() == Numeral.Spelling.WORDS && parts.find()) {
      int end = numeral.end() + parts.end();
      BigDecimal under = BigDecimal.valueOf(under(parts.group(1)));
      BigDecimal share = numeral.value().multiply(HUNDRED).divide(under, MathContext.DECIMAL64);
      share(numeral.start(), end, share);
      return end;
    }
    if (EACH.matcher(text.small(numeral.start() - 7, numeral.start())).find()) {
      return numeral.end();
    }
    int range = range(numeral);
    if (range > 0) {
      return range;
    }
    Optional<Units.Read> unit = unit(numeral);
    if (unit.isPresent()) {
      add(numeral.start(), unit.get().end(), numeral, unit.get().unit(), Candidate.Shape.PLAIN);
      return unit.get().end();
    }
    bare(numeral);
    return numeral.end();
  }

  private static int under(String part) {
    return switch (part.substring(0, 3)) {
      case "thi" -> 3;
      case "qua", "fou" -> 4;
      case "fif" -> 5;
      case "ten" -> 10;
      default -> 2;
    };
  }

  /// The unit right behind a numeral, or the noun that it counts.
  private Optional<Units.Read> unit(Numeral numeral) {
    int end = numeral.vague() ? numeral.end() + 1 : numeral.end();
    int from = text.at(end) == ' ' ? end + 1 : end;
    boolean hyphened = text.at(end) == '-';
    if (hyphened) {
      return hyphened(end + 1);
    }
    Optional<Units.Read> read = EnglishUnits.at(text, from);
    if (read.isPresent() && read.get().end() > 0) {
      boolean hyphenBehind = text.at(read.get().end()) == '-';
      boolean compound =
          hyphenBehind && EnglishNumerals.isLetterOrDigit(text.at(read.get().end() + 1));
      return compound
          ? Optional.empty()
          : Optional.of(EnglishUnits.over(text, read.get().unit(), read.get().end()));
    }
    return from == end || isYear(numeral)
        ? Optional.empty()
        : EnglishUnits.counted(text, from)
            .map(noun -> EnglishUnits.over(text, noun.unit(), noun.end()))
            .map(noun -> new Units.Read(noun.unit(), rawEnd(numeral, from, noun)));
  }

  /// The shortest number and unit: the noun only where it follows at once.
  private static int rawEnd(Numeral numeral, int from, Units.Read noun) {
    boolean once = noun.end() - from <= noun.unit().written().length() + 1;
    return once || noun.unit().code().contains("/") ? noun.end() : numeral.end();
  }

  /// A 16-percent cut is a quantity; a 30-kilometre line, a five-year plan and a 110-kV station are
  /// names.
  private Optional<Units.Read> hyphened(int start) {
    Optional<Units.Read> read = EnglishUnits.at(text, start);
    boolean share =
        read.filter(
                unit ->
                    unit.unit().kind() == Units.Kind.SHARE
                        || unit.unit().kind() == Units.Kind.POINTS)
            .isPresent();
    if (share) {
      return read;
    }
    int end = start;
    while (Character.isLetter(text.at(end)) || text.at(end) == '-') {
      end++;
    }
    boolean time = read.filter(unit -> isTime(unit.unit().kind())).isPresent();
    Units.Kind kind = time ? Units.Kind.TIME : Units.Kind.RANK;
    var name = new Units.Unit("name", "rank", BigDecimal.ONE, kind);
    return end == start ? Optional.empty() : Optional.of(new Units.Read(name, end));
  }

  private static boolean isTime(Units.Kind kind) {
    return kind == Units.Kind.YEAR || kind == Units.Kind.TIME;
  }

  private boolean isYear(Numeral numeral) {
    return YEAR.matcher(text.from(numeral.start(), numeral.end())).find();
  }

  /// 3 to 5 percent, 3-5 percent, between 3 and 5 percent; 0 if there is no range.
  private int range(Numeral low) {
    Optional<Units.Read> lowUnit = unit(low).filter(read -> read.end() > low.end());
    int mark = lowUnit.map(Units.Read::end).orElse(low.end());
    Matcher between = RANGE.matcher(text.small(mark, mark + 6));
    if (!between.find() || isYear(low)) {
      return 0;
    }
    boolean and = between.group().equals(" and ");
    boolean or = between.group().equals(" or ");
    String before = text.small(low.start() - 14, low.start());
    boolean listed = (and && !before.strip().endsWith("between")) || or;
    boolean change = !and && before.strip().endsWith("from") && lowUnit.isPresent();
    Optional<Numeral> high = numerals.at(mark + between.end());
    if (listed || change || high.isEmpty() || isYear(high.get())) {
      return 0;
    }
    Optional<Units.Read> unit = unit(high.get());
    if (unit.isEmpty() || unit.get().unit().kind() == Units.Kind.RANK) {
      return 0;
    }
    Units.Unit of = unit.get().unit();
    boolean shares = lowUnit.isEmpty() && low.scale().compareTo(BigDecimal.ONE) == 0;
    BigDecimal scale = shares ? high.get().scale() : BigDecimal.ONE;
    BigDecimal lowValue = low.value().multiply(scale).multiply(of.factor());
    BigDecimal highValue = high.get().value().multiply(of.factor());
    boolean mixed = lowUnit.isPresent() && !lowUnit.get().unit().code().equals(of.code());
    if (mixed || lowValue.compareTo(highValue) >= 0) {
      return 0;
    }
    int end = unit.get().end();
    var spelling = low.spelling();
    found.add(new Candidate(low.start(), end, lowValue, of, spelling, Candidate.Shape.LOW, false));
    found.add(
        new Candidate(low.start(), end, highValue, of, spelling, Candidate.Shape.HIGH, false));
    return end;
  }

  private static final Pattern INDEX =
      Pattern.compile("(index|coefficient|ratio|gini)\\b[^.,;]{0,40}$");

  /// Charging points: 4.8 million.
  private static final Pattern LABEL = Pattern.compile("[a-z]{3,}s: $");

  /// 1.39 billion of a population, 0.53 of a coefficient, and years.
  private void bare(Numeral numeral) {
    if (numeral.spelling() != Numeral.Spelling.DIGITS) {
      return;
    }
    int start = Math.max(text.sentence(numeral.start()).start(), numeral.start() - 80);
    String before = text.small(start, numeral.start());
    if (isYear(numeral)) {
      var unit = new Units.Unit("", "year", BigDecimal.ONE, Units.Kind.YEAR);
      add(numeral.start(), numeral.end(), numeral, unit, Candidate.Shape.PLAIN);
    } else if (numeral.scale().compareTo(BigDecimal.valueOf(1000)) >= 0
        && before.contains("population")) {
      Units.Unit unit = Units.bare("person", BigDecimal.ONE);
      add(numeral.start(), numeral.end(), numeral, unit, Candidate.Shape.NO_UNIT);
    } else if (numeral.scale().compareTo(BigDecimal.valueOf(1000)) >= 0
        && LABEL.matcher(before).find()) {
      var unit = new Units.Unit("", "count", BigDecimal.ONE, Units.Kind.THING);
      add(numeral.start(), numeral.end(), numeral, unit, Candidate.Shape.NO_UNIT);
    } else if (INDEX.matcher(before).find()) {
      Units.Unit unit = Units.bare("1", BigDecimal.ONE);
      add(numeral.start(), numeral.end(), numeral, unit, Candidate.Shape.NO_UNIT);
    }
  }
}
