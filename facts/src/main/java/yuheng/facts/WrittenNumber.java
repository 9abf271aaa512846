package yuheng.facts;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number as people write it in tables, and what stands behind it: `9,621`, `9 621.5亿元`, `-3.5%`.
///
/// @param behind the words behind the number, often nothing
public record WrittenNumber(BigDecimal number, String behind) {
  private static final Pattern NUMBER =
      Pattern.compile(
          "([-+]?)(\\d{1,3}(?:[, ]\\d{3})+|\\d{1,40})(\\.\\d{1,40})?\\s*([^\\d.,\\s].*)?");

  /// The number meant; empty when the text is none.
  public static Optional<WrittenNumber> read(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .replace('\u2212', '-')
            .replace("\u2009", "")
            .strip();
    Matcher m = NUMBER.matcher(plain);
    if (!m.matches()) {
      return Optional.empty();
    }
    String digits = m.group(2).replaceAll("[, ]", "") + (m.group(3) == null ? "" : m.group(3));
    String behind = m.group(4) == null ? "" : m.group(4).strip();
    return Optional.of(
        new WrittenNumber(new BigDecimal((m.group(1).equals("-") ? "-" : "") + digits), behind));
  }
}
