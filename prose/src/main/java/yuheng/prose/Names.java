package yuheng.prose;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import yuheng.prose.Lexicon.Family;

/// Numbers that are no quantities of anything: dates and durations, ranks and codes, class words
/// and thresholds inside names.
final class Names {
  private static final int LONGEST_SLOGAN = 24;
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);

  private static final List<String> OVER = List.of("超", "过", "破", "达");

  private final Letters letters;
  private final Outline outline;

  /// Whether the first line names a part of the country.
  private final boolean isLocal;

  Names(Letters letters, Outline outline) {
    this.letters = letters;
    this.outline = outline;
    Outline.Paragraph title = outline.paragraphs().getFirst();
    this.isLocal = LOCAL.matcher(letters.from(title.start(), title.end())).find();
  }

  private static final Pattern LOCAL = Pattern.compile("[省市县区州盟旗]");

  Optional<String> dateOrDuration(Site site) {
    Candidate candidate = site.candidate();
    if (letters.at(candidate.start() - 1) == '第') {
      return Optional.of("date.ordinal");
    }
    return switch (candidate.kind()) {
      case YEAR -> {
        boolean named = has(site, "年限", "寿命", "学制", "平均年龄", "受教育") || isListedLevel(site);
        boolean measured = named && candidate.value().compareTo(THOUSAND) < 0;
        yield measured ? Optional.empty() : Optional.of("date.year");
      }
      case TIME -> {
        boolean days =
            has(site, "优良", "天数", "良好", "二级", "达标") && candidate.unit().code().startsWith("day");
        yield days ? Optional.empty() : Optional.of("date.time");
      }
      default -> Optional.empty();
    };
  }

  /// 分别达到95%和15年以上: the last of a list of levels is a level too.
  private static boolean isListedLevel(Site site) {
    String lead = site.lead();
    return site.nth() > 0
        && lead.contains("分别")
        && Lexicon.of(Family.REACH).endsAt(lead, lead.length()) > 0;
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
    if (isQuoted(candidate)) {
      return Optional.of("name.quoted");
    }
    if (candidate.isCount() && isInWord(candidate)) {
      return Optional.of("name.word");
    }
    return ofNeighbours(site).or(() -> Thresholds.of(site));
  }

  /// What the letters around it make of it.
  private Optional<String> ofNeighbours(Site site) {
    Candidate candidate = site.candidate();
    char before = letters.at(candidate.start() - 1);
    boolean some = (before == '数' || before == '几') && isSizeOnly(site);
    boolean along = before == '后' && candidate.kind() == Units.Kind.LENGTH;
    if (before == '前' || along || some) {
      return Optional.of("name.rank");
    }
    if (startsWithAny(site.after(), "级", "型", "强", "档", "工程”") || site.isRegime()) {
      return Optional.of("name.class-word");
    }
    if (isSizeOnly(site)) {
      return isReached(site) ? Optional.empty() : Optional.of("name.size-only");
    }
    if (isDescribed(site)) {
      return Optional.of("name.described");
    }
    if (isElsewhere(site)) {
      return Optional.of("name.elsewhere");
    }
    if (candidate.kind() == Units.Kind.MONEY
        && site.closes()
        && isOver(site)
        && isOfCounted(site)) {
      return Optional.of("name.size-of-counted");
    }
    return Optional.empty();
  }

  /// 二次供水 (what is counted is 两), 三位一体, 五个一批, and names of places: 三门|峡, 九台|河.
  private boolean isInWord(Candidate candidate) {
    if (candidate.spelling() != Numeral.Spelling.CHINESE) {
      return false;
    }
    int behind = candidate.end();
    String unit = candidate.unit().written();
    boolean small = candidate.value().compareTo(BigDecimal.TEN) <= 0;
    boolean second =
        letters.at(candidate.start()) == '二' && behind == candidate.start() + 1 + unit.length();
    boolean feature = SELDOM.contains(unit) && FEATURES.indexOf(letters.at(behind)) >= 0;
    return second || (small && (letters.at(behind) == '一' || feature));
  }

  /// Classifiers of machines and rooms that no mountain or river is counted by.
  private static final List<String> SELDOM = List.of("台", "门", "家", "部", "头", "口", "块", "班");

  private static final String FEATURES = "山河峡渠湖沟岭坝桥滩堡";

  /// 绵延280公里, 区域面积900平方公里: how a place lies.
  private static boolean isDescribed(Site site) {
    Lexicon near = Lexicon.of(Family.NEAR);
    String lead = site.lead();
    String noun = lead.substring(0, lead.length() - near.endsAt(lead, lead.length()));
    int word = Lexicon.of(Family.DESCRIBED).endsAt(noun, noun.length());
    boolean planned = noun.length() > word && Counted.verb(noun) == Counted.Force.BUILDS;
    return site.candidate().kind().isMeasure() && word > 0 && !planned;
  }

  /// Figures of others: 12省区有7个在10%以上, 根据中央确定的增长7%的目标, 全国压减5000万吨 in a text of a province.
  private boolean isElsewhere(Site site) {
    Candidate candidate = site.candidate();
    int sentence = outline.sentences().get(outline.sentenceAt(candidate.start())).start();
    String said = letters.from(Math.max(sentence, candidate.start() - 40), candidate.start());
    if (said.contains("省") && AMONG.matcher(said).find()) {
      return true;
    }
    if (candidate.isCount()) {
      return false;
    }
    String before = site.before();
    boolean share = candidate.kind() == Units.Kind.SHARE || candidate.kind() == Units.Kind.POINTS;
    boolean quoted =
        site.after().contains("的") && before.contains("的") && QUOTED.matcher(before).find();
    return quoted
        || (share && before.contains("省") && PEERS.matcher(before).find())
        || (isLocal && before.contains("全国") && NATIONAL.matcher(before).find());
  }

  private static final Pattern QUOTED =
      Pattern.compile("(根据|按照|依据|遵循|对照|参照)(党|“)?(中央|国家|国务院|全国).*(确定|提出|下达|规定|要求|明确|部署)的");

  private static final Pattern PEERS = Pattern.compile("([0-9一二三四五六七八九十]个? ?|各|其他|兄弟|周边)省(区|市|份)");

  /// 在31个省区市中，有20个.
  private static final Pattern AMONG =
      Pattern.compile("[0-9一二三四五六七八九十]个? ?省(区|市|份)[^，。0-9]{0,3}(中，|有)");

  private static final Pattern NATIONAL = Pattern.compile("(^|今年|明年|年|的|，|期间)全国[^人政的，]{0,12}$");

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

  private static boolean isOver(Site site) {
    return Lexicon.of(Family.MORE).endsAt(site.lead(), site.lead().length()) > 0;
  }

  /// 10家企业产值超100亿元: the sum tells which are counted.
  private static boolean isOfCounted(Site site) {
    String head = site.before().substring(0, site.before().length() - site.lead().length());
    for (String tail : new String[] {"以上", "左右", ""}) {
      String counted = head.endsWith(tail) ? head.substring(0, head.length() - tail.length()) : "";
      if (!counted.isEmpty() && "个户家项".indexOf(counted.charAt(counted.length() - 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// 财政收入突破千亿元大关.
  private static boolean isReached(Site site) {
    String lead = site.lead();
    if (isOfCounted(site)) {
      return false;
    }
    boolean reached =
        Lexicon.of(Family.REACH).endsAt(lead, lead.length()) > 1
            || OVER.contains(lead.substring(Math.max(0, lead.length() - 1)));
    return reached && (site.closes() || startsWithAny(site.behindTail(), "大关", "台阶", "关口"));
  }
}
