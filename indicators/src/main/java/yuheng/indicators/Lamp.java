package yuheng.indicators;

import java.math.BigDecimal;
import yuheng.plan.Progress;
import yuheng.terms.Words;

/// How a part fares on this year's task (亮灯). Shown by word and shape, never by colour alone.
public enum Lamp {
  /// As far as its schedule asks, or not further behind than the plan lets pass.
  GREEN("green", "●", new Words("绿灯", "green")),
  /// Further behind than that.
  YELLOW("yellow", "▲", new Words("黄灯", "yellow")),
  /// Further behind still.
  RED("red", "■", new Words("红灯", "red")),
  /// Nothing to judge by.
  NONE("none", "○", new Words("不亮灯", "no lamp"));

  private final String code;
  private final String mark;
  private final Words words;

  Lamp(String code, String mark, Words words) {
    this.code = code;
    this.mark = mark;
    this.words = words;
  }

  /// @param behind points behind schedule
  static Lamp of(BigDecimal behind, Progress.Lamps lamps) {
    if (behind.compareTo(lamps.atRisk()) > 0) {
      return RED;
    }
    return behind.compareTo(lamps.behind()) > 0 ? YELLOW : GREEN;
  }

  /// As in JSON: `yellow`.
  public String code() {
    return code;
  }

  /// One character: ● ▲ ■ ○.
  public String mark() {
    return mark;
  }

  /// As shown.
  public Words words() {
    return words;
  }
}
