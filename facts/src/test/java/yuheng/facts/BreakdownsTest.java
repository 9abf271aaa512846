package yuheng.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static yuheng.testing.ForAll.forAll;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.facts.Breakdown.Origin;
import yuheng.facts.Breakdown.Row;
import yuheng.facts.Breakdown.Whole;
import yuheng.facts.BreakdownVersion.Conflict;
import yuheng.facts.Breakdowns.Saved;
import yuheng.plan.Plan;
import yuheng.terms.Period;
import yuheng.terms.Words;
import yuheng.testing.Golden;

/// Breakdowns of the invented city's plan, in a journal of the test's own.
@SuppressWarnings("NullAway.Init") // JUnit opens the journal
class BreakdownsTest {
  private static final Plan PLAN =
      Plan.read(Golden.home().resolve("examples/linjiang-2016")).plan().orElseThrow();
  private static final Breakdown.Key KEY =
      new Breakdown.Key("gross-output", Dimension.DISTRICTS, Period.year(2017));
  private static final Whole WHOLE = new Whole(new BigDecimal("1180"), new Words("任务", "the task"));

  @TempDir private Path folder;
  private Journal journal;
  private Breakdowns breakdowns;

  @BeforeEach
  void open() {
    journal = Journal.open(folder.resolve("journal.db"));
    breakdowns = Breakdowns.of(PLAN, journal);
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private static Breakdown breakdown(
      SequencedMap<String, String> amounts, Optional<String> reason) {
    var rows = new LinkedHashMap<String, Row>();
    amounts.forEach(
        (part, amount) ->
            rows.put(
                part, new Row(new BigDecimal(amount), Optional.of(new Words("算法", "arithmetic")))));
    return new Breakdown(
        KEY,
        Objects.requireNonNull(PLAN.targets().get("gross-output")).indicator().unit(),
        rows,
        Optional.of(WHOLE),
        new Origin.Official("临江府发〔2017〕3号（虚构）"),
        reason,
        LocalDate.of(2017, 1, 1),
        Optional.of("output"));
  }

  private static SequencedMap<String, String> amounts(String... pairs) {
    var amounts = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      amounts.put(pairs[i], pairs[i + 1]);
    }
    return amounts;
  }

  private BreakdownVersion kept(Saved saved) {
    assertThat(saved).isInstanceOf(Saved.Kept.class);
    return ((Saved.Kept) saved).version();
  }

  @Test
  void aPackageHoldsItsYearlyTasksAndItsPillarsAsOfficialBreakdowns() {
    assertThat(breakdowns.keys())
        .extracting(Breakdown.Key::toString)
        .contains(
            "gross-output/years/2020", "gross-output/pillars/2020", "investment/years/2016..2020");
    BreakdownVersion pillars =
        breakdowns
            .current(new Breakdown.Key("gross-output", Dimension.PILLARS, Period.year(2020)))
            .orElseThrow();
    assertThat(pillars.number()).isZero();
    assertThat(pillars.breakdown().origin()).isInstanceOf(Origin.Official.class);
    assertThat(pillars.breakdown().addsUp()).isTrue();
  }

  @Test
  void thePathOfATotalSaysWhatEachStretchOfYearsAdds() {
    Breakdown years =
        breakdowns
            .current(new Breakdown.Key("investment", Dimension.YEARS, Period.of("2016..2020")))
            .orElseThrow()
            .breakdown();
    assertThat(years.rows().keySet()).containsExactly("2016", "2017", "2018", "2019", "2020");
    assertThat(years.amount("2017").orElseThrow().digits()).isEqualTo("200");
    assertThat(years.addsUp()).isTrue();
  }

  @Test
  void theTaskOfTheYearIsWhatDistrictsAreToAddUpTo() {
    assertThat(breakdowns.whole(KEY).orElseThrow().amount()).isEqualByComparingTo("1180");
    var later = new Breakdown.Key("gross-output", Dimension.DISTRICTS, Period.year(2031));
    assertThat(breakdowns.whole(later)).isEmpty();
  }

  @Test
  void whatIsKeptComesBackAsItWasToTheLastDigit() {
    Breakdown said =
        breakdown(amounts("990101", "1179.99999999", "990102", "0.00000001"), Optional.empty());
    BreakdownVersion version = kept(breakdowns.save("zhang", said, 0));
    assertThat(version.breakdown()).isEqualTo(said);
    assertThat(version.by()).isEqualTo("zhang");
    assertThat(breakdowns.current(KEY)).contains(version);
  }

  @Test
  void drawnBreakdownsComeBackAsTheyWere() {
    forAll(
        40,
        (random, size) -> {
          var amounts = new LinkedHashMap<String, String>();
          for (int i = 0; i <= size; i++) {
            amounts.put(
                "园区 " + random.nextInt(1000) + ":\"'",
                BigDecimal.valueOf(random.nextLong(-1_000_000, 1_000_000_000), random.nextInt(9))
                    .toPlainString());
          }
          return breakdown(amounts, Optional.of("示例"));
        },
        said ->
            assertThat(BreakdownText.read(KEY, BreakdownText.write(said), said.unit()))
                .satisfies(
                    read -> {
                      assertThat(read.rows()).containsAllEntriesOf(said.rows());
                      assertThat(read.sum()).isEqualByComparingTo(said.sum());
                      assertThat(read.origin()).isEqualTo(said.origin());
                    }));
  }

  @Test
  void rowsThatDoNotAddUpNeedAReasonAndTheRemainderStandsByItself() {
    SequencedMap<String, String> tooLittle = amounts("990101", "700", "990102", "470");
    Saved refused = breakdowns.save("zhang", breakdown(tooLittle, Optional.empty()), 0);
    assertThat(refused).isInstanceOf(Saved.Refused.class);
    assertThat(((Saved.Refused) refused).why().getFirst().en()).contains("10 亿元");
    BreakdownVersion version =
        kept(breakdowns.save("zhang", breakdown(tooLittle, Optional.of("预留给新区")), 0));
    assertThat(version.breakdown().remainder().orElseThrow()).isEqualByComparingTo("10");
    assertThat(version.breakdown().rows()).hasSize(2);
  }

  @Test
  void theSecondOfTwoEditorsIsToldAndNothingIsLost() {
    long seen =
        kept(breakdowns.save(
                "zhang",
                breakdown(amounts("a", "500", "b", "400", "c", "280"), Optional.empty()),
                0))
            .act();
    kept(
        breakdowns.save(
            "li", breakdown(amounts("a", "510", "b", "390", "c", "280"), Optional.empty()), seen));
    Breakdown mine = breakdown(amounts("a", "500", "b", "380", "c", "300"), Optional.empty());
    Saved second = breakdowns.save("wang", mine, seen);
    assertThat(second).isInstanceOf(Saved.Overtaken.class);
    Conflict conflict = ((Saved.Overtaken) second).conflict();
    assertThat(conflict.theirs().by()).isEqualTo("li");
    assertThat(conflict.wanted()).isEqualTo(mine);
    assertThat(conflict.lines())
        .extracting(
            line ->
                "%s %s %s %s %s"
                    .formatted(
                        line.part(),
                        line.seen().orElseThrow().toPlainString(),
                        line.theirs().orElseThrow().toPlainString(),
                        line.mine().orElseThrow().toPlainString(),
                        line.clash()))
        .containsExactly("a 500 510 500 false", "b 400 390 380 true", "c 280 280 300 false");
    kept(breakdowns.save("wang", mine, conflict.theirs().act()));
    assertThat(breakdowns.history(KEY)).hasSize(3);
  }

  @Test
  void aVersionHoldsFromItsDayAndIsKnownFromTheDayItWasKept() {
    Breakdown now = breakdown(amounts("a", "1180"), Optional.empty());
    Breakdown later =
        new Breakdown(
            KEY,
            now.unit(),
            breakdown(amounts("b", "1180"), Optional.empty()).rows(),
            now.whole(),
            now.origin(),
            Optional.empty(),
            LocalDate.of(2017, 7, 1),
            now.series());
    long seen = kept(breakdowns.save("zhang", now, 0)).act();
    kept(breakdowns.save("zhang", later, seen));
    assertThat(rowsOn(LocalDate.of(2017, 6, 30), LocalDate.MAX)).containsExactly("a");
    assertThat(rowsOn(LocalDate.of(2017, 7, 31), LocalDate.MAX)).containsExactly("b");
    assertThat(rowsOn(LocalDate.of(2016, 12, 31), LocalDate.MAX)).isEmpty();
    assertThat(rowsOn(LocalDate.of(2017, 7, 31), LocalDate.of(2017, 7, 31))).isEmpty();
  }

  private List<String> rowsOn(LocalDate day, LocalDate knownOn) {
    return breakdowns
        .on(KEY, day, knownOn)
        .map(version -> List.copyOf(version.breakdown().rows().keySet()))
        .orElse(List.of());
  }

  @Test
  void eachVersionSaysWhatItChanged() {
    long seen =
        kept(breakdowns.save(
                "zhang", breakdown(amounts("a", "1000", "b", "180"), Optional.empty()), 0))
            .act();
    kept(
        breakdowns.save("li", breakdown(amounts("a", "1000", "c", "180"), Optional.empty()), seen));
    List<BreakdownVersion> history = breakdowns.history(KEY);
    assertThat(history.getLast().changesOf(Optional.of(history.getFirst())))
        .extracting(
            change -> change.part() + change.before().isPresent() + change.after().isPresent())
        .containsExactly("cfalsetrue", "btruefalse");
  }
}
