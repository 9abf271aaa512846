package yuheng.prose;

import java.util.EnumSet;
import java.util.Optional;
import java.util.regex.Pattern;
import yuheng.prose.Lexicon.Family;

/// Amounts that only say which things are meant: 2000万元以上的企业, 销售收入过30亿元的企业, 10蒸吨以下锅炉, 30万吨乙烯项目.
final class Thresholds {
  private static final int LISTED_NOUN = 8;

  private Thresholds() {}

  /// The rule by which a quantity is a threshold, if it is one.
  static Optional<String> of(Site site) {
    Units.Kind kind = site.candidate().kind();
    if (kind == Units.Kind.SHARE) {
      return isDefinition(site) ? Optional.of("name.definition") : Optional.empty();
    }
    boolean can = kind.isMeasure() || CAN.contains(kind);
    if (!can || site.closes() || site.candidate().shape() == Candidate.Shape.NO_UNIT) {
      return Optional.empty();
    }
    String behind = site.behindTail();
    boolean tail = !site.tail().isEmpty() && !site.tail().equals("左右");
    if (isListedCapacity(site)) {
      return Optional.of("name.capacity");
    }
    if (behind.startsWith("的")) {
      return ofNoun(site, behind, tail);
    }
    if (kind == Units.Kind.MONEY && planned(behind)) {
      return Optional.of("name.plan");
    }
    if (Lexicon.of(Family.LEVEL_NOUN).startsAt(behind, 0) > 0) {
      return Optional.empty();
    }
    if (tail && !site.tail().equals("以上")) {
      return Optional.of("name.threshold");
    }
    boolean given = Lexicon.of(Family.SPEND).endsAt(site.lead(), site.lead().length()) > 0;
    return kind == Units.Kind.MONEY
        ? money(site, behind, tail, given)
        : amount(site, behind, tail, given);
  }

  private static final EnumSet<Units.Kind> CAN =
      EnumSet.of(
          Units.Kind.MONEY,
          Units.Kind.PERSON,
          Units.Kind.HOUSEHOLD,
          Units.Kind.DEVICE,
          Units.Kind.YEAR);

  /// Behind it stands 的 and a noun: a threshold, but for 10%的目标, 20亿元的基金 and 总投资4290亿元的2093个项目.
  private static Optional<String> ofNoun(Site site, String behind, boolean tail) {
    Units.Kind kind = site.candidate().kind();
    boolean ofMany =
        site.lead().endsWith("投资") && behind.length() > 1 && Numerals.isDigit(behind.charAt(1));
    boolean level =
        Lexicon.of(Family.LEVEL_NOUN).startsAt(behind, 1) > 0
            || (kind == Units.Kind.MONEY && endsInMoney(behind))
            || (kind.isMeasure() && !tail && isDone(site) && endsInMeasure(behind))
            || (kind == Units.Kind.PERSON && !tail);
    return ofMany || level ? Optional.empty() : Optional.of("name.threshold");
  }

  /// 完成900万亩的治沙面积.
  private static boolean endsInMeasure(String behind) {
    return Lexicon.of(Family.MEASURE_NOUN).endsAt(behind, behind.length()) > 1
        || behind.endsWith("任务");
  }

  private static boolean isDone(Site site) {
    return Lexicon.of(Family.BUILD).endsAt(site.lead(), site.lead().length()) > 1;
  }

  /// 规模为20亿元的引导基金.
  private static boolean endsInMoney(String behind) {
    for (String fund : new String[] {"基金", "资金", "贷款", "奖励", "补贴", "补助"}) {
      if (behind.endsWith(fund)) {
        return true;
      }
    }
    return false;
  }

  /// 150万辆汽车、1600万吨炼油等18个工程: each of the list is the size of a project.
  private static boolean isListedCapacity(Site site) {
    boolean sized =
        switch (site.candidate().kind()) {
          case MASS, POWER, VOLUME, DEVICE, ENERGY -> true;
          default -> false;
        };
    int and = site.after().indexOf('等');
    if (!sized || and <= 0) {
      return false;
    }
    String rest = site.after().substring(and + 1);
    boolean counted = !rest.isEmpty() && Numerals.isDigit(rest.charAt(0));
    int near = counted ? rest.length() : Math.min(rest.length(), LISTED_NOUN);
    String close = rest.substring(0, near);
    return close.contains("工程") || close.contains("项目") || close.contains("基地");
  }

  private static Optional<String> money(Site site, String behind, boolean tail, boolean given) {
    if (Lexicon.of(Family.USED_FOR).startsAt(behind, 0) > 0) {
      return Optional.empty();
    }
    boolean classNoun = Lexicon.of(Family.CLASS_NOUN).startsAt(behind, 0) > 0;
    String phrase = phrase(behind);
    boolean closedBy = Lexicon.of(Family.CLASS_NOUN).endsAt(phrase, phrase.length()) > 0;
    boolean sized =
        tail && (classNoun || closedBy || phrase.contains("企业") || phrase.contains("项目"));
    if (sized) {
      return Optional.of("name.class-of-size");
    }
    if (classNoun && !(given && !site.lead().endsWith("超"))) {
      return Optional.of("name.class-of-size");
    }
    if (tail && !given) {
      return Optional.of("name.threshold");
    }
    return !given && closedBy ? Optional.of("name.class-of-size") : Optional.empty();
  }

  /// 4万亿元投资计划: the sum names a plan.
  private static boolean planned(String behind) {
    return behind.startsWith("投资计划") || behind.startsWith("工程") || behind.startsWith("计划");
  }

  /// （占全市80%负荷的企业）: in brackets behind a noun, with 的 and a noun: which are meant.
  private static boolean isDefinition(Site site) {
    boolean inside = site.before().lastIndexOf('（') > site.before().lastIndexOf('）');
    int of = site.after().indexOf('的');
    return inside
        && of > 0
        && of + 1 < site.after().length()
        && site.lead().contains("占")
        && Lexicon.of(Family.LEVEL_NOUN).startsAt(site.after(), of + 1) == 0;
  }

  private static final Pattern COUNTED = Pattern.compile("\\d[万亿]?[个家户项处座所条名](超|过|超过)?$");

  /// 230个50户以上村寨, 20户以上自然村, 100人以上企业.
  private static boolean isOfCommunity(Site site, String phrase) {
    Units.Kind kind = site.candidate().kind();
    if (kind != Units.Kind.PERSON && kind != Units.Kind.HOUSEHOLD) {
      return false;
    }
    boolean bodies = kind == Units.Kind.PERSON && Lexicon.of(Family.BODY_NOUN).anyIn(phrase);
    Lexicon communities = Lexicon.of(Family.COMMUNITY_NOUN);
    int at = communities.firstIn(phrase, 0, phrase.length());
    int end = at < 0 ? 0 : at + communities.startsAt(phrase, at);
    boolean people = at < 0 || (end < phrase.length() && "民居户群职农".indexOf(phrase.charAt(end)) >= 0);
    return bodies || !people || COUNTED.matcher(site.before()).find();
  }

  private static Optional<String> amount(Site site, String behind, boolean tail, boolean given) {
    String phrase = phrase(behind);
    if (tail && isOfCommunity(site, phrase)) {
      return Optional.of("name.threshold");
    }
    if (site.candidate().kind() == Units.Kind.HOUSEHOLD) {
      return Optional.empty();
    }
    if (phrase.endsWith("规划") || phrase.endsWith("计划") || phrase.endsWith("方案")) {
      return Optional.of("name.plan");
    }
    boolean facility = Lexicon.of(Family.FACILITY_NOUN).endsAt(phrase, phrase.length()) > 0;
    boolean yearly =
        site.lead().endsWith("年产") || site.lead().endsWith("年处理") || site.lead().endsWith("日处理");
    boolean built = Counted.verb(site.before()) == Counted.Force.BUILDS;
    boolean countFollows =
        tail && behind.chars().anyMatch(letter -> Numerals.isDigit((char) letter));
    if (countFollows) {
      return Optional.of("name.threshold");
    }
    if (site.candidate().kind() == Units.Kind.DEVICE) {
      return yearly && !behind.contains("能力") ? Optional.of("name.capacity") : Optional.empty();
    }
    if (behind.contains("能力") && built) {
      return Optional.empty();
    }
    boolean made =
        switch (site.candidate().kind()) {
          case LENGTH, AREA, PERSON -> false;
          default -> facility;
        };
    if (yearly || made) {
      return Optional.of("name.capacity");
    }
    return tail && !given && !built ? Optional.of("name.threshold") : Optional.empty();
  }

  /// The noun phrase that begins a text.
  private static String phrase(String text) {
    int end = 0;
    while (end < text.length() && "、和及等（）与".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return text.substring(0, end);
  }
}
