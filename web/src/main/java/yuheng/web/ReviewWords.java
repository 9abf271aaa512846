package yuheng.web;

import yuheng.plan.TimeShape;
import yuheng.prose.Mention;

/// Words for what a review speaks of.
final class ReviewWords {
  private ReviewWords() {}

  static String of(TimeShape time, Asked asked) {
    return switch (time) {
      case FLOW -> asked.t("流量（一段时间内）", "flow (in a period)");
      case STOCK -> asked.t("存量（时点）", "stock (at a moment)");
      case RATE -> asked.t("比率", "rate");
      case CUMULATIVE -> asked.t("累计（自规划期初）", "cumulative (since the span began)");
    };
  }

  static String better(boolean lower, Asked asked) {
    return lower ? asked.t("越低越好", "less is better") : asked.t("越高越好", "more is better");
  }

  static String of(Mention.Role role, Asked asked) {
    return switch (role) {
      case COMMITTED -> asked.t("承诺", "commitment");
      case ACHIEVED -> asked.t("完成情况", "past result");
      case BASE -> asked.t("基数", "base value");
      case NAME -> asked.t("名称的一部分", "part of a name");
      case DATE -> asked.t("时间或编号", "date or number of an article");
      case VAGUE -> asked.t("泛指", "vague");
    };
  }
}
