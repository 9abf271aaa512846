package yuheng.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import yuheng.plan.Sense;

/// Short signs for senses and differences.
final class Signs {
  private Signs() {}

  static String of(Sense sense) {
    return switch (sense) {
      case AT_LEAST -> "≥";
      case AT_MOST -> "≤";
      case MORE_THAN -> ">";
      case ABOUT -> "≈";
      case EXACTLY -> "=";
    };
  }

  /// −1.0%, +70.3%.
  static String percent(BigDecimal percent) {
    BigDecimal rounded = percent.setScale(1, RoundingMode.HALF_EVEN);
    return (rounded.signum() < 0 ? "−" : "+") + rounded.abs().toPlainString() + "%";
  }
}
