package yuheng.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Figure.Authority;
import yuheng.facts.FigureTable;
import yuheng.facts.Intake;
import yuheng.facts.Offered;
import yuheng.facts.PlanNames;

/// A form for one published figure. The checks answer while it is filled in; a doubt asks for its
/// reason in place.
@Controller
@NeedsJournal
class EnterPage {
  private static final List<String> FIELDS =
      List.of(
          "series",
          "scope",
          "period",
          "value",
          "unit",
          "growth",
          "heard",
          "authority",
          "source",
          "note");

  private final Shown shown;
  private final Html html;
  private final Desk desk;
  private final Who who;

  EnterPage(Shown shown, Html html, Desk desk, Who who) {
    this.shown = shown;
    this.html = html;
    this.desk = desk;
    this.who = who;
  }

  /// What the template gets.
  ///
  /// @param fields what stands in the form, by name
  record View(
      Frame frame,
      Map<String, String> fields,
      Choices choices,
      List<FiguresPage.Option> authorities,
      Answer answer) {
    String field(String name) {
      return fields.getOrDefault(name, "");
    }
  }

  /// What can be chosen from: names, with the unit behind a series.
  record Choices(List<FiguresPage.Option> series, List<String> scopes, List<String> units) {
    static Choices of(Shown shown, Asked asked) {
      return new Choices(
          shown.plan().series().values().stream()
              .map(one -> new FiguresPage.Option(asked.t(one.name()), one.unit().toString(), false))
              .toList(),
          new PlanNames(shown.plan(), shown.figures())
              .scopes().values().stream().map(asked::t).distinct().toList(),
          shown.plan().series().values().stream()
              .map(one -> one.unit().toString())
              .distinct()
              .toList());
    }
  }

  /// What the checks say.
  ///
  /// @param said whether the form was checked at all
  /// @param offered the figure, if nothing is wrong
  record Answer(boolean said, List<Told> faults, Optional<OfferedLine> offered) {
    static final Answer NONE = new Answer(false, List.of(), Optional.empty());

    boolean faulty(String field) {
      return faults.stream().anyMatch(fault -> fault.at().equals(field));
    }
  }

  /// The answer alone, for a form that is being filled in.
  record Part(Frame frame, Answer answer) {}

  @GetMapping("/figures/enter")
  ResponseEntity<String> show(WebRequest request) {
    return page(request, Answer.NONE, HttpStatus.OK);
  }

  @PostMapping("/figures/enter/check")
  ResponseEntity<String> check(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Intake intake = desk.check(table(request)).because(_ -> reason(request));
    return html.page("answer", new Part(frame(asked), answer(intake, asked)));
  }

  @PostMapping("/figures/enter")
  ResponseEntity<String> take(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Desk.Outcome outcome =
        desk.take(table(request), _ -> reason(request), who.need().name(), "enter");
    if (outcome.act().isEmpty()) {
      return page(request, answer(outcome.intake(), asked), HttpStatus.UNPROCESSABLE_CONTENT);
    }
    Offered taken = outcome.intake().offered().getFirst();
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .header("Location", href(request, asked, "/figures/" + taken.figure().id()))
        .build();
  }

  /// An address that still asks what the form's page asked; where it asked nothing, neither does
  /// the next, so that what was entered today is known there.
  private static String href(WebRequest request, Asked asked, String path) {
    return request.getParameter("known-on") == null
        ? path + "?lang=" + asked.lang()
        : asked.href(path);
  }

  private Frame frame(Asked asked) {
    return Frame.of(shown, asked, asked.t("录入公布数", "Enter a figure"), "/figures/enter");
  }

  private ResponseEntity<String> page(WebRequest request, Answer answer, HttpStatus status) {
    Asked asked = Asked.read(request, shown.asked());
    Map<String, String> fields = fields(request);
    fields.put("reason", reason(request).orElse(""));
    String chosen = fields.getOrDefault("authority", Authority.GOVERNMENT.code());
    return html.page(
        "enter",
        new View(
            frame(asked),
            fields,
            Choices.of(shown, asked),
            Stream.of(Authority.values())
                .map(
                    one ->
                        new FiguresPage.Option(
                            one.code(), asked.t(one.words()), one.code().equals(chosen)))
                .toList(),
            answer),
        status);
  }

  private Answer answer(Intake intake, Asked asked) {
    return new Answer(
        true,
        intake.faults().stream().map(fault -> Told.ofForm(fault, asked)).toList(),
        intake.offered().stream().findFirst().map(one -> OfferedLine.of(one, shown, asked)));
  }

  private static Map<String, String> fields(WebRequest request) {
    var fields = new LinkedHashMap<String, String>();
    for (String name : FIELDS) {
      String text = request.getParameter(name);
      if (text != null) {
        fields.put(name, text);
      }
    }
    return fields;
  }

  private static FigureTable table(WebRequest request) {
    return FigureTable.entered(fields(request));
  }

  private static Optional<String> reason(WebRequest request) {
    return Optional.ofNullable(request.getParameter("reason")).filter(text -> !text.isBlank());
  }
}
