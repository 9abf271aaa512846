package yuheng.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Numbers of headings, from parts down to bullets: 第三篇, 第一章, 第二节, 一、, （一）, 1., 第一，, ——.
final class Headings {
  private static final int LONGEST_HEADING = 45;
  private static final int BULLET = 6;

  /// From this level on a number is rather one of a list than a heading's.
  static final int LISTED = 4;

  private final List<Marker> above = new ArrayList<>();

  /// @param level 0 for parts, 1 for chapters, … 6 for bullets, -1 if the line is not numbered
  /// @param label the number as it is written
  /// @param end behind it
  record Marker(int level, String label, int end) {
    boolean isBullet() {
      return level == BULLET;
    }

    boolean isNone() {
      return level < 0;
    }
  }

  Outline.Paragraph paragraph(Letters letters, int lineStart, int lineEnd) {
    int start = lineStart;
    while (start < lineEnd && (letters.at(start) == ' ' || letters.at(start) == '*')) {
      start++;
    }
    int end = lineEnd;
    while (end > start && letters.at(end - 1) == ' ') {
      end--;
    }
    Marker marker = marker(letters, start);
    if (!marker.isNone() && !marker.isBullet()) {
      above.removeIf(other -> other.level() >= marker.level());
      above.add(marker);
    }
    boolean full = end > start && "。；，！".indexOf(letters.at(end - 1)) >= 0;
    boolean leadIn = end > start && letters.at(end - 1) == '：';
    boolean heading =
        end > start && !full && !leadIn && end - start <= LONGEST_HEADING && !marker.isBullet();
    return new Outline.Paragraph(lineStart, lineEnd, heading, marker, article(), leadIn);
  }

  private String article() {
    var path = new StringBuilder();
    above.forEach(marker -> path.append(marker.label()));
    return path.toString();
  }

  private static Marker marker(Letters letters, int start) {
    char first = letters.at(start);
    if (letters.startsWith("——", start) || letters.startsWith("--", start)) {
      return new Marker(BULLET, "——", start + 2);
    }
    if (first == '·' || first == '●' || first == '■' || first == '◆' || first == '-') {
      return new Marker(BULLET, "·", start + 1);
    }
    var numerals = new Numerals(letters);
    if (first == '第') {
      return ordinal(letters, start, numerals);
    }
    boolean bracket = first == '（';
    Optional<Numeral> number = numerals.at(bracket ? start + 1 : start);
    if (number.isEmpty() || number.get().end() - start > 6) {
      return new Marker(-1, "", start);
    }
    int end = number.get().end();
    boolean chinese = number.get().spelling() != Numeral.Spelling.DIGITS;
    String label = letters.from(bracket ? start + 1 : start, end);
    if (bracket && letters.at(end) == '）') {
      return new Marker(chinese ? 3 : 5, "（" + label + "）", end + 1);
    }
    boolean point = "、.．。".indexOf(letters.at(end)) >= 0 && !Numerals.isDigit(letters.at(end + 1));
    if (!bracket && point) {
      return new Marker(chinese ? 2 : 4, label, end + 1);
    }
    return new Marker(-1, "", start);
  }

  private static Marker ordinal(Letters letters, int start, Numerals numerals) {
    Optional<Numeral> number = numerals.at(start + 1);
    if (number.isEmpty()) {
      return new Marker(-1, "", start);
    }
    int end = number.get().end();
    int level =
        switch (letters.at(end)) {
          case '篇', '部', '编' -> 0;
          case '章' -> 1;
          case '节' -> 2;
          case '条' -> 3;
          case '，', '、' -> 3;
          default -> -1;
        };
    return level < 0
        ? new Marker(-1, "", start)
        : new Marker(level, letters.from(start, level == 3 ? end : end + 1), end + 1);
  }
}
