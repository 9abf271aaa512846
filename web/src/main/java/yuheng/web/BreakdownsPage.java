package yuheng.web;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Breakdown;
import yuheng.facts.BreakdownVersion;
import yuheng.facts.Breakdowns;
import yuheng.facts.Dimension;
import yuheng.facts.Listing;
import yuheng.plan.Target;
import yuheng.terms.Period;
import yuheng.terms.Quantity;
import yuheng.terms.Words;

/// Which targets are broken down, to what, and whether the sums hold.
@Controller
class BreakdownsPage {
  private static final List<Words> HEAD =
      List.of(
          new Words("目标", "target"),
          new Words("分到", "to"),
          new Words("时期", "for"),
          new Words("来源", "origin"),
          new Words("文件或方法", "document or method"),
          new Words("行数", "rows"),
          new Words("合计", "sum"),
          new Words("上级任务", "whole"),
          new Words("差额", "remainder"),
          new Words("版本", "version"));

  private final Shown shown;
  private final ComingDown down;
  private final Html html;

  BreakdownsPage(Shown shown, ComingDown down, Html html) {
    this.shown = shown;
    this.down = down;
    this.html = html;
  }

  /// What the template gets.
  record View(
      Frame frame,
      String only,
      String onlyId,
      String words,
      Leaf<Line> leaf,
      int all,
      Exports.Links links,
      List<Option> targets,
      List<Option> dimensions,
      String year) {}

  /// A breakdown in one line.
  ///
  /// @param holds its rows come to the whole, or there is no whole to come to
  record Line(
      String target,
      String dimension,
      String period,
      String href,
      boolean official,
      String origin,
      String detail,
      int parts,
      String sum,
      String whole,
      String remainder,
      boolean holds,
      String version) {
    private String text() {
      return String.join(" ", target, dimension, period, origin, detail).toLowerCase(Locale.ROOT);
    }
  }

  /// A choice of a list.
  record Option(String code, String name, boolean chosen) {}

  @GetMapping("/breakdowns")
  ResponseEntity<String> list(WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    String only = Asked.said(request, "target");
    String words = Asked.said(request, "q");
    var more = new LinkedHashMap<String, String>();
    more.put("target", only);
    more.put("q", words);
    more.values().removeIf(String::isEmpty);
    List<Line> all = lines(only, "", asked);
    Leaf<Line> leaf = Leaf.of(narrowed(all, words), request, asked, "/breakdowns", more);
    Frame frame =
        Frame.of(shown, asked, asked.t("目标分解", "Breakdowns"), "/breakdowns", leaf.in(more));
    return html.page(
        "breakdowns",
        new View(
            frame,
            shown.find(only).map(one -> asked.t(one.indicator().name())).orElse(""),
            only,
            words,
            leaf,
            all.size(),
            Exports.Links.of(asked, "/breakdowns", more),
            targets(only, asked),
            Arrays.stream(Dimension.values())
                .map(one -> new Option(one.code(), asked.t(one.words()), false))
                .toList(),
            Integer.toString(asked.asOf().getYear())));
  }

  private List<Line> lines(String only, String words, Asked asked) {
    Breakdowns breakdowns = down.breakdowns();
    return narrowed(
        breakdowns.keys().stream()
            .filter(key -> only.isEmpty() || key.target().equals(only))
            .flatMap(key -> breakdowns.current(key).stream())
            .map(version -> line(version, asked))
            .toList(),
        words);
  }

  private static List<Line> narrowed(List<Line> lines, String words) {
    String sought = words.toLowerCase(Locale.ROOT);
    return lines.stream().filter(line -> line.text().contains(sought)).toList();
  }

  @GetMapping("/breakdowns" + Exports.AS)
  ResponseEntity<byte[]> taken(@PathVariable("form") String form, WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    var rows = new ArrayList<List<String>>();
    for (Line line : lines(Asked.said(request, "target"), Asked.said(request, "q"), asked)) {
      rows.add(
          List.of(
              line.target(),
              line.dimension(),
              line.period(),
              line.origin(),
              line.detail(),
              Integer.toString(line.parts()),
              line.sum(),
              line.whole(),
              line.remainder(),
              line.version()));
    }
    return Exports.of(
        form,
        new Listing(
            asked.t("目标分解", "breakdowns"), HEAD.stream().map(one -> asked.t(one)).toList(), rows),
        "%s-breakdowns-%s".formatted(shown.plan().id(), asked.asOf()));
  }

  private List<Option> targets(String only, Asked asked) {
    return shown.plan().targets().values().stream()
        .map(one -> new Option(one.id(), asked.t(one.indicator().name()), one.id().equals(only)))
        .toList();
  }

  private Line line(BreakdownVersion version, Asked asked) {
    Breakdown one = version.breakdown();
    boolean adds = one.key().dimension() != Dimension.YEARS || one.whole().isPresent();
    return new Line(
        shown.find(one.key().target()).map(t -> asked.t(t.indicator().name())).orElse(""),
        asked.t(one.key().dimension().words()),
        asked.t(one.key().period().words()),
        asked.href(ComingDown.path(one.key())),
        one.origin() instanceof Breakdown.Origin.Official,
        asked.t(one.origin().words()),
        asked.t(one.origin().detail()),
        one.rows().size(),
        adds ? show(one, one.sum(), asked) : "",
        one.whole().map(whole -> show(one, whole.amount(), asked)).orElse(""),
        one.remainder().map(rest -> show(one, rest, asked)).orElse(""),
        one.addsUp(),
        version.number() == 0
            ? asked.t("规划包", "plan package")
            : asked.t("第%d版 · ".formatted(version.number()), "v%d · ".formatted(version.number()))
                + version.by());
  }

  private static String show(Breakdown breakdown, BigDecimal amount, Asked asked) {
    return new Quantity(amount, breakdown.unit()).show(asked.language());
  }

  /// Leads from the choices of the list to the breakdown's own page.
  @GetMapping("/breakdowns/open")
  ResponseEntity<Void> open(
      @RequestParam("target") String target,
      @RequestParam("by") String by,
      @RequestParam("year") String year,
      WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Target found = shown.find(target).orElseThrow();
    Dimension dimension = Dimension.find(by).orElseThrow();
    Period period =
        dimension == Dimension.YEARS
            ? found.period()
            : Period.read(year)
                .filter(one -> one.isYear() || one.isYears())
                .orElseThrow(() -> noYear(year));
    var key = new Breakdown.Key(target, dimension, period);
    return ResponseEntity.status(HttpStatus.SEE_OTHER)
        .location(URI.create(asked.href(ComingDown.path(key))))
        .build();
  }

  private static Asked.BadQuestion noYear(String year) {
    return new Asked.BadQuestion(
        new Words(
            "“%s”不是年份，请写成 2012。".formatted(year),
            "«%s» is not a year; write it like 2012.".formatted(year)));
  }
}
