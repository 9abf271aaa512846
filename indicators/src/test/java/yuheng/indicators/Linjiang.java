package yuheng.indicators;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.Optional;
import yuheng.facts.Breakdown;
import yuheng.facts.Breakdowns;
import yuheng.facts.Dimension;
import yuheng.facts.Journal;
import yuheng.facts.OfficialFigures;
import yuheng.indicators.Apportionment.Method;
import yuheng.plan.Plan;
import yuheng.plan.Target;
import yuheng.terms.Period;
import yuheng.testing.Golden;

/// The invented city of `examples/linjiang-2016`: eight districts, of which one merges and one is
/// renamed in July 2017, one is a month late, and one publishes nothing.
final class Linjiang {
  static final Plan PLAN =
      Plan.read(Golden.home().resolve("examples/linjiang-2016")).plan().orElseThrow();
  static final OfficialFigures FIGURES = OfficialFigures.load(PLAN).figures().orElseThrow();
  static final LocalDate ALL = LocalDate.of(2026, 11, 24);

  private Linjiang() {}

  static Target target(String id) {
    return Objects.requireNonNull(PLAN.targets().get(id));
  }

  static Breakdown.Key districts(String target, int year) {
    return new Breakdown.Key(target, Dimension.DISTRICTS, Period.year(year));
  }

  static Proposals.Proposed propose(String target, int year, Method method) {
    Breakdown.Key key = districts(target, year);
    return new Proposals(PLAN, FIGURES)
        .propose(
            target(target),
            new Proposals.Wish(
                key,
                Breakdowns.of(PLAN).whole(key).orElseThrow(),
                method,
                ALL,
                new LinkedHashMap<>()));
  }

  static Apportionment shared(String target, int year, Method method) {
    if (propose(target, year, method) instanceof Proposals.Proposed.Shared(var shared)) {
      return shared;
    }
    throw new AssertionError("refused: " + propose(target, year, method));
  }

  /// Keeps a proposal of the year as the year's tasks.
  static Breakdowns keep(Journal journal, Apportionment shared) {
    Breakdowns breakdowns = Breakdowns.of(PLAN, journal);
    Breakdown proposed =
        shared.proposed(
            target(shared.key().target()).indicator().unit(),
            shared.key().period().start(),
            Optional.empty());
    if (breakdowns.save("zhang", proposed, 0) instanceof Breakdowns.Saved.Refused refused) {
      throw new AssertionError(refused.toString());
    }
    return breakdowns;
  }

  static Ranking ranking(
      Breakdowns breakdowns, String target, String month, YearSchedule.Method method) {
    return new Rankings(PLAN, FIGURES, breakdowns)
        .ranking(
            target(target), Dimension.DISTRICTS, new Question(YearMonth.parse(month), ALL), method);
  }

  static BigDecimal sum(Apportionment shared) {
    return shared.rows().stream()
        .map(Apportionment.Row::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
