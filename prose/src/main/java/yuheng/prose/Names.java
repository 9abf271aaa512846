package yuheng.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import yuheng.prose.Lexicon.Family;

/// Numbers that are no quantities of anything: dates and durations, ranks and codes, class words
/// and thresholds inside names.
final class Names {
  private static final int LONGEST_SLOGAN = 24;
  private static final int LISTED_NOUN = 8;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private static final List<String> OVER = List.of("超", "过", "破", "达");

  private final Letters letters;
  private final Outline outline;

  Names(Letters letters, Outline outline) {
    this.letters = letters;
    this.outline = outline;
  }

  Optional<String> dateOrDuration(Site site) {
    Candidate candidate = site.candidate();
    if (letters.at(candidate.start() - 1) == '第') {
      return Optional.of("date.ordinal");
    }
    return switch (candidate.kind()) {
      case YEAR -> {
        boolean measured =
            has(site, "年限", "寿命", "学制", "平均年龄", "受教育") && candidate.value().compareTo(THOUSAND) < 0;
        yield measured ? Optional.empty() : Optional.of("date.year");
      }
      case TIME -> {
        boolean days =
            has(site, "优良", "天数", "良好", "二级", "达标") && candidate.unit().code().equals("day");
        yield days ? Optional.empty() : Optional.of("date.time");
      }
      default -> Optional.empty();
    };
  }

  /// Whether the sentence says one of these words before the quantity.
  private boolean has(Site site, String... words) {
    int start = outline.sentences().get(outline.sentenceAt(site.candidate().start())).start();
    String before =
        letters.from(Math.max(start, site.candidate().start() - 60), site.candidate().start());
    for (String word : words) {
      if (before.contains(word)) {
        return true;
      }
    }
    return false;
  }

  Optional<String> partOfName(Site site) {
    Candidate candidate = site.candidate();
    if (candidate.kind() == Units.Kind.RANK || candidate.shape() == Candidate.Shape.RATIO) {
      return Optional.of("name.rank");
    }
    if (outline.paragraphs().getFirst().heading()
        && outline.paragraphAt(candidate.start()) == 0
        && outline.paragraphs().size() > 1) {
      return Optional.of("name.title");
    }
    if (candidate.shape() == Candidate.Shape.DOUBLING && isPlanName(site)) {
      return Optional.of("name.doubling-plan");
    }
    char before = letters.at(candidate.start() - 1);
    boolean some = (before == '数' || before == '几') && isSizeOnly(site);
    if (before == '前' || some) {
      return Optional.of("name.rank");
    }
    if (isQuoted(candidate)) {
      return Optional.of("name.quoted");
    }
    if (startsWithAny(site.after(), "级", "型", "强", "档", "工程”")) {
      return Optional.of("name.class-word");
    }
    if (isSizeOnly(site)) {
      return isReached(site) ? Optional.empty() : Optional.of("name.size-only");
    }
    return threshold(site);
  }

  private static boolean isPlanName(Site site) {
    return startsWithAny(site.after(), "计划", "工程", "行动", "战略", "规划", "方案", "目标", "”");
  }

  private static boolean startsWithAny(String text, String... words) {
    for (String word : words) {
      if (text.startsWith(word)) {
        return true;
      }
    }
    return false;
  }

  private boolean isQuoted(Candidate candidate) {
    Outline.Stretch quotation = outline.quotation(candidate.start());
    int length = quotation.end() - quotation.start();
    boolean title = letters.at(quotation.start()) == '《';
    return length > 0 && (title || length <= LONGEST_SLOGAN);
  }

  /// 百亿元, 千万吨: no digit, so a size and seldom a number.
  private static boolean isSizeOnly(Site site) {
    return site.candidate().spelling() == Numeral.Spelling.SCALE_ALONE
        && site.candidate().shape() == Candidate.Shape.PLAIN;
  }

  /// 财政收入突破千亿元大关.
  private static boolean isReached(Site site) {
    String lead = site.lead();
    String head = site.before().substring(0, site.before().length() - lead.length());
    for (String tail : new String[] {"以上", "左右", ""}) {
      String counted = head.endsWith(tail) ? head.substring(0, head.length() - tail.length()) : "";
      if (!counted.isEmpty() && "个户家项".indexOf(counted.charAt(counted.length() - 1)) >= 0) {
        return false;
      }
    }
    boolean reached =
        Lexicon.of(Family.REACH).endsAt(lead, lead.length()) > 1
            || OVER.contains(lead.substring(Math.max(0, lead.length() - 1)));
    return reached && (site.closes() || startsWithAny(site.behindTail(), "大关", "台阶", "关口"));
  }

  /// 2000万元以上的企业, 销售收入过30亿元的企业, 10蒸吨以下锅炉, 30万吨乙烯项目.
  private static Optional<String> threshold(Site site) {
    Units.Kind kind = site.candidate().kind();
    boolean can =
        kind == Units.Kind.MONEY
            || kind.isMeasure()
            || kind == Units.Kind.PERSON
            || kind == Units.Kind.DEVICE
            || kind == Units.Kind.YEAR;
    if (!can || site.closes() || site.candidate().shape() == Candidate.Shape.NO_UNIT) {
      return Optional.empty();
    }
    String behind = site.behindTail();
    boolean tail = !site.tail().isEmpty() && !site.tail().equals("左右");
    if (isListedCapacity(site)) {
      return Optional.of("name.capacity");
    }
    if (behind.startsWith("的")) {
      boolean ofMany =
          site.lead().endsWith("投资") && behind.length() > 1 && Numerals.isDigit(behind.charAt(1));
      if (ofMany) {
        return Optional.empty();
      }
      boolean level =
          Lexicon.of(Family.LEVEL_NOUN).startsAt(behind, 1) > 0
              || (kind == Units.Kind.MONEY && endsInMoney(behind));
      return level || (kind == Units.Kind.PERSON && !tail)
          ? Optional.empty()
          : Optional.of("name.threshold");
    }
    if (Lexicon.of(Family.LEVEL_NOUN).startsAt(behind, 0) > 0) {
      return Optional.empty();
    }
    if (tail && !site.tail().equals("以上")) {
      return Optional.of("name.threshold");
    }
    boolean given = Lexicon.of(Family.SPEND).endsAt(site.lead(), site.lead().length()) > 0;
    if (kind == Units.Kind.MONEY) {
      return money(site, behind, tail, given);
    }
    return amount(site, behind, tail, given);
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
    boolean classNoun = Lexicon.of(Family.CLASS_NOUN).startsAt(behind, 0) > 0;
    String phrase = phrase(behind);
    boolean closedBy = Lexicon.of(Family.CLASS_NOUN).endsAt(phrase, phrase.length()) > 0;
    boolean sized =
        tail && (classNoun || closedBy || phrase.contains("企业") || phrase.contains("项目"));
    if (sized || planned(behind)) {
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

  private static Optional<String> amount(Site site, String behind, boolean tail, boolean given) {
    String phrase = phrase(behind);
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
