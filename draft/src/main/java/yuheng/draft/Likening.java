package yuheng.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import yuheng.draft.Known.Definition;
import yuheng.draft.Proposal.Likeness;
import yuheng.terms.Unit;
import yuheng.terms.Words;

/// Finds existing indicators that a name may mean: words that mean the same are put for each other,
/// then the share of neighbouring pairs of letters that both names have is the score.
///
/// The score is Dice's coefficient over bags of letter pairs, 2·|A∩B| / (|A|+|B|). Source: L. R.
/// Dice, Measures of the amount of ecologic association between species, Ecology 26 (1945) 297–302.
final class Likening {
  /// From here on a likeness is taken, unless another one is as good.
  static final double TAKEN = 0.8;

  /// From here on it is shown to a person.
  static final double SHOWN = 0.5;

  private static final int MOST_SHOWN = 3;
  private static final Map<String, String> CANONICAL = TermLists.longestFirst(canonical());

  /// What a name of a count may have or lack: 建成…基地, 企业户数.
  private static final Pattern COUNTED =
      Pattern.compile("^(?:建成|形成|培育|建设|打造|实施|完成)(?=.{4})|(?<=.{4})(?:户数|个数|总数|数量|家数|项数|数)$");

  private Likening() {}

  private static Map<String, String> canonical() {
    var words = new HashMap<String, String>();
    TermLists.read("synonyms.txt")
        .forEach(
            (word, others) -> {
              for (String other : others.split(",", -1)) {
                words.put(other.strip(), word);
              }
            });
    return words;
  }

  /// The likely ones among the known definitions of the same kind of unit, best first.
  static List<Likeness> of(String name, Unit unit, Known known) {
    String plain = plain(name);
    var found = new ArrayList<Likeness>();
    for (Definition each : known.definitions()) {
      Unit other = each.indicator().unit();
      boolean sameKind = unit.hasTheDimensionOf(other) || (unit.counts() && other.counts());
      double score = sameKind ? score(plain, plain(each.indicator().name().zh())) : 0;
      if (score >= SHOWN) {
        found.add(new Likeness(each, score, why(name, each, score)));
      }
    }
    found.sort(Comparator.comparingDouble(likeness -> -likeness.score()));
    return found.size() > MOST_SHOWN ? List.copyOf(found.subList(0, MOST_SHOWN)) : found;
  }

  private static Words why(String name, Definition each, double score) {
    String other = each.indicator().name().zh();
    long percent = Math.round(score * 100);
    return score == 1
        ? new Words(
            "“%s”与“%s”用词相同或同义。".formatted(name, other),
            "“%s” and “%s” are the same words or mean the same.".formatted(name, other))
        : new Words(
            "“%s”与“%s”的相邻两字有%d%%相同。".formatted(name, other, percent),
            "“%s” and “%s” share %d%% of their pairs of letters.".formatted(name, other, percent));
  }

  /// The name in the words that stand for all that mean the same.
  static String plain(String name) {
    var plain = new StringBuilder();
    String bare =
        COUNTED.matcher(name.replaceAll("[（(][^）)]*[）)]|[\\s“”\"、，,]", "")).replaceAll("");
    int at = 0;
    while (at < bare.length()) {
      int from = at;
      var word =
          CANONICAL.entrySet().stream()
              .filter(each -> !each.getKey().isEmpty() && bare.startsWith(each.getKey(), from))
              .findFirst();
      if (word.isPresent()) {
        plain.append(word.get().getValue());
        at += word.get().getKey().length();
      } else {
        plain.append(bare.charAt(at));
        at++;
      }
    }
    return plain.toString();
  }

  static double score(String left, String right) {
    Map<String, Integer> a = pairs(left);
    Map<String, Integer> b = pairs(right);
    int both = 0;
    for (var pair : a.entrySet()) {
      both += Math.min(pair.getValue(), b.getOrDefault(pair.getKey(), 0));
    }
    int all = count(a) + count(b);
    return all == 0 ? (left.equals(right) && !left.isEmpty() ? 1 : 0) : 2.0 * both / all;
  }

  private static int count(Map<String, Integer> pairs) {
    return pairs.values().stream().mapToInt(Integer::intValue).sum();
  }

  private static Map<String, Integer> pairs(String text) {
    var pairs = new HashMap<String, Integer>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.merge(text.substring(i, i + 2), 1, Integer::sum);
    }
    return pairs;
  }
}
