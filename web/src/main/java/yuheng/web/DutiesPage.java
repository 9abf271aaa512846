package yuheng.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.delivery.Duties;
import yuheng.delivery.Duty;
import yuheng.delivery.Duty.Stage;
import yuheng.facts.Account;
import yuheng.facts.Journal;
import yuheng.facts.Role;
import yuheng.indicators.Standing;
import yuheng.plan.Measure;
import yuheng.plan.Target;

/// Duties: all of them, those of an office, and one with its history. What people say stands beside
/// the indicator's own lamp.
@Controller
@NeedsJournal
class DutiesPage {
  private final Shown shown;
  private final Html html;
  private final Duties duties;
  private final Clock clock;

  DutiesPage(Shown shown, Html html, Journal journal, Clock clock) {
    this.shown = shown;
    this.html = html;
    this.duties = new Duties(journal, shown.plan());
    this.clock = clock;
  }

  /// What the list's template gets.
  ///
  /// @param mine the list of one's own: where one spoke, and of one's office
  /// @param own one's own office; empty for none
  record ListView(
      Frame frame,
      boolean mine,
      String own,
      List<Line> lines,
      int all,
      List<Option> offices,
      List<Option> stages,
      boolean mayOpen,
      List<Option> targets,
      String fault) {}

  /// A duty in one line.
  ///
  /// @param then the lamp when it was opened; empty when a person opened it
  /// @param now the lamp as asked
  record Line(
      String id,
      String target,
      String owner,
      String month,
      String deadline,
      boolean overdue,
      String stage,
      Lamp then,
      Lamp now,
      String href) {}

  /// An indicator's state.
  record Lamp(String mark, String word, String code, String value) {
    static final Lamp NONE = new Lamp("", "", "", "");
  }

  /// Something to choose.
  record Option(String code, String name, boolean chosen) {}

  /// What the template of one duty gets.
  record OneView(
      Frame frame,
      Line line,
      String why,
      String helpers,
      String measure,
      String evidence,
      String targetHref,
      List<Event> history,
      long seen,
      boolean maySay,
      boolean mayAssign,
      boolean mayAnswer,
      boolean mayClose,
      boolean mayReopen,
      List<Option> offices,
      String fault,
      String typed) {}

  /// An act on a duty.
  record Event(Moment at, String by, String step, String text, String link) {}

  @GetMapping("/duties")
  ResponseEntity<String> list(WebRequest request) {
    return list(request, false, "", HttpStatus.OK);
  }

  @GetMapping("/duties/mine")
  ResponseEntity<String> mine(WebRequest request) {
    return list(request, true, "", HttpStatus.OK);
  }

  /// The list, after something that was sent could not be taken, too.
  ResponseEntity<String> list(WebRequest request, boolean mine, String fault, HttpStatus status) {
    Asked asked = Asked.read(request, shown.asked());
    Optional<String> own =
        mine ? asked.visitor().account().flatMap(Account::office) : Optional.empty();
    String office = text(request, "office");
    String stage = text(request, "stage");
    String account = asked.visitor().account().map(Account::name).orElse("");
    List<Standing> standings = shown.standings(asked);
    List<Duty> all = duties.all();
    List<Line> lines =
        all.stream()
            .filter(duty -> office.isEmpty() || duty.concerns(office))
            .filter(duty -> stage.isEmpty() || duty.stage().code().equals(stage))
            .filter(
                duty ->
                    !mine
                        || !office.isEmpty()
                        || saidBy(duty, account)
                        || own.filter(duty::concerns).isPresent())
            .map(duty -> line(duty, standings, asked))
            .toList();
    var more = new LinkedHashMap<String, String>();
    more.put("office", office);
    more.put("stage", stage);
    more.values().removeIf(String::isEmpty);
    return html.page(
        "duties",
        new ListView(
            Frame.of(
                shown.plan(),
                asked,
                mine ? asked.t("我的督办", "My duties") : asked.t("督办", "Duties"),
                mine ? "/duties/mine" : "/duties",
                more),
            mine,
            own.map(code -> office(code, asked)).orElse(""),
            lines,
            all.size(),
            offices(office, asked),
            Stream.of(Stage.values())
                .map(one -> new Option(one.code(), asked.t(one.words()), one.code().equals(stage)))
                .toList(),
            asked.visitor().may(Role.ANALYST),
            shown.plan().targets().values().stream()
                .map(one -> new Option(one.id(), asked.t(one.indicator().name()), false))
                .toList(),
            fault),
        status);
  }

  private static boolean saidBy(Duty duty, String account) {
    return duty.history().stream().anyMatch(event -> event.by().equals(account));
  }

  private List<Option> offices(String chosen, Asked asked) {
    return shown.plan().offices().entrySet().stream()
        .map(one -> new Option(one.getKey(), asked.t(one.getValue()), one.getKey().equals(chosen)))
        .toList();
  }

  private Line line(Duty duty, List<Standing> standings, Asked asked) {
    return new Line(
        duty.id(),
        shown
            .find(duty.target())
            .map(target -> asked.t(target.indicator().name()))
            .orElse(duty.target()),
        duty.owner().map(owner -> office(owner, asked)).orElse(asked.t("待定", "nobody yet")),
        duty.month().toString(),
        duty.deadline().toString(),
        duty.overdue(LocalDate.now(clock)),
        asked.t(duty.stage().words()),
        duty.cause()
            .map(
                cause ->
                    new Lamp(
                        cause.state().mark(),
                        asked.t(cause.state().words()),
                        cause.state().code(),
                        cause.value()))
            .orElse(Lamp.NONE),
        Duties.lamp(duty, standings).map(now -> lamp(now, asked)).orElse(Lamp.NONE),
        asked.href("/duties/" + duty.id()));
  }

  private static Lamp lamp(Standing now, Asked asked) {
    return new Lamp(
        now.state().mark(),
        asked.t(now.state().words()),
        now.state().code(),
        now.reckoning().map(one -> one.value().show(asked.language())).orElse(""));
  }

  private String office(String code, Asked asked) {
    return asked.t(shown.office(code));
  }

  @GetMapping("/duties/{id}")
  ResponseEntity<String> one(@PathVariable String id, WebRequest request) {
    return one(id, request, "", "", HttpStatus.OK);
  }

  /// One duty, after something that was sent could not be taken, too.
  ResponseEntity<String> one(
      String id, WebRequest request, String fault, String typed, HttpStatus status) {
    Asked asked = Asked.read(request, shown.asked());
    Duty duty = duties.find(id).orElseThrow(NoSuchElementException::new);
    Optional<Measure> measure =
        duty.measure().flatMap(one -> Optional.ofNullable(shown.plan().measures().get(one)));
    Visitor visitor = asked.visitor();
    boolean analyst = visitor.may(Role.ANALYST);
    return html.page(
        "duty",
        new OneView(
            Frame.of(shown.plan(), asked, asked.t("督办", "Duty"), "/duties/" + id),
            line(duty, shown.standings(asked), asked),
            asked.t(duty.why()),
            String.join(
                asked.t("、", ", "),
                duty.helpers().stream().map(helper -> office(helper, asked)).toList()),
            measure
                .map(
                    one ->
                        asked.t(one.words())
                            + asked.t("（", " (")
                            + asked.t("牵头单位：", "owner: ")
                            + asked.t(one.assigned().words())
                            + asked.t("）", ")"))
                .orElse(""),
            measure.map(one -> asked.t(one.evidence())).orElse(""),
            shown
                .find(duty.target())
                .map(Target::id)
                .map(t -> asked.href("/targets/" + t))
                .orElse(""),
            duty.history().stream().map(event -> event(event, asked)).toList(),
            duty.seen(),
            analyst,
            analyst && duty.stage() == Stage.OPEN,
            analyst && duty.stage() == Stage.OPEN,
            visitor.may(Role.REVIEWER) && duty.stage() == Stage.ANSWERED,
            visitor.may(Role.REVIEWER) && duty.stage() != Stage.OPEN,
            offices(duty.owner().orElse(""), asked),
            fault,
            typed),
        status);
  }

  private Event event(Duty.Event event, Asked asked) {
    String text = event.step() == Duty.Step.ASSIGN ? office(event.text(), asked) : event.text();
    return new Event(
        Moment.of(event.at()),
        event.by(),
        asked.t(event.step().words()),
        text,
        event.link().orElse(""));
  }

  static String text(WebRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  /// The register that the pages show.
  Duties register() {
    return duties;
  }
}
