package yuheng.terms;

/// A number, or the reason there is none.
///
/// There is no third case: no null, no NaN, no zero that means «unknown».
public sealed interface Value {
  /// A number that is known.
  record Known(Quantity quantity) implements Value {}

  /// No number, and why.
  ///
  /// @param detail the reason in words, for this very number
  record Missing(Reason reason, Words detail) implements Value {}

  /// Why a number is missing.
  enum Reason {
    /// Nothing was published for this quantity.
    NOT_PUBLISHED,
    /// Something was published, but only about later periods than asked.
    NOT_YET_ABOUT,
    /// Something was published, but nobody had heard it by the day asked.
    NOT_YET_HEARD,
    /// The formula's parts were never published for one and the same period.
    NO_COMMON_PERIOD,
    /// The formula divides by something that is zero here.
    DIVIDES_BY_ZERO
  }
}
