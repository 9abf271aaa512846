package yuheng.indicators;

import yuheng.terms.Words;

/// How a target fares (状态). Shown by word and mark, never by colour alone.
public enum State {
  /// Reached.
  MET("met", "✓", new Words("已达成", "met")),
  /// As far as its schedule asks, within 10 points.
  ON_COURSE("on-course", "→", new Words("进展正常", "on course")),
  /// 10 to 30 points of its way behind schedule.
  BEHIND("behind", "↘", new Words("落后", "behind")),
  /// More than 30 points behind schedule.
  AT_RISK("at-risk", "!", new Words("有风险", "at risk")),
  /// Its period is over and it was not reached.
  MISSED("missed", "✕", new Words("未达成", "missed")),
  /// There is a figure, but it does not answer this target.
  NOT_COMPARABLE("not-comparable", "≈", new Words("不可比", "not comparable")),
  /// There is no figure.
  NOT_MEASURABLE("not-measurable", "∅", new Words("无法测算", "not measurable"));

  private final String code;
  private final String mark;
  private final Words words;

  State(String code, String mark, Words words) {
    this.code = code;
    this.mark = mark;
    this.words = words;
  }

  /// As in JSON: `on-course`.
  public String code() {
    return code;
  }

  /// One character: ✓ → ↘ ! ✕ ≈ ∅.
  public String mark() {
    return mark;
  }

  /// As shown.
  public Words words() {
    return words;
  }
}
