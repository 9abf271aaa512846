package yuheng.indicators;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import yuheng.terms.Words;

/// What share of a year's task is asked by the end of a month (序时进度).
///
/// @param percent of the task, to four decimals; what is computed from it is exact
/// @param how it was come by
public record YearSchedule(BigDecimal percent, Words how) {

  /// The ways to come by it.
  public enum Method {
    /// A twelfth each month.
    LINEAR("linear", new Words("均匀进度", "straight line")),
    /// The share of last year's result that was done by the same month of last year.
    SEASONAL("seasonal", new Words("上年节奏", "last year's profile")),
    /// What the plan asks by the end of months.
    PATH("path", new Words("规定进度", "declared path"));

    private final String code;
    private final Words words;

    Method(String code, Words words) {
      this.code = code;
      this.words = words;
    }

    /// As in addresses and on the command line: `seasonal`.
    public String code() {
      return code;
    }

    /// As shown.
    public Words words() {
      return words;
    }

    /// The method with a code.
    public static Optional<Method> find(String code) {
      return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
  }
}
