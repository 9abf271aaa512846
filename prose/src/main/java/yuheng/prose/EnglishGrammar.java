package yuheng.prose;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import yuheng.prose.Mention.Ground;

/// Reads the quantities of an English text: the same phases as [ChineseGrammar], the same findings,
/// fewer rules.
final class EnglishGrammar {
  private static final Pattern EVERY_SO_MANY =
      Pattern.compile(
          "\\b(?:every|per) ([\\d,]+|thousand|million|hundred)"
              + " (people|persons|residents|inhabitants|households|yuan)\\b");
  private static final Pattern PER_HEAD = Pattern.compile("\\bper[- ]capita\\b");
  private static final Pattern WHOLE =
      Pattern.compile(
          "\\b(nationwide|countrywide|province-wide|citywide|(across|throughout) the"
              + " (country|province|city|county|region))\\b");

  private final EnglishText text;
  private final EnglishTimings timings;
  private final EnglishTenses tenses;
  private final EnglishRoles roles;
  private final EnglishSubjects subjects;

  private EnglishGrammar(EnglishText text) {
    this.text = text;
    this.timings = new EnglishTimings(text);
    this.tenses = new EnglishTenses(text, timings);
    this.roles = new EnglishRoles(text);
    this.subjects = new EnglishSubjects(text);
  }

  static List<Mention> read(String text) {
    var grammar = new EnglishGrammar(new EnglishText(text));
    return EnglishSite.of(grammar.text, EnglishCandidates.of(grammar.text)).stream()
        .map(grammar::mention)
        .toList();
  }

  private Mention mention(EnglishSite site) {
    Candidate candidate = site.candidate();
    Tenses.Decided tense = tenses.at(site);
    EnglishRoles.Decision role = roles.of(site, tense);
    Relation relation = EnglishRelation.of(site);
    Timings.Found timing = timings.of(site);
    Subjects.Subject subject = subjects.of(site, role.role());
    Units.Unit unit = candidate.unit();
    BigDecimal value = candidate.value();
    Optional<Units.Denominator> per = per(site, subject);
    if (per.isPresent()) {
      unit = Units.per(unit, per.get(), unit.written());
      value = Units.exactly(value, per.get().factor());
    }
    List<Ground> because = grounds(site, role, tense, relation, timing, subject);
    if (per.isPresent()) {
      because.add(new Ground("unit.per", site.clause().start(), candidate.end()));
    }
    return new Mention(
        candidate.start(),
        candidate.end(),
        text.raw(candidate.start(), candidate.end()),
        plain(value),
        unit.code(),
        unit.written(),
        relation.comparator(),
        relation.bound(),
        timing.phrase().timing(),
        subject.name(),
        scope(site),
        text.paragraph(candidate.start()).article(),
        role.role(),
        because,
        doubts(site, role, tense));
  }

  private List<Ground> grounds(
      EnglishSite site,
      EnglishRoles.Decision role,
      Tenses.Decided tense,
      Relation relation,
      Timings.Found timing,
      Subjects.Subject subject) {
    Candidate candidate = site.candidate();
    var grounds = new ArrayList<Ground>();
    boolean told = role.role() == Mention.Role.ACHIEVED && tense.end() > tense.start();
    grounds.add(
        told
            ? new Ground(role.rule(), tense.start(), tense.end())
            : new Ground(role.rule(), candidate.start(), candidate.end()));
    grounds.add(new Ground(relation.rule(), candidate.start(), candidate.end()));
    Timings.Phrase phrase = timing.phrase();
    boolean said = phrase.end() > phrase.start();
    grounds.add(
        said
            ? new Ground(timing.rule(), phrase.start(), phrase.end())
            : new Ground(timing.rule(), candidate.start(), candidate.end()));
    String from = subject.own() ? "subject.clause" : "subject.carried";
    grounds.add(new Ground(from, candidate.start(), candidate.end()));
    return grounds;
  }

  /// Every 10,000 people …, per capita income …: what stands before the quantity.
  private static Optional<Units.Denominator> per(EnglishSite site, Subjects.Subject subject) {
    Candidate candidate = site.candidate();
    boolean measured =
        candidate.isCount() || candidate.kind().isMeasure() || candidate.kind() == Units.Kind.MONEY;
    if (!measured || candidate.unit().code().contains("/")) {
      return Optional.empty();
    }
    Matcher every = EVERY_SO_MANY.matcher(site.before());
    if (every.find()) {
      String code =
          switch (every.group(2)) {
            case "households" -> "household";
            case "yuan" -> "CNY";
            default -> "person";
          };
      return Optional.of(new Units.Denominator(code, heads(every.group(1))));
    }
    boolean head = PER_HEAD.matcher(subject.name()).find() || PER_HEAD.matcher(site.lead()).find();
    return head && candidate.kind() != Units.Kind.PERSON
        ? Optional.of(new Units.Denominator("person", BigDecimal.ONE))
        : Optional.empty();
  }

  private static BigDecimal heads(String written) {
    return switch (written) {
      case "hundred" -> BigDecimal.valueOf(100);
      case "thousand" -> BigDecimal.valueOf(1000);
      case "million" -> BigDecimal.valueOf(1_000_000);
      default -> new BigDecimal(written.replace(",", "")).max(BigDecimal.ONE);
    };
  }

  private static BigDecimal plain(BigDecimal value) {
    BigDecimal shortest = value.stripTrailingZeros();
    return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
  }

  private String scope(EnglishSite site) {
    Outline.Stretch sentence = text.sentence(site.candidate().start());
    int start = Math.max(sentence.start(), site.candidate().start() - 200);
    Matcher whole = WHOLE.matcher(text.small(start, Math.min(sentence.end(), start + 400)));
    return whole.find() ? whole.group() : "";
  }

  private List<String> doubts(EnglishSite site, EnglishRoles.Decision role, Tenses.Decided tense) {
    var doubts = new ArrayList<String>();
    if (role.role() == Mention.Role.COMMITTED && tense.tense() == Tenses.Tense.UNKNOWN) {
      doubts.add("tense");
    }
    if (site.candidate().shape() == Candidate.Shape.NO_UNIT) {
      doubts.add("unit");
    }
    return doubts;
  }
}
