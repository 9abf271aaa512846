package yuheng.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import yuheng.draft.Decision.Accept;
import yuheng.draft.Decision.AcceptRelation;
import yuheng.draft.Decision.Add;
import yuheng.draft.Decision.Bind;
import yuheng.draft.Decision.Change;
import yuheng.draft.Decision.ChangeHead;
import yuheng.draft.Decision.Made;
import yuheng.draft.Decision.Reject;
import yuheng.draft.Decision.RejectRelation;
import yuheng.draft.Decision.Undo;
import yuheng.draft.Review.Item;
import yuheng.draft.Review.RelationItem;
import yuheng.draft.Review.Standing;
import yuheng.draft.Review.Status;
import yuheng.draft.Review.Taken;
import yuheng.terms.Words;

/// Goes through decisions in their order and sees what each of them comes to.
final class Replay {
  private final Draft draft;
  private final Drawing drawing;
  private final Map<String, ReviewItem> items = new LinkedHashMap<>();
  private final Map<String, RelationItem> relations = new LinkedHashMap<>();
  private Head head;
  private Optional<Words> refused = Optional.empty();

  Replay(Draft draft, Drawing drawing) {
    this.draft = draft;
    this.drawing = drawing;
    this.head = draft.head();
    draft.proposals().forEach(each -> items.put(each.key(), ReviewItem.drawn(each)));
    draft
        .relations()
        .forEach(
            each ->
                relations.put(each.id(), new RelationItem(each, Status.OPEN, Optional.empty())));
  }

  /// Every decision with what has become of it.
  List<Taken> all(List<Made> made) {
    Set<Integer> stale = stale(made);
    Set<Integer> undone = undone(made, stale);
    var standings = new ArrayList<Standing>();
    var last = new LinkedHashMap<String, Integer>();
    for (int number = 1; number <= made.size(); number++) {
      Decision decision = made.get(number - 1).decision();
      if (stale.contains(number)) {
        standings.add(Standing.STALE);
      } else if (undone.contains(number)) {
        standings.add(Standing.UNDONE);
      } else {
        Optional<Words> wrong = apply(decision, number);
        refused = number == made.size() ? wrong : Optional.empty();
        standings.add(wrong.isPresent() ? Standing.WITHOUT_OBJECT : Standing.IN_FORCE);
        @Nullable Integer before = wrong.isPresent() ? null : last.put(decision.about(), number);
        if (before != null) {
          standings.set(before - 1, Standing.REPLACED);
        }
      }
    }
    var history = new ArrayList<Taken>();
    for (int i = 0; i < made.size(); i++) {
      history.add(new Taken(i + 1, made.get(i), standings.get(i)));
    }
    return List.copyOf(history);
  }

  /// Why the last decision cannot be.
  Optional<Words> refused() {
    return refused;
  }

  /// A decision about the same thing that its maker had not seen.
  static Optional<Taken> since(List<Taken> history, Made one) {
    return history.stream()
        .filter(taken -> taken.number() > one.on())
        .filter(taken -> taken.standing() != Standing.STALE)
        .filter(taken -> taken.made().decision().about().equals(one.decision().about()))
        .reduce((_, later) -> later);
  }

  static Words told(Taken since) {
    return new Words(
        "%s在您打开之后已先作了裁定（第%d号）；您的裁定留在记录里，没有生效，请看过之后再定。".formatted(since.made().by(), since.number()),
        "%s decided about this after you opened it (decision %d); yours is kept and does not count: look again and decide."
            .formatted(since.made().by(), since.number()));
  }

  private static Set<Integer> stale(List<Made> made) {
    var stale = new HashSet<Integer>();
    var last = new LinkedHashMap<String, Integer>();
    for (int number = 1; number <= made.size(); number++) {
      Made one = made.get(number - 1);
      @Nullable Integer before = last.get(one.decision().about());
      if (before != null && before > one.on()) {
        stale.add(number);
      } else {
        last.put(one.decision().about(), number);
      }
    }
    return stale;
  }

  private static Set<Integer> undone(List<Made> made, Set<Integer> stale) {
    var undone = new HashSet<Integer>();
    for (int number = made.size(); number >= 1; number--) {
      if (made.get(number - 1).decision() instanceof Undo(int earlier)
          && !stale.contains(number)
          && !undone.contains(number)) {
        undone.add(earlier);
      }
    }
    return undone;
  }

  private Optional<Words> apply(Decision decision, int number) {
    return switch (decision) {
      case Accept accept -> on(accept.key(), item -> item.accepted());
      case Reject reject -> on(reject.key(), item -> item.rejected(reject.why()));
      case Change change ->
          wrong(change.key(), change.fields())
              .or(() -> on(change.key(), item -> item.changed(change.fields())));
      case Bind bind -> bind(bind);
      case Add add -> add(add);
      case AcceptRelation accept -> relation(accept.id(), Status.ACCEPTED, Optional.empty());
      case RejectRelation reject ->
          relation(reject.id(), Status.REJECTED, Optional.of(reject.why()));
      case ChangeHead change -> head(change);
      case Undo undo ->
          undo.number() >= 1 && undo.number() < number
              ? Optional.empty()
              : Optional.of(DecisionWords.noDecision(undo.number()));
    };
  }

  private Optional<Words> on(String key, UnaryOperator<ReviewItem> change) {
    @Nullable ReviewItem item = items.get(key);
    if (item == null) {
      return Optional.of(DecisionWords.noProposal(key));
    }
    items.put(key, change.apply(item));
    return Optional.empty();
  }

  /// What cannot be among the fields that a person gives.
  private Optional<Words> wrong(String key, Fields fields) {
    Optional<String> id = fields.id();
    boolean taken =
        id.isPresent()
            && items.values().stream()
                .anyMatch(
                    item ->
                        !item.drawn().key().equals(key)
                            && item.status() != Status.REJECTED
                            && item.edited().id().equals(id.get()));
    if (taken) {
      return id.map(DecisionWords::idTaken);
    }
    if (id.isPresent() && !id.get().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      return id.map(DecisionWords::notKebab);
    }
    if (fields.name().filter(String::isBlank).isPresent()
        || fields.english().filter(String::isBlank).isPresent()) {
      return Optional.of(DecisionWords.noName());
    }
    return fields
        .value()
        .filter(value -> !Amounts.isWritable(value))
        .map(DecisionWords::notWritable);
  }

  private Optional<Words> bind(Bind bind) {
    Optional<Known.Definition> definition = draft.known().find(bind.plan(), bind.indicator());
    if (definition.isEmpty()) {
      return Optional.of(DecisionWords.noDefinition(bind.plan(), bind.indicator()));
    }
    @Nullable ReviewItem item = items.get(bind.key());
    if (item == null) {
      return Optional.of(DecisionWords.noProposal(bind.key()));
    }
    var unit = definition.get().indicator().unit();
    var own = item.edited().value().unit();
    if (!own.hasTheDimensionOf(unit) && !(own.counts() && unit.counts())) {
      return Optional.of(DecisionWords.unitDoesNotFit(own, unit));
    }
    return on(bind.key(), each -> each.bound(definition.get()));
  }

  private Optional<Words> add(Add add) {
    String text = draft.text().text();
    int length = text.codePointCount(0, text.length());
    if (add.start() < 0 || add.end() <= add.start() || add.end() > length) {
      return Optional.of(DecisionWords.noPlace(add.start(), add.end()));
    }
    Optional<Proposal> asked = drawing.ask(draft, add.start(), add.end());
    Optional<Proposal> said = asked.or(() -> drawing.said(draft, add));
    if (said.isEmpty()) {
      return Optional.of(DecisionWords.sayAll());
    }
    Proposal proposal = Edited.of(said.get()).key(add.about()).proposal();
    boolean overlaps =
        items.values().stream()
            .filter(item -> item.status() != Status.REJECTED)
            .map(ReviewItem::drawn)
            .filter(each -> !each.key().equals(add.about()))
            .anyMatch(
                each ->
                    each.text().start() < proposal.text().end()
                        && proposal.text().start() < each.text().end());
    if (overlaps) {
      return Optional.of(DecisionWords.overlaps(proposal.text().quote()));
    }
    Optional<Words> wrong = wrong(add.about(), add.fields());
    if (wrong.isEmpty()) {
      items.put(add.about(), ReviewItem.added(proposal).changed(add.fields()));
    }
    return wrong;
  }

  private Optional<Words> relation(String id, Status status, Optional<String> why) {
    @Nullable RelationItem item = relations.get(id);
    if (item == null) {
      return Optional.of(DecisionWords.noRelation(id));
    }
    relations.put(id, new RelationItem(item.relation(), status, why));
    return Optional.empty();
  }

  private Optional<Words> head(ChangeHead change) {
    var span = change.span().orElse(head.span());
    int horizon = change.horizon().orElse(Math.max(head.horizon(), span.lastDay().getYear()));
    boolean years = span.isYear() || span.isYears();
    boolean kebab = change.id().orElse(head.id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    if (!years || horizon < span.lastDay().getYear() || !kebab) {
      return Optional.of(DecisionWords.headWrong());
    }
    head =
        new Head(
            change.id().orElse(head.id()),
            change.title().orElse(head.title()),
            change.issuer().or(() -> head.issuer()),
            change.issued().or(() -> head.issued()),
            span,
            horizon,
            List.of());
    return Optional.empty();
  }

  /// Every item with its changes, in the order of the text.
  List<Item> items() {
    List<ReviewItem> sorted =
        items.values().stream()
            .sorted(Comparator.comparingInt(item -> item.drawn().text().start()))
            .toList();
    List<Proposal> named = Naming.named(sorted.stream().map(ReviewItem::edited).toList());
    var all = new ArrayList<Item>();
    for (int i = 0; i < sorted.size(); i++) {
      ReviewItem item = sorted.get(i);
      all.add(new Item(named.get(i), item.status(), item.isAdded(), item.why()));
    }
    return List.copyOf(all);
  }

  List<RelationItem> relations() {
    return List.copyOf(relations.values());
  }

  Head head() {
    return head;
  }
}
