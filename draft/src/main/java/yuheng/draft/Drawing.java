package yuheng.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import yuheng.draft.Guesses.Guess;
import yuheng.draft.Proposal.Likeness;
import yuheng.draft.Proposal.Measure;
import yuheng.plan.Indicator;
import yuheng.plan.Sense;
import yuheng.plan.Target.Anchor;
import yuheng.plan.Target.Baseline;
import yuheng.plan.TimeShape;
import yuheng.prose.Mention;
import yuheng.prose.Mention.Role;
import yuheng.prose.Mention.Timing;
import yuheng.prose.PolicyText;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Words;

/// Draws up a draft: one proposal for each committed number, everything uncertain as a doubt.
final class Drawing {
  private static final int BASE_NEAR = 16;
  private static final Pattern WHOLE_BRANCH = Pattern.compile("^(?:全行业|全产业|本行业|行业)");
  private static final Pattern EVERYWHERE =
      Pattern.compile("全市|全省|全区|全县|全州|全盟|全旗|全国|全自治区|我市|我省|我区|我县|本市|本省");

  private final PolicyText text;
  private final Known known;
  private final int[] points;
  private final Clause clause;
  private final Map<String, Integer> subjects = new HashMap<>();
  private Optional<List<Mention>> found = Optional.empty();

  Drawing(PolicyText text, Known known) {
    this.text = text;
    this.known = known;
    this.points = text.text().codePoints().toArray();
    this.clause = new Clause(points);
  }

  /// The grammar is asked once.
  private synchronized List<Mention> mentions() {
    List<Mention> all = found.orElseGet(text::mentions);
    found = Optional.of(all);
    return all;
  }

  Draft draft() {
    List<Mention> committed =
        mentions().stream().filter(each -> each.role() == Role.COMMITTED).toList();
    Head head = new HeadReader(text.text(), committed).head();
    committed.forEach(each -> subjects.merge(Likening.plain(subject(each)), 1, Integer::sum));
    var proposals = new ArrayList<Proposal>();
    for (Mention mention : committed) {
      Optional<Proposal> before =
          proposals.stream().filter(each -> overlaps(each, mention)).findFirst();
      if (before.isPresent()) {
        proposals.set(proposals.indexOf(before.get()), alsoSaid(before.get(), mention));
      } else {
        proposals.add(proposal(mention, head));
      }
    }
    List<Proposal> named = Naming.named(proposals);
    return new Draft(text, head, named, RelationFinder.of(named, points, this::scopeOf), known);
  }

  private static boolean overlaps(Proposal proposal, Mention mention) {
    return mention.start() < proposal.text().end() && proposal.text().start() < mention.end();
  }

  /// A range (3—5家) is two bounds at one place, and a place has one target.
  private static Proposal alsoSaid(Proposal first, Mention second) {
    var doubts = new ArrayList<>(first.doubts());
    String other = second.comparator().sign() + " " + second.value().toPlainString();
    doubts.add(
        new Doubt(
            Doubt.Field.VALUE,
            new Words(
                "同一处还说了另一个数（%s），一处只能有一个目标，这里只取第一个。".formatted(other),
                "The same place says another number too (%s); a place has one target, so the first was taken."
                    .formatted(other))));
    return Edited.of(first).doubts(doubts).proposal();
  }

  Optional<Proposal> ask(Draft draft, int start, int end) {
    return mentions().stream()
        .filter(mention -> mention.start() < end && start < mention.end())
        .max(
            Comparator.comparingInt(
                mention -> Math.min(end, mention.end()) - Math.max(start, mention.start())))
        .map(
            mention -> {
              Proposal proposal = proposal(mention, draft.head());
              var all = new ArrayList<>(draft.proposals());
              all.add(proposal);
              return Naming.named(all).getLast();
            });
  }

  /// A proposal that a person gave all of; empty when something is missing or the place crosses a
  /// line.
  Optional<Proposal> said(Draft draft, Decision.Add add) {
    String quote = words(add.start(), add.end());
    Fields fields = add.fields();
    if (fields.name().isEmpty() || fields.value().isEmpty() || quote.contains("\n")) {
      return Optional.empty();
    }
    Quantity value = fields.value().get();
    var measure =
        new Measure(
            Naming.NONE, Words.same(fields.name().get()), value.unit(), TimeShape.STOCK, false);
    return Optional.of(
        new Proposal(
            add.about(),
            Naming.NONE,
            new Anchor(add.start(), add.end(), quote),
            "",
            measure,
            value,
            said(add.start(), add.end()).orElse(Sense.AT_LEAST),
            Guesses.lastYear(draft.head().span()),
            Optional.empty(),
            Optional.empty(),
            Likening.of(fields.name().get(), value.unit(), known),
            List.of(),
            Optional.empty()));
  }

  private Proposal proposal(Mention mention, Head head) {
    var doubts = new ArrayList<Doubt>();
    mention.doubts().forEach(said -> doubts.add(DraftWords.ofGrammar(said)));
    if (mention.role() != Role.COMMITTED) {
      doubts.add(DraftWords.role(mention));
    }
    Quantity value = value(mention, doubts);
    String name = name(mention, doubts);
    List<Likeness> near = Likening.of(name, value.unit(), known);
    Optional<Likeness> taken = taken(near);
    taken.filter(each -> each.score() < 1).ifPresent(each -> doubts.add(DraftWords.likely(each)));
    Guess<TimeShape> time =
        Guesses.time(mention, name, value.unit(), clause.before(mention.start()));
    Guess<Boolean> lower = Guesses.lowerIsBetter(mention, name);
    Optional<Indicator> definition = taken.map(each -> each.definition().indicator());
    TimeShape shape = definition.map(Indicator::time).orElse(time.taken());
    boolean less = definition.map(Indicator::lowerIsBetter).orElse(lower.taken());
    Guess<Sense> sense = Guesses.sense(mention, less, said(mention.start(), mention.end()));
    Guess<Period> period = Guesses.period(mention, shape, name, head.span());
    doubts.addAll(Guesses.doubts(List.of(sense, period)));
    if (taken.isEmpty()) {
      doubts.addAll(Guesses.doubts(List.of(time, lower)));
    }
    var measure =
        new Measure(
            Naming.NONE,
            definition.map(Indicator::name).orElse(Words.same(name)),
            definition
                .map(Indicator::unit)
                .filter(unit -> unit.hasTheDimensionOf(value.unit()))
                .orElse(value.unit()),
            shape,
            less);
    return new Proposal(
        mention.start() + "-" + mention.end(),
        Naming.NONE,
        new Anchor(mention.start(), mention.end(), words(mention.start(), mention.end())),
        mention.article(),
        measure,
        value,
        sense.taken(),
        period.taken(),
        baseline(mention, period.taken(), head.span(), value, doubts),
        taken,
        near,
        doubts,
        Optional.of(mention));
  }

  /// The best likeness, where no other is as good.
  private static Optional<Likeness> taken(List<Likeness> near) {
    boolean alone = near.size() < 2 || near.get(1).score() < near.getFirst().score();
    return near.stream()
        .limit(1)
        .filter(each -> each.score() >= Likening.TAKEN && alone)
        .findFirst();
  }

  private static Quantity value(Mention mention, List<Doubt> doubts) {
    Optional<Quantity> read = Amounts.of(mention);
    if (read.isEmpty()) {
      doubts.add(DraftWords.unitUnknown(mention));
    }
    return read.orElseGet(() -> Quantity.of(mention.value().abs().toPlainString() + "个"));
  }

  private String name(Mention mention, List<Doubt> doubts) {
    String subject = subject(mention);
    String scope = mention.scope().isBlank() && !needsOwner(mention) ? "" : scope(mention);
    boolean owned = scope.isEmpty() || subject.contains(scope) || subject.contains(root(scope));
    String name = Guesses.nameOfChange(mention, owned ? subject : scope + subject);
    if (subject.isBlank()) {
      doubts.add(DraftWords.noName());
      return name.isBlank() ? mention.raw() : name;
    }
    return name;
  }

  private String subject(Mention mention) {
    String said = WHOLE_BRANCH.matcher(mention.subject().strip()).replaceFirst("");
    return said.isBlank() ? clause.ofName(mention.start()) : said;
  }

  /// Its name alone does not say whose it is: the text gives several numbers under that name, or
  /// speaks of the whole branch.
  private boolean needsOwner(Mention mention) {
    return subjects.getOrDefault(Likening.plain(subject(mention)), 0) > 1
        || WHOLE_BRANCH.matcher(mention.subject().strip()).lookingAt();
  }

  private String scopeOf(Proposal proposal) {
    return proposal.mention().map(this::scope).orElse("");
  }

  /// Whose quantity it is, where that is not everybody: what the grammar found, else the branch
  /// that the article is about.
  private String scope(Mention mention) {
    String said = EVERYWHERE.matcher(mention.scope().strip()).replaceAll("").strip();
    return mention.scope().isBlank() ? clause.branch(mention.start()) : said;
  }

  /// 电子信息产业 as 电子信息.
  private static String root(String scope) {
    String root = scope.replaceFirst("(?:产业|行业|业)$", "");
    return root.length() < 2 ? scope : root;
  }

  private Optional<Sense> said(int start, int end) {
    return Sense.saidBy(clause.before(start), clause.behind(end));
  }

  private String words(int from, int to) {
    return new String(points, from, to - from);
  }

  /// The number that the text says it starts from, right before: 由13%提高到13.8%.
  private Optional<Baseline> baseline(
      Mention mention, Period period, Period span, Quantity value, List<Doubt> doubts) {
    Optional<Mention> base =
        mentions().stream()
            .filter(each -> each.role() == Role.BASE && each.end() <= mention.start())
            .filter(each -> mention.start() - each.end() <= BASE_NEAR)
            .filter(each -> each.unit().equals(mention.unit()))
            .reduce((_, later) -> later);
    return base.flatMap(
        start -> {
          Optional<Quantity> amount =
              Amounts.of(start).filter(each -> each.unit().hasTheDimensionOf(value.unit()));
          boolean dated =
              start.timing() instanceof Timing.In(Period at)
                  && at.lastDay().isBefore(period.start());
          Period about =
              dated && start.timing() instanceof Timing.In(Period at)
                  ? at
                  : Period.year(span.start().getYear() - 1);
          if (amount.isPresent() && !dated) {
            doubts.add(DraftWords.baseYear(about));
          }
          return amount.map(
              each -> new Baseline(about, Optional.of(each), Optional.of("正文：" + start.raw())));
        });
  }
}
