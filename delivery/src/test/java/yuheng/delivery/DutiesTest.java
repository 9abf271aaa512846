package yuheng.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import yuheng.delivery.Duties.Opening;
import yuheng.delivery.Duty.Stage;
import yuheng.delivery.Duty.Step;
import yuheng.facts.Journal;
import yuheng.indicators.Standing;
import yuheng.indicators.State;

/// Duties: from a target behind to the reviewer who closes its duty.
class DutiesTest {
  private static final Chongqing CITY = Chongqing.asItIs();
  private static final String ID = "asset-contribution-2012-09";

  @TempDir private Path folder;
  private Journal journal;
  private Duties duties;

  @BeforeEach
  void open() {
    journal = Journal.open(folder.resolve("journal.db"));
    duties = new Duties(journal, CITY.plan());
  }

  @AfterEach
  void close() {
    journal.close();
  }

  private List<Duty> opened() {
    return duties.openForThoseBehind(CITY.standings(Chongqing.SEPTEMBER), Chongqing.SEPTEMBER);
  }

  private Outcome step(String by, Step step, String text) {
    Duty duty = duties.find(ID).orElseThrow();
    return duties.step(by, ID, step, text, Optional.empty(), duty.seen());
  }

  @Test
  void aTargetBehindOpensADutyThatNamesTheStandingThatCausedIt() {
    assertThat(opened()).extracting(Duty::id).containsExactly(ID);
    Duty duty = duties.find(ID).orElseThrow();
    assertThat(duty.cause().orElseThrow().state()).isEqualTo(State.BEHIND);
    assertThat(duty.cause().orElseThrow().figures()).isNotEmpty();
    assertThat(duty.measure()).contains("lighter-burdens");
    assertThat(duty.owner()).contains("finance");
    assertThat(duty.history()).singleElement().extracting(Duty.Event::by).isEqualTo("yuheng");
  }

  @Test
  void openingTwiceForTheSameMonthOpensNothingTwice() {
    assertThat(opened()).hasSize(1);
    assertThat(opened()).isEmpty();
    assertThat(duties.all()).hasSize(1);
  }

  @Test
  void aDutyGoesFromOpenToAnsweredToClosedAndBack() {
    opened();
    step("owner", Step.ANSWER, "已清理收费十二项");
    assertThat(duties.find(ID).orElseThrow().stage()).isEqualTo(Stage.ANSWERED);
    step("reviewer", Step.CLOSE, "属实");
    assertThat(duties.find(ID).orElseThrow().stage()).isEqualTo(Stage.CLOSED);
    step("reviewer", Step.REOPEN, "指标没有动");
    assertThat(duties.find(ID).orElseThrow().stage()).isEqualTo(Stage.OPEN);
    assertThat(duties.find(ID).orElseThrow().history())
        .extracting(Duty.Event::step)
        .containsExactly(Step.OPEN, Step.ANSWER, Step.CLOSE, Step.REOPEN);
    assertThat(journal.verify()).isEmpty();
  }

  @Test
  void nobodyClosesWhatHeAnswered() {
    opened();
    step("owner", Step.ANSWER, "已完成");
    assertThat(codes(step("owner", Step.CLOSE, "完成"))).containsExactly("DU005");
    assertThat(duties.find(ID).orElseThrow().stage()).isEqualTo(Stage.ANSWERED);
  }

  @Test
  void whatItsOwnerSaysNeverChangesTheLamp() {
    opened();
    step("owner", Step.ANSWER, "已全面完成");
    step("reviewer", Step.CLOSE, "同意");
    List<Standing> now = CITY.standings(Chongqing.SEPTEMBER);
    assertThat(Duties.lamp(duties.find(ID).orElseThrow(), now).orElseThrow().state())
        .isEqualTo(State.BEHIND);
  }

  @Test
  void aStepOnADutyThatMovedOnIsTold() {
    opened();
    long seen = duties.find(ID).orElseThrow().seen();
    step("a", Step.COMMENT, "先说一句");
    assertThat(duties.step("b", ID, Step.COMMENT, "也说一句", Optional.empty(), seen))
        .isInstanceOf(Outcome.Overtaken.class);
  }

  @Test
  void stepsOutOfTurnEmptyWordsAndBadAddressesAreRefused() {
    opened();
    assertThat(codes(step("a", Step.CLOSE, "好"))).containsExactly("DU004");
    assertThat(codes(step("a", Step.COMMENT, " "))).containsExactly("DU006");
    assertThat(codes(step("a", Step.ASSIGN, "nobody"))).containsExactly("DU003");
    assertThat(
            codes(
                duties.step(
                    "a",
                    ID,
                    Step.EVIDENCE,
                    "清单",
                    Optional.of("javascript:alert(1)"),
                    duties.find(ID).orElseThrow().seen())))
        .containsExactly("DU007");
  }

  @Test
  void aPersonOpensADutyForATargetThatNoFigureAnswers() {
    var opening =
        new Opening(
            "quality-loss",
            YearMonth.of(2012, 9),
            "没有数，先报基数",
            Optional.of("quality"),
            List.of("economy"),
            LocalDate.of(2012, 11, 30),
            Optional.empty());
    assertThat(duties.open("analyst", opening)).isInstanceOf(Outcome.Done.class);
    assertThat(duties.open("analyst", opening)).isInstanceOf(Outcome.Done.class);
    assertThat(duties.all())
        .extracting(Duty::id)
        .containsExactly("quality-loss-2012-09-1", "quality-loss-2012-09-2");
    Duty duty = duties.all().getFirst();
    assertThat(duty.concerns("economy")).isTrue();
    assertThat(duty.overdue(LocalDate.of(2012, 12, 1))).isTrue();
  }

  private static List<String> codes(Outcome outcome) {
    return outcome instanceof Outcome.Refused(var faults)
        ? faults.stream().map(Fault::code).toList()
        : List.of(outcome.toString());
  }
}
