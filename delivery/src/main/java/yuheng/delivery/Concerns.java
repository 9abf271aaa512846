package yuheng.delivery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import yuheng.delivery.Bulletin.Block;
import yuheng.delivery.Bulletin.Paragraph;
import yuheng.facts.Figure;
import yuheng.indicators.Reckoning;
import yuheng.indicators.Standing;
import yuheng.indicators.State;
import yuheng.plan.Measure;
import yuheng.plan.Plan;
import yuheng.plan.Target;
import yuheng.terms.Words;

/// 需要关注的问题: targets behind with the measure that has to move them, offices that print different
/// figures, and targets that nothing answers.
final class Concerns {
  private static final int MOST_CONFLICTS = 6;

  private final Material material;

  Concerns(Material material) {
    this.material = material;
  }

  List<Block> blocks() {
    var behind = new ArrayList<Sentence>();
    for (Standing standing : material.standings()) {
      if (Duties.givesCause(standing.state())) {
        behind.add(behind(standing));
      }
    }
    var blocks = new ArrayList<Block>();
    if (!behind.isEmpty()) {
      blocks.add(new Paragraph("concerns.behind", behind));
    }
    List<Sentence> conflicts = conflicts();
    if (!conflicts.isEmpty()) {
      blocks.add(new Paragraph("concerns.vintages", conflicts));
    }
    blocks.add(new Paragraph("concerns.unanswered", List.of(unanswered())));
    return blocks;
  }

  private Sentence behind(Standing standing) {
    Target target = standing.target();
    Reckoning reckoning = standing.reckoning().orElseThrow();
    var phrase =
        new Phrase("concerns." + target.id())
            .say(
                target.indicator().name().zh() + standing.state().words().zh() + "（",
                target.indicator().name().en() + ": " + standing.state().words().en() + " (")
            .number(Printed.of(standing, reckoning))
            .say(
                "，目标" + Printed.asked(target).zh() + "）",
                " against " + Printed.asked(target).en() + ")")
            .weighed(material.restsOn(standing));
    Words who =
        material.plan().measures().values().stream()
            .filter(measure -> measure.moves().contains(target.id()))
            .findFirst()
            .map(this::measure)
            .orElse(new Words("，还没有对应的措施", "; no measure is to move it yet"));
    return phrase.say(who).say("。", ".").sentence();
  }

  private Words measure(Measure measure) {
    Words office = material.office(measure.owner());
    String zh = measure.words().zh().replaceFirst("[。.]$", "");
    String en = measure.words().en().replaceFirst("[。.]$", "");
    return new Words(
        "，对应措施是“%s”，由%s牵头（%s）".formatted(zh, office.zh(), measure.assigned().words().zh()),
        "; it is to be moved by «%s», of the %s (%s)"
            .formatted(en, office.en(), measure.assigned().words().en()));
  }

  /// Figures used in the bulletin that somebody else printed differently.
  private List<Sentence> conflicts() {
    Set<Figure> used = new LinkedHashSet<>();
    for (String series : material.rules().headline()) {
      material.latest(series, Plan.WHOLE).ifPresent(used::add);
      material.latest(series, Plan.WHOLE).flatMap(material::before).ifPresent(used::add);
    }
    material.standings().forEach(standing -> used.addAll(material.restsOn(standing)));
    return used.stream()
        .flatMap(figure -> conflict(figure).stream())
        .limit(MOST_CONFLICTS)
        .toList();
  }

  private Stream<Figure> others(Figure figure) {
    return material
        .figures()
        .knownOn(figure.series().id(), figure.scope(), material.question().knownOn())
        .stream()
        .filter(other -> other.about().equals(figure.about()) && !other.equals(figure));
  }

  private List<Sentence> conflict(Figure figure) {
    List<Figure> differing =
        others(figure).filter(other -> other.value().comparedTo(figure.value()) != 0).toList();
    if (differing.isEmpty()) {
      return List.of();
    }
    boolean whole = figure.scope().equals(Plan.WHOLE);
    Words scope = material.scope(figure.scope());
    var phrase =
        new Phrase("concerns.vintages." + Printed.name(figure) + "." + figure.about())
            .say(figure.about().words())
            .say(whole ? "" : scope.zh(), whole ? " " : " " + scope.en() + " ")
            .say(figure.series().name())
            .say("公布数不一，本分析用", " was printed differently: used here ")
            .number(Printed.of(figure))
            .say(
                "（" + figure.authority().words().zh() + "）",
                " (" + figure.authority().words().en() + ")");
    for (Figure other : differing) {
      phrase
          .say("，另有", ", also ")
          .number(Printed.of(other))
          .say(
              "（" + other.authority().words().zh() + "）",
              " (" + other.authority().words().en() + ")");
    }
    return List.of(phrase.say("。", ".").sentence());
  }

  private Sentence unanswered() {
    var phrase = new Phrase("concerns.unanswered");
    long silent = count(State.NOT_MEASURABLE);
    long apart = count(State.NOT_COMPARABLE);
    for (Standing standing : material.standings()) {
      phrase.weighed(material.restsOn(standing));
    }
    return phrase
        .say("有", "")
        .number(Printed.count(State.NOT_MEASURABLE, Math.toIntExact(silent)))
        .say("项目标没有公布数，", " targets have no published figure, ")
        .number(Printed.count(State.NOT_COMPARABLE, Math.toIntExact(apart)))
        .say(
            "项只有口径或时期不同的数，都不能判断进度，须由牵头单位报送或商统计部门提供。",
            " only figures of another definition or period; they cannot be judged until their"
                + " offices report or the statistical office helps.")
        .sentence();
  }

  private long count(State state) {
    return material.standings().stream()
        .filter(standing -> Objects.equals(standing.state(), state))
        .count();
  }
}
