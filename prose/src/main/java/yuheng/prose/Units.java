package yuheng.prose;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The units of `units.tsv`, and units put together with a stroke (万元/人·年).
final class Units {
  private static final Map<String, Unit> TABLE = table();
  private static final int LONGEST = 7;

  private Units() {}

  enum Kind {
    MONEY,
    SHARE,
    POINTS,
    TIMES,
    MASS,
    ENERGY,
    POWER,
    AREA,
    LENGTH,
    VOLUME,
    SIZE,
    PERSON,
    HOUSEHOLD,
    DEVICE,
    THING,
    YEAR,
    TIME,
    RANK,
    /// Of coefficients and indices, and of numbers whose unit is left out.
    BARE;

    /// Counted by a classifier rather than measured.
    boolean isCount() {
      return this == THING || this == DEVICE || this == HOUSEHOLD || this == PERSON;
    }

    /// Weighed, metered or paid.
    boolean isMeasure() {
      return switch (this) {
        case MASS, ENERGY, POWER, AREA, LENGTH, VOLUME, SIZE -> true;
        default -> false;
      };
    }
  }

  /// One written unit: what it is a factor of.
  record Unit(String written, String code, BigDecimal factor, Kind kind) {}

  /// A unit read from the text, and the offset behind it.
  record Read(Unit unit, int end) {}

  /// A denominator: `person*year` of 每人每年.
  record Denominator(String code, BigDecimal factor) {}

  /// The longest unit that begins at an offset.
  static Optional<Read> at(Letters letters, int start) {
    for (int length = LONGEST; length > 0; length--) {
      Unit unit = TABLE.get(letters.from(start, start + length));
      if (unit != null && start + length <= letters.length()) {
        return Optional.of(over(letters, unit, start + length));
      }
    }
    return Optional.empty();
  }

  /// The unit with the denominators behind its stroke, if it has any.
  private static Read over(Letters letters, Unit unit, int end) {
    if (letters.at(end) != '/') {
      return new Read(unit, end);
    }
    var codes = new ArrayList<String>();
    BigDecimal factor = BigDecimal.ONE;
    int at = end + 1;
    while (codes.size() < 3) {
      Optional<Over> one = denominator(letters, at);
      if (one.isEmpty()) {
        break;
      }
      codes.add(one.get().code());
      factor = factor.multiply(one.get().factor());
      at = one.get().end();
      if ("·.*/、".indexOf(letters.at(at)) < 0 || denominator(letters, at + 1).isEmpty()) {
        break;
      }
      at++;
    }
    if (codes.isEmpty()) {
      return new Read(unit, end);
    }
    String written = unit.written() + letters.from(end, at);
    return new Read(per(unit, new Denominator(joined(codes), factor), written), at);
  }

  /// One denominator and the offset behind it.
  record Over(String code, BigDecimal factor, int end) {}

  /// A denominator that begins at an offset, with the number before it: 万人, 百户.
  static Optional<Over> denominator(Letters letters, int start) {
    Optional<Numeral> many = new Numerals(letters).at(start);
    BigDecimal number = many.map(Numeral::value).orElse(BigDecimal.ONE);
    int at = many.map(Numeral::end).orElse(start);
    if (number.signum() == 0) {
      return Optional.empty();
    }
    for (int length = LONGEST; length > 0; length--) {
      Unit unit = TABLE.get(letters.from(at, at + length));
      boolean whole = at + length <= letters.length();
      if (whole && unit != null && unit.kind() != Kind.RANK && unit.kind() != Kind.SHARE) {
        return Optional.of(new Over(unit.code(), unit.factor().multiply(number), at + length));
      }
    }
    return Optional.empty();
  }

  static Unit per(Unit unit, Denominator denominator, String written) {
    String code = unit.code() + "/" + denominator.code();
    return new Unit(written, code, exactly(unit.factor(), denominator.factor()), unit.kind());
  }

  static String joined(List<String> codes) {
    List<String> sorted = codes.stream().sorted().toList();
    return sorted.size() == 1 ? sorted.getFirst() : "(" + String.join("*", sorted) + ")";
  }

  static BigDecimal exactly(BigDecimal over, BigDecimal under) {
    try {
      return over.divide(under);
    } catch (ArithmeticException notExact) {
      return over.divide(under, MathContext.DECIMAL128);
    }
  }

  static Unit bare(String code, BigDecimal factor) {
    Kind kind =
        switch (code) {
          case "person" -> Kind.PERSON;
          case "household" -> Kind.HOUSEHOLD;
          case "CNY" -> Kind.MONEY;
          default -> Kind.BARE;
        };
    return new Unit("", code, factor, kind);
  }

  private static Map<String, Unit> table() {
    var table = new HashMap<String, Unit>();
    for (String[] row : Lexicon.Tables.rows("units.tsv")) {
      Kind kind = Kind.valueOf(row[3].strip().toUpperCase(Locale.ROOT));
      table.put(row[0], new Unit(row[0], row[1], new BigDecimal(row[2]), kind));
    }
    return Map.copyOf(table);
  }
}
