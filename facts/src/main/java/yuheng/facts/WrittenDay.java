package yuheng.facts;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A day as people write it in tables: `2012-10-20`, `2012年10月20日`, `2012/10/20`; of a month alone
/// its last.
///
/// @param wholeMonth only the month was written
record WrittenDay(LocalDate day, boolean wholeMonth) {
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})[-年./](\\d{1,2})(?:[-月./](\\d{1,2})日?|月)?");

  /// The day meant; empty when the text is none.
  static Optional<WrittenDay> read(String text) {
    Matcher m = DAY.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s", ""));
    if (!m.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(m.group(1));
      int month = Integer.parseInt(m.group(2));
      return Optional.of(
          m.group(3) == null
              ? new WrittenDay(YearMonth.of(year, month).atEndOfMonth(), true)
              : new WrittenDay(LocalDate.of(year, month, Integer.parseInt(m.group(3))), false));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }
}
