package yuheng.facts;

import java.util.Arrays;
import java.util.Optional;
import yuheng.terms.Words;

/// What a target is shared out to (分解维度).
public enum Dimension {
  /// Districts of the plan's code list, by code.
  DISTRICTS("districts", new Words("区县", "districts")),
  /// The plan's pillars, by code.
  PILLARS("pillars", new Words("支柱产业", "pillars")),
  /// Industrial parks, by the names people give them.
  PARKS("parks", new Words("园区", "parks")),
  /// The years up to the target's own: yearly tasks (年度任务).
  YEARS("years", new Words("年度", "years"));

  private final String code;
  private final Words words;

  Dimension(String code, Words words) {
    this.code = code;
    this.words = words;
  }

  /// As in addresses and in the journal: `districts`.
  public String code() {
    return code;
  }

  /// As shown.
  public Words words() {
    return words;
  }

  /// The dimension with a code; `district` is `districts`.
  public static Optional<Dimension> find(String code) {
    return Arrays.stream(values())
        .filter(one -> one.code.equals(code) || one.code.equals(code + "s"))
        .findFirst();
  }
}
