package yuheng.facts;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// To which pillars the classes of industry belong (支柱产业归属): each class to one, or shared out
/// between several by declared fractions. What is said of a class goes for its parts, unless they
/// are spoken of themselves.
public final class PillarShares {
  /// In place of a pillar: outside all of them.
  public static final String NONE = "none";

  private final CodeList classes;
  private final Map<String, List<Row>> byClass;

  /// One line of the file.
  record Row(Share share, Optional<LocalDate> from, Optional<LocalDate> until) {
    boolean holdsOn(LocalDate day) {
      return from.map(first -> !day.isBefore(first)).orElse(true)
          && until.map(day::isBefore).orElse(true);
    }
  }

  /// The part of a class that belongs to a pillar, as a fraction in lowest terms.
  ///
  /// @param numerator at least 1
  /// @param denominator at least the numerator
  public record Share(String pillar, long numerator, long denominator) {
    public Share {
      if (numerator < 1 || denominator < numerator) {
        throw new IllegalArgumentException(numerator + "/" + denominator + " is no share.");
      }
      long common =
          BigInteger.valueOf(numerator).gcd(BigInteger.valueOf(denominator)).longValueExact();
      numerator /= common;
      denominator /= common;
    }

    /// The class belongs to the pillar as a whole.
    public boolean isWhole() {
      return numerator == denominator;
    }
  }

  PillarShares(CodeList classes, Map<String, List<Row>> byClass) {
    this.classes = classes;
    this.byClass = Map.copyOf(byClass);
  }

  /// The pillars of a class on a day with their shares, which add up to 1 at most; nothing when it
  /// belongs to none of them.
  public List<Share> of(String industry, LocalDate day) {
    for (CodeList.Code one : classes.lineage(industry)) {
      List<Share> said =
          byClass.getOrDefault(one.code(), List.of()).stream()
              .filter(row -> row.holdsOn(day))
              .map(Row::share)
              .toList();
      if (!said.isEmpty()) {
        return said.stream().filter(share -> !share.pillar().equals(NONE)).toList();
      }
    }
    return List.of();
  }
}
