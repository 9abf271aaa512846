package yuheng.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Measurement;
import yuheng.indicators.Question;
import yuheng.indicators.Standing;
import yuheng.plan.Article;
import yuheng.plan.Plan;
import yuheng.plan.Proof;
import yuheng.plan.Target;
import yuheng.terms.Language;

/// What the pages show: one plan, its figures, and the question asked when an address asks none.
record Shown(
    Plan plan, OfficialFigures figures, Measurement measurement, Proof proof, Question asked) {
  Shown(Plan plan, OfficialFigures figures, Question asked) {
    this(plan, figures, new Measurement(plan, figures), Proof.of(plan), asked);
  }

  List<Standing> standings(Asked question) {
    return measurement.standings(question.question());
  }

  Optional<Target> find(String target) {
    @Nullable Target found = plan.targets().get(target);
    return Optional.ofNullable(found);
  }

  /// A section of the prose by its id.
  Article article(String id, Language language) {
    return plan.prose(language).stream()
        .filter(article -> article.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /// A section as people cite it: 第（四）条 电子信息产业.
  String cited(String id, Language language) {
    Article article = article(id, language);
    return article
        .number()
        .map(
            number ->
                language == Language.ZH
                    ? "（%s）%s".formatted(number, article.heading())
                    : "(%s) %s".formatted(number, article.heading()))
        .orElse(article.heading());
  }
}
