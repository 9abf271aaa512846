package yuheng.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Breakdown;
import yuheng.facts.Breakdowns;
import yuheng.facts.Dimension;
import yuheng.facts.Listing;
import yuheng.indicators.PartStanding;
import yuheng.indicators.Ranking;
import yuheng.indicators.YearSchedule;
import yuheng.plan.Plan.MapFile;
import yuheng.plan.Target;
import yuheng.terms.Quantity;
import yuheng.terms.Words;

/// Who is behind on this year's task: districts, pillars or parks of one target, in order.
@Controller
class StandingPage {
  private static final List<Words> HEAD =
      List.of(
          new Words("名次", "rank"),
          new Words("名次变动", "moved"),
          new Words("代码", "code"),
          new Words("部分", "part"),
          new Words("灯", "lamp"),
          new Words("单位", "unit"),
          new Words("任务", "task"),
          new Words("累计", "to date"),
          new Words("所属期", "about"),
          new Words("完成%", "% done"),
          new Words("应完成%", "% asked"),
          new Words("落后百分点", "points behind"),
          new Words("当月", "month"),
          new Words("同比%", "growth %"),
          new Words("环比%", "change %"),
          new Words("差进度", "short by"),
          new Words("占全域%", "% of gap"),
          new Words("缺数原因", "missing because"));

  private final Shown shown;
  private final ComingDown down;
  private final Html html;
  private final Optional<Outlines> outlines;

  StandingPage(Shown shown, ComingDown down, Html html) {
    this.shown = shown;
    this.down = down;
    this.html = html;
    this.outlines =
        shown
            .plan()
            .map()
            .map(MapFile::file)
            .flatMap(file -> Outlines.read(shown.plan().folder().resolve(file)));
  }

  @GetMapping("/standing")
  ResponseEntity<String> show(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Wanted wanted = wanted(request, asked);
    if (wanted.target.isEmpty()) {
      Frame frame = Frame.of(shown, asked, asked.t("进度排名", "Standing"), "/standing");
      return html.page("standing", StandingView.empty(frame));
    }
    Ranking ranking = ranking(wanted, asked);
    var view = new StandingView(shown, asked, ranking, wanted.sort, outlines);
    return html.page(
        "standing",
        view.view(
            targets(wanted, asked),
            links(wanted, asked, "by"),
            links(wanted, asked, "schedule"),
            links(wanted, asked, "sort"),
            wanted.words,
            request));
  }

  /// What is asked for.
  private record Wanted(
      Optional<Target> target,
      Dimension by,
      YearSchedule.Method method,
      String sort,
      String words) {
    Map<String, String> parameters() {
      var all = new LinkedHashMap<String, String>();
      target.ifPresent(one -> all.put("target", one.id()));
      all.put("by", by.code());
      all.put("schedule", method.code());
      all.put("sort", sort);
      if (!words.isEmpty()) {
        all.put("q", words);
      }
      return all;
    }
  }

  private Wanted wanted(WebRequest request, Asked asked) {
    Dimension by =
        Optional.ofNullable(request.getParameter("by"))
            .flatMap(Dimension::find)
            .filter(one -> one != Dimension.YEARS)
            .orElse(Dimension.DISTRICTS);
    return new Wanted(
        Optional.ofNullable(request.getParameter("target"))
            .flatMap(shown::find)
            .or(() -> brokenDown(by, asked))
            .or(() -> shown.plan().targets().values().stream().filter(Breakdowns::adds).findFirst())
            .or(() -> shown.plan().targets().values().stream().findFirst()),
        by,
        Optional.ofNullable(request.getParameter("schedule"))
            .flatMap(YearSchedule.Method::find)
            .orElse(YearSchedule.Method.LINEAR),
        Optional.ofNullable(request.getParameter("sort"))
            .filter(StandingView.SORTS::containsKey)
            .orElse("rank"),
        Asked.said(request, "q"));
  }

  private Optional<Target> brokenDown(Dimension by, Asked asked) {
    return down.breakdowns().keys().stream()
        .filter(key -> key.dimension() == by)
        .filter(key -> key.period().isYear())
        .filter(key -> key.period().start().getYear() == asked.asOf().getYear())
        .map(Breakdown.Key::target)
        .findFirst()
        .flatMap(shown::find);
  }

  private Ranking ranking(Wanted wanted, Asked asked) {
    return down.rankings()
        .ranking(wanted.target.orElseThrow(), wanted.by, asked.question(), wanted.method);
  }

  private List<StandingView.Choice> targets(Wanted wanted, Asked asked) {
    return shown.plan().targets().values().stream()
        .map(
            one ->
                new StandingView.Choice(
                    asked.t(one.indicator().name()),
                    one.id(),
                    wanted.target.filter(one::equals).isPresent()))
        .toList();
  }

  private List<StandingView.Choice> links(Wanted wanted, Asked asked, String what) {
    var choices = new ArrayList<StandingView.Choice>();
    switch (what) {
      case "by" ->
          Arrays.stream(Dimension.values())
              .filter(one -> one != Dimension.YEARS)
              .forEach(
                  one ->
                      choices.add(
                          link(
                              wanted,
                              asked,
                              what,
                              one.code(),
                              asked.t(one.words()),
                              one == wanted.by)));
      case "schedule" ->
          Arrays.stream(YearSchedule.Method.values())
              .forEach(
                  one ->
                      choices.add(
                          link(
                              wanted,
                              asked,
                              what,
                              one.code(),
                              asked.t(one.words()),
                              one == wanted.method)));
      default ->
          StandingView.SORTS.forEach(
              (code, words) ->
                  choices.add(
                      link(wanted, asked, what, code, asked.t(words), code.equals(wanted.sort))));
    }
    return choices;
  }

  private static StandingView.Choice link(
      Wanted wanted, Asked asked, String what, String code, String name, boolean chosen) {
    Map<String, String> parameters = wanted.parameters();
    parameters.put(what, code);
    return new StandingView.Choice(name, asked.href("/standing", parameters), chosen);
  }

  /// The ranking for a spreadsheet, in the plan's own units and unrounded.
  @GetMapping("/standing" + Exports.AS)
  ResponseEntity<byte[]> taken(@PathVariable("form") String form, WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Wanted wanted = wanted(request, asked);
    var rows = new ArrayList<List<String>>();
    if (wanted.target.isPresent()) {
      Ranking ranking = ranking(wanted, asked);
      var view = new StandingView(shown, asked, ranking, wanted.sort, outlines);
      view.parts(wanted.words).forEach(one -> rows.add(cells(one, ranking, asked)));
    }
    return Exports.of(
        form,
        new Listing(
            asked.t("进度排名", "standing"), HEAD.stream().map(one -> asked.t(one)).toList(), rows),
        "%s-standing-%s-%s".formatted(shown.plan().id(), wanted.by.code(), asked.asOf()));
  }

  private static List<String> cells(PartStanding one, Ranking ranking, Asked asked) {
    return List.of(
        one.rank().isPresent() ? Integer.toString(one.rank().getAsInt()) : "",
        one.moved().isPresent() ? Integer.toString(one.moved().getAsInt()) : "",
        one.part(),
        asked.t(one.name()),
        asked.t(one.lamp().words()),
        ranking.target().indicator().unit().symbol(),
        one.task().map(Quantity::digits).orElse(""),
        one.done().known().map(Quantity::digits).orElse(""),
        one.done().about().map(about -> asked.t(about.words())).orElse(""),
        one.percent().map(Object::toString).orElse(""),
        one.schedule().map(s -> s.percent().toPlainString()).orElse(""),
        one.behind().map(Object::toString).orElse(""),
        one.month().known().map(Quantity::digits).orElse(""),
        one.growth().known().map(Quantity::digits).orElse(""),
        one.change().known().map(Quantity::digits).orElse(""),
        one.gap().map(Quantity::digits).orElse(""),
        one.shareOfGap().map(Object::toString).orElse(""),
        StandingView.why(one.done(), asked));
  }
}
