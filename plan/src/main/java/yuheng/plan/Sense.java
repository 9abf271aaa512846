package yuheng.plan;

import java.util.Optional;
import yuheng.terms.Words;

/// What a target means by its number (目标含义).
public enum Sense {
  /// The number or more (达到, 以上).
  AT_LEAST("at-least", new Words("不低于", "at least")),
  /// The number or less (以内, 不超过).
  AT_MOST("at-most", new Words("不高于", "at most")),
  /// More than the number, not the number itself (超过, 突破).
  MORE_THAN("more-than", new Words("超过", "more than")),
  /// Within [#ABOUT_PERCENT] of the number (左右).
  ABOUT("about", new Words("左右（±5%）", "about (±5%)")),
  /// The number itself.
  EXACTLY("exactly", new Words("等于", "exactly"));

  /// How far from its number an `about` target may end, in percent of the number.
  public static final int ABOUT_PERCENT = 5;

  private final String code;
  private final Words words;

  Sense(String code, Words words) {
    this.code = code;
    this.words = words;
  }

  /// As written in a plan: `at-least`.
  public String code() {
    return code;
  }

  /// As shown beside the number.
  public Words words() {
    return words;
  }

  /// What the words right before and behind a number say of its sense; empty when they only say
  /// that the number is to be reached.
  public static Optional<Sense> saidBy(String before, String after) {
    return SenseOfWords.around(before, after);
  }
}
