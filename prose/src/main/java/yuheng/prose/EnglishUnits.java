package yuheng.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The units of `units-en.tsv`, what stands behind «per», and nouns that are counted.
final class EnglishUnits {
  private static final Map<String, Units.Unit> TABLE = table();
  private static final int LONGEST =
      TABLE.keySet().stream().mapToInt(String::length).max().orElse(0);
  private static final int WORDS = 7;

  /// Words at which the noun behind a number ends.
  private static final Set<String> STOPS =
      Set.of(
          ("of in for to by with from at on that which who whom whose will shall should would and"
               + " or are were is was be been has have had as per through under over during within"
               + " annually each every a an the this these those into between among more less above"
               + " below than so but while when where if all it they we yearly about around")
              .split(" ", -1));

  private static final Set<String> MORE = Set.of("more", "additional", "extra", "other", "further");

  private EnglishUnits() {}

  /// The longest unit that begins at an offset, as a whole word.
  static Optional<Units.Read> at(EnglishText text, int start) {
    for (int length = LONGEST + 1; length > 0; length--) {
      boolean sign = "%‰".indexOf(text.at(start + length - 1)) >= 0;
      if (EnglishNumerals.isLetterOrDigit(text.at(start + length)) && !sign) {
        continue;
      }
      String written = text.small(start, start + length);
      Units.Unit unit = written.length() == length ? unit(written) : null;
      if (unit != null) {
        return Optional.of(new Units.Read(unit, start + length));
      }
    }
    return Optional.empty();
  }

  private static Units.@Nullable Unit unit(String written) {
    Units.Unit unit = TABLE.get(written);
    return unit != null || !written.endsWith("s") || written.length() < 4
        ? unit
        : TABLE.get(written.substring(0, written.length() - 1));
  }

  /// With what it is per: yuan per person per year, kWh/m2, patents per 10,000 people.
  static Units.Read over(EnglishText text, Units.Unit unit, int end) {
    var codes = new ArrayList<String>();
    BigDecimal factor = BigDecimal.ONE;
    int at = end;
    while (codes.size() < 3) {
      Optional<Units.Over> one = denominator(text, at);
      if (one.isEmpty()) {
        break;
      }
      codes.add(one.get().code());
      factor = factor.multiply(one.get().factor());
      at = one.get().end();
    }
    if (codes.isEmpty() || codes.equals(List.of("year"))) {
      return new Units.Read(unit, end);
    }
    String written = unit.written() + text.small(end, at);
    var denominator = new Units.Denominator(Units.joined(codes), factor);
    return new Units.Read(Units.per(unit, denominator, written), at);
  }

  /// «per tonne», « per 10,000 people», «/m2» at an offset.
  private static Optional<Units.Over> denominator(EnglishText text, int start) {
    int at = start;
    if (text.lower().startsWith(" per ", at)) {
      at += 5;
    } else if (text.at(at) == '/') {
      at++;
    } else {
      return Optional.empty();
    }
    if (text.lower().startsWith("capita", at)) {
      return Optional.of(new Units.Over("person", BigDecimal.ONE, at + 6));
    }
    Optional<Numeral> many = new EnglishNumerals(text).at(at);
    BigDecimal number = many.map(Numeral::value).orElse(BigDecimal.ONE);
    int from = many.map(numeral -> numeral.end() + 1).orElse(at);
    if (number.signum() == 0) {
      return Optional.empty();
    }
    return at(text, from)
        .filter(read -> read.unit().kind() != Units.Kind.SHARE)
        .map(
            read ->
                new Units.Over(
                    read.unit().code(), read.unit().factor().multiply(number), read.end()));
  }

  /// The noun that a number counts: where it ends, and the unit of its last word.
  static Optional<Units.Read> counted(EnglishText text, int start) {
    int at = start;
    Optional<Units.Read> found = Optional.empty();
    for (int i = 0; i < WORDS; i++) {
      int end = wordEnd(text, at);
      String word = text.small(at, end);
      if (i == 0 && MORE.contains(word) && !text.lower().startsWith(" than", end)) {
        at = end + 1;
        continue;
      }
      if (word.isEmpty() || STOPS.contains(word) || endsInVerb(word)) {
        break;
      }
      Units.Unit unit = unit(word);
      if (unit != null && isTime(unit)) {
        return Optional.of(new Units.Read(unit, end));
      }
      if (unit != null && unit.kind().isCount()) {
        found = Optional.of(new Units.Read(unit, end));
      } else if (isPlural(word)) {
        found = Optional.of(new Units.Read(thing(word), end));
      }
      if (text.at(end) != ' ') {
        break;
      }
      at = end + 1;
    }
    return found;
  }

  private static boolean isTime(Units.Unit unit) {
    return unit.kind() == Units.Kind.YEAR || unit.kind() == Units.Kind.TIME;
  }

  private static int wordEnd(EnglishText text, int start) {
    int end = start;
    while (Character.isLetter(text.at(end))
        || (end > start && (text.at(end) == '-' || text.at(end) == '\'' || isPoint(text, end)))) {
      end++;
    }
    return end;
  }

  private static boolean isPoint(EnglishText text, int at) {
    return EnglishNumerals.isDigit(text.at(at)) && Character.isLetter(text.at(at - 1));
  }

  /// built, created, reached: the noun stood before it.
  private static boolean endsInVerb(String word) {
    return PARTICIPLES.contains(word);
  }

  private static final Set<String> PARTICIPLES =
      new HashSet<>(
          List.of(
              "built",
              "created",
              "completed",
              "constructed",
              "reached",
              "added",
              "opened",
              "trained",
              "renovated",
              "covered",
              "achieved",
              "provided",
              "put",
              "lifted",
              "established",
              "launched",
              "helped",
              "relocated",
              "treated",
              "set",
              "reaching",
              "exceeding"));

  private static boolean isPlural(String word) {
    boolean plural = word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us");
    return plural && word.length() > 3 && !word.endsWith("'s");
  }

  private static Units.Unit thing(String word) {
    return new Units.Unit(word, "count", BigDecimal.ONE, Units.Kind.THING);
  }

  private static Map<String, Units.Unit> table() {
    var table = new HashMap<String, Units.Unit>();
    for (String[] row : Lexicon.Tables.rows("units-en.tsv")) {
      Units.Kind kind = Units.Kind.valueOf(row[3].strip().toUpperCase(Locale.ROOT));
      table.put(row[0], new Units.Unit(row[0], row[1], new BigDecimal(row[2]), kind));
    }
    return Map.copyOf(table);
  }
}
