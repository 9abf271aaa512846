package yuheng.prose;

import java.util.List;
import yuheng.terms.Language;

/// A policy document as its words alone (政策文本): work report, plan outline, opinion, action plan.
///
/// @param text the whole text, headings and title included, one paragraph a line; never changed, so
///   that offsets hold
/// @param language of the grammar to read it with
public record PolicyText(String text, Language language) {
  /// A text in the language that most of its letters are of.
  public static PolicyText of(String text) {
    long han = text.codePoints().filter(PolicyText::isHan).count();
    long latin = text.codePoints().filter(PolicyText::isLatin).count();
    return new PolicyText(text, han * 2 >= latin ? Language.ZH : Language.EN);
  }

  private static boolean isHan(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
  }

  private static boolean isLatin(int codePoint) {
    return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.LATIN;
  }

  /// Every quantity, commitments and all others, in the order of the text.
  public List<Mention> mentions() {
    return switch (language) {
      case ZH -> ChineseGrammar.read(text);
      case EN -> EnglishGrammar.read(text);
    };
  }

  /// The quantities that the issuing government commits to, in the order of the text.
  public List<Mention> commitments() {
    return mentions().stream().filter(mention -> mention.role() == Mention.Role.COMMITTED).toList();
  }
}
