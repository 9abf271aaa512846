package yuheng.cli;

import java.util.List;

/// Rows of text in columns for a terminal; Chinese characters count as two.
final class TextColumns {
  private TextColumns() {}

  /// Prints rows of the same length.
  ///
  /// @param right which columns stand to the right
  static void print(List<List<String>> rows, List<Boolean> right, StringBuilder text) {
    var widths = new int[right.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      var line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        String blank = " ".repeat(widths[i] - width(row.get(i)));
        line.append(right.get(i) ? blank + row.get(i) : row.get(i) + blank).append("  ");
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  /// How many columns a text takes.
  static int width(String text) {
    return text.codePoints().map(TextColumns::width).sum();
  }

  /// How many columns a character takes.
  static int width(int point) {
    return point >= 0x2E80 && point < 0x1F000 && point != 0xFFFD ? 2 : 1;
  }
}
