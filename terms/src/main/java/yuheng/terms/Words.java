package yuheng.terms;

/// The same words in Chinese and in English.
///
/// @param zh never blank
/// @param en never blank; equal to `zh` where only one was given
public record Words(String zh, String en) {
  public Words {
    if (zh.isBlank() || en.isBlank()) {
      throw new IllegalArgumentException(
          "Words need both languages: «%s», «%s».".formatted(zh, en));
    }
  }

  /// The same text for both languages: a proper name, a code, a formula.
  public static Words same(String text) {
    return new Words(text, text);
  }

  /// The words in one language.
  public String in(Language language) {
    return switch (language) {
      case ZH -> zh;
      case EN -> en;
    };
  }

  /// The words with `%s` replaced, the same in both languages.
  public Words filled(Object... parts) {
    return new Words(zh.formatted(parts), en.formatted(parts));
  }

  /// The words and, behind them, more in each language.
  public Words followedBy(String moreZh, String moreEn) {
    return new Words(zh + moreZh, en + moreEn);
  }
}
