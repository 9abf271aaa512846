package yuheng.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import yuheng.plan.Proof.Conflict;
import yuheng.plan.Proof.Finding;
import yuheng.plan.Proof.Slack;
import yuheng.plan.Relation.Acknowledged;
import yuheng.plan.Relation.Auxiliary;
import yuheng.plan.Relation.Bounds;
import yuheng.plan.Relation.Counts;
import yuheng.plan.Relation.Implies;
import yuheng.plan.Relation.Part;
import yuheng.plan.Relation.PerYear;
import yuheng.plan.Relation.RatioOf;
import yuheng.plan.Relation.SumsTo;
import yuheng.terms.Language;
import yuheng.terms.Quantity;
import yuheng.terms.Words;

/// Says in words what a proof found, each with its arithmetic written out.
final class Findings {
  private final Plan plan;
  private final List<Slack> slacks;
  private final List<Conflict> conflicts;
  private final SequencedMap<String, Range> ranges;
  private final Pencil pencil;
  private final List<Finding> found = new ArrayList<>();

  /// What an auxiliary quantity can be, in base units; an empty end is open.
  record Range(Optional<Rational> least, Optional<Rational> most) {}

  /// What is said of a relation: the last part of the finding's name, and the words.
  record Said(String kind, Words what, Words arithmetic, List<String> targets) {}

  Findings(
      Plan plan, List<Slack> slacks, List<Conflict> conflicts, SequencedMap<String, Range> ranges) {
    this.plan = plan;
    this.slacks = slacks;
    this.conflicts = conflicts;
    this.ranges = ranges;
    this.pencil = new Pencil(plan);
  }

  List<Finding> all() {
    var implications = new Implications(plan, ranges);
    for (Relation relation : plan.relations().all()) {
      switch (relation) {
        case SumsTo sum -> sum(sum);
        case Counts counts -> counts(counts);
        case RatioOf ratio -> ratio(ratio);
        case Bounds bounds -> bounds(bounds);
        case Implies implies -> add(implies, implications.of(implies));
        case PerYear perYear -> add(perYear, YearlyRate.of(perYear, target(perYear.target())));
      }
    }
    plan.relations().auxiliaries().values().forEach(this::auxiliary);
    conflicts.forEach(this::conflict);
    return found;
  }

  private Target target(String id) {
    return Objects.requireNonNull(plan.targets().get(id));
  }

  private void add(Relation relation, Said said) {
    add(relation.id() + "." + said.kind(), said.what(), said.arithmetic(), said.targets());
  }

  private void add(String id, Words what, Words arithmetic, List<String> targets) {
    Optional<Acknowledged> seen =
        plan.relations().acknowledged().stream()
            .filter(one -> one.finding().equals(id))
            .findFirst();
    found.add(new Finding(id, what, arithmetic, targets, seen));
  }

  private void sum(SumsTo sum) {
    @Nullable Target whole = plan.targets().get(sum.whole());
    if (whole == null) {
      return; // an auxiliary quantity has a range instead
    }
    String reading = sum.reading().isPresent() ? sum.id() : Proof.DECLARED;
    Optional<Quantity> slack =
        slacks.stream()
            .filter(one -> one.target().equals(whole) && one.reading().equals(reading))
            .findFirst()
            .flatMap(Slack::slack)
            .map(Shown::rounded);
    if (slack.isEmpty()) {
      return;
    }
    Words arithmetic = both(language -> pencil.addition(sum, language));
    List<String> concerned =
        onlyTargets(
            Stream.concat(Stream.of(sum.whole()), sum.parts().stream().map(Part::target))
                .toArray(String[]::new));
    String zh = sum.reading().map(words -> words.zh() + "：").orElse("");
    String en = sum.reading().map(words -> words.en() + ": ").orElse("");
    int sign = slack.get().amount().signum();
    if (sign < 0) {
      String zhGap =
          new Quantity(slack.get().amount().negate(), slack.get().unit()).show(Language.ZH);
      String enGap =
          new Quantity(slack.get().amount().negate(), slack.get().unit()).show(Language.EN);
      add(
          sum.id() + ".short",
          sum.more()
              ? new Words(
                  zh + "没有列出的部分须补足" + zhGap + "。",
                  en + "the parts that are not listed have to make up " + enGap + ".")
              : new Words(
                  zh + "按各部分的承诺，合计比总目标少" + zhGap + "。",
                  en + "what the parts commit to is " + enGap + " less than the whole."),
          arithmetic,
          concerned);
    } else if (sign == 0 && whole.sense() == Sense.MORE_THAN) {
      add(
          sum.id() + ".not-secured",
          new Words(
              zh + "各部分恰好等于总目标，“超过”没有余量：任何一项差一点，总目标就落空。",
              en
                  + "the parts come to the number itself, so «more than» is not secured: if any of"
                  + " them is a little short, the whole fails."),
          arithmetic,
          concerned);
    } else if (sign == 0) {
      add(
          sum.id() + ".no-reserve",
          new Words(
              zh + "各部分恰好等于总目标，没有预留。",
              en + "the parts come to the number itself; there is no reserve."),
          arithmetic,
          concerned);
    }
  }

  private List<String> onlyTargets(String... names) {
    return Stream.of(names).filter(plan.targets()::containsKey).toList();
  }

  /// Told where other numbers force the quotient from the side that its target asks.
  private void ratio(RatioOf ratio) {
    Target target = target(ratio.ratio());
    slacks.stream()
        .filter(one -> one.target().equals(target) && one.reading().equals(Proof.DECLARED))
        .findFirst()
        .flatMap(Slack::slack)
        .ifPresent(
            slack -> {
              boolean most = target.sense() == Sense.AT_MOST;
              boolean enough = slack.amount().signum() >= 0;
              Rational room = LinearModel.base(slack);
              Rational number = LinearModel.base(target.value());
              Quantity forced = Shown.in(most ? number.minus(room) : number.plus(room), target);
              add(
                  ratio.id() + (enough ? ".follows" : ".not-forced"),
                  new Words(
                      "由其他数字得：%s%s%s；%s。"
                          .formatted(
                              pencil.named(ratio.ratio(), Language.ZH),
                              most ? "最多" : "至少",
                              forced.show(Language.ZH),
                              enough ? "目标随之达到" : "目标还要另外保证"),
                      "The other numbers make %s %s %s; %s."
                          .formatted(
                              pencil.named(ratio.ratio(), Language.EN),
                              most ? "at most" : "at least",
                              forced.show(Language.EN),
                              enough ? "the target follows" : "the target does not follow")),
                  both(
                      language ->
                          pencil.written(ratio.over(), language)
                              + " ÷ "
                              + pencil.written(ratio.under(), language)
                              + (most ? " ≤ " : " ≥ ")
                              + forced.show(language)),
                  onlyTargets(ratio.ratio(), ratio.over(), ratio.under()));
            });
  }

  /// Told for a target: how far its number stays from what the world allows.
  private void bounds(Bounds bounds) {
    @Nullable Target target = plan.targets().get(bounds.quantity());
    if (target == null) {
      return; // an auxiliary quantity has a range instead
    }
    bounds.atLeast().ifPresent(bound -> room(bounds, target, bound, false));
    bounds.atMost().ifPresent(bound -> room(bounds, target, bound, true));
  }

  private void room(Bounds bounds, Target target, Quantity bound, boolean most) {
    Rational limit = LinearModel.base(bound);
    var written = new Words(bound.show(Language.ZH), bound.show(Language.EN));
    if (bounds.per().isPresent()) {
      @Nullable Target per = plan.targets().get(bounds.per().get());
      if (per == null) {
        return; // the auxiliary quantity's range tells it
      }
      limit = limit.times(LinearModel.base(per.value()));
      String times = " × ";
      written =
          new Words(
              written.zh() + times + per.value().show(Language.ZH),
              written.en() + times + per.value().show(Language.EN));
    }
    Rational number = LinearModel.base(target.value());
    Rational room = most ? limit.minus(number) : number.minus(limit);
    boolean within = room.signum() >= 0;
    Quantity gap = Shown.in(within ? room : room.negated(), target);
    Words shown = written;
    add(
        bounds.id() + (within ? ".room" : ".beyond"),
        new Words(
            "%s：%s%s%s。"
                .formatted(
                    bounds.why().zh(),
                    within ? "余地" : "超出",
                    gap.show(Language.ZH),
                    most ? "（上限）" : "（下限）"),
            "%s: %s of %s (%s)."
                .formatted(
                    bounds.why().en(), within ? "room" : "beyond it by",
                    gap.show(Language.EN), most ? "upper bound" : "lower bound")),
        both(
            language ->
                target.value().show(language)
                    + (most == within ? " ≤ " : " ≥ ")
                    + shown.in(language)),
        onlyTargets(bounds.quantity(), bounds.per().orElse(bounds.quantity())));
  }

  private void auxiliary(Auxiliary auxiliary) {
    Range range =
        ranges.getOrDefault(auxiliary.id(), new Range(Optional.empty(), Optional.empty()));
    List<Relation> about =
        plan.relations().all().stream()
            .filter(relation -> speaksOf(relation, auxiliary.id()))
            .toList();
    if (about.isEmpty()) {
      return; // nothing speaks of it; the lint says so
    }
    add(
        auxiliary.id() + ".range",
        both(
            language ->
                auxiliary.name().in(language)
                    + " "
                    + Implications.shown(range, auxiliary.unit(), language)
                    + (language == Language.ZH ? "。" : ".")),
        both(
            language ->
                about.stream()
                    .map(relation -> pencil.equation(relation, language))
                    .collect(Collectors.joining(language == Language.ZH ? "；" : "; "))),
        about.stream()
            .flatMap(relation -> LinearModel.names(relation).stream())
            .filter(plan.targets()::containsKey)
            .distinct()
            .toList());
  }

  private static boolean speaksOf(Relation relation, String name) {
    boolean another = relation instanceof SumsTo sum && sum.reading().isPresent();
    return !another && LinearModel.names(relation).contains(name);
  }

  private void counts(Counts counts) {
    Target number = target(counts.number());
    Rational asked = LinearModel.base(number.value());
    Rational named = Rational.of(counts.named().size());
    boolean about = number.sense() == Sense.ABOUT;
    Rational margin = asked.times(Rational.of(Sense.ABOUT_PERCENT)).per(Rational.of(100));
    Rational gap = asked.minus(named);
    boolean fits = about ? gap.compareTo(margin) <= 0 : gap.signum() <= 0;
    Words list =
        both(
            language ->
                counts.named().stream()
                    .map(words -> words.in(language))
                    .collect(Collectors.joining(language == Language.ZH ? "、" : ", ")));
    String asks = number.value().digits();
    add(
        counts.id() + (fits ? ".named" : ".not-all-named"),
        fits
            ? new Words(
                "点名%s个，与“%s%s”相符。".formatted(named, asks, about ? "左右" : ""),
                "%s are named, which fits %s%s.".formatted(named, about ? "about " : "", asks))
            : new Words(
                "要求%s个，只点名%s个；其余没有说明。".formatted(asks, named),
                "%s are asked, only %s are named; the rest is left open.".formatted(asks, named)),
        list,
        List.of(number.id()));
  }

  private void conflict(Conflict conflict) {
    boolean relations = conflict.members().isEmpty();
    add(
        "conflict." + conflict.reading(),
        relations ? relationsClash(conflict) : targetsClash(conflict.reading()),
        both(language -> relations ? equations(conflict, language) : numbers(conflict, language)),
        conflict.members().stream().map(Target::id).toList());
  }

  private static String numbers(Conflict conflict, Language language) {
    boolean exactly = conflict.reading().equals(Proof.EXACTLY);
    return conflict.members().stream()
        .map(
            target ->
                target.indicator().name().in(language)
                    + " "
                    + (exactly && target.sense() != Sense.MORE_THAN
                        ? "="
                        : target.sense().words().in(language))
                    + " "
                    + target.value().show(language))
        .collect(Collectors.joining(language == Language.ZH ? "；" : "; "));
  }

  private String equations(Conflict conflict, Language language) {
    return plan.relations().all().stream()
        .filter(relation -> conflict.because().contains(relation.id()))
        .map(relation -> pencil.equation(relation, language))
        .collect(Collectors.joining(language == Language.ZH ? "；" : "; "));
  }

  private static Words relationsClash(Conflict conflict) {
    return new Words(
        "这些关系本身互相矛盾：" + String.join("、", conflict.because()) + "。",
        "These relations contradict each other: " + String.join(", ", conflict.because()) + ".");
  }

  private static Words targetsClash(String reading) {
    return switch (reading) {
      case Proof.DECLARED ->
          new Words(
              "这些目标互相矛盾，去掉任何一个才能相容。",
              "These targets contradict each other; without any one of them the others can be"
                  + " met.");
      case Proof.EXACTLY ->
          new Words(
              "若各数都读作“正好”，这些目标互相矛盾。",
              "If every number is read as exact, these targets contradict each other.");
      default ->
          new Words(
              "按“%s”这一读法，这些目标互相矛盾。".formatted(reading),
              "Under the reading `%s` these targets contradict each other.".formatted(reading));
    };
  }

  interface InLanguage {
    String in(Language language);
  }

  static Words both(InLanguage text) {
    return new Words(text.in(Language.ZH), text.in(Language.EN));
  }
}
