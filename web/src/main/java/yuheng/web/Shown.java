package yuheng.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import yuheng.facts.Journal;
import yuheng.facts.OfficialFigures;
import yuheng.facts.ScopeNames;
import yuheng.facts.Synthetic;
import yuheng.indicators.Measurement;
import yuheng.indicators.Question;
import yuheng.indicators.Standing;
import yuheng.plan.Article;
import yuheng.plan.Plan;
import yuheng.plan.Proof;
import yuheng.plan.Target;
import yuheng.terms.Language;
import yuheng.terms.Words;

/// What the pages show: one plan, its figures as the journal has them now, and the question asked
/// when an address asks none.
final class Shown {
  private final Plan plan;
  private final Proof proof;
  private final Question asked;
  private final boolean everythingKnown;
  private final Optional<Journal> journal;
  private final boolean synthetic;
  private volatile Latest latest;
  private final ScopedValue<Latest> looking = ScopedValue.newInstance();

  /// Figures, what measures with them, and what was measured of late: standings are asked for again
  /// and again, and are the same for the same question.
  private record Latest(
      OfficialFigures figures,
      LocalDate lastHeard,
      Measurement measurement,
      Map<Question, List<Standing>> standings) {
    private static final int MOST = 64;

    static Latest of(Plan plan, OfficialFigures figures) {
      return new Latest(
          figures, figures.lastHeard(), new Measurement(plan, figures), new ConcurrentHashMap<>());
    }

    /// The same after acts that speak of other things.
    Latest upTo(OfficialFigures now) {
      return new Latest(now, lastHeard, measurement, standings);
    }

    List<Standing> standings(Question question) {
      if (standings.size() >= MOST) {
        standings.clear();
      }
      return standings.computeIfAbsent(question, measurement::standings);
    }
  }

  /// Something that is done while what is shown stands still.
  interface Reading {
    void run() throws IOException, ServletException;
  }

  /// @param asked if everything is known on its day, everything said later is known too
  Shown(Plan plan, OfficialFigures figures, Question asked, Optional<Journal> journal) {
    this.plan = plan;
    this.proof = Proof.of(plan);
    this.asked = asked;
    this.everythingKnown = !asked.knownOn().isBefore(figures.lastHeard());
    this.journal = journal;
    this.synthetic = journal.flatMap(Synthetic::of).isPresent();
    this.latest = Latest.of(plan, figures);
  }

  /// Does something that sees one state of the journal's figures throughout, and asks for it once.
  void standingStill(Reading reading) throws IOException, ServletException {
    try {
      ScopedValue.where(looking, latest())
          .call(
              () -> {
                reading.run();
                return true;
              });
    } catch (IOException | ServletException | RuntimeException known) {
      throw known;
    } catch (Exception never) {
      throw new IllegalStateException(never);
    }
  }

  /// Number of the last act that what is shown has heard of.
  long lastAct() {
    return latest().figures.lastAct();
  }

  /// Figures entered by anybody count at once: asking the journal for its last act costs
  /// microseconds, and only news are read.
  private Latest latest() {
    if (looking.isBound()) {
      return looking.get();
    }
    Latest known = latest;
    if (journal.isEmpty()) {
      return known;
    }
    OfficialFigures now = known.figures.upTo(journal.get());
    if (now.lastAct() != known.figures.lastAct()) {
      known = now.all().equals(known.figures.all()) ? known.upTo(now) : Latest.of(plan, now);
      latest = known;
    }
    return known;
  }

  /// What an office is called; one that the plan no longer has, by its code.
  Words office(String code) {
    return Optional.ofNullable(plan().offices().get(code)).orElse(Words.same(code));
  }

  /// Whether the units, reports and accounts are invented; published figures never are.
  boolean isSynthetic() {
    return synthetic;
  }

  Plan plan() {
    return plan;
  }

  Proof proof() {
    return proof;
  }

  OfficialFigures figures() {
    return latest().figures;
  }

  /// How scopes of accounts are called, and which districts there are.
  ScopeNames scopes() {
    return new ScopeNames(figures().districts());
  }

  Measurement measurement() {
    return latest().measurement;
  }

  /// The question asked when an address asks none.
  Question asked() {
    LocalDate last = latest().lastHeard;
    return everythingKnown && last.isAfter(asked.knownOn())
        ? new Question(asked.asOf(), last)
        : asked;
  }

  List<Standing> standings(Asked question) {
    return latest().standings(question.question());
  }

  Optional<Target> find(String target) {
    @Nullable Target found = plan.targets().get(target);
    return Optional.ofNullable(found);
  }

  /// A section of the prose by its id.
  Article article(String id, Language language) {
    return plan.prose(language).stream()
        .filter(article -> article.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /// A section as people cite it: 第（四）条 电子信息产业.
  String cited(String id, Language language) {
    Article article = article(id, language);
    return article
        .number()
        .map(
            number ->
                language == Language.ZH
                    ? "（%s）%s".formatted(number, article.heading())
                    : "(%s) %s".formatted(number, article.heading()))
        .orElse(article.heading());
  }
}
