package yuheng.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A stretch of a text, in code points from 0; the end is behind it.
record Stretch(int start, int end) {
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,8})-(\\d{1,8})");

  /// Reads `12-19`; empty when it is no stretch.
  static Optional<Stretch> read(String text) {
    Matcher written = WRITTEN.matcher(text);
    if (!written.matches()) {
      return Optional.empty();
    }
    var stretch =
        new Stretch(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)));
    return stretch.start < stretch.end ? Optional.of(stretch) : Optional.empty();
  }

  boolean touches(int otherStart, int otherEnd) {
    return start < otherEnd && otherStart < end;
  }
}
