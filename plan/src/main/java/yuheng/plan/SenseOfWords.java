package yuheng.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the words around a number say about its sense; see the table in
/// `docs/book/reference/plan-package.md`.
final class SenseOfWords {
  /// Longer words first: 不超过 before 超过, "no more than" before "more than".
  private static final List<Word> BEFORE =
      List.of(
          new Word("不低于", Sense.AT_LEAST),
          new Word("不少于", Sense.AT_LEAST),
          new Word("不超过", Sense.AT_MOST),
          new Word("不高于", Sense.AT_MOST),
          new Word("控制在", Sense.AT_MOST),
          new Word("超过", Sense.MORE_THAN),
          new Word("突破", Sense.MORE_THAN),
          new Word("高于", Sense.MORE_THAN),
          new Word("大于", Sense.MORE_THAN),
          new Word("约", Sense.ABOUT),
          new Word("at least", Sense.AT_LEAST),
          new Word("no less than", Sense.AT_LEAST),
          new Word("no more than", Sense.AT_MOST),
          new Word("at most", Sense.AT_MOST),
          new Word("within", Sense.AT_MOST),
          new Word("below", Sense.AT_MOST),
          new Word("more than", Sense.MORE_THAN),
          new Word("over", Sense.MORE_THAN),
          new Word("exceed", Sense.MORE_THAN),
          new Word("exceeds", Sense.MORE_THAN),
          new Word("exceeding", Sense.MORE_THAN),
          new Word("above", Sense.MORE_THAN),
          new Word("about", Sense.ABOUT),
          new Word("around", Sense.ABOUT),
          new Word("roughly", Sense.ABOUT));

  private static final List<Word> AFTER =
      List.of(
          new Word("以上", Sense.AT_LEAST),
          new Word("以内", Sense.AT_MOST),
          new Word("以下", Sense.AT_MOST),
          new Word("左右", Sense.ABOUT),
          new Word("or more", Sense.AT_LEAST),
          new Word("or higher", Sense.AT_LEAST),
          new Word("or above", Sense.AT_LEAST),
          new Word("or less", Sense.AT_MOST),
          new Word("or lower", Sense.AT_MOST));

  private record Word(String text, Sense sense) {}

  private SenseOfWords() {}

  /// The sense that the words say; empty when they only say that the number is to be reached.
  static Optional<Sense> around(String before, String after) {
    String left = before.strip().toLowerCase(Locale.ROOT);
    String right = after.strip().toLowerCase(Locale.ROOT);
    return AFTER.stream()
        .filter(word -> right.startsWith(word.text))
        .findFirst()
        .or(() -> BEFORE.stream().filter(word -> endsWithWord(left, word.text)).findFirst())
        .map(Word::sense);
  }

  private static boolean endsWithWord(String text, String word) {
    if (!text.endsWith(word)) {
      return false;
    }
    int start = text.length() - word.length();
    boolean latin = word.charAt(0) < 128;
    return !latin || start == 0 || !Character.isLetter(text.charAt(start - 1));
  }
}
