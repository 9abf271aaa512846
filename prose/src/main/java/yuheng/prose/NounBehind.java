package yuheng.prose;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.prose.Lexicon.Family;

/// The noun that follows a quantity: 30个|产业园区, 86%以上的|建制村通客车.
final class NounBehind {
  private static final int LONGEST = 40;

  /// No longer than 专项资金.
  private static final int SHORT = 5;

  private NounBehind() {}

  /// 120个|50户以上|村寨, 5万名|35-64岁|妇女: the size or age of those that are counted.
  private static final Pattern SIZE =
      Pattern.compile("^([超过]?[0-9]+[万亿]?[户人](及以上|以上|以下)|[0-9]+([-至到][0-9]+)?周?岁(及以上|以上|以下)?)");

  /// 3个|国家级、15个省级|示范区: a rank alone has its noun behind the next.
  private static final Pattern RANK = Pattern.compile("^(国家|省|市|县|部|州)级$");

  private static final Pattern NEXT_RANK =
      Pattern.compile("[、和][0-9]+\\p{IsHan}(国家|省|市|县|部|州)级(\\p{IsHan}+?)(和|、|$)");

  private static final Pattern ONE = Pattern.compile("^([一1]\\p{IsHan})?");

  /// To the end of its phrase; empty if none follows.
  static String of(Site site) {
    String behind = SIZE.matcher(site.behindTail()).replaceFirst("");
    if (Lexicon.of(Family.LEVEL_NOUN).startsAt(behind, 0) > 0
        || Lexicon.of(Family.USED_FOR).startsAt(behind, 0) > 0) {
      return paid(site, behind);
    }
    String each = each(behind);
    if (!each.isEmpty()) {
      return each;
    }
    boolean more = behind.chars().anyMatch(letter -> Numerals.isDigit((char) letter));
    int of = behind.lastIndexOf('的');
    int end = end(behind, more);
    boolean listed = end < behind.length() && behind.charAt(end) == '、' && !more && of > end;
    String noun = listed ? behind.substring(of + 1) : behind.substring(0, end);
    String whole = site.lead().endsWith("总投资") || site.lead().endsWith("投资") ? "总投资" : "";
    return noun.isBlank() ? "" : ranked(noun, behind).replace("的", "").strip() + whole;
  }

  /// Where the first noun of a list ends.
  private static int end(String behind, boolean more) {
    int end = 0;
    while (end < behind.length() && end < LONGEST) {
      char letter = behind.charAt(end);
      int close = letter == '（' ? behind.indexOf('）', end) : -1;
      if (close > 0) {
        end = close + 1;
        continue;
      }
      int sum = Numerals.isDigit(letter) ? sumLength(behind, end) : 1;
      boolean pair = letter == '、' && end == 1 && "省市县国州区".indexOf(behind.charAt(0)) >= 0;
      if ((letter == '、' && !pair) || (more && "和及与".indexOf(letter) >= 0) || sum == 0) {
        break;
      }
      end += sum;
    }
    return end;
  }

  private static String ranked(String noun, String behind) {
    if (!RANK.matcher(noun).find()) {
      return noun;
    }
    Matcher next = NEXT_RANK.matcher(behind);
    return next.find() ? noun + next.group(2) : noun;
  }

  /// 1000个|行政村每个行政村建设一个卫生室: what each of them gets.
  private static String each(String behind) {
    int every = behind.indexOf('每');
    int verb = every <= 0 ? -1 : Lexicon.of(Family.CONDUCT).firstIn(behind, every, behind.length());
    if (verb < 0) {
      return "";
    }
    int end = verb + Lexicon.of(Family.CONDUCT).startsAt(behind, verb);
    String object = ONE.matcher(behind.substring(end)).replaceFirst("");
    return behind.substring(verb, end) + object + "的" + behind.substring(0, every);
  }

  /// 10亿元|用于实施民生工程, 完成|30亿元|投资: what the money is for, or what money it is.
  private static String paid(Site site, String behind) {
    if (site.candidate().kind() != Units.Kind.MONEY) {
      return "";
    }
    int use = Lexicon.of(Family.USED_FOR).startsAt(behind, 0);
    if (use > 1 && behind.startsWith("用")) {
      return Purposes.noun(behind.substring(use));
    }
    String lead = site.lead().strip();
    int verb = Lexicon.of(Family.SPEND).endsAt(lead, lead.length());
    boolean alone = verb > 1 && verb == lead.length();
    int end = end(behind, false);
    String noun = behind.substring(0, end);
    return !alone ? "" : end < SHORT ? lead + noun : use > 0 ? noun : "";
  }

  /// Length of a sum inside a noun (30亿元 of 过30亿元的企业), 0 if another number begins there.
  private static int sumLength(String text, int start) {
    int end = start;
    while (end < text.length()
        && (Numerals.isDigit(text.charAt(end)) || ".万亿".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    if (text.startsWith("级", end) && Numerals.isChinese(text.charAt(end - 1))) {
      return end + 1 - start;
    }
    return text.startsWith("元", end) ? end + 1 - start : 0;
  }

  /// The verb right before a count that belongs to its name: 新增, 淘汰.
  static String keptVerb(String before) {
    String text = before.strip();
    for (int end = text.length(); end > Math.max(0, text.length() - 6); end--) {
      int length = Lexicon.of(Family.KEPT_VERB).endsAt(text, end);
      if (length > 0) {
        return text.substring(end - length, end);
      }
    }
    return "";
  }

  /// What a share is a share of: 86%以上|的建制村通客车, 绿道70%|的建设任务; empty if a level is told.
  static String shared(Site site, String own) {
    String behind = site.behindTail();
    String noun = behind.startsWith("的") ? behind.substring(1) : behind;
    boolean of = behind.startsWith("的") || own.equals(site.lead().strip());
    boolean level = noun.isEmpty() || Lexicon.of(Family.LEVEL_NOUN).startsAt(noun, 0) > 0;
    if (site.candidate().kind() != Units.Kind.SHARE || site.closes() || !of || level) {
      return "";
    }
    boolean verb = !own.isEmpty() && (own.endsWith("的") || !site.lead().endsWith(own));
    boolean change = noun.contains("目标") || noun.contains("增长") || noun.contains("速度");
    return verb || change ? "" : own + noun.substring(0, end(noun, true));
  }
}
