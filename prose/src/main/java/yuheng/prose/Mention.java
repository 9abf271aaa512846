package yuheng.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import yuheng.terms.Period;

/// One quantity that a text mentions.
///
/// @param start of the shortest number and unit, in code points from 0
/// @param end behind it
/// @param raw the words there: `30个`, `1.5万亿元`, `三大`, `翻一番`
/// @param value in base units: `1.5万亿元` is 1500000000000 of `CNY`
/// @param unit the base unit's code, as in the reference of `draft`: `CNY`, `%`, `pp`, `t`,
///   `count`, `CNY/(person*year)`
/// @param written the unit as a person would write it behind a number: `万亿元`, `万元/人·年`
/// @param comparator how the quantity relates to the value
/// @param bound for a change, whether more or less than the value is asked (增长10%以上)
/// @param timing when
/// @param subject the quantity's name, restored where the text leaves it out
/// @param scope where or whose, empty if the text does not say
/// @param article the headings above it: `二（三）`
/// @param role what the text does with it
/// @param because the rules that decided, in the order they were applied
/// @param doubts what a person should look at; empty when the grammar is sure
public record Mention(
    int start,
    int end,
    String raw,
    BigDecimal value,
    String unit,
    String written,
    Comparator comparator,
    Optional<Comparator> bound,
    Timing timing,
    String subject,
    String scope,
    String article,
    Role role,
    List<Ground> because,
    List<String> doubts) {
  public Mention {
    because = List.copyOf(because);
    doubts = List.copyOf(doubts);
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("«%s» stands at %d to %d.".formatted(raw, start, end));
    }
  }

  /// What the text does with a quantity.
  public enum Role {
    /// The issuing government commits to it (承诺).
    COMMITTED,
    /// A past result, or a forecast of the past year (完成情况).
    ACHIEVED,
    /// The value a change starts from (基数): 由13%提高到13.8%.
    BASE,
    /// A class word or threshold inside a name (名称): 千亿级, 亿元以上项目, “6＋1”.
    NAME,
    /// A date, a duration or the number of an article (时间、编号).
    DATE,
    /// A number of existing things with a vague verb (泛指): 加快发展14个千亿元产业.
    VAGUE
  }

  /// How a quantity relates to its value, written as in the labelling rules.
  public enum Comparator {
    IS("="),
    MORE_THAN(">"),
    AT_LEAST(">="),
    AT_MOST("<="),
    LESS_THAN("<"),
    ABOUT("~"),
    RISES_BY("+cum"),
    FALLS_BY("-cum");

    private final String sign;

    Comparator(String sign) {
      this.sign = sign;
    }

    /// `=`, `>`, `>=`, `<=`, `<`, `~`, `+cum` or `-cum`.
    public String sign() {
      return sign;
    }
  }

  /// When a quantity holds.
  public sealed interface Timing {
    /// In or by the end of a period.
    record In(Period period) implements Timing {}

    /// Every year (每年).
    record EveryYear() implements Timing {}

    /// The text does not say.
    record Unstated() implements Timing {}
  }

  /// One rule that was applied, and the words it was applied to.
  ///
  /// @param rule its name, stable: `comparator.exceeds`, `period.lead-in`
  /// @param start of the words, in code points
  /// @param end behind them
  public record Ground(String rule, int start, int end) {}
}
