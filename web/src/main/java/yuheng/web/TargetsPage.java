package yuheng.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Listing;
import yuheng.indicators.Grade;
import yuheng.indicators.Standing;
import yuheng.indicators.State;
import yuheng.terms.Words;

/// All targets as a table: filtered and sorted by the address, and taken along as it is seen.
@Controller
class TargetsPage {
  private static final List<String> STATES = Stream.of(State.values()).map(State::code).toList();
  private static final List<String> GRADES = Stream.of(Grade.values()).map(Grade::code).toList();

  private static final List<Words> HEAD =
      List.of(
          new Words("序号", "number"),
          new Words("代号", "target"),
          new Words("目标", "name"),
          new Words("条款", "article"),
          new Words("要求", "asked"),
          new Words("数据", "figure"),
          new Words("时期", "period"),
          new Words("等级", "grade"),
          new Words("状态", "state"),
          new Words("相差", "distance"),
          new Words("来源", "source"));

  private final Shown shown;
  private final Html html;

  TargetsPage(Shown shown, Html html) {
    this.shown = shown;
    this.html = html;
  }

  /// What the template gets.
  record View(
      Frame frame,
      Leaf<TargetLine> leaf,
      int all,
      List<StateCount> counts,
      Filter filter,
      List<Option> states,
      List<Option> grades,
      List<Option> pillars,
      List<Column> columns,
      Exports.Links links) {}

  /// What the address filters by.
  record Filter(String words, String state, String grade, String pillar, String sort) {
    boolean lets(TargetLine line) {
      String text = (line.name() + " " + line.id() + " " + line.article()).toLowerCase(Locale.ROOT);
      return text.contains(words.toLowerCase(Locale.ROOT))
          && (state.isEmpty() || state.equals(line.code()))
          && (grade.isEmpty() || grade.equals(line.gradeCode()))
          && (pillar.isEmpty() || pillar.equals(line.pillar()));
    }

    Map<String, String> parameters() {
      var all = new LinkedHashMap<String, String>();
      all.put("q", words);
      all.put("state", state);
      all.put("grade", grade);
      all.put("pillar", pillar);
      all.put("sort", sort);
      all.values().removeIf(String::isEmpty);
      return all;
    }
  }

  /// A choice of a filter.
  record Option(String code, String name, boolean chosen) {}

  /// A column that can be sorted by.
  record Column(String name, String href, boolean sorted, boolean number) {}

  @GetMapping("/targets")
  ResponseEntity<String> show(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Filter filter = filter(request);
    List<Standing> standings = shown.standings(asked);
    Leaf<TargetLine> leaf =
        Leaf.of(lines(standings, filter, asked), request, asked, "/targets", filter.parameters());
    Map<String, String> here = leaf.in(filter.parameters());
    Frame frame = Frame.of(shown, asked, asked.t("目标", "Targets"), "/targets", here);
    return html.page(
        "targets",
        new View(
            frame,
            leaf,
            standings.size(),
            StateCount.of(standings, asked),
            filter,
            Stream.of(State.values())
                .map(
                    s ->
                        new Option(
                            s.code(),
                            s.mark() + " " + asked.t(s.words()),
                            s.code().equals(filter.state)))
                .toList(),
            Stream.of(Grade.values())
                .map(g -> new Option(g.code(), asked.t(g.words()), g.code().equals(filter.grade)))
                .toList(),
            shown.plan().pillars().values().stream()
                .map(p -> new Option(p.id(), asked.t(p.name()), p.id().equals(filter.pillar)))
                .toList(),
            columns(filter, asked),
            Exports.Links.of(asked, "/targets", filter.parameters())));
  }

  @GetMapping("/targets" + Exports.AS)
  ResponseEntity<byte[]> taken(@PathVariable("form") String form, WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    return Exports.of(
        form, listing(request, asked), "%s-%s".formatted(shown.plan().id(), asked.asOf()));
  }

  private Listing listing(WebRequest request, Asked asked) {
    var rows = new ArrayList<List<String>>();
    for (TargetLine line : lines(shown.standings(asked), filter(request), asked)) {
      rows.add(
          List.of(
              Integer.toString(line.number()),
              line.id(),
              line.name(),
              line.article(),
              line.asked(),
              line.actual(),
              line.period(),
              line.grade(),
              line.state(),
              line.distance(),
              line.source()));
    }
    return new Listing(
        asked.t("目标", "targets"), HEAD.stream().map(one -> asked.t(one)).toList(), rows);
  }

  private static Filter filter(WebRequest request) {
    return new Filter(
        Asked.said(request, "q"),
        Asked.said(request, "state"),
        Asked.said(request, "grade"),
        Asked.said(request, "pillar"),
        Asked.said(request, "sort"));
  }

  private List<TargetLine> lines(List<Standing> standings, Filter filter, Asked asked) {
    Comparator<TargetLine> byNumber = Comparator.comparingInt(TargetLine::number);
    Comparator<TargetLine> order =
        switch (filter.sort) {
          case "name" -> Comparator.comparing(TargetLine::name);
          case "state" ->
              Comparator.comparingInt((TargetLine line) -> STATES.indexOf(line.code()))
                  .thenComparing(byNumber);
          case "grade" ->
              Comparator.comparingInt((TargetLine line) -> GRADES.indexOf(line.gradeCode()))
                  .thenComparing(byNumber);
          default -> byNumber;
        };
    return standings.stream()
        .map(standing -> TargetLine.of(standing, shown, asked))
        .filter(filter::lets)
        .sorted(order)
        .toList();
  }

  private static List<Column> columns(Filter filter, Asked asked) {
    return List.of(
        column("#", "", true, filter, asked),
        column(asked.t("目标", "Target"), "name", false, filter, asked),
        plain(asked.t("要求", "Asked"), true),
        plain(asked.t("数据", "Figure"), true),
        plain(asked.t("时期", "About"), false),
        column(asked.t("等级", "Grade"), "grade", false, filter, asked),
        column(asked.t("状态", "State"), "state", false, filter, asked),
        plain(asked.t("相差", "Distance"), true));
  }

  private static Column plain(String name, boolean number) {
    return new Column(name, "", false, number);
  }

  private static Column column(
      String name, String sort, boolean number, Filter filter, Asked asked) {
    var parameters = new LinkedHashMap<>(filter.parameters());
    parameters.put("sort", sort);
    return new Column(name, asked.href("/targets", parameters), filter.sort.equals(sort), number);
  }
}
