package yuheng.delivery;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import yuheng.delivery.Duty.Cause;
import yuheng.delivery.Duty.Event;
import yuheng.delivery.Duty.Stage;
import yuheng.delivery.Duty.Step;
import yuheng.facts.Act;
import yuheng.facts.Said;
import yuheng.indicators.State;
import yuheng.terms.Words;

/// Reads a duty from its acts, and says which step may follow.
final class DutyHistory {
  private DutyHistory() {}

  /// @param acts at least one, the first of which opened it
  static Duty read(String id, List<Act> acts) {
    Said opened = acts.getFirst().said().getFirst();
    var history = new ArrayList<Event>();
    Optional<String> owner = opened.find("owner");
    Stage stage = Stage.OPEN;
    for (Act act : acts) {
      for (Said said : act.said()) {
        Event event = event(act, said);
        history.add(event);
        owner = said.find("owner").or(owners(owner));
        stage = after(stage, event.step());
      }
    }
    return new Duty(
        id,
        opened.text("target"),
        YearMonth.parse(opened.text("month")),
        new Words(opened.text("why-zh"), opened.text("why-en")),
        cause(opened),
        owner,
        words(opened, "helpers"),
        LocalDate.parse(opened.text("deadline")),
        opened.find("measure"),
        stage,
        history,
        acts.getLast().number());
  }

  private static java.util.function.Supplier<Optional<String>> owners(Optional<String> owner) {
    return () -> owner;
  }

  private static Event event(Act act, Said said) {
    return new Event(
        act.number(),
        act.at(),
        act.by(),
        step(said.text("step")),
        said.find("text").or(() -> said.find("why-zh")).or(() -> said.find("owner")).orElse(""),
        said.find("link"));
  }

  static Step step(String code) {
    return Stream.of(Step.values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no step of a duty: " + code));
  }

  private static Optional<Cause> cause(Said opened) {
    return opened
        .find("state")
        .map(
            code ->
                new Cause(
                    state(code),
                    opened.text("value"),
                    LocalDate.parse(opened.text("known-on")),
                    words(opened, "figures")));
  }

  private static State state(String code) {
    return Stream.of(State.values())
        .filter(one -> one.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> words(Said said, String field) {
    return said.find(field).map(text -> List.of(text.split(" "))).orElse(List.of());
  }

  private static Stage after(Stage stage, Step step) {
    return switch (step) {
      case OPEN, REOPEN -> Stage.OPEN;
      case ANSWER -> Stage.ANSWERED;
      case CLOSE -> Stage.CLOSED;
      case ASSIGN, COMMENT, EVIDENCE -> stage;
    };
  }

  /// Why a step cannot follow, if it cannot.
  static Optional<Outcome> refuse(
      Duty duty, String by, Step step, String text, Optional<String> link) {
    if (!follows(duty.stage(), step)) {
      return Optional.of(
          Outcome.refused(
              "DU004",
              new Words(
                  "现在不能“%s”：事项%s".formatted(step.words().zh(), duty.stage().words().zh()),
                  "`%s` cannot follow, the duty is %s"
                      .formatted(step.code(), duty.stage().words().en())),
              new Words(
                  "事项由待办理到已回复、已办结，退回后重新办理",
                  "a duty goes from open to answered to closed, and back to open when it is"
                      + " reopened"),
              new Words("请看经过，做该做的一步", "Look at its history and take the step that is due")));
    }
    if (step == Step.CLOSE && lastAnswer(duty).filter(by::equals).isPresent()) {
      return Optional.of(
          Outcome.refused(
              "DU005",
              new Words("`%s`回复过这个事项，不能由他办结", "`%s` answered this duty and cannot close it")
                  .filled(by),
              new Words("谁也不审核自己的回复", "nobody reviews his own answer"),
              new Words("请另一位审核员办结", "Let another reviewer close it")));
    }
    if (text.isBlank() && link.filter(one -> !one.isBlank()).isEmpty()) {
      return Optional.of(
          Outcome.refused(
              "DU006",
              new Words("什么也没有写", "nothing is said"),
              new Words(
                  "每一步都要写明，别人才看得懂", "a step of a duty is said in words, so that others can follow"),
              new Words("请写一句话，或给出证明材料的网址", "Write a sentence, or give an address as evidence")));
    }
    return link.map(String::strip)
        .filter(one -> !one.isEmpty() && !one.matches("https?://\\S+"))
        .map(
            one ->
                Outcome.refused(
                    "DU007",
                    new Words("`%s`不是网址", "`%s` is no address").filled(one),
                    new Words(
                        "证明材料要放在别人打得开的网址上", "evidence is found at an address that others can open"),
                    new Words(
                        "请写成 https://example.org/report.pdf 这样",
                        "Write it like https://example.org/report.pdf")));
  }

  private static boolean follows(Stage stage, Step step) {
    return switch (step) {
      case OPEN -> false;
      case ASSIGN, ANSWER -> stage == Stage.OPEN;
      case CLOSE -> stage == Stage.ANSWERED;
      case REOPEN -> stage != Stage.OPEN;
      case COMMENT, EVIDENCE -> true;
    };
  }

  private static Optional<String> lastAnswer(Duty duty) {
    return duty.history().reversed().stream()
        .filter(event -> event.step() == Step.ANSWER)
        .map(Event::by)
        .findFirst();
  }
}
