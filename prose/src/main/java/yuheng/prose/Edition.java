package yuheng.prose;

import java.util.Optional;

/// What the head of a document says of it: its year, and whether it reports or plans.
///
/// @param year that 今年 means; empty if the head names none
/// @param first that is not yet past: of a plan the first that it is for
/// @param kind what documents of its title do
record Edition(Optional<Integer> year, Optional<Integer> first, Kind kind) {
  private static final int HEAD = 160;
  private static final int EARLIEST = 1978;
  private static final int LATEST = 2100;

  enum Kind {
    /// 公报, 总结: what has been.
    REPORTS,
    /// 规划, 意见, 方案: what shall be.
    PLANS,
    /// 政府工作报告: both, or unknown.
    BOTH
  }

  static Edition of(Letters letters) {
    String head = head(letters);
    Optional<Integer> year = year(letters, head.length());
    if (head.contains("执行情况") && head.contains("草案")) {
      Optional<Integer> next = year.map(reported -> reported + 1);
      return new Edition(next, next, Kind.BOTH);
    }
    Optional<Integer> now = year.or(() -> planYear(head));
    Optional<Integer> plan =
        kind(head) == Kind.PLANS
            ? planYear(head).filter(first -> now.filter(said -> first < said).isPresent())
            : Optional.empty();
    return new Edition(now, plan.or(() -> now), kind(head));
  }

  /// The first lines, up to the first that is a sentence.
  private static String head(Letters letters) {
    int end = 0;
    while (end < Math.min(HEAD, letters.length()) && letters.at(end) != '。') {
      end++;
    }
    if (letters.at(end) != '。') {
      return letters.from(0, end);
    }
    int line = letters.plain().lastIndexOf('\n', end);
    return letters.from(0, Math.max(0, line));
  }

  private static Optional<Integer> year(Letters letters, int end) {
    for (int at = 0; at < end; at++) {
      Optional<Integer> year = yearAt(letters, at);
      if (year.isPresent()) {
        return year;
      }
    }
    return Optional.empty();
  }

  /// A calendar year (2012年, 二〇一二年) that begins at an offset.
  static Optional<Integer> yearAt(Letters letters, int at) {
    if (Numerals.isDigit(letters.at(at - 1)) || Numerals.isChinese(letters.at(at - 1))) {
      return Optional.empty();
    }
    return new Numerals(letters)
        .at(at)
        .filter(number -> number.end() - number.start() == 4)
        .filter(number -> "年-—至到".indexOf(letters.at(number.end())) >= 0)
        .map(number -> number.value().intValue())
        .filter(year -> year > EARLIEST && year < LATEST);
  }

  private static Optional<Integer> planYear(String head) {
    for (int at = head.indexOf('十'); at >= 0; at = head.indexOf('十', at + 1)) {
      int number = "一二三四五".indexOf(at + 1 < head.length() ? head.charAt(at + 1) : ' ');
      if (number >= 0 && (head.startsWith("五", at + 2) || head.startsWith("个五年", at + 2))) {
        return Optional.of(2006 + 5 * number);
      }
    }
    return Optional.empty();
  }

  private static Kind kind(String head) {
    for (String word : REPORTING) {
      if (head.contains(word)) {
        return Kind.REPORTS;
      }
    }
    for (String word : PLANNING) {
      if (head.contains(word)) {
        return Kind.PLANS;
      }
    }
    return Kind.BOTH;
  }

  private static final String[] REPORTING = {
    "公报", "总结", "回顾", "成就", "完成情况", "执行情况", "落实情况", "进展情况", "成绩"
  };
  private static final String[] PLANNING = {
    "规划", "意见", "方案", "计划", "决定", "通知", "纲要", "目标", "办法", "措施", "战略"
  };
}
