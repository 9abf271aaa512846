package yuheng.web;

import yuheng.indicators.Reckoning;
import yuheng.indicators.Standing;
import yuheng.plan.Target;
import yuheng.terms.Language;

/// A target's standing in one line, as margin notes and tables show it.
///
/// @param mark one character for the state
/// @param code of the state, for style and filters
/// @param actual empty when there is no figure
record TargetLine(
    String id,
    int number,
    String name,
    String article,
    String articleId,
    String pillar,
    String asked,
    String actual,
    String period,
    String grade,
    String gradeCode,
    String state,
    String code,
    String mark,
    String distance,
    String source,
    String href) {

  static TargetLine of(Standing standing, Shown shown, Asked question) {
    Target target = standing.target();
    Language language = question.language();
    return new TargetLine(
        target.id(),
        target.number(),
        target.indicator().name().in(language),
        shown.cited(target.article(), language),
        target.article(),
        target.indicator().pillar().orElse(""),
        asked(target, language),
        standing.reckoning().map(one -> one.value().show(language)).orElse(""),
        standing.reckoning().map(one -> one.period().words().in(language)).orElse(""),
        standing.grade().words().in(language),
        standing.grade().code(),
        standing.state().words().in(language),
        standing.state().code(),
        standing.state().mark(),
        standing.distance().map(distance -> Signs.percent(distance.percent())).orElse(""),
        standing
            .reckoning()
            .map(Reckoning::sources)
            .map(sources -> String.join("; ", sources))
            .orElse(""),
        question.href("/targets/" + target.id()));
  }

  /// ≥ 30 万元/人·年.
  static String asked(Target target, Language language) {
    return Signs.of(target.sense()) + "\u2009" + target.value().show(language);
  }
}
