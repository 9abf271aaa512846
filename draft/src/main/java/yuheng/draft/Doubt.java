package yuheng.draft;

import yuheng.terms.Words;

/// Something that a person should look at (存疑).
///
/// @param about which part of the proposal
/// @param words what is uncertain, and what was assumed
public record Doubt(Field about, Words words) {
  /// A part of a proposal or of the document's head.
  public enum Field {
    /// Whether it is a commitment at all.
    COMMITMENT(new Words("是否承诺", "whether it is a commitment")),
    /// The target's id.
    ID(new Words("代号", "id")),
    /// The indicator's name.
    NAME(new Words("指标名称", "name")),
    /// The number and its unit.
    VALUE(new Words("数值和单位", "number and unit")),
    /// What the target means by its number.
    SENSE(new Words("目标含义", "sense")),
    /// When it is to be reached.
    PERIOD(new Words("期限", "period")),
    /// Flow, stock, rate or cumulative.
    TIME(new Words("时间属性", "time shape")),
    /// Whether more or less is better.
    BETTER(new Words("高低取向", "which way is better")),
    /// Where progress is counted from.
    BASELINE(new Words("基期", "baseline")),
    /// Which existing indicator it is.
    DEFINITION(new Words("对应指标", "existing definition")),
    /// Title, issuer, day of issue, span and horizon of the document.
    HEAD(new Words("文件信息", "the document's head"));

    private final Words words;

    Field(Words words) {
      this.words = words;
    }

    /// As shown to people.
    public Words words() {
      return words;
    }
  }
}
