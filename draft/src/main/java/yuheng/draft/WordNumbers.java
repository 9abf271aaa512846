package yuheng.draft;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.jspecify.annotations.Nullable;

/// The numbers that Word writes before paragraphs (自动编号): `一、`, `（三）`, `2.`; they stand in no run,
/// only in the counting of lists.
final class WordNumbers {
  private static final int LEVELS = 9;
  private final Map<BigInteger, int[]> counts = new HashMap<>();

  /// What stands before the paragraph; empty when it is not numbered.
  String before(XWPFParagraph paragraph) {
    @Nullable BigInteger list = paragraph.getNumID();
    @Nullable String format = paragraph.getNumFmt();
    @Nullable String pattern = paragraph.getNumLevelText();
    if (list == null || list.signum() == 0 || format == null || pattern == null) {
      return "";
    }
    @Nullable BigInteger depth = paragraph.getNumIlvl();
    int level = depth == null ? 0 : Math.clamp(depth.intValue(), 0, LEVELS - 1);
    int[] count = counts.computeIfAbsent(list, _ -> new int[LEVELS]);
    if (count[level] == 0) {
      @Nullable BigInteger start = paragraph.getNumStartOverride();
      count[level] = start == null ? 0 : start.intValue() - 1;
    }
    count[level]++;
    for (int deeper = level + 1; deeper < LEVELS; deeper++) {
      count[deeper] = 0;
    }
    if (format.equals("bullet")) {
      return "●";
    }
    String text = pattern;
    for (int each = 0; each <= level; each++) {
      int value = Math.max(1, count[each]);
      text = text.replace("%" + (each + 1), written(value, format));
    }
    return text.isEmpty() || !Character.isLetterOrDigit(text.codePointBefore(text.length()))
        ? text
        : text + " ";
  }

  private static String written(int value, String format) {
    return switch (format) {
      case "chineseCounting",
          "chineseCountingThousand",
          "ideographDigital",
          "japaneseCounting",
          "taiwaneseCounting",
          "taiwaneseCountingThousand" ->
          Numerals.chinese(value);
      case "upperLetter" -> Character.toString('A' + (value - 1) % 26);
      case "lowerLetter" -> Character.toString('a' + (value - 1) % 26);
      case "upperRoman" -> Numerals.roman(value);
      case "lowerRoman" -> Numerals.roman(value).toLowerCase(Locale.ROOT);
      case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" ->
          value <= 20 ? Character.toString('①' + value - 1) : Integer.toString(value);
      default -> Integer.toString(value);
    };
  }
}
