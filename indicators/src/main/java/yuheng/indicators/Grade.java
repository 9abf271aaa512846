package yuheng.indicators;

import yuheng.terms.Words;

/// How well a figure answers a target (数据等级).
public enum Grade {
  /// Published with the same definition and coverage, within a year of the period asked about.
  MEASURED("measured", new Words("实测", "measured")),
  /// Computed from such figures by the indicator's own formula.
  DERIVED("derived", new Words("推算", "derived")),
  /// Of other coverage, definition or period; never compared with the target.
  INDICATIVE("indicative", new Words("参考", "indicative")),
  /// No figure.
  NONE("none", new Words("无数据", "no figure"));

  private final String code;
  private final Words words;

  Grade(String code, Words words) {
    this.code = code;
    this.words = words;
  }

  /// As in JSON: `measured`.
  public String code() {
    return code;
  }

  /// As shown.
  public Words words() {
    return words;
  }
}
