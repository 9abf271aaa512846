package yuheng.terms;

/// At whose prices an amount of money is counted (价格基准).
///
/// Amounts at different prices do not measure the same thing: output at the prices of 2010 is never
/// added to output at current prices.
///
/// @param kind what is said about the prices
/// @param year the year whose prices are meant; 0 unless constant
public record PriceBasis(Kind kind, int year) {
  /// What is said about the prices.
  public enum Kind {
    /// The unit has no money in it.
    NONE,
    /// Money, but nobody said at which prices.
    OPEN,
    /// Prices of the day (当年价).
    CURRENT,
    /// Prices of one year (不变价).
    CONSTANT
  }

  /// No money in the unit.
  public static final PriceBasis NONE = new PriceBasis(Kind.NONE, 0);

  /// Money whose prices nobody stated.
  public static final PriceBasis OPEN = new PriceBasis(Kind.OPEN, 0);

  /// Prices of the day.
  public static final PriceBasis CURRENT = new PriceBasis(Kind.CURRENT, 0);

  public PriceBasis {
    if ((kind == Kind.CONSTANT) != (year > 0)) {
      throw new IllegalArgumentException(
          "Constant prices have a year and others have none, but got %s %d.".formatted(kind, year));
    }
  }

  /// Prices of one year.
  public static PriceBasis constant(int year) {
    return new PriceBasis(Kind.CONSTANT, year);
  }

  /// As people write it behind a number.
  public Words words() {
    return switch (kind) {
      case NONE -> new Words("不涉及价格", "no prices involved");
      case OPEN -> new Words("价格口径未说明", "price basis not stated");
      case CURRENT -> new Words("当年价", "current prices");
      case CONSTANT -> new Words(year + "年不变价", "prices of " + year);
    };
  }
}
