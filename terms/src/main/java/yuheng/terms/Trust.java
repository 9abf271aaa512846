package yuheng.terms;

/// How far a definition can be trusted: what was read of its source.
public enum Trust {
  /// The primary text was read.
  P(new Words("已读原文", "primary text read")),
  /// A secondary copy or an excerpt was read.
  S(new Words("据转载或摘录", "secondary copy or excerpt")),
  /// Written from memory; no source found yet.
  M(new Words("凭记忆，待核", "from memory, not yet sourced"));

  private final Words words;

  Trust(Words words) {
    this.words = words;
  }

  /// As shown beside a definition.
  public Words words() {
    return words;
  }
}
