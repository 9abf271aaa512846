package yuheng.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;
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
import yuheng.facts.Listing;
import yuheng.facts.Role;
import yuheng.indicators.Standing;
import yuheng.plan.Measure;
import yuheng.plan.Target;
import yuheng.terms.Words;

/// Duties: all of them, those of an office, and one with its history. What people say stands beside
/// the indicator's own lamp.
@Controller
@NeedsJournal
class DutiesPage {
  private static final List<Words> HEAD =
      List.of(
          new Words("编号", "duty"),
          new Words("目标", "target"),
          new Words("牵头单位", "owner"),
          new Words("月份", "month"),
          new Words("期限", "deadline"),
          new Words("逾期", "overdue"),
          new Words("办理情况", "said"),
          new Words("立项时的灯", "lamp then"),
          new Words("立项时的数", "value then"),
          new Words("现在的灯", "lamp now"),
          new Words("现在的数", "value now"));

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
      Leaf<Line> leaf,
      String own,
      int all,
      String words,
      Exports.Links links,
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
      String href) {
    private String text() {
      return String.join(" ", id, target, owner, month, deadline, stage).toLowerCase(Locale.ROOT);
    }
  }

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
    String path = mine ? "/duties/mine" : "/duties";
    List<Duty> all = duties.all();
    String office = Asked.said(request, "office");
    String stage = Asked.said(request, "stage");
    Optional<String> own =
        mine ? asked.visitor().account().flatMap(Account::office) : Optional.empty();
    var more = new LinkedHashMap<String, String>();
    more.put("q", Asked.said(request, "q"));
    more.put("office", office);
    more.put("stage", stage);
    more.values().removeIf(String::isEmpty);
    Leaf<Line> leaf = Leaf.of(lines(request, asked, mine, all), request, asked, path, more);
    return html.page(
        "duties",
        new ListView(
            Frame.of(
                shown,
                asked,
                mine ? asked.t("我的督办", "My duties") : asked.t("督办", "Duties"),
                path,
                leaf.in(more)),
            mine,
            leaf,
            own.map(code -> office(code, asked)).orElse(""),
            all.size(),
            Asked.said(request, "q"),
            Exports.Links.of(asked, path, more),
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

  /// The duties that an address asks for.
  private List<Line> lines(WebRequest request, Asked asked, boolean mine, List<Duty> all) {
    String words = Asked.said(request, "q").toLowerCase(Locale.ROOT);
    String office = Asked.said(request, "office");
    String stage = Asked.said(request, "stage");
    String account = asked.visitor().account().map(Account::name).orElse("");
    Optional<String> own =
        mine ? asked.visitor().account().flatMap(Account::office) : Optional.empty();
    List<Standing> standings = shown.standings(asked);
    return all.stream()
        .filter(duty -> office.isEmpty() || duty.concerns(office))
        .filter(duty -> stage.isEmpty() || duty.stage().code().equals(stage))
        .filter(
            duty ->
                !mine
                    || !office.isEmpty()
                    || saidBy(duty, account)
                    || own.filter(duty::concerns).isPresent())
        .map(duty -> line(duty, standings, asked))
        .filter(line -> line.text().contains(words))
        .toList();
  }

  @GetMapping("/duties" + Exports.AS)
  ResponseEntity<byte[]> taken(@PathVariable("form") String form, WebRequest request) {
    return taken(form, request, false);
  }

  @GetMapping("/duties/mine" + Exports.AS)
  ResponseEntity<byte[]> mineTaken(@PathVariable("form") String form, WebRequest request) {
    return taken(form, request, true);
  }

  private ResponseEntity<byte[]> taken(String form, WebRequest request, boolean mine) {
    Asked asked = Asked.read(request, shown.asked());
    var rows = new ArrayList<List<String>>();
    for (Line line : lines(request, asked, mine, duties.all())) {
      rows.add(
          List.of(
              line.id(),
              line.target(),
              line.owner(),
              line.month(),
              line.deadline(),
              line.overdue() ? asked.t("逾期", "overdue") : "",
              line.stage(),
              line.then().word(),
              line.then().value(),
              line.now().word(),
              line.now().value()));
    }
    return Exports.of(
        form,
        new Listing(
            asked.t("督办台账", "duties"), HEAD.stream().map(one -> asked.t(one)).toList(), rows),
        "%s-duties-%s".formatted(shown.plan().id(), asked.asOf()));
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
            Frame.of(shown, asked, asked.t("督办", "Duty"), "/duties/" + id),
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
    return Asked.said(request, name);
  }

  /// The register that the pages show.
  Duties register() {
    return duties;
  }
}
