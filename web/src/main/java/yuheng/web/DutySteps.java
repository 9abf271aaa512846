package yuheng.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.delivery.Duties.Opening;
import yuheng.delivery.Duty.Step;
import yuheng.delivery.Fault;
import yuheng.delivery.Outcome;
import yuheng.facts.Act;

/// What is done to duties on their pages.
@Controller
@NeedsJournal
class DutySteps {
  private final Shown shown;
  private final Who who;
  private final DutiesPage page;

  DutySteps(Shown shown, Who who, DutiesPage page) {
    this.shown = shown;
    this.who = who;
    this.page = page;
  }

  /// Opens one for every target that is behind, at risk or missed and has none for this month.
  @PostMapping("/duties/due")
  ResponseEntity<String> due(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    page.register().openForThoseBehind(shown.standings(asked), asked.question());
    return goTo(asked.href("/duties"));
  }

  /// Opens one for a person.
  @PostMapping("/duties")
  ResponseEntity<String> open(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Optional<LocalDate> deadline = day(DutiesPage.text(request, "deadline"));
    if (deadline.isEmpty()) {
      return page.list(
          request,
          false,
          asked.t("期限要写成 2012-11-30 这样的日期。", "The deadline is a day like 2012-11-30."),
          HttpStatus.BAD_REQUEST);
    }
    String office = DutiesPage.text(request, "owner");
    var opening =
        new Opening(
            DutiesPage.text(request, "target"),
            asked.asOf(),
            DutiesPage.text(request, "why"),
            office.isEmpty() ? Optional.empty() : Optional.of(office),
            List.of(),
            deadline.get(),
            Optional.empty());
    return switch (page.register().open(who.need().name(), opening)) {
      case Outcome.Done(Act act) -> goTo(asked.href("/duties/" + act.said().getFirst().subject()));
      case Outcome.Overtaken _ -> goTo(asked.href("/duties"));
      case Outcome.Refused(List<Fault> faults) ->
          page.list(request, false, told(faults, asked), HttpStatus.BAD_REQUEST);
    };
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }

  @PostMapping("/duties/{id}/say")
  ResponseEntity<String> say(@PathVariable String id, WebRequest request) {
    boolean answers = DutiesPage.text(request, "step").equals(Step.ANSWER.code());
    boolean shows = !DutiesPage.text(request, "link").isEmpty();
    Step said = shows ? Step.EVIDENCE : Step.COMMENT;
    return step(id, request, answers ? Step.ANSWER : said);
  }

  @PostMapping("/duties/{id}/assign")
  ResponseEntity<String> assign(@PathVariable String id, WebRequest request) {
    return step(id, request, Step.ASSIGN);
  }

  @PostMapping("/duties/{id}/close")
  ResponseEntity<String> close(@PathVariable String id, WebRequest request) {
    return step(id, request, Step.CLOSE);
  }

  @PostMapping("/duties/{id}/reopen")
  ResponseEntity<String> reopen(@PathVariable String id, WebRequest request) {
    return step(id, request, Step.REOPEN);
  }

  private ResponseEntity<String> step(String id, WebRequest request, Step step) {
    Asked asked = Asked.read(request, shown.asked());
    String text = DutiesPage.text(request, "text");
    String link = DutiesPage.text(request, "link");
    String seen = DutiesPage.text(request, "seen");
    Outcome outcome =
        page.register()
            .step(
                who.need().name(),
                id,
                step,
                text,
                link.isEmpty() ? Optional.empty() : Optional.of(link),
                seen.matches("\\d{1,18}") ? Long.parseLong(seen) : 0);
    return switch (outcome) {
      case Outcome.Done _ -> goTo(asked.href("/duties/" + id));
      case Outcome.Overtaken _ ->
          page.one(
              id,
              request,
              asked.t(
                  "在你之后有人说过话，没有保存；请看新的内容再说。",
                  "Somebody spoke after you looked; nothing was kept. Read it, then say it again."),
              text,
              HttpStatus.CONFLICT);
      case Outcome.Refused(List<Fault> faults) ->
          page.one(id, request, told(faults, asked), text, HttpStatus.BAD_REQUEST);
    };
  }

  private static String told(List<Fault> faults, Asked asked) {
    return String.join(" ", faults.stream().map(fault -> fault.tell(asked.language())).toList());
  }

  private static ResponseEntity<String> goTo(String address) {
    return ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", address).build();
  }
}
