package yuheng.draft;

import yuheng.draft.Proposal.Likeness;
import yuheng.prose.Mention;
import yuheng.terms.Period;
import yuheng.terms.Words;

/// What a draft says to people, in both languages.
final class DraftWords {
  private DraftWords() {}

  /// A doubt of the grammar, by its short name.
  static Doubt ofGrammar(String said) {
    return switch (said) {
      case "unit" ->
          new Doubt(
              Doubt.Field.VALUE,
              new Words("原文没有写全单位，是补上的。", "The text leaves the unit out; it was restored."));
      case "tense" ->
          new Doubt(
              Doubt.Field.COMMITMENT,
              new Words("看不准是已有的结果还是承诺。", "It may be a past result and not a commitment."));
      default ->
          new Doubt(
              Doubt.Field.COMMITMENT,
              new Words(
                  "程序拿不准：%s。".formatted(said), "The grammar is not sure: %s.".formatted(said)));
    };
  }

  static Doubt role(Mention mention) {
    Words taken =
        switch (mention.role()) {
          case COMMITTED -> new Words("承诺", "a commitment");
          case ACHIEVED -> new Words("已有的完成情况", "a past result");
          case BASE -> new Words("变化的起点", "where a change starts from");
          case NAME -> new Words("名称的一部分", "part of a name");
          case DATE -> new Words("时间或编号", "a date or a number of an article");
          case VAGUE -> new Words("对已有事物的泛指", "a vague word about existing things");
        };
    return new Doubt(
        Doubt.Field.COMMITMENT,
        new Words(
            "程序判断这里是%s，不是承诺。".formatted(taken.zh()),
            "The grammar took this for %s, not for a commitment.".formatted(taken.en())));
  }

  static Doubt likely(Likeness likeness) {
    String name = likeness.definition().indicator().name().zh();
    return new Doubt(
        Doubt.Field.DEFINITION,
        new Words(
            "对应到规划包%s的“%s”，请核对。%s"
                .formatted(likeness.definition().plan(), name, likeness.why().zh()),
            "Bound to “%s” of %s; please check. %s"
                .formatted(
                    likeness.definition().indicator().name().en(),
                    likeness.definition().plan(),
                    likeness.why().en())));
  }

  static Doubt unitUnknown(Mention mention) {
    return new Doubt(
        Doubt.Field.VALUE,
        new Words(
            "单位“%s”不认识，按个数处理。".formatted(mention.written()),
            "The unit “%s” is not known; it was taken as a count.".formatted(mention.written())));
  }

  static Doubt noName() {
    return new Doubt(
        Doubt.Field.NAME, new Words("没有找到指标名称。", "No name was found for the quantity."));
  }

  static Doubt baseYear(Period about) {
    return new Doubt(
        Doubt.Field.BASELINE,
        new Words(
            "原文给了基数，没有写明年份，按%s处理。".formatted(about.words().zh()),
            "The text gives the start but not its year; %s was taken."
                .formatted(about.words().en())));
  }
}
