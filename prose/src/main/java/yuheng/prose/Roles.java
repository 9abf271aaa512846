package yuheng.prose;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import yuheng.prose.Mention.Role;

/// Decides what the text does with a quantity: the first rule that knows it decides.
final class Roles {
  /// @param rule its name
  record Decision(Role role, String rule) {}

  @FunctionalInterface
  private interface Rule {
    Optional<Decision> on(Site site, Site listEnd);
  }

  private final Letters letters;
  private final Tenses tenses;
  private final List<Rule> rules;

  Roles(Letters letters, Outline outline, Tenses tenses) {
    this.letters = letters;
    this.tenses = tenses;
    var names = new Names(letters, outline);
    var counted = new Counted(letters, outline);
    this.rules =
        List.of(
            (site, _) -> names.dateOrDuration(site).map(rule -> new Decision(Role.DATE, rule)),
            (site, _) -> names.partOfName(site).map(rule -> new Decision(Role.NAME, rule)),
            (_, end) -> startOfChange(end).map(rule -> new Decision(Role.BASE, rule)),
            (site, _) -> lookingBack(site),
            (site, _) -> counted.on(site));
  }

  /// @param listEnd the last quantity of the list this one stands in, or the same one
  Decision of(Site site, Site listEnd) {
    for (Rule rule : rules) {
      Optional<Decision> decision = rule.on(site, listEnd);
      if (decision.isPresent()) {
        return decision.get();
      }
    }
    return new Decision(Role.COMMITTED, "role.committed");
  }

  private Optional<Decision> lookingBack(Site site) {
    Tenses.Decided tense = tenses.at(site.candidate().start());
    return tense.tense() == Tenses.Tense.PAST
        ? Optional.of(new Decision(Role.ACHIEVED, tense.rule()))
        : Optional.empty();
  }

  /// 由13%提高到13.8%, 在35%的基础上, 比目前的30%提高.
  private Optional<String> startOfChange(Site site) {
    String behind = site.after();
    if (COMPARED.matcher(behind).find()) {
      return Optional.of("base.compared");
    }
    if (behind.startsWith("的基础上") || behind.startsWith("基础上")) {
      return Optional.of("base.on-the-basis");
    }
    int from = lastOf(site.before(), "由从比较");
    if (from < 0 || site.before().substring(from).contains("到")) {
      return Optional.empty();
    }
    char word = site.before().charAt(from);
    boolean near = site.before().length() - from < 24;
    boolean to = changesTo(behind) || (behind.length() < 3 && changesTo(next(site)));
    if (near && (word == '由' || word == '从') && to) {
      return Optional.of("base.from-to");
    }
    behind = behind.startsWith("分别") || behind.startsWith("左右") ? behind.substring(2) : behind;
    boolean rises =
        Lexicon.of(Lexicon.Family.RISE).startsAt(behind, 0) > 0
            || Lexicon.of(Lexicon.Family.FALL).startsAt(behind, 0) > 0;
    return near && word == '比' && rises ? Optional.of("base.compared") : Optional.empty();
  }

  /// 与…增长7%的目标|相对照: the clause only says what something is held against.
  private static final Pattern COMPARED = Pattern.compile("相(比|对照|比较|对比|衔接|适应)$");

  private String next(Site site) {
    int end = site.clause().end();
    return letters.from(end + 1, Math.min(end + 30, letters.length()));
  }

  private static boolean changesTo(String behind) {
    for (int at = 0; at < Math.min(14, behind.length()); at++) {
      boolean to = behind.charAt(at) == '到' || behind.charAt(at) == '至' || behind.charAt(at) == '为';
      if (to && at > 0) {
        return true;
      }
    }
    return behind.startsWith("到") || behind.startsWith("至");
  }

  private static int lastOf(String text, String letters) {
    for (int at = text.length() - 1; at >= 0; at--) {
      if (letters.indexOf(text.charAt(at)) >= 0) {
        return at;
      }
    }
    return -1;
  }
}
