package yuheng.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import yuheng.prose.Mention.Ground;

/// Reads the quantities of a Chinese text, phase by phase: [Letters], [Outline] and [Candidate]s,
/// [Site]s, then role, relation, timing and subject of each.
final class ChineseGrammar {
  private final Letters letters;
  private final Outline outline;
  private final Timings timings;
  private final Tenses tenses;
  private final Roles roles;
  private final Subjects subjects;

  private ChineseGrammar(Letters letters) {
    this.letters = letters;
    this.outline = new Outline(letters);
    Edition edition = Edition.of(letters);
    this.timings = new Timings(letters, outline, edition);
    this.tenses = new Tenses(letters, outline, timings, edition);
    this.roles = new Roles(letters, outline, tenses);
    this.subjects = new Subjects(letters, outline);
  }

  static List<Mention> read(String text) {
    Wrapping wrapping = Wrapping.of(text);
    List<Mention> mentions = new ChineseGrammar(Letters.of(wrapping.joined())).mentions();
    return mentions.stream().map(wrapping::original).toList();
  }

  private List<Mention> mentions() {
    var mentions = new ArrayList<Mention>();
    List<Site> sites = Site.of(letters, outline, Candidates.of(letters));
    int listEnd = 0;
    for (int i = 0; i < sites.size(); i++) {
      listEnd = Math.max(listEnd, i);
      while (!sites.get(listEnd).last() && listEnd + 1 < sites.size()) {
        listEnd++;
      }
      mentions.add(mention(sites.get(i), sites.get(listEnd)));
    }
    return List.copyOf(mentions);
  }

  private Mention mention(Site site, Site listEnd) {
    Candidate candidate = site.candidate();
    Roles.Decision role = roles.of(site, listEnd);
    Relation relation = Relation.of(site);
    Timings.Found timing = timings.of(candidate.start(), role.role() == Mention.Role.COMMITTED);
    String carried = subjects.carried(site);
    Subjects.Subject subject = subjects.of(site, role.role());
    Units.Unit unit = candidate.unit();
    BigDecimal value = candidate.value();
    Optional<Units.Denominator> per =
        Denominators.of(site, subject.own() ? "" : carried + site.before(), earlier(site));
    if (per.isPresent()) {
      BigDecimal written = value;
      unit = Units.per(unit, per.get(), unit.written());
      value = Units.exactly(written, per.get().factor());
    }
    List<Ground> because = grounds(site, role, relation, timing);
    String from = subject.own() ? "subject.clause" : "subject.carried";
    because.add(new Ground(from, candidate.start(), candidate.end()));
    if (per.isPresent()) {
      because.add(new Ground("unit.per", site.clause().start(), candidate.end()));
    }
    return new Mention(
        candidate.start(),
        candidate.end(),
        letters.raw(candidate.start(), candidate.end()),
        plain(value),
        unit.code(),
        unit.written(),
        relation.comparator(),
        relation.bound(),
        timing.phrase().timing(),
        subject.name(),
        scope(site),
        outline.paragraphs().get(outline.paragraphAt(candidate.start())).article(),
        role.role(),
        because,
        doubts(site, role));
  }

  private List<Ground> grounds(
      Site site, Roles.Decision role, Relation relation, Timings.Found timing) {
    Candidate candidate = site.candidate();
    var grounds = new ArrayList<Ground>();
    grounds.add(ground(role, site));
    grounds.add(new Ground(relation.rule(), candidate.start(), candidate.end()));
    grounds.add(ground(timing, candidate));
    return grounds;
  }

  private Ground ground(Roles.Decision role, Site site) {
    if (role.role() == Mention.Role.ACHIEVED) {
      Tenses.Decided tense = tenses.at(site.candidate().start());
      if (tense.end() > tense.start()) {
        return new Ground(role.rule(), tense.start(), tense.end());
      }
    }
    return new Ground(role.rule(), site.candidate().start(), site.candidate().end());
  }

  private static Ground ground(Timings.Found timing, Candidate candidate) {
    boolean said = timing.phrase().end() > timing.phrase().start();
    return said
        ? new Ground(timing.rule(), timing.phrase().start(), timing.phrase().end())
        : new Ground(timing.rule(), candidate.start(), candidate.end());
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  /// The sentence up to the clause of a quantity.
  private String earlier(Site site) {
    int start = outline.sentences().get(outline.sentenceAt(site.candidate().start())).start();
    return letters.from(Math.max(start, site.clause().start() - 60), site.clause().start());
  }

  /// 全省, 全市 … in the same sentence, nearest before the quantity.
  private String scope(Site site) {
    Outline.Stretch sentence =
        outline.sentences().get(outline.sentenceAt(site.candidate().start()));
    int from = Math.max(sentence.start(), site.candidate().start() - 200);
    Lexicon whole = Lexicon.of(Lexicon.Family.PLACE_WHOLE);
    int at = whole.lastIn(letters.plain(), from, site.candidate().start());
    return at < 0 ? "" : letters.from(at, at + whole.startsAt(letters.plain(), at));
  }

  private List<String> doubts(Site site, Roles.Decision role) {
    var doubts = new ArrayList<String>();
    if (role.role() == Mention.Role.COMMITTED
        && tenses.at(site.candidate().start()).tense() == Tenses.Tense.UNKNOWN) {
      doubts.add("tense");
    }
    if (site.candidate().shape() == Candidate.Shape.NO_UNIT) {
      doubts.add("unit");
    }
    return doubts;
  }
}
