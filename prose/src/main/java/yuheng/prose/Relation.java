package yuheng.prose;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import yuheng.prose.Lexicon.Family;
import yuheng.prose.Mention.Comparator;

/// How a quantity relates to its value, read from the words on both its sides.
///
/// @param comparator the relation
/// @param bound for a change, whether more or less is asked
/// @param rule which words said so
record Relation(Comparator comparator, Optional<Comparator> bound, String rule) {
  private static final Map<Family, Comparator> BOUNDS =
      new EnumMap<>(
          Map.of(
              Family.MORE, Comparator.MORE_THAN,
              Family.NOT_LESS, Comparator.AT_LEAST,
              Family.NOT_MORE, Comparator.AT_MOST,
              Family.LESS, Comparator.LESS_THAN,
              Family.NEAR, Comparator.ABOUT));
  private static final String SKIPPED = "了各均再又 的“”为";

  /// The verb that ends right before a quantity.
  ///
  /// @param change 1 for a rise, -1 for a fall, 0 for a level or no verb
  /// @param bound what the words between say
  private record Verb(int change, Optional<Comparator> bound) {}

  static Relation of(Site site) {
    Candidate candidate = site.candidate();
    Optional<Comparator> tail = tail(site);
    switch (candidate.shape()) {
      case LOW -> {
        return range(site, Comparator.AT_LEAST);
      }
      case HIGH -> {
        return range(site, Comparator.AT_MOST);
      }
      case DOUBLING -> {
        return new Relation(Comparator.RISES_BY, tail, "comparator.doubling");
      }
      case PLAIN, GREAT, NO_UNIT, RATIO -> {}
    }
    Verb verb = verb(site.lead());
    Optional<Comparator> bound = tail.or(verb::bound);
    if (bound.isEmpty() && candidate.vague()) {
      bound = Optional.of(Comparator.MORE_THAN);
    }
    int change = change(site, verb);
    if (change != 0 && !isYearlyRate(site)) {
      Comparator way = change > 0 ? Comparator.RISES_BY : Comparator.FALLS_BY;
      return new Relation(way, bound, change > 0 ? "comparator.rise" : "comparator.fall");
    }
    String rule = bound.isEmpty() ? "comparator.level" : "comparator.bound";
    return new Relation(bound.orElse(Comparator.IS), Optional.empty(), rule);
  }

  private static Relation range(Site site, Comparator comparator) {
    Verb verb = verb(site.lead());
    int change = change(site, verb);
    if (change == 0 || isYearlyRate(site)) {
      return new Relation(comparator, Optional.empty(), "comparator.range");
    }
    return new Relation(comparator, Optional.empty(), "comparator.range");
  }

  private static Optional<Comparator> tail(Site site) {
    return switch (site.tail()) {
      case "以上", "及以上" -> Optional.of(Comparator.AT_LEAST);
      case "以内", "之内", "以下" -> Optional.of(Comparator.AT_MOST);
      case "左右", "上下" -> Optional.of(Comparator.ABOUT);
      default -> Optional.empty();
    };
  }

  private static int change(Site site, Verb verb) {
    Candidate candidate = site.candidate();
    if (verb.change() != 0) {
      return verb.change();
    }
    if (candidate.kind() == Units.Kind.POINTS) {
      return nearestChange(site.lead());
    }
    return candidate.isCount() || candidate.kind().isMeasure() ? headOf(site.lead()) : 0;
  }

  private static int nearestChange(String lead) {
    int rise = Lexicon.of(Family.RISE).lastIn(lead, 0, lead.length());
    int fall = Lexicon.of(Family.FALL).lastIn(lead, 0, lead.length());
    return rise < 0 && fall < 0 ? 0 : rise > fall ? 1 : -1;
  }

  /// 减少农村贫困人口60万人: the verb heads the clause, its noun stands between.
  private static int headOf(String lead) {
    String head = lead.strip();
    for (String promise : new String[] {"力争", "确保", "争取", "净"}) {
      head = head.startsWith(promise) ? head.substring(promise.length()) : head;
    }
    boolean level = head.contains("到") || head.contains("至") || head.contains("为");
    if (level) {
      return 0;
    }
    if (head.startsWith("减少") || head.startsWith("降低") || head.startsWith("削减")) {
      return -1;
    }
    return head.startsWith("增加") ? 1 : 0;
  }

  /// 年均增长7% is a rate, no change over the period; 年均浓度下降 is none.
  private static boolean isYearlyRate(Site site) {
    if (site.candidate().kind() == Units.Kind.POINTS) {
      return false;
    }
    for (String yearly : YEARLY) {
      int at = site.lead().lastIndexOf(yearly);
      if (at >= 0 && changesNext(site.lead(), at + yearly.length())) {
        return true;
      }
    }
    return false;
  }

  private static final String[] YEARLY = {"年均", "平均每年", "年平均", "每年"};
  private static final String[] BETWEEN = {
    "分别", "实际", "名义", "均", "都", "各", "按可比价", "保持", "递", "要", "力争"
  };

  private static boolean changesNext(String lead, int start) {
    int at = start;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (String word : BETWEEN) {
        if (lead.startsWith(word, at)) {
          at += word.length();
          moved = true;
        }
      }
    }
    return Lexicon.of(Family.RISE).startsAt(lead, at) > 0
        || Lexicon.of(Family.FALL).startsAt(lead, at) > 0;
  }

  private static Verb verb(String lead) {
    int end = lead.length();
    Optional<Comparator> bound = Optional.empty();
    for (int step = 0; step < 6 && end > 0; step++) {
      Family family = longestBound(lead, end);
      if (family != null) {
        bound = bound.or(() -> Optional.ofNullable(BOUNDS.get(family)));
        end -= Lexicon.of(family).endsAt(lead, end);
        continue;
      }
      int rise = Lexicon.of(Family.RISE).endsAt(lead, end);
      int fall = Lexicon.of(Family.FALL).endsAt(lead, end);
      if (rise > 0 || fall > 0) {
        boolean level = isRate(lead, end, Math.max(rise, fall), lead.length());
        return new Verb(level ? 0 : rise >= fall ? 1 : -1, bound);
      }
      if (SKIPPED.indexOf(lead.charAt(end - 1)) < 0) {
        break;
      }
      end--;
    }
    return new Verb(0, bound);
  }

  /// 新增 adds things, 涨幅控制在 meets a level: neither is a change.
  private static boolean isRate(String lead, int end, int length, int whole) {
    String word = lead.substring(end - length, end);
    boolean noun = word.endsWith("幅") || word.endsWith("速") || word.endsWith("量");
    return word.equals("新增") || word.equals("净增") || (noun && end < whole);
  }

  private static @Nullable Family longestBound(String lead, int end) {
    Family best = null;
    int most = 0;
    for (Family family : BOUNDS.keySet()) {
      int length = Lexicon.of(family).endsAt(lead, end);
      if (length > most) {
        most = length;
        best = family;
      }
    }
    int reach = Lexicon.of(Family.REACH).endsAt(lead, end);
    return reach > most ? null : best;
  }
}
