package yuheng.prose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the figures themselves tell: what one promises is round, what was counted is not.
final class Exactness {
  /// A figure in digits that is not a year.
  private static final Pattern FIGURE = Pattern.compile("\\d[\\d,]*(\\.\\d+)?(?![\\d年])");

  private static final int DIGITS = 4;
  private static final int AT_LEAST = 4;
  private static final double SHARE = 0.4;

  private Exactness() {}

  /// Whether so many figures of a text are exact to four digits that they must be results.
  static boolean isOfResults(String text) {
    int all = 0;
    int exact = 0;
    Matcher figure = FIGURE.matcher(text);
    while (figure.find()) {
      all++;
      exact += significant(figure.group()) >= DIGITS ? 1 : 0;
    }
    return exact >= AT_LEAST && exact >= all * SHARE;
  }

  private static int significant(String figure) {
    String digits = figure.replace(",", "").replaceAll("^[0.]+", "");
    String whole = digits.contains(".") ? digits.replace(".", "") : digits.replaceAll("0+$", "");
    return whole.length();
  }
}
