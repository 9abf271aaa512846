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
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Listing;
import yuheng.indicators.Grade;
import yuheng.indicators.Standing;
import yuheng.indicators.State;

/// All targets as a table: filtered and sorted by the address, and as CSV of exactly what is seen.
@Controller
class TargetsPage {
  private static final List<String> STATES = Stream.of(State.values()).map(State::code).toList();
  private static final List<String> GRADES = Stream.of(Grade.values()).map(Grade::code).toList();

  private static final List<String> CSV_HEAD =
      List.of(
          "number",
          "target",
          "name",
          "article",
          "asked",
          "figure",
          "period",
          "grade",
          "state",
          "distance",
          "source");

  private final Shown shown;
  private final Html html;

  TargetsPage(Shown shown, Html html) {
    this.shown = shown;
    this.html = html;
  }

  /// What the template gets.
  record View(
      Frame frame,
      List<TargetLine> lines,
      int all,
      List<StateCount> counts,
      Filter filter,
      List<Option> states,
      List<Option> grades,
      List<Option> pillars,
      List<Column> columns,
      String csv,
      String xlsx,
      String tsv) {}

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
    List<TargetLine> lines = lines(standings, filter, asked);
    Frame frame =
        Frame.of(shown.plan(), asked, asked.t("目标", "Targets"), "/targets", filter.parameters());
    return html.page(
        "targets",
        new View(
            frame,
            lines,
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
            asked.href("/targets.csv", filter.parameters()),
            asked.href("/targets.xlsx", filter.parameters()),
            asked.href("/targets.tsv", filter.parameters())));
  }

  @GetMapping("/targets.csv")
  ResponseEntity<byte[]> csv(WebRequest request) {
    return Exports.csv(listing(request), fileName(request));
  }

  @GetMapping("/targets.xlsx")
  ResponseEntity<byte[]> xlsx(WebRequest request) {
    return Exports.xlsx(listing(request), fileName(request));
  }

  @GetMapping("/targets.tsv")
  ResponseEntity<byte[]> tsv(WebRequest request) {
    return Exports.tsv(listing(request));
  }

  private String fileName(WebRequest request) {
    return "%s-%s".formatted(shown.plan().id(), Asked.read(request, shown.asked()).asOf());
  }

  private Listing listing(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
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
              line.gradeCode(),
              line.code(),
              line.distance(),
              line.source()));
    }
    return new Listing("targets", CSV_HEAD, rows);
  }

  private static Filter filter(WebRequest request) {
    return new Filter(
        one(request, "q"),
        one(request, "state"),
        one(request, "grade"),
        one(request, "pillar"),
        one(request, "sort"));
  }

  private static String one(WebRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
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
