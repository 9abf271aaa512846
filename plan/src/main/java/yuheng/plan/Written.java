package yuheng.plan;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Problems.Spot;
import yuheng.terms.Period;
import yuheng.terms.PriceBasis;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;

/// Reads names, periods, quantities and price bases that stand somewhere in a package, and tells
/// when they are none.
final class Written {
  /// Price bases with a name of their own; `constant-2010` is none of a closed list.
  private static final Map<String, PriceBasis> PRICES =
      Map.of("current", PriceBasis.CURRENT, "open", PriceBasis.OPEN);

  private static final Pattern CONSTANT = Pattern.compile("constant-([1-9]\\d{3})");
  private static final Pattern KEBAB = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  private Written() {}

  /// Tells a name that does not fit into addresses and formulas.
  static void kebab(Spot id, Problems problems) {
    if (!KEBAB.matcher(id.text()).matches()) {
      problems.add(
          "PL054",
          "`%s` is not a name in kebab case".formatted(id.text()),
          id.span(),
          "names stand in addresses and formulas",
          "use small letters, digits and single hyphens: gross-output");
    }
  }

  /// The price basis of an entry's unit, below its key `prices`.
  ///
  /// @param otherwise what holds for a unit with money where the entry says nothing
  static Optional<PriceBasis> prices(
      YamlMap entry, Optional<Unit> unit, Optional<PriceBasis> otherwise, Problems problems) {
    Optional<Spot> written = entry.find("prices");
    boolean money = unit.map(u -> u.prices().kind() != PriceBasis.Kind.NONE).orElse(false);
    if (written.isEmpty()) {
      if (money && otherwise.isEmpty()) {
        problems.add(
            "PL053",
            "nothing says at which prices `%s` is counted".formatted(unit.orElse(Unit.ONE)),
            entry.place(),
            "an amount of money has a price basis, or says that it is open",
            "add `prices: current`, `prices: constant-2010` or `prices: open`");
      }
      return otherwise;
    }
    Spot spot = written.get();
    if (unit.isPresent() && !money) {
      problems.add(
          "PL053",
          "`%s` has no money in it, yet prices are given".formatted(unit.get()),
          spot.span(),
          "only amounts of money have a price basis",
          "remove the line");
    }
    return prices(spot, problems);
  }

  static Optional<PriceBasis> prices(Spot spot, Problems problems) {
    Matcher constant = CONSTANT.matcher(spot.text());
    if (constant.matches()) {
      return Optional.of(PriceBasis.constant(Integer.parseInt(constant.group(1))));
    }
    @Nullable PriceBasis named = PRICES.get(spot.text());
    if (named == null) {
      problems.unknown(
          "PL014",
          "value for `prices` called",
          spot,
          PRICES.keySet(),
          "`prices` is one of a closed list");
    }
    return Optional.ofNullable(named);
  }

  static Optional<Period> period(Spot spot, Problems problems) {
    Optional<Period> period = Period.read(spot.text());
    if (period.isEmpty()) {
      problems.add(
          "PL011",
          "`%s` is not a period".formatted(spot.text()),
          spot.span(),
          "a period is a year, a half, a quarter, a month, or a range of them",
          "write it like 2015, 2012H1, 2012Q3, 2012-09, 2012-01..2012-09 or 2011..2015");
    }
    return period;
  }

  static Optional<Quantity> quantity(Spot spot, Problems problems) {
    Optional<Quantity> quantity = Quantity.read(spot.text());
    if (quantity.isEmpty()) {
      problems.add(
          "PL012",
          "`%s` is not a quantity".formatted(spot.text()),
          spot.span(),
          "a quantity is a number and a known unit",
          "write it like 1.5万亿元, 50%, 30元/度 or 7个");
    }
    return quantity;
  }
}
