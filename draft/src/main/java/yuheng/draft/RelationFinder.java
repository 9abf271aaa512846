package yuheng.draft;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.plan.Relation.Counts;
import yuheng.plan.Relation.Part;
import yuheng.plan.Relation.SumsTo;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Proposes relations whose numbers agree exactly: the same quantity of several branches that adds
/// to the whole, and a count that follows a list of just so many names. Where anything else could
/// be meant too, nothing is proposed.
final class RelationFinder {
  private static final Pattern SENTENCE_END = Pattern.compile("[。；;\\n]");
  private static final Pattern ASIDE = Pattern.compile("累计|五年|工业|全社会|总额|总量");
  private static final Pattern COUNT = Pattern.compile("[一二两三四五六七八九十\\d]+(?:大|个|项|家|类|条|座)");
  private static final Pattern LIST =
      Pattern.compile("([\\p{IsHan}A-Za-z0-9“”（）()＋+]+(?:、[\\p{IsHan}A-Za-z0-9“”（）()＋+]+)+)等?$");
  private static final Pattern VERB =
      Pattern.compile("^.*(?:形成|建成|建设|打造|构建|做大做强|做强做大|做大|做强|培育|发展|推进|实施|建立|包括|围绕|加快|重点|完成|建好|抓好)");
  private static final Pattern ASIDE_OF_NAME = Pattern.compile("^\\d+(?:\\.\\d+)?[万亿]+元?|等$");
  private static final int FAR = 120;

  private final List<Proposal> proposals;
  private final int[] points;
  private final Function<Proposal, String> scope;

  private RelationFinder(List<Proposal> proposals, int[] points, Function<Proposal, String> scope) {
    this.proposals = proposals;
    this.points = points;
    this.scope = scope;
  }

  /// @param scope whose quantity it is; empty for everybody's
  static List<ProposedRelation> of(
      List<Proposal> proposals, int[] points, Function<Proposal, String> scope) {
    var finder = new RelationFinder(proposals, points, scope);
    var found = new ArrayList<>(finder.sums());
    for (int i = 0; i < proposals.size(); i++) {
      finder
          .among(i)
          .filter(each -> found.stream().noneMatch(other -> other.id().equals(each.id())))
          .ifPresent(found::add);
    }
    proposals.forEach(proposal -> finder.named(proposal).ifPresent(found::add));
    return found;
  }

  private List<ProposedRelation> sums() {
    var groups = new LinkedHashMap<String, List<Proposal>>();
    for (Proposal proposal : proposals) {
      if (proposal.mention().isPresent() && !Guesses.isChange(proposal.mention().get())) {
        groups.computeIfAbsent(kind(proposal), _ -> new ArrayList<>()).add(proposal);
      }
    }
    var found = new ArrayList<ProposedRelation>();
    groups.values().forEach(group -> sum(group).ifPresent(found::add));
    return found;
  }

  private String kind(Proposal proposal) {
    String name = Likening.plain(proposal.indicator().name().zh());
    String owner = Likening.plain(scope.apply(proposal));
    String core = owner.isEmpty() ? name : name.replace(owner, "");
    return String.join(
        "|",
        ASIDE.matcher(core).replaceAll(""),
        proposal.value().unit().dimension().toString(),
        proposal.period().toString());
  }

  private Optional<ProposedRelation> sum(List<Proposal> group) {
    List<Proposal> wholes = group.stream().filter(this::isWhole).toList();
    List<Proposal> parts = group.stream().filter(each -> !isWhole(each)).toList();
    boolean additive =
        !group.getFirst().value().unit().dimension().isEmpty()
            && group.getFirst().value().unit().dimension().values().stream()
                .allMatch(power -> power > 0);
    var scopes = new HashSet<String>();
    parts.forEach(part -> scopes.add(scope.apply(part)));
    if (!additive || wholes.size() != 1 || parts.size() < 2 || scopes.size() != parts.size()) {
      return Optional.empty();
    }
    return sum(wholes.getFirst(), parts);
  }

  /// 总产值1200亿元，其中A500亿元、B400亿元、C300亿元。: what follows 其中 in the same sentence.
  private Optional<ProposedRelation> among(int index) {
    Proposal whole = proposals.get(index);
    var parts = new ArrayList<Proposal>();
    int at = whole.text().end();
    boolean within = false;
    for (Proposal next : proposals.subList(index + 1, proposals.size())) {
      String between = new String(points, at, next.text().start() - at);
      within |= between.contains("其中");
      boolean sameKind =
          next.value().unit().hasTheDimensionOf(whole.value().unit())
              && next.period().equals(whole.period());
      if (!within || !sameKind || SENTENCE_END.matcher(between).find()) {
        break;
      }
      parts.add(next);
      at = next.text().end();
    }
    return parts.size() < 2 || isChange(whole) ? Optional.empty() : sum(whole, parts);
  }

  private static boolean isChange(Proposal proposal) {
    return proposal.mention().filter(Guesses::isChange).isPresent();
  }

  private static Optional<ProposedRelation> sum(Proposal whole, List<Proposal> parts) {
    BigDecimal total =
        parts.stream().map(RelationFinder::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    if (total.compareTo(amount(whole)) != 0) {
      return Optional.empty();
    }
    Unit unit = parts.getFirst().value().unit();
    String numbers =
        String.join(" + ", parts.stream().map(part -> part.value().in(unit).digits()).toList());
    String arithmetic = "%s = %s %s".formatted(numbers, whole.value().in(unit).digits(), unit);
    var why =
        new Words(
            "各部分相加正好等于总数：%s。".formatted(arithmetic),
            "The parts add exactly to the whole: %s.".formatted(arithmetic));
    var relation =
        new SumsTo(
            whole.id() + "-parts",
            why,
            whole.id(),
            parts.stream().map(part -> new Part(part.id(), false)).toList(),
            false,
            List.of(),
            Optional.empty(),
            Optional.empty());
    return Optional.of(new ProposedRelation(relation, Words.same(arithmetic)));
  }

  /// Its scope says nothing but everything.
  private boolean isWhole(Proposal proposal) {
    return Likening.plain(scope.apply(proposal)).isEmpty();
  }

  private static BigDecimal amount(Proposal proposal) {
    Quantity value = proposal.value();
    return value.amount().multiply(value.unit().scale());
  }

  /// A、B、C三大产业集群: a count right behind a list of as many names.
  private Optional<ProposedRelation> named(Proposal proposal) {
    if (!COUNT.matcher(proposal.text().quote()).matches()) {
      return Optional.empty();
    }
    int start = proposal.text().start();
    String before = new String(points, Math.max(0, start - FAR), start - Math.max(0, start - FAR));
    Matcher list = LIST.matcher(before.substring(before.lastIndexOf('\n') + 1));
    if (!list.find()) {
      return Optional.empty();
    }
    var names = new ArrayList<>(List.of(list.group(1).split("、", -1)));
    names.set(0, VERB.matcher(names.getFirst()).replaceFirst(""));
    names.replaceAll(name -> ASIDE_OF_NAME.matcher(name).replaceAll(""));
    boolean whole = names.stream().noneMatch(name -> name.isBlank() || name.contains("和"));
    if (!whole || proposal.value().amount().compareTo(BigDecimal.valueOf(names.size())) != 0) {
      return Optional.empty();
    }
    String arithmetic = "%s = %d".formatted(String.join("、", names), names.size());
    var why =
        new Words(
            "正文点名的正好是%d个。".formatted(names.size()),
            "The text names exactly %d.".formatted(names.size()));
    var relation =
        new Counts(
            proposal.id() + "-named", why, proposal.id(), names.stream().map(Words::same).toList());
    return Optional.of(new ProposedRelation(relation, Words.same(arithmetic)));
  }
}
