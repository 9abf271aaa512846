package yuheng.prose;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.prose.Lexicon.Family;
import yuheng.prose.Mention.Role;

/// Counts of things: a commitment under a verb that makes them, else vague.
final class Counted {
  /// What the nearest verb does with what is counted.
  enum Force {
    BUILDS,
    PUSHES,
    SUPPORTS,
    NONE
  }

  private static final Pattern SIZES = Pattern.compile("\\d亿元");

  private static final int HIT_WINDOW = 22;
  private static final int LOCUS = 24;

  /// Where the clause of the last count that was committed to ends.
  private int committedTo = -2;

  private final Letters letters;
  private final Outline outline;

  Counted(Letters letters, Outline outline) {
    this.letters = letters;
    this.outline = outline;
  }

  Optional<Roles.Decision> on(Site site) {
    Optional<Roles.Decision> decision = decided(site);
    if (decision.filter(made -> made.role() == Role.COMMITTED).isPresent()) {
      committedTo = site.clause().end();
    }
    return decision;
  }

  private Optional<Roles.Decision> decided(Site site) {
    Candidate candidate = site.candidate();
    if (!candidate.isCount()) {
      return Optional.empty();
    }
    boolean chinese = candidate.spelling() == Numeral.Spelling.CHINESE;
    if (chinese && candidate.value().compareTo(BigDecimal.ONE) == 0) {
      boolean sized = verb(site.before()) == Force.BUILDS && SIZES.matcher(site.after()).find();
      return sized
          ? Optional.of(new Roles.Decision(Role.COMMITTED, "count.one"))
          : vague("vague.one");
    }
    if (candidate.kind() != Units.Kind.THING && !countsFirms(site)) {
      return Optional.empty();
    }
    if (candidate.shape() == Candidate.Shape.GREAT) {
      return great(site);
    }
    Optional<Roles.Decision> behind = byNoun(site, chinese);
    if (behind.isPresent()) {
      return behind;
    }
    if (site.closes()) {
      return trailing(site);
    }
    return switch (governing(site)) {
      case BUILDS -> Optional.of(new Roles.Decision(Role.COMMITTED, "count.built"));
      case PUSHES ->
          Lexicon.of(Family.CARRIED_OUT).anyIn(site.after())
                  || Lexicon.of(Family.HIT).anyIn(site.after())
              ? Optional.of(new Roles.Decision(Role.COMMITTED, "count.carried-out"))
              : vague("vague.pushed");
      case SUPPORTS -> supported(site);
      case NONE -> withoutVerb(site);
    };
  }

  /// What the words behind a count say of it, whatever the verb.
  private static Optional<Roles.Decision> byNoun(Site site, boolean chinese) {
    boolean never = Lexicon.of(Family.NEVER_COUNTED).startsAt(site.behindTail(), 0) > 0;
    boolean nothing = Lexicon.of(Family.ABSTRACT_NOUN).startsAt(site.behindTail(), 0) > 0;
    if (never || (chinese && nothing)) {
      return vague("vague.abstract");
    }
    if (site.behindTail().startsWith("都")) {
      return vague("vague.of-them");
    }
    if (isEach(site)) {
      return Optional.of(new Roles.Decision(Role.COMMITTED, "count.each"));
    }
    if (isServing(site)) {
      return vague("vague.serving");
    }
    if (site.before().strip().equals("其中") && !site.behindTail().startsWith("都")) {
      return Optional.of(new Roles.Decision(Role.COMMITTED, "count.of-which"));
    }
    return Optional.empty();
  }

  /// 以580个单元为重点, 6个城市为支撑.
  private static boolean isServing(Site site) {
    int as = site.after().indexOf('为');
    return as > 0 && Lexicon.of(Family.SERVING).startsAt(site.after(), as + 1) > 0;
  }

  /// 20户企业: 户 counts firms like any classifier.
  private static boolean countsFirms(Site site) {
    boolean firms = site.behindTail().contains("企业") || site.behindTail().contains("集团");
    return site.candidate().unit().written().equals("户") && firms;
  }

  private static Optional<Roles.Decision> vague(String rule) {
    return Optional.of(new Roles.Decision(Role.VAGUE, rule));
  }

  private static Optional<Roles.Decision> great(Site site) {
    String before = site.before();
    int made = Lexicon.of(Family.GREAT_VERB).lastIn(before, 0, before.length());
    if (made < 0) {
      return vague("vague.great");
    }
    Force nearest = verb(before.substring(made));
    return nearest == Force.SUPPORTS && !before.contains("、")
        ? vague("vague.great")
        : Optional.of(new Roles.Decision(Role.COMMITTED, "count.great"));
  }

  /// 品牌40个: the number stands behind its noun.
  private static Optional<Roles.Decision> trailing(Site site) {
    boolean noun = site.lead().strip().length() > 0 && !site.behindTail().startsWith("都");
    return noun
        ? Optional.of(new Roles.Decision(Role.COMMITTED, "count.trailing"))
        : vague("vague.alone");
  }

  /// 对378个…实施保护 is carried out; 支持30个… is not.
  private static Optional<Roles.Decision> supported(Site site) {
    String before = site.before().strip();
    boolean object = !before.isEmpty() && "对为向给".indexOf(before.charAt(before.length() - 1)) >= 0;
    boolean done = Lexicon.of(Family.CONDUCT).anyIn(site.after());
    return object && done
        ? Optional.of(new Roles.Decision(Role.COMMITTED, "count.carried-out"))
        : vague("vague.supported");
  }

  /// 6000个村每个村建设一个…: each of so many gets one.
  private static boolean isEach(Site site) {
    int each = site.after().indexOf('每');
    return each > 0
        && Lexicon.of(Family.CONDUCT).firstIn(site.after(), each, site.after().length()) > 0;
  }

  /// 在50个村开展…: so many in which something is done.
  private static boolean isDoneIn(Site site) {
    int in = site.before().lastIndexOf('在');
    return in >= 0
        && site.before().length() - in < LOCUS
        && Lexicon.of(Family.CONDUCT).anyIn(site.after());
  }

  /// 建成8个保护区，2个园区: a noun with its number goes on with the list of the clause before.
  private boolean goesOn(Site site) {
    return site.before().isBlank()
        && site.clause().start() == committedTo + 1
        && !Lexicon.of(Family.PUSH).anyIn(site.after())
        && !Lexicon.of(Family.FUTURE_HINT).anyIn(site.after());
  }

  private Optional<Roles.Decision> withoutVerb(Site site) {
    String before = site.before().strip();
    if (isDoneIn(site)) {
      return Optional.of(new Roles.Decision(Role.COMMITTED, "count.carried-out"));
    }
    if (goesOn(site)) {
      return Optional.of(new Roles.Decision(Role.COMMITTED, "count.listed"));
    }
    if (Lexicon.of(Family.PROMISE).endsAt(before, before.length()) > 0) {
      return Optional.of(new Roles.Decision(Role.COMMITTED, "count.promised"));
    }
    Outline.Stretch sentence =
        outline.sentences().get(outline.sentenceAt(site.candidate().start()));
    String earlier =
        letters.from(Math.max(sentence.start(), site.clause().start() - 60), site.clause().start());
    if (isHit(site)) {
      return Optional.of(new Roles.Decision(Role.COMMITTED, "count.hit"));
    }
    boolean listed = before.isEmpty() || site.nth() > 0;
    return listed && verb(earlier) == Force.BUILDS
        ? Optional.of(new Roles.Decision(Role.COMMITTED, "count.listed"))
        : Optional.of(new Roles.Decision(Role.NAME, "name.subject"));
  }

  /// 4个产业产值超千亿元, 20个县达到标准: so many of them hit a mark.
  private static boolean isHit(Site site) {
    String behind = site.after();
    int over = behind.indexOf('超');
    boolean sized =
        over > 0
            && over + 1 < behind.length()
            && (Numerals.isChinese(behind.charAt(over + 1))
                || Numerals.isDigit(behind.charAt(over + 1)));
    int near = Math.min(behind.length(), HIT_WINDOW);
    return sized || buildsItself(behind) || Lexicon.of(Family.HIT).firstIn(behind, 1, near) > 0;
  }

  /// 40个|乡镇建设便民服务中心: places or houses that build, not 乡镇建设进展顺利.
  private static boolean buildsItself(String behind) {
    int at = behind.indexOf("建设");
    boolean place = at > 0 && at < 10 && "县市区镇乡村校院".indexOf(behind.charAt(at - 1)) >= 0;
    String object = place ? behind.substring(at + 2) : "";
    boolean told =
        object.contains("进展")
            || Lexicon.of(Family.RESULT_ADVERB).anyIn(object)
            || Lexicon.of(Family.RESULT_VERB).anyIn(object);
    return object.length() > 3 && !told;
  }

  /// The verb of the first of a list for all: 推进10个项目和|3个服务业集聚区.
  private static Force governing(Site site) {
    String before = site.before();
    boolean joined = !before.isEmpty() && "、和及与".indexOf(before.charAt(before.length() - 1)) >= 0;
    Matcher listed = LISTED.matcher(before);
    Force first = joined && listed.find() ? verb(listed.group(1)) : Force.NONE;
    return first == Force.NONE ? verb(before) : first;
  }

  private static final Pattern LISTED = Pattern.compile("^([^0-9]*)[0-9].*[、和及与]$");

  /// What the last verb of a text does; verbs of one letter count at its ends only.
  static Force verb(String text) {
    for (int end = text.length(); end > 0; end--) {
      int builds = Lexicon.of(Family.BUILD).endsAt(text, end);
      int pushes = Lexicon.of(Family.PUSH).endsAt(text, end);
      int supports = Lexicon.of(Family.SUPPORT).endsAt(text, end);
      int most = Math.max(builds, Math.max(pushes, supports));
      boolean atAnEnd = end == text.length() || end == 1;
      if (most > 1 || (most == 1 && atAnEnd)) {
        return builds == most ? Force.BUILDS : pushes == most ? Force.PUSHES : Force.SUPPORTS;
      }
    }
    return Force.NONE;
  }
}
