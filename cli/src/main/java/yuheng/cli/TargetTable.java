package yuheng.cli;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import yuheng.indicators.Question;
import yuheng.indicators.Standing;
import yuheng.indicators.State;
import yuheng.plan.Plan;
import yuheng.plan.Target;
import yuheng.terms.Language;
import yuheng.terms.Words;

/// Standings as a table for a terminal; Chinese characters count as two columns.
final class TargetTable {
  private static final int LONGEST_NAME = 34;
  private static final List<Words> HEAD =
      List.of(
          Words.same("#"),
          new Words("条", "art."),
          new Words("目标", "target"),
          new Words("要求", "asked"),
          new Words("数据", "figure"),
          new Words("时期", "about"),
          new Words("等级", "grade"),
          new Words("状态", "state"));

  private TargetTable() {}

  static String of(Plan plan, List<Standing> standings, Question question, Language language) {
    var rows = new ArrayList<List<String>>();
    rows.add(HEAD.stream().map(words -> words.in(language)).toList());
    for (Standing standing : standings) {
      rows.add(row(standing, language));
    }
    var text = new StringBuilder();
    text.append(plan.title().in(language)).append('\n');
    text.append(
        new Words("截至 %s，已知于 %s", "as of %s, known on %s")
            .filled(question.asOf(), question.knownOn())
            .in(language));
    text.append("\n\n");
    TextColumns.print(rows, List.of(true, true, false, true, true, false, false, false), text);
    text.append('\n').append(counts(standings, language)).append('\n');
    return text.toString();
  }

  private static List<String> row(Standing standing, Language language) {
    Target target = standing.target();
    return List.of(
        Integer.toString(target.number()),
        target.article().replace("article-", "").replace("chapter-", "§"),
        shortened(target.indicator().name().in(language)),
        asked(target, language),
        standing.reckoning().map(r -> r.value().show(language)).orElse("—"),
        standing.reckoning().map(r -> r.period().toString()).orElse(""),
        standing.grade().words().in(language),
        standing.state().mark() + " " + standing.state().words().in(language));
  }

  private static String asked(Target target, Language language) {
    String sign =
        switch (target.sense()) {
          case AT_LEAST -> "≥";
          case AT_MOST -> "≤";
          case MORE_THAN -> ">";
          case ABOUT -> "≈";
          case EXACTLY -> "=";
        };
    return sign + " " + target.value().show(language);
  }

  private static String shortened(String name) {
    var kept = new StringBuilder();
    int width = 0;
    for (int point : name.codePoints().toArray()) {
      width += TextColumns.width(point);
      if (width > LONGEST_NAME) {
        return kept.append('…').toString();
      }
      kept.appendCodePoint(point);
    }
    return kept.toString();
  }

  private static String counts(List<Standing> standings, Language language) {
    var counts = new EnumMap<State, Integer>(State.class);
    standings.forEach(standing -> counts.merge(standing.state(), 1, Integer::sum));
    var parts = new ArrayList<String>();
    for (Map.Entry<State, Integer> one : counts.entrySet()) {
      parts.add(
          one.getKey().mark() + " " + one.getKey().words().in(language) + " " + one.getValue());
    }
    return String.join("   ", parts);
  }
}
