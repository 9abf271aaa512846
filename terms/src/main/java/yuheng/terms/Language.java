package yuheng.terms;

/// A language that people are spoken to in.
public enum Language {
  /// Chinese (中文).
  ZH,
  /// English.
  EN
}
