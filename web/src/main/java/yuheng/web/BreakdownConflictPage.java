package yuheng.web;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.request.WebRequest;
import yuheng.facts.Breakdown;
import yuheng.facts.BreakdownVersion.Conflict;
import yuheng.terms.Quantity;
import yuheng.terms.Unit;

/// What the second of two editors sees: what he started from, what the other changed since, and
/// what he wants himself, with a field for each part in which both come together.
final class BreakdownConflictPage {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

  private final Shown shown;
  private final ComingDown down;
  private final Html html;

  BreakdownConflictPage(Shown shown, ComingDown down, Html html) {
    this.shown = shown;
    this.down = down;
    this.html = html;
  }

  /// What the template gets.
  ///
  /// @param rest rows that neither changed
  record View(
      Frame frame,
      String name,
      String unit,
      String who,
      String href,
      long seen,
      List<Line> lines,
      List<Kept> rest,
      BreakdownForm form) {}

  /// A part that at least one of the two changed.
  ///
  /// @param proposed mine where I changed it, else theirs
  record Line(
      String code,
      String name,
      String seen,
      String theirs,
      String mine,
      String proposed,
      boolean clash) {}

  /// A row as it was.
  record Kept(String code, String amount) {}

  ResponseEntity<String> page(Conflict conflict, BreakdownForm form, WebRequest request) {
    Asked asked = Asked.read(request, shown.asked());
    Breakdown.Key key = conflict.wanted().key();
    String who =
        conflict.since().stream()
            .map(one -> one.by() + " " + MINUTE.format(one.at()))
            .collect(Collectors.joining(asked.t("、", ", ")));
    Frame frame =
        Frame.of(shown, asked, down.name(key, asked.language()), ComingDown.path(key), Map.of());
    return html.page(
        "breakdownconflict",
        new View(
            frame,
            down.name(key, asked.language()),
            conflict.wanted().unit().symbol(),
            who,
            asked.href(ComingDown.path(key)),
            conflict.theirs().act(),
            conflict.lines().stream().map(one -> line(one, key, asked)).toList(),
            rest(conflict),
            form),
        HttpStatus.CONFLICT);
  }

  private Line line(Conflict.Line one, Breakdown.Key key, Asked asked) {
    Optional<BigDecimal> proposed = one.seen().equals(one.mine()) ? one.theirs() : one.mine();
    return new Line(
        one.part(),
        asked.t(down.parts().name(key.dimension(), one.part())),
        shown(one.seen(), asked),
        shown(one.theirs(), asked),
        shown(one.mine(), asked),
        proposed.map(BigDecimal::toPlainString).orElse(""),
        one.clash());
  }

  private static String shown(Optional<BigDecimal> amount, Asked asked) {
    return amount.map(one -> new Quantity(one, Unit.ONE).show(asked.language())).orElse("—");
  }

  private static List<Kept> rest(Conflict conflict) {
    var changed =
        conflict.lines().stream()
            .map(Conflict.Line::part)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    var rest = new ArrayList<Kept>();
    conflict
        .wanted()
        .rows()
        .forEach(
            (part, row) -> {
              if (!changed.contains(part)) {
                rest.add(new Kept(part, row.amount().toPlainString()));
              }
            });
    return rest;
  }
}
