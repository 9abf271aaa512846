package yuheng.prose;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import yuheng.prose.Lexicon.Family;

/// What money is for, where the text names it behind the sum: 投资20亿元，实施路网工程.
final class Purposes {
  private static final int LONGEST = 24;

  /// A sum for a purpose, not the price of a thing.
  private static final BigDecimal SMALLEST = BigDecimal.valueOf(1_000_000);

  /// A number with its classifier before the noun: 10项|工程.
  private static final Pattern COUNT = Pattern.compile("^[0-9.]+[万亿]?\\p{IsHan}");

  private static final Pattern CONTINUES = Pattern.compile("^(继续|再|重点|主要|全面|集中|组织)+");

  private Purposes() {}

  /// The purpose in the clause behind, with the words for the money; empty if none is named.
  ///
  /// @param own the words for the money: 投资, 筹措资金
  static String of(Site site, String own, String next) {
    boolean money =
        site.candidate().kind() == Units.Kind.MONEY
            && site.closes()
            && site.candidate().value().compareTo(SMALLEST) >= 0;
    int spent = Lexicon.of(Family.SPEND).startsAt(own, 0);
    boolean bare =
        own.isEmpty()
            || spent == own.length()
            || own.substring(spent).equals("资金")
            || own.substring(spent).equals("财政资金");
    String lead = site.lead().strip();
    boolean reached =
        Lexicon.of(Family.REACH).endsAt(lead, lead.length()) > 1 || lead.contains("完成");
    if (!money || !bare || reached) {
      return "";
    }
    String clause = CONTINUES.matcher(next.strip()).replaceFirst("");
    boolean used = clause.startsWith("用于");
    String rest = used ? clause.substring(2) : clause;
    int verb = verb(rest);
    if (verb < 2 && !used) {
      return "";
    }
    String noun = noun(rest);
    return noun.length() < 3 ? "" : noun + (own.isEmpty() ? "资金" : own);
  }

  private static int verb(String text) {
    int builds = Lexicon.of(Family.BUILD).startsAt(text, 0);
    return Math.max(builds, Lexicon.of(Family.SPEND).startsAt(text, 0));
  }

  /// The first noun behind the verbs of a clause.
  static String noun(String clause) {
    String noun = CONTINUES.matcher(clause.strip()).replaceFirst("");
    for (int step = 0; step < 3 && verb(noun) > 1; step++) {
      noun = noun.substring(verb(noun));
    }
    noun = COUNT.matcher(noun).replaceFirst("");
    int end = 0;
    while (end < Math.min(LONGEST, noun.length()) && "、，；和及与".indexOf(noun.charAt(end)) < 0) {
      boolean number = Numerals.isDigit(noun.charAt(end)) && end > 0 && noun.charAt(end - 1) != '“';
      if (number && !Numerals.isDigit(noun.charAt(end - 1))) {
        break;
      }
      end++;
    }
    return noun.substring(0, end).strip();
  }
}
