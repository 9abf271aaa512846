package yuheng.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.prose.Lexicon.Family;

/// What each quantity is a quantity of, restored from the clauses before where the text leaves it
/// out.
final class Subjects {
  private static final int LONGEST = 40;
  private static final Set<String> CONTINUING = Set.of("投资", "总投资", "投入", "总量", "总数", "占比", "增速");
  private static final String BREAKS = "，。；：！？\n";

  private final Letters letters;
  private final Outline outline;
  private String last = "";
  private String lastUnit = "";
  private String lastWritten = "";
  private int lastSentence = -1;

  /// The names of the last list that 分别 counts off.
  private List<String> listed = List.of();

  Subjects(Letters letters, Outline outline) {
    this.letters = letters;
    this.outline = outline;
  }

  /// A subject, and whether it stands in the clause itself.
  record Subject(String name, boolean own) {}

  /// The subject that a clause without one takes over.
  String carried(Site site) {
    return outline.sentenceAt(site.candidate().start()) == lastSentence ? last : "";
  }

  /// To be asked in the order of the text.
  Subject of(Site site, Mention.Role role) {
    int sentence = outline.sentenceAt(site.candidate().start());
    boolean rate = site.candidate().kind() == Units.Kind.SHARE;
    String before = sentence == lastSentence ? last : "";
    boolean yearly = !rate && before.endsWith("年均增长");
    String carried = yearly ? before.substring(0, before.length() - 4) : before;
    String named = stripped(nameBefore(site));
    String own = PER.matcher(named).matches() ? "" : named;
    String name;
    if (role == Mention.Role.BASE) {
      name = own.isEmpty() ? carried : own;
    } else if (own.isEmpty() && site.lead().contains("分别") && site.nth() < listed.size()) {
      name = listed.get(site.nth());
    } else {
      name =
          pointed(site, own)
              .or(() -> continued(site, own, carried))
              .orElseGet(() -> plain(site, own, carried));
    }
    if (carried.isEmpty() && goesOn(site, sentence)) {
      name = own.isEmpty() ? last : last + own;
    }
    name = name.isEmpty() ? nearestNoun(site) : name;
    if (role != Mention.Role.DATE
        && role != Mention.Role.NAME
        && !(role == Mention.Role.BASE && own.isEmpty())) {
      last = name;
      lastUnit = site.candidate().unit().code();
      lastWritten = site.candidate().unit().written();
      lastSentence = sentence;
    }
    return new Subject(name, !own.isEmpty());
  }

  /// What the words behind the quantity say it is for, or is a share of.
  private Optional<String> pointed(Site site, String own) {
    String purpose = Purposes.of(site, own, nextClause(site));
    String share = NounBehind.shared(site, own);
    return Optional.of(purpose.isEmpty() ? share : purpose).filter(name -> !name.isEmpty());
  }

  /// The subject before it, with what its own words change of that.
  private Optional<String> continued(Site site, String own, String carried) {
    if (carried.isEmpty()) {
      return Optional.empty();
    }
    if (!carried.equals(own) && isVerbAlone(own) && site.closes() && sameUnit(site.candidate())) {
      int verb = Lexicon.of(Family.BUILD).startsAt(carried, 0);
      return Optional.of(own + carried.substring(verb > 1 && verb < carried.length() ? verb : 0));
    }
    if (own.equals("人均")) {
      return Optional.of(own + carried.replace("年均增长", ""));
    }
    if (isPart(own) && !carried.endsWith(own)) {
      return Optional.of(carried.replace("年均增长", "") + own);
    }
    if (isMeasureAlone(own)) {
      int measure = Lexicon.of(Family.MEASURE_NOUN).endsAt(carried, carried.length());
      return Optional.of(carried.substring(0, carried.length() - measure) + own);
    }
    return Optional.empty();
  }

  /// The noun behind what is counted, else the one before it, else the subject carried on.
  private static String plain(Site site, String own, String carried) {
    Candidate candidate = site.candidate();
    boolean counted =
        candidate.isCount() || candidate.kind().isMeasure() || candidate.kind() == Units.Kind.MONEY;
    String noun = NounBehind.of(site);
    String behind = noun.startsWith("在") && !carried.isEmpty() ? "" : noun;
    if (counted && !behind.isEmpty() && !site.closes()) {
      return NounBehind.keptVerb(site.before()) + behind;
    }
    if (own.isEmpty()) {
      return carried.isEmpty() ? behind : carried;
    }
    return own;
  }

  private String nextClause(Site site) {
    int end = site.clause().end();
    if (letters.at(end) != '，') {
      return "";
    }
    int stop = outline.clause(outline.clauseAt(end + 1)).end();
    return letters.from(end + 1, Math.min(stop, end + 1 + LONGEST));
  }

  /// A line that only goes on with the one before: 2020年达到380亿元, 年均增长20%.
  private boolean goesOn(Site site, int sentence) {
    int start = outline.sentences().get(sentence).start();
    boolean near = site.clause().start() - start < INDENT;
    boolean first = near && letters.from(start, site.clause().start()).isBlank();
    boolean next = lastSentence >= 0 && !last.isEmpty();
    for (int i = lastSentence + 1; first && next && i < sentence; i++) {
      Outline.Stretch between = outline.sentences().get(i);
      next = letters.from(between.start(), between.end()).isBlank();
    }
    return first && next && GOES_ON.matcher(site.lead().strip()).find();
  }

  private static final int INDENT = 12;

  private static final Pattern GOES_ON =
      Pattern.compile("^((到?20[0-9]{2}年(底|末)?)(将|要|力争)?(达到|达|为|突破|超过|提高到|增加到)|年均增长)$");

  /// 新开工保障房2000套，竣工1500套: what is done with the same.
  private static boolean isVerbAlone(String own) {
    return own.length() > 1 && Lexicon.of(Family.BUILD).startsAt(own, 0) == own.length();
  }

  private boolean sameUnit(Candidate candidate) {
    return candidate.unit().code().equals(lastUnit)
        && candidate.unit().written().equals(lastWritten);
  }

  /// 处理能力达800吨，处理率100%: a measure without what it measures.
  private static boolean isMeasureAlone(String own) {
    boolean whole = Lexicon.of(Family.MEASURE_NOUN).startsAt(own, 0) == own.length();
    return whole && own.length() > 1 && !OWN_MEASURES.contains(own);
  }

  private static final Set<String> OWN_MEASURES = Set.of("收入", "支出", "投资", "消耗", "能耗", "排放");

  /// What only continues the subject before it: 年均增长, 占…的比重, 总投资.
  private static boolean isPart(String own) {
    return own.startsWith("年均")
        || own.startsWith("平均增长")
        || own.startsWith("占")
        || CONTINUING.contains(own);
  }

  private String nearestNoun(Site site) {
    int at = site.clause().start() - 1;
    int start = at;
    while (start > 0 && at - start < LONGEST && BREAKS.indexOf(letters.at(start - 1)) < 0) {
      start--;
    }
    String clause = stripped(letters.from(start, Math.max(start, at)));
    return clause.isEmpty() ? site.candidate().unit().written() : clause;
  }

  /// The part of the lead that names the nth of a list.
  private String nameBefore(Site site) {
    String lead = site.lead();
    String name = withoutVerbs(lead);
    int each = name.lastIndexOf("分别");
    boolean yearly = each > 2 && name.startsWith("年均", each - 2);
    String change = each > 0 ? (yearly ? "年均" : "") + name.substring(each + 2) : "";
    List<String> items = items(each > 0 ? name.substring(0, yearly ? each - 2 : each) : name);
    if (lead.contains("分别") && items.size() > 1 && site.nth() == 0) {
      listed = new ArrayList<>();
      items.forEach(item -> listed.add(stripped(named(item, items.getLast()) + change)));
    }
    if (site.nth() == 0 && site.last()) {
      return name;
    }
    if (items.size() < 2 || site.nth() >= items.size()) {
      return name;
    }
    return named(items.get(site.nth()), items.getLast()) + change;
  }

  private static String named(String item, String lastItem) {
    return item.equals(lastItem) ? item : item + shared(item, lastItem);
  }

  /// What an item of a list leaves to the last one: the noun of what is measured.
  private static String shared(String item, String lastItem) {
    Lexicon measures = Lexicon.of(Family.MEASURE_NOUN);
    int measure = measures.endsAt(lastItem, lastItem.length());
    if (measures.endsAt(item, item.length()) > 1) {
      return "";
    }
    int start = Lexicon.of(Family.SHARED_START).firstIn(lastItem, 1, lastItem.length());
    if (start > 0 && start <= item.length() + 2) {
      return lastItem.substring(start);
    }
    if (measure > 1) {
      return lastItem.substring(lastItem.length() - measure);
    }
    char end = lastItem.charAt(lastItem.length() - 1);
    boolean same = item.endsWith(String.valueOf(end));
    return same || lastItem.length() <= 4 ? "" : lastItem.substring(2);
  }

  private static List<String> items(String name) {
    var items = new ArrayList<String>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      boolean joins = i < name.length() && "、和与及".indexOf(name.charAt(i)) >= 0;
      if (i == name.length() || joins) {
        if (i > start) {
          items.add(name.substring(start, i));
        }
        start = i + 1;
      }
    }
    return items;
  }

  /// The lead without the verbs at its end: 城镇化率提高到 is 城镇化率.
  private static String withoutVerbs(String lead) {
    String name = lead;
    Matcher each = EACH.matcher(name);
    if (each.find() && each.start() > 1) {
      name = name.substring(0, each.start() + 1);
    }
    for (int step = 0; step < 8; step++) {
      String before = name;
      name = name.strip();
      int cut = 0;
      for (Family family :
          List.of(
              Family.REACH,
              Family.MORE,
              Family.NOT_LESS,
              Family.NOT_MORE,
              Family.NEAR,
              Family.LESS)) {
        cut = Math.max(cut, Lexicon.of(family).endsAt(name, name.length()));
      }
      boolean yearly = name.contains("年均") || name.contains("新增");
      boolean noun = !name.isEmpty() && "幅速量率额产收亏".indexOf(name.charAt(name.length() - 1)) >= 0;
      int change =
          yearly || noun
              ? 0
              : Math.max(
                  Lexicon.of(Family.RISE).endsAt(name, name.length()),
                  Lexicon.of(Family.FALL).endsAt(name, name.length()));
      name = name.substring(0, name.length() - Math.max(cut, change));
      name = trimmedEnd(name);
      if (name.equals(before)) {
        break;
      }
    }
    boolean within = name.endsWith("年") || name.endsWith("内") || name.endsWith("时间");
    name = within ? WITHIN.matcher(name).replaceFirst("") : name;
    return withoutActor(withoutStart(name));
  }

  private static final Pattern CALENDAR = Pattern.compile("[0-9]{4}年$");

  /// 力争三年内, 连续三年.
  private static final Pattern WITHIN =
      Pattern.compile("(力争|争取|确保)?(用|在)?[0-9一二三四五六七八九十两]+年(内|时间)$|连续[0-9一二三四五六七八九十两]+年$");

  /// 我省预计将完成交通投资: who does it stands before 将.
  private static String withoutActor(String name) {
    int will = name.lastIndexOf('将');
    String rest = will < 0 ? name : name.substring(will + 1);
    boolean verb = Lexicon.of(Family.SPEND).startsAt(rest, 0) == rest.length();
    return rest.length() < 3 || verb || will == 0 ? name : rest;
  }

  /// 城镇化率由31%提高到: what stands before 由, 从 or 比.
  private static String withoutStart(String name) {
    for (int at = name.length() - 1; at >= 0; at--) {
      char letter = name.charAt(at);
      boolean working =
          letter == '从' && at + 1 < name.length() && "业事".indexOf(name.charAt(at + 1)) >= 0;
      boolean ratio =
          letter == '比' && at + 1 < name.length() && "重例率".indexOf(name.charAt(at + 1)) >= 0;
      boolean share = letter == '比' && at > 0 && "占对之".indexOf(name.charAt(at - 1)) >= 0;
      if ("由从比较".indexOf(letter) >= 0 && !ratio && !share && !working && name.length() - at < 22) {
        return name.substring(0, at);
      }
    }
    return name;
  }

  private static String trimmedEnd(String text) {
    String name = text.endsWith("年的") ? text.substring(0, text.length() - 1) : text;
    if (name.endsWith("年") && name.length() > 5 && CALENDAR.matcher(name).find()) {
      name = name.substring(0, name.length() - 5);
    }
    for (String word :
        new String[] {
          "分别", "同比", "比上年", "较上年", "比去年", "均", "双双", "了", "将", "力争", "争取", "确保", "再", "各", "都",
          "“", "要", "比重占"
        }) {
      boolean mean = word.equals("均") && MEAN.matcher(name).find();
      if (name.endsWith(word) && !mean) {
        name = name.substring(0, name.length() - word.length());
      }
    }
    return name;
  }

  /// 提高到每人每年, 达到年人均: what the amount is per, no name.
  private static final Pattern EACH =
      Pattern.compile(".((?<=[到至为])(每[^，]{1,7}|年人均|年均每人|人均)|(每[人户亩年月天]){1,3})$");

  /// 1）, ⑦: the number of an item in a running text.
  private static final Pattern MARKER = Pattern.compile("^(（?[0-9一二三四五六七八九十]{1,2}）|[①-⑳])");

  private static final Pattern PER = Pattern.compile("(每[人户亩年月天吨]){1,3}");

  private static final Pattern MEAN = Pattern.compile("[人户年亩月日地平]均$");

  private static String stripped(String text) {
    String name = text.strip();
    for (int step = 0; step < 12; step++) {
      int length = Lexicon.of(Family.FILLER).startsAt(name, 0);
      boolean kept = Lexicon.of(Family.KEPT_START).startsAt(name, 0) > 0;
      int date = dateLength(name);
      int cut = date > 0 ? date : kept ? 0 : length;
      if (cut == 0) {
        break;
      }
      name = name.substring(cut).strip();
    }
    return name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
  }

  /// Length of a time phrase at the start: 2015年, “十二五”期间.
  private static int dateLength(String name) {
    Matcher marker = MARKER.matcher(name);
    if (marker.find()) {
      return marker.end();
    }
    int at = 0;
    while (at < name.length() && Numerals.isDigit(name.charAt(at))) {
      at++;
    }
    if (at == 4 && name.startsWith("年", 4)) {
      return 5;
    }
    int plan = name.startsWith("“") ? 1 : 0;
    if (name.startsWith("十", plan) && name.startsWith("五", plan + 2)) {
      return Math.min(name.length(), plan * 2 + 3);
    }
    return 0;
  }
}
