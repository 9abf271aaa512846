package yuheng.plan;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import yuheng.terms.Quantity;
import yuheng.terms.Words;

/// What a synthetic city (合成城市) of the plan is made of, and which published series it is held to.
///
/// @param register whose units report
/// @param enterprises how many units the published counts belong to; a city of another size has
///   counts in proportion, but the same totals
/// @param source where the declared weights and ratios come from
/// @param attributes attributes of the register that mean something here, by what they mean
/// @param threshold yearly total from which on a unit is above scale
/// @param aboveScale share of units above scale where no count of them is known
/// @param growth yearly growth of the total where fewer than two totals are known
/// @param classes classes of industry and how much of the city they are
/// @param districts weights of districts, by the code of their last day; published totals go before
/// @param lists weights of the codes of other attributes, by attribute
/// @param sizes codes of the attribute SIZE and the yearly total from which on each holds, largest
///   first
/// @param cuts which classes the scopes of published figures mean: beginnings of class codes
/// @param units how many units other registers have, for each unit of the register
/// @param references share of units that have a reference, by attribute; a required one all have
/// @param items how each cell is reckoned, by item
/// @param calibrations the published series that it is held to
public record SynthRules(
    String register,
    int enterprises,
    Words source,
    Map<Role, String> attributes,
    Quantity threshold,
    BigDecimal aboveScale,
    BigDecimal growth,
    SequencedMap<String, IndustryClass> classes,
    SequencedMap<String, BigDecimal> districts,
    SequencedMap<String, SequencedMap<String, BigDecimal>> lists,
    SequencedMap<String, Quantity> sizes,
    SequencedMap<String, List<String>> cuts,
    SequencedMap<String, BigDecimal> units,
    SequencedMap<String, BigDecimal> references,
    SequencedMap<String, Recipe> items,
    List<Calibration> calibrations) {
  public SynthRules {
    attributes = Map.copyOf(attributes);
    classes = kept(classes);
    districts = kept(districts);
    lists = kept(lists);
    sizes = kept(sizes);
    cuts = kept(cuts);
    units = kept(units);
    references = kept(references);
    items = kept(items);
    calibrations = List.copyOf(calibrations);
  }

  private static <T> SequencedMap<String, T> kept(SequencedMap<String, T> map) {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
  }

  /// What an attribute of the register means.
  public enum Role {
    /// The class of industry.
    INDUSTRY("industry"),
    /// The district.
    DISTRICT("district"),
    /// Whether it is above scale.
    ABOVE_SCALE("above-scale"),
    /// The code of its size.
    SIZE("size"),
    /// The day on which it opened.
    OPENED("opened");

    private final String code;

    Role(String code) {
      this.code = code;
    }

    /// As the package writes it: `above-scale`.
    public String code() {
      return code;
    }
  }

  /// One class of industry.
  ///
  /// @param firms weight among units
  /// @param output weight within the total
  /// @param word what names of its units say they make, in Chinese
  public record IndustryClass(BigDecimal firms, BigDecimal output, String word) {}

  /// From, and to: of what a number is drawn.
  public record Range(BigDecimal low, BigDecimal high) {}

  /// How one cell is reckoned.
  public sealed interface Recipe {
    /// The total itself, which the published totals are of. One item has it.
    record Total() implements Recipe {}

    /// So much for each of another item, drawn for each unit. A flow of a stock, and a stock of a
    /// flow, is so much of a year of it.
    ///
    /// @param by other ranges for classes that begin so; the longest beginning counts
    /// @param among share of the units that have it at all
    record PerOther(String of, Range ratio, SequencedMap<String, Range> by, BigDecimal among)
        implements Recipe {
      public PerOther {
        by = kept(by);
      }
    }

    /// Other items, each so often, added up: profit is revenue less costs.
    record Weighted(SequencedMap<String, BigDecimal> parts) implements Recipe {
      public Weighted {
        parts = kept(parts);
      }
    }

    /// Another item so many times, or nothing where that is below zero: a loss is profit −1 times.
    record Positive(String of, BigDecimal times) implements Recipe {}

    /// The mean of a stock over the months of the report.
    record Mean(String of) implements Recipe {}
  }

  /// A published series that the city is held to. Only units above scale count.
  ///
  /// @param series whose figures
  /// @param holds what they are figures of
  /// @param whole only figures about whole years count
  /// @param from only figures about periods that begin in that year or later count: earlier ones
  ///   are not comparable
  public record Calibration(String series, Holds holds, boolean whole, Optional<Integer> from) {}

  /// What a published series says of the city.
  public sealed interface Holds {
    /// The sum of an item.
    record TotalOf(String item) implements Holds {}

    /// The part that a scope has in the sum of the total item.
    record ShareOf(String item) implements Holds {}

    /// How many units are above scale at the end of the period.
    record Count() implements Holds {}

    /// The sum of one item, so many times, over the sum of another; one of the two is the total
    /// item. A stock counts by its mean, and the flow over it by the year.
    record RatioOf(String over, String under, BigDecimal times) implements Holds {}
  }
}
