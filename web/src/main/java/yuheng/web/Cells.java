package yuheng.web;

import java.util.Locale;
import java.util.OptionalLong;
import yuheng.reports.Version;

/// Figures and states of reports as pages write them.
final class Cells {
  private Cells() {}

  /// With thousands apart and a true minus.
  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value).replace('-', '−');
  }

  /// Empty where there is none.
  static String number(OptionalLong value) {
    return value.isPresent() ? number(value.getAsLong()) : "";
  }

  /// As it is typed.
  static String typed(OptionalLong value) {
    return value.isPresent() ? Long.toString(value.getAsLong()) : "";
  }

  static String state(Version.State state, Asked asked) {
    return switch (state) {
      case SUBMITTED -> asked.t("○ 已报待审", "○ handed in");
      case ACCEPTED -> asked.t("✓ 已接受", "✓ accepted");
      case RETURNED -> asked.t("↩ 已退回", "↩ returned");
    };
  }

  /// Colour of a state, as a class.
  static String look(Version.State state) {
    return switch (state) {
      case SUBMITTED -> "s-on-course";
      case ACCEPTED -> "s-met";
      case RETURNED -> "s-at-risk";
    };
  }

  /// What people call a version by: the receipt's number.
  static String receipt(Version version) {
    return version.hash().substring(0, 12);
  }
}
